"""Text folded for comparison, with a map back to where each character came from.

Folded are what typesetting changes and a reader does not hear: curly and straight marks, dashes and hyphens,
no-break spaces, runs of white space, soft hyphens and other invisible characters. Letters, case, digits and
punctuation stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.models import Article

_SAME_LENGTH: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
#: What does not keep its length: white space that is not one plain space, invisible characters, two single
#: marks for a double one.
_CHANGED: Final = re.compile(
    r"(?P<space>(?! \S)\s+)|(?P<gone>[\u00ad\u200b-\u200d\u2060\ufeff])|(?P<double>'')"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``at[i]`` is the offset in the original of the folded character *i*."""

    text: str
    at: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The span of the original that the folded range ``start:end`` came from; the range is not empty."""
        return Span(self.at[start], self.at[end - 1] + 1)

    def occurrences(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where *words* (folded) begin, whole words at both ends; the first letter's case is free.

        Args:
            words: not empty.
            start: the first place to look at.
            end: where the words must have ended.
        """
        either_case = (
            re.escape(words[0]) if words[0] == words[0].swapcase() else f"[{words[0]}{words[0].swapcase()}]"
        )
        pattern = re.compile(f"(?={either_case}{re.escape(words[1:])})")
        stop = len(self.text) if end is None else min(end, len(self.text))
        for place in pattern.finditer(self.text, start, stop):
            if place.start() + len(words) <= stop and self._whole_words(
                place.start(), place.start() + len(words)
            ):
                yield place.start()

    def _whole_words(self, start: int, end: int) -> bool:
        text = self.text
        opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        closes = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
        return opens and closes and not _inside_number(text, start, end)


def _inside_number(text: str, start: int, end: int) -> bool:
    """Whether the range cuts a number such as ``2,000`` or ``-5`` in two."""
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    starts_cut = text[start].isdigit() and len(before) == 2 and before[0].isdigit() and before[1] in ",."
    ends_cut = text[end - 1].isdigit() and len(after) == 2 and after[0] in ",." and after[1].isdigit()
    return starts_cut or ends_cut or (text[end - 1].isdigit() and after[:1] == "%")


def fold(text: str, markup: Sequence[Span] = ()) -> Folded:
    """*text* folded, without the spans of *markup* and without white space at its ends."""
    plain = text.translate(_SAME_LENGTH)
    chars: list[str] = []
    at: list[int] = []
    for start, end in _between(markup, len(text)):
        _fold_into(chars, at, plain, Span(start, end))
    while chars and chars[-1] == " ":
        chars.pop()
        at.pop()
    return Folded("".join(chars), tuple(at))


def _fold_into(chars: list[str], at: list[int], text: str, span: Span) -> None:
    """Append the folded characters of ``text[span]`` and their offsets."""

    def keep(start: int, end: int) -> None:
        if start < end and text[start] == " " and (not chars or chars[-1] == " "):
            start += 1
        chars.extend(text[start:end])
        at.extend(range(start, end))

    done = span.start
    for change in _CHANGED.finditer(text, *span):
        keep(done, change.start())
        done = change.end()
        instead = " " if change["space"] else '"' if change["double"] else ""
        if instead and not (instead == " " and (not chars or chars[-1] == " ")):
            chars.append(instead)
            at.append(change.start())
    keep(done, span.end)


def _between(markup: Sequence[Span], end: int) -> Iterator[Span]:
    at = 0
    for mark in markup:
        yield Span(at, max(at, mark.start))
        at = max(at, mark.end)
    yield Span(at, end)


@lru_cache(maxsize=256)
def _folded_prose(prose: str, markup: tuple[Span, ...]) -> Folded:
    return fold(prose, markup)


def folded(article: Article) -> Folded:
    """The prose of *article* folded; cached, since a page holds many words against one article."""
    return _folded_prose(article.prose, article.markup)
