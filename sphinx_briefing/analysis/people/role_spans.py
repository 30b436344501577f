"""Where the words of a role stand in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def role_spans(text: str, role: str, places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of the parts of *role*, each the one nearest to a mention.

    Args:
        text: the article's.
        role: its words, in one part or in several joined by ", ".
        places: the spans of the mentions.
    """
    if not role:
        return ()
    if role in text:
        return (_nearest(text, role, places),)
    return tuple(_nearest(text, part, places) for part in role.split(", ") if part in text)


def _nearest(text: str, words: str, places: Sequence[tuple[int, int]]) -> Span:
    """The occurrence of *words*, which stand in *text*, with the least between it and one of *places*."""
    found: list[Span] = []
    at = text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return min(found, key=lambda span: min(max(s - span.end, span.start - e) for s, e in places))
