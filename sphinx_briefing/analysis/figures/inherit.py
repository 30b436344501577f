"""What a figure takes over from its neighbours: the unit of a bare number, the hedge of a conversion."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.quantity import Quantity

_OF_THE: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the|its|their|those|these|a)?\s*(?:total\s+of\s+|some\s+|about\s+|combined\s+)?",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?<!\w)by\s+(?:about\s|around\s|nearly\s|almost\s)?\Z", re.IGNORECASE)
_CONVERSION: Final = re.compile(r"\s?[(\[]\s?(?:or\s|about\s)?|\s?/\s?")
_RESTATED: Final = re.compile(
    r",?\s(?:or|i\.e\.,?|that\sis,?)\s(?:about\s|around\s|nearly\s|almost\s|roughly\s|more\sthan\s)?",
    re.IGNORECASE,
)
_COORDINATED: Final = re.compile(r",?\s(?:and|or)\s|,\s")
_INCLUDING: Final = re.compile(r"(?<!\w)(?:including|among\sthem)(?!\w)", re.IGNORECASE)
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
        lender = _whole_of(text, quantity, following)
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


def _lender(text: str, quantity: Quantity, before: list[Quantity]) -> Quantity | None:
    if before and before[-1].unit and _COORDINATED.fullmatch(text, before[-1].end, quantity.start):
        return before[-1]
    for other in reversed(before):
        if other.kind in ("duration", "age", "ratio") or not other.unit:
            continue
        if other.kind == "percent":
            if _BY.search(text, max(0, quantity.start - 16), quantity.start) and quantity.high <= 100:
                return other
            continue
        if _comparable(quantity, other) and not _is_included(text, other, before[: before.index(other)]):
            return other
    return None


def _is_included(text: str, other: Quantity, before: list[Quantity]) -> bool:
    """Whether *other* is a part of one before it: "43 people, including 12 women and five children"."""
    if not before:
        return False
    return _INCLUDING.search(text, before[0].end, other.start) is not None


def _following(quantity: Quantity, following: Quantity | None) -> Quantity | None:
    if following is None or following.unit == "" or following.kind != "count":
        return None
    return following if _comparable(quantity, following) else None


def _comparable(quantity: Quantity, other: Quantity) -> bool:
    """Whether the two may count the same thing: of like size, and neither a part."""
    low, high = sorted((abs(quantity.high), abs(other.high)))
    most = _POINTS if other.unit == "point" else _OTHER_SCALE
    return low > 0 and high / low <= most


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
