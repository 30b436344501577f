"""A page that prints a figure is told of another article that has another one, unless it prints that too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform

from sphinx_briefing.checks import Claim, ConflictQuery, OneSided
from sphinx_briefing.corpus import Query
from sphinx_briefing.models import Change, Figure
from sphinx_briefing.pages.asked import asked_on
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus import Hit


class TellOneSided(SphinxTransform):
    """Asks, when a page has been read whole, whether its figures have another side."""

    default_priority = 410

    def apply(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        docname, domain = self.env.docname, briefing_domain(self.env)
        tolerance = briefing_config(self.config).conflict_tolerance
        asked = [
            one
            for one in asked_on(self.env, docname)
            if isinstance(one.question, (Query, Claim, ConflictQuery))
        ]
        printed = tuple(sorted({name for one in asked for hit in one.hits for name in _figures(hit)}))
        for one in asked:
            figures = tuple(hit.name for hit in one.hits if isinstance(hit.excerpt, Figure))
            if figures and not isinstance(one.question, ConflictQuery):
                question = OneSided(figures=figures, printed=printed, tolerance=tolerance)
                for problem in domain.ask(docname, question, one.place).problems:
                    warn(problem, one.place)


def _figures(hit: Hit) -> Iterator[str]:
    """The names of the figures that an excerpt prints."""
    if isinstance(hit.excerpt, Figure):
        yield hit.name
    elif isinstance(hit.excerpt, Change):
        yield from (f"{hit.article.id}/{level.figure}" for level in hit.excerpt.levels if level.figure)
