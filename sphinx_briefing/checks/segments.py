"""How the segments of a quotation are printed one after the other: with an ellipsis where words are left out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.models import Article, Quote

_WORD: Final = re.compile(r"\w")


def joined(article: Article, quote: Quote, printed: Callable[[Span, bool], str] | None = None) -> str:
    """The words of *quote*, its segments in their order.

    Args:
        article: where it stands.
        quote: the quotation.
        printed: makes the words of a segment, told whether another follows; plain words by default.
    """
    show = printed or (lambda span, _goes_on: article.printed(span))
    segments = quote.segments or (quote.span,)
    out = [show(segments[0], len(segments) > 1)]
    for n, (before, after) in enumerate(pairwise(segments), 2):
        ellipsis = leaves_out(article, quote, Span(before.end, after.start))
        out += [" … " if ellipsis else " ", show(after, n < len(segments))]
    return "".join(out)


def leaves_out(article: Article, quote: Quote, gap: Span) -> bool:
    """Whether words would go missing without notice if nothing were printed for *gap*, between two segments.

    Whole clauses are interrupted by their attribution alone, and that is printed beside them. Between fragments the
    article may say more, and a paraphrase has no marks that would show where it stops.
    """
    if quote.kind != "mixed":
        return quote.kind == "indirect"
    speakers = [s for s in (quote.speaker, *quote.co_speakers) if s is not None]
    told = [Span(s.start, s.end) for s in speakers]
    told += [Span(quote.cue.start, quote.cue.end)] if quote.cue else []
    rest = "".join(c for i, c in enumerate(article.prose[slice(*gap)], gap.start) if not _in_any(told, i))
    for speaker in speakers:
        rest = rest.replace(speaker.role, "")
    return bool(_WORD.search(rest))


def _in_any(spans: list[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
