"""``briefing:figures``: the numbers of the articles with what they count and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from sphinx_briefing.models import FigureKind
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choice, choices, words
from sphinx_briefing.pages.rendering.figures import COLUMNS, DEFAULT_COLUMNS, LAYOUTS, render_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page


class FiguresDirective(BriefingDirective):
    """Sets figures in a table, in the order of the articles."""

    wanted = "figures"
    option_spec = {  # noqa: RUF012
        **SELECTING,
        "speaker": words,
        "kind": choices(get_args(FigureKind)),
        "layout": choice(*LAYOUTS),
        "columns": choices(COLUMNS),
    }

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The figures as a table or a list."""
        layout = self.options.get("layout", LAYOUTS[0])
        return render_figures(page, hits, layout, self.options.get("columns", DEFAULT_COLUMNS))
