"""What a figure takes over from its neighbours: the unit of a bare number, the hedge of a conversion."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.analysis.figures.quantity import Quantity

Restatement = Literal["", "converted", "restated"]

_OF_THE: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|those|these|an?)\s+)?(?:\w+[’']s?\s+)?"
    r"(?:total\s+of\s+|some\s+|about\s+|combined\s+)?",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?<!\w)by\s+(?:about\s|around\s|nearly\s|almost\s)?\Z", re.IGNORECASE)
_CONVERSION: Final = re.compile(r"\s?[(\[]\s?(?:or\s|about\s)?|\s?/\s?")
_RESTATEMENT: Final = re.compile(
    r",?\s(?:or|i\.e\.,?|that\sis,?)\s(?:(?:about|around|nearly|almost|roughly|more\sthan)\s)?", re.IGNORECASE
)
_COORDINATION: Final = re.compile(r",?\s(?:and|or)\s|,\s")
_LENDING: Final = frozenset({"count", "money", "measure"})
_MOST_TIMES: Final = 100.0
_MOST_TIMES_POINTS: Final = 1000.0
_NEAREST: Final = 12
_WINDOW: Final = 16


def share_units(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, bare numbers with the unit of a number they stand beside.

    "40 flats by sale and 18 by lot" counts flats twice.
    """
    out: list[Quantity] = []
    for i, quantity in enumerate(quantities):
        lender = None
        if not quantity.unit and quantity.kind in ("count", "ratio"):
            lender = _lender(text, out[-_NEAREST:], quantity, quantities[i + 1 : i + 1 + _NEAREST])
        out.append(quantity if lender is None else _lent(quantity, lender))
    return out


def _lent(quantity: Quantity, lender: Quantity) -> Quantity:
    kind = quantity.kind if quantity.kind == "ratio" else lender.kind
    return replace(quantity, unit=lender.unit, unit_phrase=lender.unit_phrase, kind=kind, noun=lender.noun)


def _lender(
    text: str, before: Sequence[Quantity], quantity: Quantity, after: Sequence[Quantity]
) -> Quantity | None:
    """The quantity whose unit a bare one has."""
    lender = _whole_of(text, quantity, after) or _last_of_list(text, (quantity, *after))
    if lender is not None or quantity.number.style == "part":
        return lender
    return (
        _coordinated(text, before, quantity) or _nearest(before, quantity) or _counted_next(quantity, after)
    )


def _whole_of(text: str, quantity: Quantity, after: Sequence[Quantity]) -> Quantity | None:
    """The whole of a part: "300 million of the 2 billion crowns"."""
    if not after or not after[0].unit or after[0].kind in ("duration", "age"):
        return None
    return after[0] if _OF_THE.fullmatch(text, quantity.end, after[0].start) else None


def _last_of_list(text: str, listed: Sequence[Quantity]) -> Quantity | None:
    """The last of a list, which has the unit of all: "7, 8, 10 percent"."""
    for quantity, following in pairwise(listed):
        joined = _COORDINATION.fullmatch(text, quantity.end, following.start)
        if not joined or not _are_comparable(quantity, following):
            return None
        if following.unit:
            return following
    return None


def _coordinated(text: str, before: Sequence[Quantity], quantity: Quantity) -> Quantity | None:
    """The quantity right before, joined by "and"; a percentage also by a step: "up 2 percent, down by 1"."""
    if not before or not before[-1].unit or not _are_comparable(quantity, before[-1]):
        return None
    last = before[-1]
    if _COORDINATION.fullmatch(text, last.end, quantity.start):
        return last
    stepped = _BY.search(text, max(0, quantity.start - _WINDOW), quantity.start)
    return last if last.kind == "percent" and stepped and quantity.high <= 100 else None


def _nearest(before: Sequence[Quantity], quantity: Quantity) -> Quantity | None:
    """The quantity nearest in size; a percentage, a duration or an age lends its unit to nothing."""
    lenders = [q for q in before if q.unit and q.kind in _LENDING and _may_lend(q, quantity)]
    return min(lenders, key=lambda q: _times(quantity, q), default=None)


def _counted_next(quantity: Quantity, after: Sequence[Quantity]) -> Quantity | None:
    if not after or not after[0].unit or after[0].kind != "count":
        return None
    return after[0] if _may_lend(after[0], quantity) else None


def _may_lend(lender: Quantity, quantity: Quantity) -> bool:
    """Whether the unit of one fits the other: a decimal counts no things."""
    if lender.unit == "other":
        return False
    things = lender.kind == "count" and lender.unit != "point"
    return _are_comparable(quantity, lender) and not (things and quantity.low != int(quantity.low))


def _are_comparable(quantity: Quantity, other: Quantity) -> bool:
    """Whether the two may count the same thing: they are of like size."""
    return _times(quantity, other) <= (_MOST_TIMES_POINTS if other.unit == "point" else _MOST_TIMES)


def _times(quantity: Quantity, other: Quantity) -> float:
    """How many times the smaller the larger is."""
    low, high = sorted((abs(quantity.high), abs(other.high)))
    return high / low if low > 0 else math.inf


def restatement(text: str, before: Quantity | None, quantity: Quantity) -> Restatement:
    """How a quantity says again what the one before it said.

    "100 km (60 miles)" is a conversion and has the hedge and trend of the first; "lost 90 points, or 0.4%"
    is a restatement and has its trend.
    """
    if before is None or before.end > quantity.start or not before.unit or not quantity.unit:
        return ""
    same_kind = quantity.kind == before.kind and before.kind in ("measure", "money")
    if same_kind and before.unit != quantity.unit and _CONVERSION.fullmatch(text, before.end, quantity.start):
        return "converted"
    return "restated" if _RESTATEMENT.fullmatch(text, before.end, quantity.start) else ""
