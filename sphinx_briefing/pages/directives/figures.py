"""``briefing:figures``: the numbers of the articles with what they count and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from sphinx_briefing.corpus import Query
from sphinx_briefing.models import FigureKind, Problem
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice, choices, words
from sphinx_briefing.pages.rendering.figures import COLUMNS, LAYOUTS, render_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Change
    from sphinx_briefing.pages.rendering.items import Page


#: What becomes of figures that are the values of a change: rows of their own, or one row for the change.
CHANGES = ("no", "first", "only")


class FiguresDirective(BriefingDirective):
    """Sets figures in a table, in the order of the articles."""

    wanted = "figures"
    option_spec = {  # noqa: RUF012
        **SELECTING,
        "speaker": words,
        "kind": choices(get_args(FigureKind)),
        "layout": choice(*LAYOUTS),
        "columns": choices(COLUMNS),
        "changes": choice(*CHANGES),
    }

    def listed(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """The figures; where changes are wanted, those in the place of theirs."""
        return hits if self.options.get("changes", CHANGES[0]) == CHANGES[0] else self._with_changes(hits)

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The figures as a table or a list."""
        layout = self.options.get("layout", LAYOUTS[0])
        return render_figures(page, hits, layout, self.options.get("columns", ()))

    def _with_changes(self, hits: Sequence[Hit]) -> list[Hit]:
        """The changes that the figures of *hits* make, and, unless they alone are wanted, the figures they leave."""
        query = Query(
            wanted="changes",
            articles=tuple(dict.fromkeys(hit.article.id for hit in hits)),
            figures=tuple(hit.name for hit in hits),
        )
        changes = briefing_domain(self.env).ask(self.env.docname, query, self.get_location()).hits
        if self.options["changes"] == "only":
            if not changes:
                warn(Problem(subtype="no_match", message="these figures make no change"), self.get_location())
            return list(changes)
        held = {f"{hit.article.id}/{r.figure}" for hit in changes for r in cast("Change", hit.excerpt).levels}
        return [*changes, *(hit for hit in hits if hit.name not in held)]
