"""What values a figure may stand for, given its hedge and its digits, and whether two figures can both be right."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sphinx_briefing.models import Figure

#: How far "about" may be off, as a part of the value.
_ABOUT: Final = 0.05
#: A number in words of magnitude, or in per cent, is as exact as its last digit: "2 million", "4.1 billion", "12%".
_ROUNDED: Final = re.compile(
    r"(?P<number>\d+(?:\.(?P<decimals>\d+))?)\s*-?(?P<by>thousand|million|billion|trillion|percent|per cent|%|bn|m\b)",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """The least and the most that a figure may stand for."""

    low: float
    high: float


def amount_of(figure: Figure) -> Amount | None:
    """The values that *figure* may stand for, ``None`` if it has none."""
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    if low is None or high is None:
        return None
    match figure.bound:
        case ">" | ">=":
            return Amount(low, inf)
        case "<" | "<=":
            return Amount(-inf, high)
        case "~":
            slack = max(abs(high) * _ABOUT, _half_a_step(figure))
        case _:
            slack = _half_a_step(figure)
    return Amount(low - slack, high + slack)


def _half_a_step(figure: Figure) -> float:
    """Half of what the last printed digit of a rounded number stands for."""
    rounded = _ROUNDED.search(figure.text)
    printed = float(rounded["number"]) if rounded else 0.0
    if rounded is None or figure.value is None or not printed:
        return 0.0
    step = 10.0 ** -len(rounded["decimals"] or "")
    return step / 2 * figure.value / printed


def disagree(one: Amount, other: Amount, tolerance: float) -> bool:
    """Whether no value is both, and what lies between them is more than *tolerance*, a part of the larger one."""
    gap = max(one.low, other.low) - min(one.high, other.high)
    size = max(abs(max(one.low, other.low)), abs(min(one.high, other.high)))
    return gap > tolerance * size
