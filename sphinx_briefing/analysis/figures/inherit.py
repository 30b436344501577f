"""What a figure takes over from its neighbours: the unit of a bare number, the hedge of a conversion."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.quantity import Quantity

_OF_THE: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|those|these|an?)\s+)?(?:\w+[’']s?\s+)?(?:total\s+of\s+|some\s+|about\s+|combined\s+)?",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?<!\w)by\s+(?:about\s|around\s|nearly\s|almost\s)?\Z", re.IGNORECASE)
_CONVERSION: Final = re.compile(r"\s?[(\[]\s?(?:or\s|about\s)?|\s?/\s?")
_RESTATED: Final = re.compile(
    r",?\s(?:or|i\.e\.,?|that\sis,?)\s(?:about\s|around\s|nearly\s|almost\s|roughly\s|more\sthan\s)?",
    re.IGNORECASE,
)
_COORDINATED: Final = re.compile(r",?\s(?:and|or)\s|,\s")
_OTHER_SCALE: Final = 100.0
_POINTS: Final = 1000.0


def share_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, bare numbers with the unit of the number they stand beside.

    "435 homes by open sale and 187 by tender" counts homes twice; a percentage, a duration or an age lends its
    unit to nothing.
    """
    out: list[Quantity] = []
    for i, quantity in enumerate(quantities):
        if quantity.unit or quantity.kind not in ("count", "ratio"):
            out.append(quantity)
            continue
        following = quantities[i + 1] if i + 1 < len(quantities) else None
        lender = _whole_of(text, quantity, following) or _listed_before(text, quantities[i:])
        if lender is None and quantity.kind == "count" and quantity.number.style != "part":
            lender = _lender(text, quantity, out) or _following(quantity, following)
        out.append(quantity if lender is None else _lent(quantity, lender))
    return out


def _lent(quantity: Quantity, lender: Quantity) -> Quantity:
    return replace(
        quantity,
        unit=lender.unit,
        unit_phrase=lender.unit_phrase,
        kind=quantity.kind if quantity.kind == "ratio" else lender.kind,
        noun=lender.noun,
    )


def _whole_of(text: str, quantity: Quantity, following: Quantity | None) -> Quantity | None:
    """ "280 million of the 1.5 billion shekels"."""
    if following is None or not following.unit or following.kind in ("duration", "age"):
        return None
    return following if _OF_THE.fullmatch(text, quantity.end, following.start) else None


def _listed_before(text: str, listed: list[Quantity]) -> Quantity | None:
    """ "7, 8, 10 percent": the unit of the last of a list."""
    for quantity, following in pairwise(listed):
        if not _COORDINATED.fullmatch(text, quantity.end, following.start) or not _comparable(
            quantity, following
        ):
            return None
        if following.unit:
            return following
    return None


def _lender(text: str, quantity: Quantity, before: list[Quantity]) -> Quantity | None:
    """The quantity before, nearest in size, that may lend its unit."""
    last = before[-1] if before else None
    if last is not None and last.unit and _comparable(quantity, last):
        if _COORDINATED.fullmatch(text, last.end, quantity.start):
            return last
        stepped = _BY.search(text, max(0, quantity.start - 16), quantity.start)
        if last.kind == "percent" and stepped and quantity.high <= 100:
            return last
    lenders = [
        q for q in before if q.unit and q.kind in ("count", "money", "measure") and _comparable(quantity, q)
    ]
    return min(lenders, key=lambda q: _distance(quantity, q), default=None)


def _following(quantity: Quantity, following: Quantity | None) -> Quantity | None:
    if following is None or following.unit == "" or following.kind != "count":
        return None
    return following if _comparable(quantity, following) else None


def _comparable(quantity: Quantity, other: Quantity) -> bool:
    """Whether the two may count the same thing: they are of like size."""
    return _distance(quantity, other) <= (_POINTS if other.unit == "point" else _OTHER_SCALE)


def _distance(quantity: Quantity, other: Quantity) -> float:
    """How many times the one is the other, at least 1.0."""
    low, high = sorted((abs(quantity.high), abs(other.high)))
    return high / low if low > 0 else math.inf


def restates(text: str, before: Quantity, quantity: Quantity) -> str:
    """How *quantity* says again what *before* said: ``"converted"``, ``"restated"`` or ``""``.

    "100 km (60 miles)" is a conversion and has the hedge and trend of the first; "lost 190 points, or 0.6%"
    has its trend.
    """
    if before.end > quantity.start or before.unit == quantity.unit or "" in (before.unit, quantity.unit):
        return ""
    between = text[before.end : quantity.start]
    if (
        _CONVERSION.fullmatch(between)
        and quantity.kind == before.kind
        and before.kind in ("measure", "money")
    ):
        return "converted"
    return "restated" if _RESTATED.fullmatch(between) else ""
