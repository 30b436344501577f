"""Where an excerpt's words stand, as other programs look them up: the selectors of the W3C Web Annotation model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sphinx_briefing.models import Span

#: Characters of context in a selector: enough to find the words again in a copy with other offsets.
_CONTEXT: Final = 32


def quote_selector(text: str, span: Span) -> dict[str, Any]:
    """A ``TextQuoteSelector``: the words of *span* in *text*, with what stands before and behind them."""
    start, end = span
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
    }


def position_selector(span: Span) -> dict[str, Any]:
    """A ``TextPositionSelector``: code points from the start of the text, end-exclusive."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}
