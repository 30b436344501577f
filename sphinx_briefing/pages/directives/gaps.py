"""``briefing:gaps``: what the articles say is not known, and what they set against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.models import GAP_KINDS
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choice, choices, words
from sphinx_briefing.pages.rendering.gaps import render_gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page


class GapsDirective(BriefingDirective):
    """Lists known unknowns with who says so, and below them claims with what is set against each."""

    wanted = "gaps"
    option_spec = {  # noqa: RUF012
        **SELECTING,
        "order": choice("text", "salience"),
        "speaker": words,
        "kind": choices(GAP_KINDS),
    }

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The gaps and the tensions as two lists."""
        return render_gaps(page, hits)
