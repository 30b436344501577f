"""``briefing:changes``: what went from one value to another, and what is planned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choice, words
from sphinx_briefing.pages.rendering.figures import LAYOUTS, render_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page


class ChangesDirective(BriefingDirective):
    """Lists changes in the order of the articles: both values, what they count, and who says so."""

    wanted = "changes"
    option_spec = {**SELECTING, "speaker": words, "layout": choice(*LAYOUTS)}  # noqa: RUF012

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The changes as a list or a table."""
        return render_figures(page, hits, self.options.get("layout", "bullets"))
