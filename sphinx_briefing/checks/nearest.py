"""The passage of an article that comes nearest to words it does not hold, and what differs."""

from __future__ import annotations

import re
from collections import Counter, deque
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from sphinx_briefing.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.folding import Folded
    from sphinx_briefing.models import Span

_WORD: Final = re.compile(r"\w+(?:[.,'-]\w+)*%?")
_LEAST_SHARED: Final = 0.4
_MOST_DIFFERENCES: Final = 4


class Words:
    """The words of a folded text with their places."""

    def __init__(self, text: Folded) -> None:
        self._text = text
        found = list(_WORD.finditer(text.text))
        self._places = [m.span() for m in found]
        self._words = [m.group().casefold() for m in found]

    def nearest(self, words: str) -> tuple[float, Span] | None:
        """The stretch that shares most words with *words*, with the share (0 to 1); ``None`` if it shares few."""
        wanted = [m.group().casefold() for m in _WORD.finditer(fold(words).text)]
        best = _best_window(wanted, self._words)
        if best is None:
            return None
        shared, first, last = best
        share = shared / len(wanted)
        span = self._text.original(self._places[first][0], self._places[last][1])
        return (share, span) if share >= _LEAST_SHARED else None


def _best_window(wanted: Sequence[str], there: Sequence[str]) -> tuple[int, int, int] | None:
    """How many words the best window shares, its first and its last shared word."""
    need = Counter(wanted)
    places = [i for i, word in enumerate(there) if word in need]
    width = len(wanted) + max(2, len(wanted) // 2)
    window: deque[int] = deque()
    have: Counter[str] = Counter()
    best: tuple[int, int, int] | None = None
    for place in places:
        window.append(place)
        have[there[place]] += 1
        while place - window[0] >= width or have[there[window[0]]] > need[there[window[0]]]:
            have[there[window.popleft()]] -= 1
        shared = sum(min(n, need[word]) for word, n in have.items())
        if best is None or (shared, window[0] - place) > (best[0], best[1] - best[2]):
            best = shared, window[0], place
    return best


def differences(words: str, passage: str, *, more_than_there: str = "is not there") -> str:
    """What differs between *words* and *passage*, word by word, as a phrase; ``""`` if only typography does.

    Args:
        words: what is told of.
        passage: what they are held against.
        more_than_there: what is said of words that the passage does not have.
    """
    typed, printed = _tokens(words), _tokens(passage)
    told: list[str] = []
    plain = [word.casefold() for word in typed], [word.casefold() for word in printed]
    for tag, a, b, c, d in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        ours, theirs = " ".join(typed[a:b]), " ".join(printed[c:d])
        if tag == "replace":
            told.append(f"“{ours}” for “{theirs}”")
        elif tag == "delete":
            told.append(f"“{ours}” {more_than_there}")
        elif tag == "insert":
            told.append(f"“{theirs}” is left out")
    more = len(told) - _MOST_DIFFERENCES
    return "; ".join(told[:_MOST_DIFFERENCES]) + (f"; {more} more" if more > 0 else "")


def _tokens(text: str) -> list[str]:
    words = (word.strip("'") for word in fold(text).text.split())
    return [word for word in words if word]
