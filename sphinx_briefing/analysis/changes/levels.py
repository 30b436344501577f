"""From figures to the values of a change: the number as printed, and the two ends of "2,000 to 400"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_lists
from sphinx_briefing.analysis.figures.numbers import read_numbers
from sphinx_briefing.models import Level

if TYPE_CHECKING:
    from sphinx_briefing.models import Bound, Figure

_BOUNDS: Final[dict[str, Bound]] = {
    words: cast("Bound", bound)
    for bound, phrases in read_lists("bounds")["before"].items()
    for words in phrases
}
_HEDGE: Final = re.compile(rf"(?P<words>{alternatives(_BOUNDS)})(?!\w)", re.IGNORECASE)
_JOIN: Final = re.compile(r"\s(?:(?:up|down)\s)?(?P<word>to|from)\s(?:the\s|an?\s)?", re.IGNORECASE)
#: Behind a number, but not what it counts: "from 1,000 a day in June to 3,500".
_TELLS_WHEN: Final = re.compile(
    r"(?:an?|per|each|every|in|on|at|by|during|last|this|of|for)\s", re.IGNORECASE
)
_DATE: Final = re.compile(r"\s+(?:in|on|by|at|last|this|a|an)\s.*", re.IGNORECASE | re.DOTALL)
_AROUND: Final = " \n-‑–"


def level_of(figure: Figure) -> Level:
    """The figure's value with the words that print it: of a count the number alone, hedge included."""
    low, high = (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)
    end = figure.end
    if figure.kind == "count" and figure.unit and (numbers := read_numbers(figure.text)):
        end = figure.start + numbers[-1].end
        if figure.hedge and not figure.text.startswith(figure.hedge):
            end = max(end, figure.start + figure.text.rindex(figure.hedge) + len(figure.hedge))
    return Level(
        figure=figure.id,
        start=figure.start,
        end=end,
        low=low or 0.0,
        high=high or 0.0,
        bound=figure.bound,
    )


def amount_of(figure: Figure) -> Level:
    """The figure's value with all of its words, for a difference is never printed without its unit."""
    return replace(level_of(figure), end=figure.end)


def counted_words(figure: Figure) -> str:
    """What stands behind the number in a count: "U.S. troops" of "2,000 U.S. troops"."""
    if figure.kind != "count":
        return ""
    ends = ends_of(figure)
    if ends is None:
        return figure.text[level_of(figure).end - figure.start :].strip(_AROUND)
    join = _JOIN.search(figure.text)
    first, second = sorted(ends, key=lambda end: end.start)
    between = figure.text[first.end - figure.start : join.start() if join else 0].strip(_AROUND)
    if _TELLS_WHEN.match(between):
        return ""
    return between or figure.text[second.end - figure.start :].strip(_AROUND)


def ends_of(figure: Figure) -> tuple[Level, Level] | None:
    """The earlier and the later value of a range that reads "(from) X to Y" or "(to) Y from X"."""
    joins = list(_JOIN.finditer(figure.text))
    if figure.low is None or figure.high is None or len(joins) != 1:
        return None
    join = joins[0]
    second = _end(figure, join.end(), len(figure.text))
    first = _end(figure, 0, join.start())
    if first is None or second is None or second.low not in (figure.low, figure.high):
        return None
    other = (
        figure.low + figure.high - second.low
    )  # "from 5 to 3 million": the first has the scale of the second
    first = replace(first, low=other, high=other)
    return (first, second) if join["word"].lower() == "to" else (second, first)


def _end(figure: Figure, start: int, end: int) -> Level | None:
    """One end of a range: the number in the words from *start* to *end* of the figure's."""
    words = figure.text[start:end]
    numbers = read_numbers(words)
    if len(numbers) > 1:  # "from 12 in 2015 to 3"
        numbers = [n for n in numbers if n.low in (figure.low, figure.high)]
    if len(numbers) != 1:
        return None
    number = numbers[0]
    hedge = _HEDGE.match(words)
    told = _DATE.search(words)
    stop = number.end if figure.kind == "count" else told.start() if told else len(words.rstrip())
    return Level(
        figure=figure.id,
        start=figure.start + start,
        end=figure.start + start + stop,
        low=number.low,
        high=number.low,
        bound=_BOUNDS[" ".join(hedge["words"].lower().split())] if hedge else "=",
    )
