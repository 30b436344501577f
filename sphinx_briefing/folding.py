"""Text folded for comparison, with a map back to where each character came from.

Folded are what typesetting changes and a reader does not hear: curly and straight, double and single marks, dashes
and hyphens with the spaces round a dash, no-break spaces, runs of white space, invisible characters, asterisks of
emphasis, accents written as characters of their own, ligatures. Letters, case, digits and punctuation stay.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_MARKS: Final = "“”„‟«»″\"‘’‚‛‹›′`´'"
_SAME_LENGTH: Final = str.maketrans({**dict.fromkeys(_MARKS, "'"), **dict.fromkeys("‐‑‒–—―−", "-")})
_CHANGED: Final = re.compile(
    r"(?P<dash>\s*(?:[-–—―]{2,}|[—―]|(?<=\s)[-–‒−](?=\s)|(?<=[^\W\d])–(?=[^\W\d]))\s*)"
    r"|(?P<space>(?! \S)\s+)"
    r"|(?P<gone>[\u00ad\u200b-\u200d\u2060\ufeff*])"
    rf"|(?P<marks>[{_MARKS}]{{2,}})"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+|[ﬀ-ﬆ])"
)
#: What holds the letters before and after it together to one word or number, with what must stand round it.
_INSIDE_WORD: Final = re.compile(
    r"(?<=\w)'(?=\w)"  # don't
    r"|(?<=[^\W\d])-(?=\w)"  # non-violent, but 79-country; dashes are told apart by Folded.dashes
    r"|(?<=\d)-(?=\d)"  # 10-15
    r"|(?<=\d)[.,:/](?=\d)"  # 2,000
    r"|(?<!\w\w)(?<=[^\W\d])\.(?=[^\W\d])"  # U.S.
)
_SIGNS_BEFORE: Final = "$€£¥#-"
_SIGNS_AFTER: Final = "%°€"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    Attributes:
        text: the characters.
        at: the offset in the original of each.
        dashes: the places of hyphens that were dashes, which part words instead of joining them.
        long: where the original of a character ends that came from several.
    """

    text: str
    at: Sequence[int]
    dashes: AbstractSet[int] = frozenset()
    long: Mapping[int, int] = field(default_factory=dict)

    def original(self, start: int, end: int) -> Span:
        """The span of the original that the folded range ``start:end`` came from; the range is not empty."""
        return Span(self.at[start], self.long.get(end - 1, self.at[end - 1] + 1))

    def occurrences(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where *words* (folded) begin, whole words at both ends; the first letter's case is free.

        Args:
            words: not empty.
            start: the first place to look at.
            end: where the words must have ended.
        """
        stop = len(self.text) if end is None else min(end, len(self.text))
        either = {words, words[0].swapcase() + words[1:]}
        places = sorted(place for variant in either for place in _places(self.text, variant, start, stop))
        return (place for place in places if self.whole(place, place + len(words)))

    def whole(self, start: int, end: int) -> bool:
        """Whether neither end of a range cuts a word or a number in two."""
        text = self.text
        if (
            start
            and text[start].isdigit()
            and text[start - 1] in _SIGNS_BEFORE
            and start - 1 not in self.dashes
        ):
            return False
        if end < len(text) and text[end - 1].isdigit() and text[end] in _SIGNS_AFTER:
            return False
        return self._parts(start) and self._parts(end)

    def _parts(self, at: int) -> bool:
        """Whether a word may end or begin at a place."""
        text = self.text
        if not 0 < at < len(text):
            return True
        if text[at - 1].isalnum() and text[at].isalnum():
            return False
        return not any(
            place not in self.dashes and _INSIDE_WORD.match(text, place)
            for place in ((at,) if text[at - 1].isalnum() else (at - 1,))
        )


def _places(text: str, words: str, start: int, stop: int) -> Iterator[int]:
    place = text.find(words, start, stop)
    while place >= 0:
        yield place
        place = text.find(words, place + 1, stop)


def fold(text: str, markup: Sequence[Span] = ()) -> Folded:
    """*text* folded, without the spans of *markup* and without white space at its ends."""
    plain = text.translate(_SAME_LENGTH)
    folding = _Folding(plain, text)
    at = 0
    for mark in (*markup, Span(len(text), len(text))):
        folding.take(at, max(at, mark.start))
        at = max(at, mark.end)
    return folding.folded()


class _Folding:
    """Takes up a text piece by piece."""

    def __init__(self, plain: str, original: str) -> None:
        self.plain = plain
        self.source = original
        self.chars: list[str] = []
        self.at: list[int] = []
        self.dashes: set[int] = set()
        self.long: dict[int, int] = {}

    def take(self, start: int, end: int) -> None:
        """Append what ``source[start:end]`` folds to."""
        done = start
        for change in _CHANGED.finditer(self.source, start, end):
            self._keep(done, change.start())
            done = change.end()
            self._put(change)
        self._keep(done, end)

    def _keep(self, start: int, end: int) -> None:
        if start < end and self.source[start] == " " and self._after_space():
            start += 1
        self.chars.extend(self.plain[start:end])
        self.at.extend(range(start, end))

    def _after_space(self) -> bool:
        return not self.chars or self.chars[-1] == " " or len(self.chars) - 1 in self.dashes

    def _put(self, change: re.Match[str]) -> None:
        match change.lastgroup:
            case "space":
                instead = "" if self._after_space() else " "
            case "dash":
                while self.chars and self.chars[-1] == " ":
                    self.chars.pop()
                    self.at.pop()
                if self.chars and self.chars[-1] == "-":  # two dashes in a row are one
                    self.dashes.add(len(self.chars) - 1)
                    self.long[len(self.chars) - 1] = change.end()
                    return
                self.dashes.add(len(self.chars))
                instead = "-"
            case "marks":
                instead = "'"
            case "composed":
                instead = unicodedata.normalize("NFKC", change.group())
            case _:
                instead = ""
        self.chars.extend(instead)
        self.at.extend([change.start()] * len(instead))
        if instead and change.end() - change.start() > 1:
            self.long[len(self.chars) - 1] = change.end()

    def folded(self) -> Folded:
        """All that was taken up, without white space at the end."""
        while self.chars and self.chars[-1] == " ":
            self.chars.pop()
            self.at.pop()
        return Folded("".join(self.chars), tuple(self.at), frozenset(self.dashes), self.long)
