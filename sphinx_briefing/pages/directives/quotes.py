"""``briefing:quotes``: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from sphinx_briefing.models import QuoteKind
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choice, choices, words
from sphinx_briefing.pages.rendering.quotes import LAYOUTS, render_quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page


class QuotesDirective(BriefingDirective):
    """Sets quotations with their speakers, in the order of the articles; paraphrases only when asked for."""

    wanted = "quotes"
    default_kinds = ("direct", "mixed")
    option_spec = {  # noqa: RUF012
        **SELECTING,
        "speaker": words,
        "kind": choices(get_args(QuoteKind)),
        "layout": choice(*LAYOUTS),
    }

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The quotations as block quotes or a list."""
        return render_quotes(page, hits, self.options.get("layout", LAYOUTS[0]))
