"""Changes that no single sentence states: two figures that count the same thing, before and after."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.changes.difference import direction_of
from sphinx_briefing.analysis.changes.found import Found
from sphinx_briefing.analysis.changes.grammar import owner_of
from sphinx_briefing.analysis.changes.levels import level_of
from sphinx_briefing.analysis.changes.lexicon import words
from sphinx_briefing.analysis.changes.mentions import Mention, mentions_of, same_group
from sphinx_briefing.analysis.changes.signs import (
    era_of,
    is_later,
    is_planned_size,
    is_there,
    leaves,
    says_the_same,
    stays,
)
from sphinx_briefing.analysis.layout import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Figure

_STAND_INS: Final = words("stand-ins")
_MOST_FIGURES_BETWEEN: Final = 2
_OTHER_SCALE: Final = 100.0
#: How many figures to either side of a value its earlier one is looked for: farther away nobody means it, and a
#: text of thousands of figures must not cost their square.
_REACH: Final = 80


def linked_changes(index: TokenIndex, figures: Sequence[Figure]) -> list[Found]:
    """The changes that two passages make together; of each later value the earlier one must be beyond doubt."""
    text = index.text
    mentions = mentions_of(index, figures)
    out: list[Found] = []
    for n, later in enumerate(mentions):
        around = mentions[max(0, n - _REACH) : n + _REACH]
        fitting = [
            m for m in around if m is not later and same_group(m, later) and _is_before(m, later, text)
        ]
        strong = [m for m in fitting if leaves(m) or m.definite] or fitting
        if len({(m.low, m.high) for m in strong}) == 1:
            out.append(_linked(strong[0].figure, later.figure))
    return out


def _is_before(earlier: Mention, later: Mention, text: str) -> bool:
    """Whether the text gives a reason to take the one for the earlier value and the other for the later."""
    smaller = later.high < earlier.low
    if smaller and stays(later) and is_there(earlier) and not stays(earlier):
        return True
    if later.part or not later.figure.unit or min(earlier.high, later.high) == 1:
        return False
    if is_planned_size(later) and earlier.figure.modality != "planned" and is_there(earlier):
        return smaller or later.low > earlier.high
    exact = earlier.figure.value is not None and later.figure.value is not None
    apart = exact and (smaller or later.low > earlier.high)
    dated = apart and is_later(era_of(later, text), era_of(earlier, text))
    return dated and says_the_same(earlier, later)


def _linked(earlier: Figure, later: Figure) -> Found:
    return Found(
        figures=(later, earlier),
        before=level_of(earlier),
        after=level_of(later),
        start=later.start,
        end=later.end,
        basis="linked",
    )


def completed(doc: Doc, figures: Sequence[Figure], stated: Sequence[Found]) -> Iterator[Found]:
    """The stated changes, those whose other value stands in a sentence before with that value.

    "The force numbered 2,000. It has since shrunk to 400." - "There are 400 guards. That is down from 2,000."
    """
    starts = [p.start_char for p in paragraphs(doc)]
    for found in stated:
        known = found.before or found.after
        if known is None or (found.before and found.after) or not _stands_in(found.word):
            yield found
            continue
        figure = next(f for f in found.figures if f.id == known.figure)
        other = _figure_before(figures, figure, starts)
        made = _completed(found, other) if other is not None else None
        yield made or found


def _stands_in(word: Token | None) -> bool:
    """Whether the word of change has a subject that stands for what was named before: "it", "the number"."""
    if word is None:
        return False
    governor = word if word.pos_ in ("VERB", "AUX") else word.head
    subject = owner_of(governor, word)
    return subject is not None and subject.lemma_.lower() in _STAND_INS


def _figure_before(
    figures: Sequence[Figure], figure: Figure, paragraph_starts: Sequence[int]
) -> Figure | None:
    """The nearest comparable figure of the sentences before, in the same paragraph."""
    paragraph = bisect_right(paragraph_starts, figure.start)
    at = next(i for i, f in enumerate(figures) if f.start == figure.start)
    for other in reversed(figures[max(0, at - _MOST_FIGURES_BETWEEN) : at]):
        if bisect_right(paragraph_starts, other.start) != paragraph or other.sentence == figure.sentence:
            continue
        if other.kind == figure.kind or "" in (other.unit, figure.unit):
            return other if _are_comparable(other, figure) else None
    return None


def _are_comparable(one: Figure, other: Figure) -> bool:
    if one.kind not in ("count", "money", "percent", "measure") or one.value is None or other.value is None:
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    units = one.unit == other.unit or "" in (one.unit, other.unit)
    return units and low > 0 and high / low <= _OTHER_SCALE


def _completed(found: Found, other: Figure) -> Found | None:
    """The change with *other* as its missing value, if it then goes the way that the words say."""
    level = level_of(other)
    before, after = found.before or level, found.after or level
    if found.direction is not None and direction_of(before, after) != found.direction:
        return None
    figures = (*found.figures, other) if found.after else (other, *found.figures)
    return replace(found, figures=figures, before=before, after=after, basis="linked")
