"""Two numbers that are one figure: "between 5 and 10 percent", "from $70 to $41.50", "one in five"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.analysis.figures.quantity import Quantity

    Join = Callable[[str, Quantity, Quantity], Quantity | None]

_HEDGES: Final = rf"(?:(?:{alternatives(read_words('bounds', 'inside ranges'))})\s+){{0,2}}"
_ARTICLE: Final = r"(?:the\s|an?\s)?"
_TO: Final = re.compile(rf"(?:-\s|\s|-)(?:up\s)?to(?:\s|-){_HEDGES}|\s?[-–—‑−]\s?", re.IGNORECASE)
_OR: Final = re.compile(r"-?\s+or\s+", re.IGNORECASE)
_AND: Final = re.compile(rf"\s+and\s+{_HEDGES}", re.IGNORECASE)
_FAR_TO: Final = re.compile(rf"[^,;:()–—“”\"]{{0,60}}?\s(?:down\s|up\s)?to\s+{_HEDGES}", re.IGNORECASE)
_FROM: Final = re.compile(rf"(?<!\w)from\s+{_ARTICLE}{_HEDGES}\Z", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    rf"(?<!\w)between\s+(?:the\s+ages\s+of\s|{_ARTICLE})(?:\+/-\s?|±\s?)?{_HEDGES}\Z", re.IGNORECASE
)
_TRENDS: Final = read_words("trends", "up") | read_words("trends", "down")
_STEP: Final = re.compile(
    rf"(?<!\w)(?:by|{alternatives(_TRENDS - read_words('trends', 'only rates'))})\s+{_HEDGES}\Z",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(r"(?:\s+out\s+of|\s+in(?:\s+every)?|\s+of\s+every)\s+|-in-", re.IGNORECASE)
_CENTS: Final = re.compile(r"(?:\s+and)?\s+", re.IGNORECASE)
_SUM_ENDS: Final = re.compile(r"\s*(?:[.,;!?)]|\Z)|\smore(?!\w)")
_WINDOW: Final = 40
_FARTHEST: Final = 90


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of *text* in its order, those that belong to one figure put together."""
    for join in (_dollars_and_cents, _range_or_ratio, _from_to):
        quantities = _joined(text, quantities, join)
    return quantities


def _joined(text: str, quantities: list[Quantity], join: Join) -> list[Quantity]:
    out: list[Quantity] = []
    for quantity in quantities:
        near = bool(out) and quantity.start - out[-1].end <= _FARTHEST
        whole = join(text, out[-1], quantity) if near else None
        if whole is None:
            out.append(quantity)
        else:
            out[-1] = whole
    return out


def _dollars_and_cents(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One sum of money: "three dollars and fifty cents", "15 dollars 50"."""
    whole = first.kind == "money" and not first.per and first.low == int(first.low)
    if not whole or first.end == first.number.end or not 0 < second.high < 100:
        return None
    bare = not second.unit and second.number.style == first.number.style and _SUM_ENDS.match(text, second.end)
    if not _CENTS.fullmatch(text, first.end, second.start) or first.unit == second.unit:
        return None
    if not bare and second.unit not in ("cent", "penny"):
        return None
    value = first.low + second.low / 100
    return replace(first, end=second.end, last=second.number, low=value, high=value)


def _range_or_ratio(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Two numbers with nothing but "to", "or", "and", "in" or a dash between them."""
    if first.is_range or second.is_range:
        return None
    between = text[first.end : second.start]
    if _OUT_OF.fullmatch(between):
        return _ratio(text, first, second)
    if _OR.fullmatch(between):
        return _range(first, second) if _are_neighbours(first, second) else None
    return _span(text, first, second, between) if _fit(first, second) else None


def _span(text: str, first: Quantity, second: Quantity, between: str) -> Quantity | None:
    """Two ends joined by "to" or a dash, or by "and" after "between"."""
    before = text[max(0, first.start - _WINDOW) : first.start]
    if _AND.fullmatch(between):
        opening = _BETWEEN.search(before)
        return None if opening is None else _range(first, second, opened=len(opening.group()))
    if not _TO.fullmatch(between) or _is_no_range(before, between, first, second):
        return None
    return _range(first, second)


def _is_no_range(before: str, between: str, first: Quantity, second: Quantity) -> bool:
    """Whether "to" parts a winner from a loser ("218 to 210"), or a step from a level ("rose $2 to $5")."""
    if _FROM.search(before):
        return False
    if second.low < first.low and first.kind == second.kind and first.kind in ("count", "percent"):
        return True
    return "to" in between.lower() and bool(first.unit) and _STEP.search(before) is not None


def _are_neighbours(first: Quantity, second: Quantity) -> bool:
    """Whether "or" leaves it open which of two near numbers it is: "three or four", "7- or 8-inch"."""
    near = 0 < second.low - first.low <= max(2, first.low / 2)
    plain = not first.unit and not second.number.suffix and second.start == second.number.start
    return near and plain and first.number.style == second.number.style


def _from_to(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """A range with words between its ends, so "from" must come first: "from 90 kilos in May to 80"."""
    if first.is_range or second.is_range or not _fit(first, second):
        return None
    if not _FROM.search(text, max(0, first.start - _WINDOW), first.start):
        return None
    return _range(first, second) if _FAR_TO.fullmatch(text, first.end, second.start) else None


def _fit(first: Quantity, second: Quantity) -> bool:
    """Whether the two may be ends of one range: the same unit, or a unit on one side only."""
    if first.unit and second.unit:
        return first.unit == second.unit
    if "part" in (first.number.style, second.number.style):
        return False
    small = first.kind in ("percent", "duration", "age")
    return not (small and not second.unit and second.high > 130)


def _range(first: Quantity, second: Quantity, opened: int = 0) -> Quantity:
    """One figure of both ends; a scale word or unit at the second end holds for the first too.

    Args:
        first: the end that is written first.
        second: the other.
        opened: the length of the words before that open the range.
    """
    low = first.low
    scale = second.number.scale
    if scale > 1 and first.number.scale == 1 and first.number.high < 1000 and low <= second.low / scale:
        low *= scale
    low, high = sorted((low, second.low))
    return replace(
        second if second.unit else first,
        start=first.start - opened,
        end=second.end,
        number=first.number,
        last=second.number,
        low=low,
        high=high,
        per=second.per or first.per,
    )


def _ratio(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """A part of a number: "one in five", "nine out of 10", as a value below one."""
    if first.unit or second.unit or not 0 < first.low < second.low or second.low != int(second.low):
        return None
    if "out" not in text[first.end : second.start] and (second.low > 1000 or first.low > 9):
        return None
    share = first.low / second.low
    return replace(first, end=second.end, last=second.number, low=share, high=share, kind="ratio")
