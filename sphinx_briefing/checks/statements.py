"""Quotations and numbers in prose: what an author states without saying where it is from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.analysis.marks import marked_passages
from sphinx_briefing.checks.quantities import read
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.checks.quantities import Reading

StatementKind = Literal["quotation", "number"]

#: How many words a quotation has that is looked at; fewer are titles, terms and turns of phrase.
FEWEST_WORDS: Final = 4

_LEXICON: Final = Path(__file__).parent / "lexicon"
_LABELS: Final = entries(_LEXICON / "labels.txt")
_BEFORE_YEARS: Final = entries(_LEXICON / "years.txt")
_DEFINITE: Final = frozenset({"the", "these", "those", "all", "both", "other", "first", "last", "next"})
_WORD: Final = re.compile(r"\w(?:[\w.,'’-]*\w)?")
_LAST_WORD: Final = re.compile(r"(?P<word>[§¶#]|[^\W\d]+)\.?[\s\u00a0]*\Z")
_AFTER_LABELLED: Final = re.compile(r"\s?(?:,|[-–—]|and|or|to|&|through)\s?\Z")
_YEAR: Final = re.compile(r"(?:1[5-9]|20|21)\d\d")
_COUNTED: Final = re.compile(r"\s+(?!was\b|is\b|has\b|as\b|this\b|its\b)[a-z]\w{2,}s\b(?!['’])")
_SENTENCE_BEGINS: Final = re.compile(r"(?:\A|[.!?:;“\"‘'(—–])\s*\Z")


class Statement(NamedTuple):
    """A quotation, marks excluded, or a number with its unit of measurement.

    Attributes:
        kind: which of the two.
        start: where it begins in the prose.
        end: where it ends.
        words: as the author wrote it.
        low: the value of a number, or the lower end of a range.
        high: the value, or the upper end.
        unit: its unit of measurement or money, ``""`` for a count.
    """

    kind: StatementKind
    start: int
    end: int
    words: str
    low: float = 0.0
    high: float = 0.0
    unit: str = ""


def statements(prose: str, hidden: Sequence[Span] = ()) -> list[Statement]:
    """What *prose* states, in its order; a number inside a quotation is the quotation's.

    Args:
        prose: one paragraph.
        hidden: what is not the author's statement: code, footnote marks, words that are proved already.
    """
    quoted = list(_quotations(prose, hidden))
    covered = [*hidden, *(Span(q.start, q.end) for q in quoted)]
    return sorted([*quoted, *_numbers(prose, covered)], key=lambda statement: statement.start)


def _quotations(prose: str, hidden: Sequence[Span]) -> Iterator[Statement]:
    for passage in marked_passages(prose, [Span(0, len(prose))]):
        opening = Span(passage.outer_start, passage.start)
        deliberate = passage.closed or prose[passage.outer_start] in "“„«"
        words = prose[passage.start : passage.end]
        if (
            deliberate
            and len(_WORD.findall(words)) >= FEWEST_WORDS
            and not any(h.overlaps(opening) or h.contains(passage.span) for h in hidden)
        ):
            yield Statement("quotation", passage.start, passage.end, " ".join(words.split()))


def _numbers(prose: str, covered: Sequence[Span]) -> Iterator[Statement]:
    if not _WORD.search(prose):
        return
    labelled = -1
    for reading in read(prose):
        start = reading.cores[0].start
        if _is_labelled(prose, start, labelled):
            labelled = reading.cores[-1].end
        elif not any(span.overlaps(Span(reading.start, reading.end)) for span in covered) and _is_stated(
            prose, reading
        ):
            words = " ".join(prose[reading.start : reading.end].split())
            yield Statement(
                "number", reading.start, reading.end, words, reading.low, reading.high, reading.unit
            )


def _is_labelled(prose: str, start: int, labelled: int) -> bool:
    """Whether a number names a section, page, version or the like, or goes on from one that does."""
    if labelled >= 0 and _AFTER_LABELLED.fullmatch(prose, labelled, start):
        return True
    before = _LAST_WORD.search(prose, max(0, start - 24), start)
    return before is not None and (before["word"] in "§¶#" or before["word"].casefold() in _LABELS)


def _is_stated(prose: str, reading: Reading) -> bool:
    """Whether a number states a quantity: no year, name or pronoun."""
    start = reading.cores[0].start
    found = _LAST_WORD.search(prose, max(0, start - 24), start)
    before = found["word"].casefold() if found else ""
    if not reading.words:
        return not _is_year(prose, reading, before)
    named = prose[start].isupper() and not _SENTENCE_BEGINS.search(prose, 0, start)
    return not named and reading.high not in (0.0, 1.0) and before not in _DEFINITE


def _is_year(prose: str, reading: Reading, before: str) -> bool:
    """Whether four bare digits are a year: nothing hedges them, and they don't count the noun that follows."""
    if reading.unit or reading.hedge or not _YEAR.fullmatch(prose, reading.start, reading.end):
        return False
    return before in _BEFORE_YEARS or not _COUNTED.match(prose, reading.end)
