"""Dates as people write them, in ISO 8601 where that adds nothing that was not written."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>\d{4})"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
#: A time of day after the date is dropped, with its zone: the date is the one stated, not another zone's.
_CLOCK: Final = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_ZONE: Final = r"(?:\s*(?:Z|[+-]\d{2}:?\d{2}|\(?[A-Z]{2,5}\)?(?:[+-]\d{1,2})?))?"
_TIME: Final = rf"(?:(?:T|,?\s+at|,|\s*[|–—])?\s*{_CLOCK}{_ZONE})?"
_SHAPES: Final = tuple(
    re.compile(_WEEKDAY + shape + _TIME, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})(?:[-/](?P<number>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?",
        r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})",
        rf"{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        r"(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>\d{4})",
    )
)


def iso_date(words: str) -> str:
    """*words* as ``2019-04-05``, ``2019-04`` or ``2019``; ``""`` where they can't be read without guessing.

    ``03/04/2019`` is one of two dates, so it can't; ``25/04/2019`` is only one.
    """
    for shape in _SHAPES:
        found = shape.fullmatch(words.strip())
        if found is not None:
            parts = found.groupdict()
            return _joined(int(parts["year"]), *_month_and_day(parts))
    return ""


def _month_and_day(parts: dict[str, str | None]) -> tuple[int | None, int | None]:
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first == second or second > 12:
            return first, second
        return (second, first) if first > 12 else (0, 0)
    day = int(parts["day"] or 0) if parts.get("day") else None
    if parts.get("month"):
        return _MONTHS.index((parts["month"] or "")[:3].lower()) + 1, day
    return (int(parts["number"] or 0) if parts.get("number") else None), day


def _joined(year: int, month: int | None, day: int | None) -> str:
    if year == 0 or month is None:
        return f"{year:04}" if year else ""
    if not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else ""
