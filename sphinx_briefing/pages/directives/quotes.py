"""``briefing:quotes``: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from sphinx_briefing.models import QuoteKind
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choice, choices, words
from sphinx_briefing.pages.rendering.quotes import CONTEXTS, LAYOUTS, render_quotes

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
        "context": choice(*CONTEXTS),
    }

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The quotations as block quotes or a list."""
        layout = self.options.get("layout", LAYOUTS[0])
        return render_quotes(page, hits, layout, self.options.get("context", CONTEXTS[0]))
