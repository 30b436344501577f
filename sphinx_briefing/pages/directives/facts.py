"""``briefing:facts``: what the articles say that a reader should know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from docutils.parsers.rst import directives

from sphinx_briefing.checks import prove_edits
from sphinx_briefing.models import Fact, FactForm
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice
from sphinx_briefing.pages.rendering.facts import LAYOUTS, render_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.util.docutils import SphinxDirective

    from sphinx_briefing.corpus import Hit, Query
    from sphinx_briefing.pages.rendering.items import Page

FORMS = get_args(FactForm)


class FactsDirective(BriefingDirective):
    """Lists facts, the most salient first."""

    wanted = "facts"
    order = "salience"
    option_spec = {  # noqa: RUF012
        **SELECTING,
        "layout": choice(*LAYOUTS),
        "form": choice(*FORMS),
        "dated": directives.flag,
        "with-figures": directives.flag,
    }

    def query(self) -> Query:
        """The query, narrowed to facts with a date or a figure where that is wanted."""
        return replace(
            super().query(), dated="dated" in self.options, with_figures="with-figures" in self.options
        )

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The facts as a list, each with its edits proved."""
        form = cast("FactForm", self.options.get("form", FORMS[0]))
        return render_facts(page, [proved(self, hit) for hit in hits], self._layout(), form)

    def _layout(self) -> str:
        return str(self.options.get("layout", LAYOUTS[0]))


def proved(directive: SphinxDirective, hit: Hit) -> Hit:
    """A fact, as its passage stands in the article if what was edited in it does not hold."""
    fact = cast("Fact", hit.excerpt)
    problem = prove_edits(hit.article, fact)
    if problem is None:
        return hit
    warn(problem, directive.get_location())
    return hit._replace(excerpt=replace(fact, edits=()))
