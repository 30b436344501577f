"""The day an article was published, as far as it is known, and what can be counted from it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

#: Whether what happens at a date is past, still to come, or told in the present, which may be either.
Tense = Literal["past", "present", "future"]

_ISO: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:[T ].*)?", re.DOTALL)
#: So many days ahead, a date in the past tense is rather a publication date gone wrong than one a year ago.
_DOUBTFUL: Final = 3
#: No article is older or younger, and what is counted from these stays a year of four digits.
_YEARS: Final = range(1500, 9000)
#: Every day of the calendar comes again within so many years, but for the turns of some centuries.
_LEAP: Final = 4


class Today(NamedTuple):
    """The day of publication; its month and day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def year_of_day(self, month: int, day: int, tense: Tense) -> int | None:
        """The year of a day that is named without one; ``None`` where it might be of two."""
        if self.month is None:
            return None
        here = self.exact
        if here is None:
            return self.year_of_month(month, tense)
        near = [then for step in range(-_LEAP, _LEAP + 1) if (then := _day(self.year + step, month, day))]
        nearest = min(near, key=lambda then: abs((then - here).days), default=None)
        if tense == "present" or nearest is None:
            return nearest.year if nearest else None
        past = tense == "past"
        fitting = [then for then in near if (then <= here if past else then >= here)]
        found = (max(fitting) if past else min(fitting)) if fitting else None
        doubtful = nearest != found and abs((nearest - here).days) <= _DOUBTFUL
        return None if doubtful or found is None else found.year

    def year_of_month(self, month: int, tense: Tense) -> int | None:
        """The year of a month that is named without one; ``None`` where it might be of two."""
        if self.month is None:
            return None
        away = month - self.month
        if tense == "past":
            return self.year - (away > 0)
        if tense == "future":
            return self.year + (away < 0)
        if abs(away) == 6:
            return None
        return self.year + (away < -6) - (away > 6)

    def month_after(self, months: int) -> tuple[int, int] | None:
        """The year and month so many months later; ``None`` where the month is unknown."""
        if self.month is None:
            return None
        count = self.year * 12 + self.month - 1 + months
        return count // 12, count % 12 + 1

    def day_after(self, days: int) -> date | None:
        """The day so many days later; ``None`` where the day is unknown or out of the calendar."""
        try:
            return self.exact + timedelta(days=days) if self.exact else None
        except OverflowError:
            return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February, or a year out of the calendar
        return None


def today_of(published: str) -> Today | None:
    """What an article's date (ISO 8601, or words that nobody could read) tells; ``None`` for nothing."""
    found = _ISO.fullmatch(published.strip())
    if found is None:
        return None
    year, month, day = (int(found[part]) if found[part] else None for part in ("year", "month", "day"))
    if not year or year not in _YEARS or (month is not None and not 1 <= month <= 12):
        return None
    return Today(year, month, day) if day is None or _day(year, month or 0, day) else None
