"""The verbatim contract: when words on a page are words of an article.

They are when, after folding (:mod:`~sphinx_briefing.folding`), they stand in the article, whole words at
both ends. A comma, stop, colon or semicolon at the very end of a fragment and the case of its first letter are free.

An ellipsis (``…``, ``...``, ``[…]``) joins fragments that stand in order, at most :data:`MOST_OMITTED` characters
apart, and what it leaves out holds no negation. ``[words]`` are an editor's addition and are skipped; they may stand
in the place of one pronoun, ``[T]he`` changes a letter's case, and an addition that holds a negation never passes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.folding import Folded

Joint = Literal["omission", "addition", "letter"]

#: How many characters an ellipsis may leave out.
MOST_OMITTED: Final = 300
#: Stands in a folded text where an attribution interrupts a quotation, with the punctuation that goes with it.
BREAK: Final = "\x1f"

_LEXICON: Final = Path(__file__).parent / "lexicon"
_PRONOUNS: Final = entries(_LEXICON / "pronouns.txt")
_NEGATION: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(entries(_LEXICON / 'negations.txt')))})\b|\w*n['’]t\b", re.IGNORECASE
)
_DOTS: Final = r"(?:…|\.\s?\.\s?\.)(?:\s?\.)?"
_OMISSION: Final = re.compile(rf"\s*(?P<omission>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})\s*")
_JOINT: Final = re.compile(
    rf"{_OMISSION.pattern}|\[(?P<letter>[^\W\d_])\](?=[^\W\d_])|\s*\[(?P<addition>[^\[\]]*)\]"
)
_FREE_AT_END: Final = " '.,;:-"
_OPENING: Final = re.compile(r"\A(?:[ ',;:]|[.-](?!\d))+")
#: Where an interruption may have taken the place of what parts two words.
_PARTING: Final = re.compile(r"[.,;:]? |-")


def denies(words: str) -> bool:
    """Whether *words* hold a negation."""
    return _NEGATION.search(words) is not None


def is_pronoun(word: str) -> bool:
    """Whether an addition in brackets may stand for *word*."""
    return word.casefold() in _PRONOUNS


class Fragment(NamedTuple):
    """A run of words that must stand in the article as they are.

    Attributes:
        words: folded, without the free punctuation at its ends.
        joint: what joins it to the one before; ``omission`` for the first.
    """

    words: str
    joint: Joint = "omission"


@dataclass(frozen=True, slots=True)
class Wording:
    """A page's words taken apart.

    Attributes:
        fragments: none if there is nothing to look for.
        plain: whether they stand as they are, without ellipsis or addition.
        denying: an addition that holds a negation, ``""`` if none does.
    """

    fragments: tuple[Fragment, ...]
    plain: bool
    denying: str = ""


class Match(NamedTuple):
    """Where the fragments stand, as ranges of a folded text, and how well they do.

    Attributes:
        ranges: one a fragment, in order.
        omitted: what each ellipsis leaves out.
    """

    ranges: tuple[tuple[int, int], ...]
    omitted: tuple[str, ...] = ()

    @property
    def negated(self) -> bool:
        """Whether what is left out holds a negation."""
        return any(map(denies, self.omitted))

    @property
    def far(self) -> bool:
        """Whether an ellipsis leaves out more than it may."""
        return any(len(gap) > MOST_OMITTED for gap in self.omitted)

    @property
    def holds(self) -> bool:
        """Whether the contract does."""
        return not self.negated and not self.far


def ways_to_read(words: str) -> Iterator[Wording]:
    """What *words* may mean: brackets that are the article's own come first, then those of the page's editor."""
    if "[" in words:
        yield take_apart(words, _OMISSION)
    yield take_apart(words)


@lru_cache(maxsize=512)
def take_apart(words: str, joints: re.Pattern[str] = _JOINT) -> Wording:
    """*words* cut at ellipses and additions."""
    fragments: list[Fragment] = []
    joint: Joint = "omission"
    at, letter, denying = 0, "", ""
    found = list(joints.finditer(words))
    for mark in (*found, None):
        piece = letter + words[at : mark.start() if mark else len(words)]
        kind = _kind(mark) if mark else "omission"
        folded = _trimmed(fold(piece).text, opening=joint == "omission", closing=kind == "omission")
        if folded:
            fragments.append(Fragment(folded, joint))
        if mark is not None:
            joint = kind if folded or joint != "omission" else "omission"
            at, letter = mark.end(), mark[0][1] if kind == "letter" else ""
            if kind == "addition" and denies(mark[0]):
                denying = mark[0]
    return Wording(tuple(fragments), not found, denying)


def _kind(mark: re.Match[str]) -> Joint:
    """What a joint is, by the name of the group that matched."""
    return (
        "letter" if mark.lastgroup == "letter" else "addition" if mark.lastgroup == "addition" else "omission"
    )


def _trimmed(folded: str, *, opening: bool, closing: bool) -> str:
    """*folded* without the punctuation that is free where it opens or closes a fragment."""
    if opening:
        folded = _OPENING.sub("", folded)
    return folded.rstrip(_FREE_AT_END) if closing else folded.rstrip()


def matches(wording: Wording, text: Folded) -> Iterator[Match]:
    """Each way in which the fragments stand in *text* in their order, whatever their ellipses leave out."""
    if wording.fragments:
        for start, end in _ranges(wording.fragments[0].words, text, 0):
            yield from _continued(wording.fragments[1:], text, ((start, end),), ())


def _continued(
    rest: tuple[Fragment, ...], text: Folded, ranges: tuple[tuple[int, int], ...], omitted: tuple[str, ...]
) -> Iterator[Match]:
    if not rest:
        yield Match(ranges, omitted)
        return
    words, joint = rest[0]
    at = ranges[-1][1]
    for start, end in _ranges(words, text, at):
        gap = text.text[at:start]
        if joint == "omission":
            yield from _continued(rest[1:], text, (*ranges, (start, end)), (*omitted, gap))
            if len(gap) > MOST_OMITTED:
                return
        elif _closes(gap, joint):
            yield from _continued(rest[1:], text, (*ranges, (start, end)), omitted)
        elif len(gap) > _LONGEST_PRONOUN:
            return


_LONGEST_PRONOUN: Final = max(map(len, _PRONOUNS)) + 2


def _closes(gap: str, joint: Joint) -> bool:
    """Whether nothing is missing between two fragments: at most the pronoun that an addition stands for."""
    missing = gap.strip()
    return not missing or (joint == "addition" and is_pronoun(missing))


def _ranges(words: str, text: Folded, at: int) -> Iterator[tuple[int, int]]:
    """Where *words* stand from *at* on; an interruption of the text may stand where they part two words."""
    found = False
    for start in text.occurrences(words, at):
        found = True
        yield start, start + len(words)
    if not found and BREAK in text.text:
        for place in _over_breaks(words).finditer(text.text, at):
            if text.whole(*place.span()):
                yield place.span()


def _over_breaks(words: str) -> re.Pattern[str]:
    parted = [re.escape(part) for part in _PARTING.split(words)]
    partings = [f"(?:{re.escape(parting)}|{BREAK})" for parting in _PARTING.findall(words)]
    pattern = "".join(part + parting for part, parting in zip(parted, [*partings, ""], strict=True))
    if words[0].isalpha():
        pattern = f"[{words[0]}{words[0].swapcase()}]{pattern[1:]}"
    return re.compile(pattern)
