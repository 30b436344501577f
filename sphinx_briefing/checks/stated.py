"""The numbers that an article states: what the analysis knows of each, else what the text alone tells."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.checks.quantities import MEASURED, Reading, read
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.models import Article, Figure


class Stated(NamedTuple):
    """A number as its article prints it.

    Attributes:
        span: the number with hedge and unit.
        cores: the numbers themselves; two that only make sense together ("10 to 15") are one.
        low: the value, or the lower end of a range.
        high: the value, or the upper end.
        unit: the unit of measurement or money, ``""`` for a count.
        hedge: the span of the words that hedge it, ``None`` if none do.
        subject: what is counted or measured, as far as it is known.
    """

    span: Span
    cores: tuple[Span, ...]
    low: float
    high: float
    unit: str = ""
    hedge: Span | None = None
    subject: str = ""

    def has_value(self, low: float, high: float) -> bool:
        """Whether it is this value or range."""
        return isclose(self.low, low) and isclose(self.high, high)


def stated(article: Article, figures: Sequence[Figure]) -> list[Stated]:
    """The numbers of *article* in its order; *figures* are those found in it, each in every place."""
    readings = read(article.prose)
    return sorted(_all_stated(readings, figures))


def _all_stated(readings: list[Reading], figures: Sequence[Figure]) -> Iterator[Stated]:
    known: set[int] = set()
    for figure in figures:
        inside = [i for i, r in enumerate(readings) if any(figure.span.overlaps(core) for core in r.cores)]
        known.update(inside)
        yield _of_figure(figure, tuple(core for i in inside for core in readings[i].cores))
    for i, reading in enumerate(readings):
        if i not in known:
            yield _of_reading(reading)


def _of_reading(reading: Reading) -> Stated:
    hedge = None
    if reading.hedge:
        first, last = reading.cores[0], reading.cores[-1]
        before = reading.hedged.start < first.start
        hedge = Span(reading.hedged.start, first.start) if before else Span(last.end, reading.hedged.end)
    return Stated(reading.hedged, reading.cores, reading.low, reading.high, reading.unit, hedge)


def _of_figure(figure: Figure, cores: tuple[Span, ...]) -> Stated:
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    return Stated(
        span=figure.span,
        cores=cores or (figure.span,),
        low=low if low is not None else 0.0,
        high=high if high is not None else 0.0,
        unit=figure.unit if figure.kind in MEASURED else "",
        hedge=_hedge_in(figure),
        subject=f"{figure.subject} {figure.unit_phrase}",
    )


def _hedge_in(figure: Figure) -> Span | None:
    if not figure.hedge:
        return None
    words, hedge = figure.text.casefold(), figure.hedge.casefold()
    at = 0 if words.startswith(hedge) else words.rfind(hedge)
    return Span(figure.start + at, figure.start + at + len(hedge)) if at >= 0 else None
