"""Two numbers that are one figure: "between 5 and 10 percent", "from $75 to $45.88", "18–34", "one in five"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.analysis.figures.quantity import Quantity

_HEDGED: Final = r"(?:(?:about|around|nearly|almost|roughly|some|just|only|perhaps|maybe|approximately|up|as|more than|over|under)\s+){0,2}"
_JOIN: Final = re.compile(rf"(?:\s|-)(?:up\s)?to(?:\s|-){_HEDGED}|\s?[-–—‑−]\s?", re.IGNORECASE)
_OR: Final = re.compile(r"-?\s+or\s+", re.IGNORECASE)
_AND: Final = re.compile(rf"\s+and\s+{_HEDGED}", re.IGNORECASE)
_FAR_JOIN: Final = re.compile(rf"[^,;:()–—“”\"]{{0,60}}?\s(?:down\s|up\s)?to\s+{_HEDGED}", re.IGNORECASE)
_FROM: Final = re.compile(rf"(?<!\w)from\s+(?:the\s|an?\s)?{_HEDGED}\Z", re.IGNORECASE)
_BETWEEN: Final = re.compile(rf"(?<!\w)between\s+(?:the\s|an?\s)?{_HEDGED}\Z", re.IGNORECASE)
_BY_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:by|{alternatives(read_words('trends', 'up') | read_words('trends', 'down'))})\s+{_HEDGED}\Z",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(
    r"(?:\s+out\s+of|\s+in(?:\s+every)?|-in-|\s+of\s+every)(?:\s+|(?<=-))", re.IGNORECASE
)
_CENTS: Final = re.compile(r"(?:\s+and)?\s+", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*(?:[.,;!?)]|\Z)|\smore(?!\w)")
_WINDOW: Final = 40


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, those that are two ends of a range or a ratio put together."""
    close = _joined(text, _joined(text, quantities, _with_cents), _close_range)
    return _joined(text, close, _from_to)


def _joined(
    text: str, quantities: list[Quantity], join: Callable[[str, Quantity, Quantity], Quantity | None]
) -> list[Quantity]:
    out: list[Quantity] = []
    for quantity in quantities:
        whole = join(text, out[-1], quantity) if out and quantity.start - out[-1].end < _WINDOW * 2 else None
        if whole is None:
            out.append(quantity)
        else:
            out[-1] = whole
    return out


def _with_cents(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "three dollars and fifty cents", "15 dollars 50": one sum."""
    dollars = (
        first.kind == "money"
        and not first.per
        and first.low == int(first.low)
        and first.end > first.number.end
    )
    cents = second.unit in ("cent", "penny") or (
        not second.unit and second.number.style == first.number.style
    )
    if not dollars or not cents or first.unit == second.unit or not 0 < second.high < 100:
        return None
    if not _CENTS.fullmatch(text, first.end, second.start):
        return None
    if not second.unit and not _ENDS.match(text, second.end):
        return None
    value = first.low + second.low / 100
    return replace(first, end=second.end, last=second.number, low=value, high=value)


def _close_range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Two numbers with nothing but "to", "or", "and" or a dash between them."""
    between = text[first.end : second.start]
    before = text[max(0, first.start - _WINDOW) : first.start]
    if first.is_range or second.is_range:
        return None
    if _OUT_OF.fullmatch(between):
        return _ratio(text, first, second)
    if _AND.fullmatch(between):
        opened = _BETWEEN.search(before)
        return _range(first, second, len(opened.group())) if opened and _fit(first, second) else None
    if _OR.fullmatch(between):
        near = first.number.style == second.number.style and 0 < second.low - first.low <= max(
            2, first.low / 2
        )
        plain = not first.unit and not second.number.suffix and second.start == second.number.start
        return _range(first, second) if near and plain else None
    if not _JOIN.fullmatch(between) or not _fit(first, second):
        return None
    if second.low < first.low and not first.unit and not second.unit and not _FROM.search(before):
        return None  # a vote: "218 to 210"
    own_units = bool(first.unit)
    if own_units and "to" in between.lower() and not _FROM.search(before) and _BY_BEFORE.search(before):
        return None  # "rose $2 million to $5 million" is a step and a level
    return _range(first, second)


def _from_to(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "from 208 pounds in May to 193": words between the ends, so "from" must come first."""
    if first.is_range or second.is_range or not _fit(first, second):
        return None
    if not _FROM.search(text, max(0, first.start - _WINDOW), first.start):
        return None
    between = text[first.end : second.start]
    return _range(first, second) if _FAR_JOIN.fullmatch(between) else None


def _fit(first: Quantity, second: Quantity) -> bool:
    """Whether the two may be ends of one range: the same unit, or a unit on one side only."""
    if first.unit and second.unit:
        return first.unit == second.unit
    if first.number.style == "part" or second.number.style == "part":
        return False
    return not (
        first.unit and not second.unit and first.kind in ("percent", "duration", "age") and second.high > 130
    )


def _range(first: Quantity, second: Quantity, lead: int = 0) -> Quantity:
    """One figure of both ends; a scale word or unit at the second end holds for the first too."""
    low = first.low
    scale = second.number.scale
    if scale > 1 and first.number.scale == 1 and first.number.high < 1000 and low <= second.low / scale:
        low *= scale
    ends = sorted((low, second.low))
    with_unit = second if second.unit else first
    return replace(
        with_unit,
        start=first.start - lead,
        end=second.end,
        number=first.number,
        last=second.number,
        low=ends[0],
        high=ends[1],
        per=second.per or first.per,
    )


def _ratio(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "one in five", "nine out of 10": the part as a number below one."""
    if first.unit or second.unit or not 0 < first.low < second.low or second.low != int(second.low):
        return None
    if "out" not in text[first.end : second.start] and (second.low > 1000 or first.low > 9):
        return None
    share = first.low / second.low
    return replace(first, end=second.end, last=second.number, low=share, high=share, kind="ratio")
