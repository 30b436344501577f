"""Where the words of a role stand in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How far from a mention, in characters, the words of a role are looked for.
_NEAR: Final = 2000


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
    """The occurrence of *words*, which stand in *text*, with the least between it and one of *places*.

    Of each mention only the occurrences right before and after it are looked at: an article may say both thousands
    of times.
    """
    near: list[tuple[int, int]] = []
    for start, end in places:
        before, after = text.rfind(words, max(0, start - _NEAR), start), text.find(words, end, end + _NEAR)
        near += [(start - before - len(words), before)] if before >= 0 else []
        near += [(after - end, after)] if after >= 0 else []
    at = min(near)[1] if near else text.find(words)
    return Span(at, at + len(words))
