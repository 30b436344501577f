"""Dates in the Extended Date/Time Format (EDTF, ISO 8601-2), as far as articles need it.

``2019``, ``2019-03``, ``2019-03-07``; ``201X`` a decade, ``19XX`` a century; ``2019-21`` spring to ``2019-24`` winter,
that which begins in the year; ``XXXX-03-07`` where the year is not known; ``A/B``, ``A/..`` and ``../B`` from and to;
a ``~`` behind a date that is approximate.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

OPEN: Final = ".."
UNKNOWN_YEAR: Final = "XXXX"
_POINT: Final = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<approximate>~?)"
)
_SPRING: Final = 21
_WINTER: Final = 24


class Point(NamedTuple):
    """One date.

    Attributes:
        year: four digits, the unknown ones as ``X``.
        month: 1 to 12, or 21 to 24 for a season, ``None`` where only the year is told.
        day: of the month, ``None`` where it is not told.
        approximate: whether it is only about then.
    """

    year: str
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    @property
    def season(self) -> int | None:
        """0 spring to 3 winter, ``None`` for a date that names no season."""
        return self.month - _SPRING if self.month is not None and self.month >= _SPRING else None

    def __str__(self) -> str:
        parts = (f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return "".join((self.year, *parts, "~" if self.approximate else ""))

    def days(self) -> tuple[date, date] | None:
        """The first and the last day it may mean, ``None`` where the year is unknown."""
        if self.year == UNKNOWN_YEAR:
            return None
        first, last = (max(1, int(self.year.replace("X", digit))) for digit in "09")
        if self.season is not None:
            start = date(first, 3 * self.season + 3, 1)
            return start, _last_of_month(start.year + (self.month == _WINTER), (start.month + 1) % 12 + 1)
        start = date(first, self.month or 1, self.day or 1)
        end = date(last, self.month or 12, self.day) if self.day else _last_of_month(last, self.month or 12)
        return start, end


class When(NamedTuple):
    """A date, or from when to when; an end that is ``None`` is open.

    Attributes:
        start: the date, or that on which it begins.
        end: the same date, or that on which it ends.
    """

    start: Point | None
    end: Point | None

    @property
    def is_point(self) -> bool:
        """Whether it is one date."""
        return self.start == self.end

    def days(self) -> tuple[date, date] | None:
        """The first and the last day it may mean, ``None`` where a year is unknown."""
        first = self.start.days() if self.start else (date.min, date.min)
        last = self.end.days() if self.end else (date.max, date.max)
        return (first[0], last[1]) if first and last else None


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def parse(edtf: str) -> When:
    """What *edtf* means.

    Raises:
        ValueError: it is not in the part of EDTF that this module knows.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        point = _point(first)
        return When(point, point)
    ends = [None if end == OPEN else _point(end) for end in (first, last)]
    if ends == [None, None]:
        msg = f"{edtf!r} has no date"
        raise ValueError(msg)
    return When(*ends)


def _point(edtf: str) -> Point:
    found = _POINT.fullmatch(edtf)
    if found is None:
        msg = f"{edtf!r} is no date in EDTF, such as 2019, 2019-03 or 2019-03-07"
        raise ValueError(msg)
    month, day = (int(found[part]) if found[part] else None for part in ("month", "day"))
    point = Point(found["year"], month, day, bool(found["approximate"]))
    if month is not None and not (1 <= month <= 12 or (_SPRING <= month <= _WINTER and day is None)):
        msg = f"{edtf!r} has no such month"
        raise ValueError(msg)
    if day is not None and not 1 <= day <= monthrange(_leap_or(point.year), month or 1)[1]:
        msg = f"{edtf!r} has no such day"
        raise ValueError(msg)
    return point


def _leap_or(year: str) -> int:
    """The year, or a leap year where it is not known: then 29 February is a day."""
    return int(year) if year.isdecimal() and year != "0000" else 2000


def order(edtf: str) -> tuple[date, int]:
    """A key that sorts by time: when it begins, the longer time before the day that begins it.

    What has no known year comes after everything else, all alike, so that a stable sort leaves it as it was.
    """
    days = parse(edtf).days() if edtf else None
    if days is None:
        return date.max, 0
    first, last = days
    start = last if first == date.min else first
    return start, -(last - start).days


def overlaps(edtf: str, first: date, last: date) -> bool:
    """Whether it may have been between two days, both included; never where the year is unknown."""
    days = parse(edtf).days() if edtf else None
    return days is not None and days[0] <= last and first <= days[1]


def moved(point: Point, days: int) -> Point | None:
    """A day so many days later, approximate as the first; ``None`` where it is no day.

    A year that is not known stays so, also over New Year.
    """
    if point.day is None or point.month is None:
        return None
    known = point.year.isdecimal()
    year = int(point.year) if known else 2001  # no leap year, as most
    try:
        then = date(year, point.month, point.day) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    return Point(f"{then.year:04}" if known else point.year, then.month, then.day, point.approximate)
