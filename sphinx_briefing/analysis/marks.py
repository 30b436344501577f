"""Quotation marks: which pairs belong together, paragraph by paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIR: Final = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")


def quoted_spans(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """What stands between paired marks, marks excluded, in the order of the text; outermost pairs only."""
    out: list[Span] = []
    for start, end in paragraphs:
        for pair in _PAIR.finditer(text, start, end):
            group = 1 if pair.group(1) is not None else 2
            out.append(Span(*pair.span(group)))
    return out
