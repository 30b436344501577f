"""The verbatim contract: when words on a page are words of an article.

They are when, after folding (:mod:`~sphinx_briefing.checks.folding`), they stand in the article, whole words at
both ends. A comma, stop, colon or semicolon at the very end of a fragment and the case of its first letter are
free. ``[words]`` are an editor's addition and are skipped; an ellipsis (``…``, ``...``, ``[…]``) joins fragments
that stand in order, at most :data:`MOST_OMITTED` characters apart, and what it leaves out holds no negation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.models import Span

#: How many characters an ellipsis may leave out.
MOST_OMITTED: Final = 300

_JOINT: Final = re.compile(
    r"\s*(?:(?P<omission>\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.)|(?P<addition>\[[^\[\]]*\]))\s*"
)
_NEGATION: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely)\b|n't\b",
    re.I,
)
_EDGE: Final = " \"',.;:"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of words that must stand in the article as they are; ``omission`` tells what joins it to the one before."""

    words: str
    omission: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where the fragments stand, as spans of the article; ``negated`` if what was left out holds a negation."""

    spans: tuple[Span, ...]
    negated: bool = False


def fragments(words: str) -> list[Fragment]:
    """*words* cut at ellipses and additions, folded, the free punctuation at their ends taken off."""
    out: list[Fragment] = []
    at, omission = 0, False
    for joint in (*_JOINT.finditer(words), None):
        end = joint.start() if joint else len(words)
        folded = fold(words[at:end]).text.strip(_EDGE)
        if folded:
            out.append(Fragment(folded, omission))
            omission = False
        if joint:
            omission = omission or joint["omission"] is not None
            at = joint.end()
    return out


def matches(words: str, text: Folded) -> Iterator[Match]:
    """Each place where *words* stand in *text* under the contract, negated omissions last."""
    parts = fragments(words)
    if not parts:
        return
    found = [
        Match(tuple(text.original(a, b) for a, b in ranges), _negated(ranges, parts, text))
        for start in text.occurrences(parts[0].words)
        if (ranges := _rest(parts[1:], text, [(start, start + len(parts[0].words))]))
    ]
    yield from sorted(found, key=lambda match: match.negated)


def _rest(parts: list[Fragment], text: Folded, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """*ranges* continued by the nearest place of each further fragment; empty if one has none."""
    for part in parts:
        end = ranges[-1][1]
        most = MOST_OMITTED if part.omission else 1
        start = next(text.occurrences(part.words, end, end + most + len(part.words)), None)
        if start is None or (not part.omission and text.text[end:start].strip()):
            return []
        ranges.append((start, start + len(part.words)))
    return ranges


def _negated(ranges: list[tuple[int, int]], parts: list[Fragment], text: Folded) -> bool:
    omitted = [
        text.text[before[1] : after[0]]
        for before, after, part in zip(ranges, ranges[1:], parts[1:], strict=False)
        if part.omission
    ]
    return any(_NEGATION.search(gap) for gap in omitted)
