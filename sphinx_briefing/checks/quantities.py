"""Numbers as a text writes them, with hedge and unit of measurement, read without a parse.

The same reader serves articles and pages, so that "2,000" and "two thousand" are one value on both sides and a page
can be checked where no model is installed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.quantity import Quantity

#: Kinds that are part of what a number says; a count's noun is not read here.
MEASURED: Final = frozenset({"percent", "money", "measure", "duration"})
_CLOSE: Final = 9
_FROM: Final = re.compile(r"\bfrom\s(?:about\s|some\s)?\Z", re.IGNORECASE)


class Reading(NamedTuple):
    """A number in a text.

    Attributes:
        start: where it begins, a currency sign included, its hedge not.
        end: where it ends, its unit of measurement included.
        cores: the numbers themselves; two that only make sense together ("10 to 15") are one.
        low: the value, or the lower end of a range.
        high: the value, or the upper end.
        unit: the unit of measurement or money, ``""`` for a count.
        hedge: the words that hedge it, ``""`` if none.
        hedged: the span with the hedge.
        words: whether it is written in words.
    """

    start: int
    end: int
    cores: tuple[Span, ...]
    low: float
    high: float
    unit: str
    hedge: str
    hedged: Span
    words: bool = False


def read(text: str) -> list[Reading]:
    """The numbers of *text* in its order; dates, clock times, codes and the like are none."""
    from sphinx_briefing.analysis.figures import read_quantities  # noqa: PLC0415 - most pages state no figure by hand
    from sphinx_briefing.analysis.figures.bounds import hedge_of  # noqa: PLC0415

    out = []
    for quantity in read_quantities(text):
        hedge = hedge_of(text, quantity, Span(0, len(text)))
        unit = quantity.by_rate(quantity.unit) if quantity.kind in MEASURED else ""
        out.append(
            Reading(
                start=quantity.start,
                end=quantity.end,
                cores=_cores(text, quantity),
                low=quantity.low,
                high=quantity.high,
                unit=unit,
                hedge=hedge.words,
                hedged=Span(hedge.start, hedge.end),
                words=quantity.number.style != "digits",
            )
        )
    return out


def _cores(text: str, quantity: Quantity) -> tuple[Span, ...]:
    """The digits or number words: both ends of "10 to 15" as one, those of "from $75 to $45" each by itself."""
    first, last = quantity.number, quantity.last
    start = min(quantity.start, first.start)
    if last.end == first.end:
        return (Span(start, first.end),)
    if last.start - first.end <= _CLOSE and not _FROM.search(text, max(0, start - 12), start):
        return (Span(start, last.end),)
    return Span(start, first.end), Span(last.start, last.end)
