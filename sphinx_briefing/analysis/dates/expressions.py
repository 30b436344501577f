"""What the words of a date mean, and which date that is when one knows on which day they were written.

Nothing is guessed: what can't be known from the words and the day of publication is ``XXXX``, or no date at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from sphinx_briefing.analysis.dates.reference import Tense, Today
from sphinx_briefing.edtf import OPEN, UNKNOWN_YEAR, Point, parse

if TYPE_CHECKING:
    from datetime import date

Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
#: Which one of those that recur: the one before now, that of now, the one after now, or whichever the tense says.
Which = Literal["last", "this", "next", ""]

_WEEK: Final = 7
_TUESDAY: Final = 1
_SATURDAY: Final = 5
_STEP: Final = {"last": -1, "this": 0, "next": 1}
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


class Expression(Protocol):
    """The meaning of the words of a date."""

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """The date in EDTF, ``""`` where there is none to be known.

        Args:
            today: when the words were written.
            tense: in which tense of their clause.
        """


def _of(day: date) -> Point:
    return Point(f"{day.year:04}", day.month, day.day)


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, a month or a year: "7 March 2019", "March 7", "March 2019", "last March"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which = ""

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        year = self.year if self.year is not None or today is None else self._year(today, tense)
        return str(Point(UNKNOWN_YEAR if year is None else f"{year:04}", self.month, self.day))

    def _year(self, today: Today, tense: Tense) -> int | None:
        month = self.month or 0
        if self.day is None:
            if self.which and today.month is not None:
                behind = {"last": month >= today.month, "this": False, "next": False}[self.which]
                ahead = self.which == "next" and month <= today.month
                return today.year - behind + ahead
            return today.year_of_month(month, tense)
        year = today.year_of_day(month, self.day, tense)
        if year is not None and self.weekday is not None and not self._fits(year):
            return None  # "Tuesday, March 7" was a Monday: it is another year, or a slip
        return year

    def _fits(self, year: int) -> bool:
        days = Point(f"{year:04}", self.month, self.day).days()
        return days is not None and days[0].weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade or a century, as EDTF has it: ``199X``, ``19XX``."""

    digits: str

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        del today, tense
        return self.digits


@dataclass(frozen=True, slots=True)
class Day:
    """A day so many days from the day of publication: "yesterday"."""

    after: int

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        del tense
        day = today.day_after(self.after) if today else None
        return str(_of(day)) if day else ""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 is Monday: "Tuesday", "last Friday"."""

    number: int
    which: Which = ""

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        here = today.exact if today else None
        if today is None or here is None:
            return ""
        back = (here.weekday() - self.number) % _WEEK
        ahead = (_WEEK - back) % _WEEK
        after = {"last": -(back or _WEEK), "next": ahead or _WEEK}.get(self.which)
        if after is None:
            after = {"past": -back, "future": ahead, "present": min(-back, ahead, key=abs)}[tense]
        day = today.day_after(after)
        return str(_of(day)) if day else ""


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month, year and so on, by its distance to that of publication: "last month"."""

    unit: Unit
    which: Which

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        if today is None:
            return ""
        step = _STEP.get(self.which, {"past": -1, "present": 0, "future": 1}[tense])
        if self.unit == "year":
            return f"{today.year + step:04}"
        if self.unit in ("decade", "century"):
            return ""  # "the last decade" is ten years, or one that has a number
        if self.unit in ("month", "quarter"):
            return self._months(today, step)
        return self._days(today, step, tense)

    def _months(self, today: Today, step: int) -> str:
        within = (today.month or 1) - 1
        length = _MONTHS[self.unit]
        first = today.month_after(step * length - within % length)
        last = today.month_after((step + 1) * length - within % length - 1)
        if first is None or last is None:
            return ""
        ends = [str(Point(f"{year:04}", month)) for year, month in (first, last)]
        return "/".join(dict.fromkeys(ends))

    def _days(self, today: Today, step: int, tense: Tense) -> str:
        here = today.exact
        if here is None:
            return ""
        if self.unit == "weekend":
            step += self._is_just_over(here.weekday(), tense)
        first = step * _WEEK - here.weekday() + (5 if self.unit == "weekend" else 0)
        start = today.day_after(first)
        end = today.day_after(first + (1 if self.unit == "weekend" else 6))
        return f"{_of(start)}/{_of(end)}" if start and end else ""

    def _is_just_over(self, weekday: int, tense: Tense) -> int:
        """By how many weeks a weekend told in the past is another than the step says, from its Saturday to Tuesday."""
        if tense != "past" or self.which in ("last", "next"):
            return 0
        if self.which == "this":
            return -(weekday <= _TUESDAY)
        return int(weekday >= _SATURDAY)


@dataclass(frozen=True, slots=True)
class Season:
    """A season, 0 spring to 3 winter, with its year or by its distance to now: "last summer"."""

    number: int
    year: int | None = None
    which: Which = ""

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        year = self.year
        if year is None and today is not None and today.month is not None:
            year = self._year(today.year, today.month, tense)
        return str(Point(f"{year:04}", 21 + self.number)) if year is not None else ""

    def _year(self, year: int, month: int, tense: Tense) -> int:
        """The year in which it begins; counted in months, a season is 3 long."""
        here = year * 12 + month - 1
        starts = [(year + step) * 12 + 2 + 3 * self.number for step in (-2, -1, 0, 1)]
        begun = max(start for start in starts if start <= here)
        ahead = min(start for start in starts if start > here)
        ends = here >= begun + 3
        if self.which == "last":
            found = begun if ends else begun - 12
        elif self.which == "next":
            found = ahead
        elif self.which == "this":
            found = begun if begun // 12 == year or not ends else ahead
        else:
            found = begun if tense == "past" or (tense == "present" and not ends) else ahead
        return found // 12


@dataclass(frozen=True, slots=True)
class Part:
    """The numbered quarter or half of a year: "the third quarter of 2018"."""

    number: int
    months: int
    year: int | None = None
    step: int | None = None

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        del tense
        year = self.year
        if year is None and today is not None and self.step is not None:
            year = today.year + self.step
        if year is None:
            return ""
        first = (self.number - 1) * self.months + 1
        return f"{Point(f'{year:04}', first)}/{Point(f'{year:04}', first + self.months - 1)}"


@dataclass(frozen=True, slots=True)
class Ago:
    """So long before, or after, the day of publication: "two weeks ago", "in three days". Only days are exact."""

    count: int
    unit: Unit

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        del tense
        if today is None:
            return ""
        if days := _DAYS.get(self.unit):
            day = today.day_after(self.count * days)
            return f"{_of(day)}{'' if self.unit == 'day' else '~'}" if day else ""
        months = self.count * _MONTHS.get(self.unit, 0)
        if months and self.unit in ("year", "decade"):
            return f"{Point(f'{today.year + months // 12:04}', approximate=True)}"
        found = today.month_after(months) if months else None
        return str(Point(f"{found[0]:04}", found[1], approximate=True)) if found else ""


@dataclass(frozen=True, slots=True)
class Later:
    """So long after, or before, something else that the article tells: "three weeks later", "the previous day".

    Attributes:
        days: how many days later, ``None`` where the words don't tell.
        exact: whether it is that very day.
    """

    days: int | None
    exact: bool = False

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        del today, tense
        return ""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that tell a time but no date: "years ago", "more than a year ago"."""

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        del today, tense
        return ""


@dataclass(frozen=True, slots=True)
class About:
    """A date that the words make inexact: "about 2011", "around March 7"."""

    date: Expression

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        found = self.date.edtf(today, tense)
        return found if not found or "/" in found or found.endswith(("~", "X")) else f"{found}~"


def _as_today(edtf: str) -> Today | None:
    """The end of a date as the day from which its beginning is looked for; ``None`` without a year."""
    end = parse(edtf).end if edtf else None
    if end is None or not end.year.isdecimal() or end.season is not None:
        return None
    return Today(int(end.year), end.month, end.day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another; an end that is ``None`` is open: "since 2011", "between March 7 and 9"."""

    start: Expression | None
    end: Expression | None

    def edtf(self, today: Today | None, tense: Tense) -> str:
        """See :meth:`Expression.edtf`."""
        # "since May" began before today, and what goes from May to July began before it ended
        last = self.end.edtf(today, tense) if self.end else OPEN
        until = _as_today(last) if self.end else today
        first = self.start.edtf(until or today, "past") if self.start else OPEN
        if not first or not last:
            return ""
        start, end = (half if half == OPEN else half.split("/")[at] if "/" in half else half
                      for half, at in ((first, 0), (last, -1)))  # fmt: skip
        if start == end:
            return start
        known = parse(stretch := f"{start}/{end}").days()
        return stretch if known is None or known[0] <= known[1] else ""
