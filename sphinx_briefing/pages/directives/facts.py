"""``briefing:facts``: the sentences of the articles that a reader should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choice
from sphinx_briefing.pages.rendering.facts import LAYOUTS, render_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page


class FactsDirective(BriefingDirective):
    """Lists facts, the most salient first."""

    wanted = "facts"
    order = "salience"
    option_spec = {**SELECTING, "layout": choice(*LAYOUTS)}  # noqa: RUF012

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The facts as a list."""
        return render_facts(page, hits, self.options.get("layout", LAYOUTS[0]))
