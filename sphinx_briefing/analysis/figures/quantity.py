"""The record the passes hand on: a number or a range with its unit, before it becomes a Figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.numbers import Number
    from sphinx_briefing.models import FigureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number or range in a text with the unit written beside it.

    Attributes:
        start: where it begins, a currency sign included.
        end: where it ends, the unit included.
        number: the number; in a range the first.
        last: the number; in a range the last.
        low: the value, or the lower end of a range.
        high: the value, or the upper end of a range.
        unit: the normalised unit, ``""`` if none is written beside the number.
        per: what the unit is counted by ("barrel" in "$52 a barrel"), else ``""``.
        kind: what sort of number it is, as far as the unit tells.
        unit_phrase: the unit with its modifiers.
        noun: the index of the token that is the head of what is counted, or -1.
    """

    start: int
    end: int
    number: Number
    last: Number
    low: float
    high: float
    unit: str = ""
    per: str = ""
    kind: FigureKind = "count"
    unit_phrase: str = ""
    noun: int = -1

    @classmethod
    def of(cls, number: Number) -> Self:
        """A number alone, without a unit."""
        return cls(
            start=number.start,
            end=number.end,
            number=number,
            last=number,
            low=number.low,
            high=number.high,
            kind="ratio" if number.style == "part" else "count",
        )

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high

    def by_rate(self, unit: str) -> str:
        """A name of the unit with what it is counted by."""
        return f"{unit} per {self.per}" if self.per else unit
