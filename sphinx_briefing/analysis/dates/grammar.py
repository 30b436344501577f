"""The shapes in which English prose writes a single date, each with what makes its meaning of the match.

A shape matches words that could be nothing else; what depends on the words before it ("in March", "March past")
is decided in :mod:`.reading`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.dates.expressions import (
    Ago,
    CalendarDate,
    Day,
    Decade,
    Expression,
    Later,
    Part,
    Period,
    Season,
    Stretch,
    Vague,
    Weekday,
)
from sphinx_briefing.analysis.dates.lexicon import alternatives, lists, numbered, spellings
from sphinx_briefing.edtf import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.analysis.dates.expressions import Which

Match = re.Match[str]

_MONTHS: Final = numbered("months", 1)
_WEEKDAYS: Final = numbered("weekdays")
_SEASONS: Final = numbered("seasons")
_NUMBERS: Final = numbered("numbers") | {"a": 1, "an": 1, "a single": 1}
_ORDINALS: Final = numbered("ordinals", 1)
_HOLIDAYS: Final = {name.lower().replace("’", "'"): day for name, day in lists()["holidays"].items()}
_DAY_WORDS: Final[dict[str, int]] = lists()["days"]
_WHICH: Final[dict[str, Which]] = {"last": "last", "next": "next", "coming": "next", "past": "last"}
_UNIT_DAYS: Final = {"day": 1, "week": 7}

_MONTH: Final = rf"(?P<month>{alternatives(spellings('months'))})"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TO_DAY: Final = r"(?:(?:\s?[-–—]\s?|\s(?:to|through)\s)(?P<to>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR: Final = r"(?P<year>1[5-9]\d\d|20\d\d)"
_WEEKDAY: Final = rf"(?P<weekday>{alternatives(spellings('weekdays'))})"
_SEASON: Final = rf"(?P<season>{alternatives(spellings('seasons'))})"
_COUNT: Final = rf"(?P<count>\d{{1,3}}|{alternatives([*lists()['numbers'][1:], 'an', 'a'])})"
_UNIT: Final = r"(?P<unit>day|week|month|year|decade)s?"
_VAGUE_UNIT: Final = r"(?:days|weeks|months|years|decades|centuries)"
_TIME_OF_DAY: Final = r"(?:\s(?:morning|afternoon|evening|night))?"
#: No digit, letter or sign that would make it part of something else: "2019-20 season", "$2019", "3.2011".
_END: Final = r"(?![\w%]|[-–.,/:]\d)"


class Shape(NamedTuple):
    """A way to write a date.

    Attributes:
        pattern: a regular expression; its groups may be named as in other shapes.
        meaning: makes the expression of a match; ``None`` where it is no date after all.
        bare: the list of words of which one must stand before it, ``""`` for any.
    """

    pattern: str
    meaning: Callable[[Match], Expression | None]
    bare: str = ""


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _group(match: Match, name: str) -> str:
    return (match.groupdict().get(name) or "").lower().rstrip(".")


def _month(match: Match) -> int | None:
    """The month; ``None`` where it is a verb: "may", "march"."""
    word = match["month"]
    return _MONTHS[word.lower().rstrip(".")] if word[0].isupper() else None


def _calendar(match: Match) -> Expression | None:
    """A day or month, with its year or without, or from one day to another of the month."""
    month, year = _month(match), _group(match, "year")
    days: list[int | None] = [int(day) for name in ("day", "to") if (day := _group(match, name))]
    if month is None or not all(day and _is_day(month, day) for day in days):
        return None
    weekday = _WEEKDAYS.get(_group(match, "weekday")) if _group(match, "weekday") else None
    known = int(year) if year else None
    first, *later = days or [None]
    start = CalendarDate(known, month, first, weekday)
    if not later or first is None:
        return start
    last = later[0] or 0
    return Stretch(start, CalendarDate(known, month, last)) if first < last else None


def _is_day(month: int, day: int) -> bool:
    try:
        parse(f"XXXX-{month:02}-{day:02}")
    except ValueError:
        return False
    return True


def _iso(match: Match) -> Expression | None:
    try:
        point = parse(match.group()).start
    except ValueError:
        return None
    return CalendarDate(int(match["year"]), point.month, point.day) if point else None


def _which_of(match: Match) -> Expression | None:
    """A day, month, season or stretch by which one it is: "last March", "this week", "next Tuesday"."""
    which = _WHICH.get(match["which"].lower().split()[-1], "this")
    if month := _group(match, "month"):
        return CalendarDate(month=_MONTHS[month], which=which) if match["month"][0].isupper() else None
    if weekday := _group(match, "weekday"):
        return Weekday(_WEEKDAYS[weekday], "" if which == "this" else which)
    if season := _group(match, "season"):
        return Season(_SEASONS[season], which=which)
    unit = _group(match, "unit")
    return Period(unit, which)  # type: ignore[arg-type] # the pattern has no other units


def _season(match: Match) -> Expression:
    year = _group(match, "year")
    return Season(_SEASONS[_group(match, "season")], int(year) if year else None)


def _part(match: Match) -> Expression:
    number = _ORDINALS[_group(match, "number")]
    months = 3 if _group(match, "part") == "quarter" else 6
    year = _group(match, "year")
    step = None if year else {"last": -1, "next": 1}.get(_group(match, "of"), 0)
    return Part(number, months, int(year) if year else None, step)


def _decade(match: Match) -> Expression | None:
    digits = match["decade"]
    if len(digits) == 2:
        return Decade(f"19{digits[0]}X") if digits[0] in "3456789" else None
    return Decade(f"{digits[:3]}X")


def _century(match: Match) -> Expression:
    return Decade(f"{int(match['century']) - 1:02}XX")


def _ago(match: Match) -> Expression:
    return Ago(-_number(match["count"]), match["unit"].lower())  # type: ignore[arg-type]


def _later(match: Match) -> Expression:
    days = _UNIT_DAYS.get(_group(match, "unit"))
    sign = 1 if match["way"].lower() in ("later", "afterward", "afterwards", "after") else -1
    count = _number(match["count"]) if match["count"] else None
    if days is None or count is None:
        return Later(None)
    return Later(sign * days * count, exact=days == 1)


def _beside(match: Match) -> Expression:
    unit = _group(match, "unit")
    if unit not in ("day", "morning", "night", "evening", "afternoon"):
        return Later(None)
    step = {"previous": -1, "same": 0}.get(match["way"].lower(), 1)
    return Later(step, exact=True)


def _years(match: Match) -> Expression | None:
    """A year, or from one to another: "2011", "2011-13", "2011–2013"."""
    first = match["year"]
    if match["to"] is None:
        return CalendarDate(int(first))
    last = first[: -len(match["to"])] + match["to"]
    return Stretch(CalendarDate(int(first)), CalendarDate(int(last))) if first < last else None


def _holiday(match: Match) -> Expression:
    name = " ".join(match.group().lower().replace("’", "'").split())
    month, day = _HOLIDAYS[name]
    return CalendarDate(month=month, day=day)


def _slashes(match: Match) -> Expression | None:
    """25/3/2019 or 3/25/2019, not 3/4/2019, which may be one of two days."""
    first, second = int(match["first"]), int(match["second"])
    month, day = (first, second) if second > 12 or first == second else (second, first)
    if day <= 12 and first != second:
        return None
    return CalendarDate(int(match["year"]), month, day) if 1 <= month <= 12 and _is_day(month, day) else None


#: Tried in this order at each place, so longer ones come first.
SHAPES: Final[dict[str, Shape]] = {
    "iso": Shape(rf"{_YEAR}-\d\d-\d\d", _iso),
    "slashes": Shape(rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}", _slashes),
    "month_day": Shape(
        rf"(?:{_WEEKDAY}{_TIME_OF_DAY},?\s)?(?:the\s)?{_MONTH}\s{_DAY}{_TO_DAY}(?:,?\s{_YEAR})?", _calendar
    ),
    "day_month": Shape(
        rf"(?:{_WEEKDAY}{_TIME_OF_DAY},?\s)?(?:the\s)?{_DAY}{_TO_DAY}(?:\sof)?\s{_MONTH}(?:,?\s{_YEAR})?",
        _calendar,
    ),
    "month_year": Shape(rf"{_MONTH}(?:,?\s|\sof\s){_YEAR}", _calendar),
    "which": Shape(
        rf"(?P<which>last|next|this(?:\s(?:past|coming))?)\s"
        rf"(?:{_MONTH}(?!\s\d)|{_WEEKDAY}(?!,?\s[A-Z][a-z]+\.?\s\d)|{_SEASON}|(?P<unit>weekend|week|month|quarter|year|decade|century))"
        rf"{_TIME_OF_DAY}",
        _which_of,
    ),
    "part": Shape(
        rf"(?:the\s)?(?P<number>first|second|third|fourth)[\s-](?P<part>quarter|half)\sof\s"
        rf"(?:{_YEAR}|(?P<of>last|this|next|the)\syear)",
        _part,
    ),
    "season_year": Shape(rf"(?:the\s)?{_SEASON}(?:\sof|,)?\s{_YEAR}", _season),
    "season": Shape(r"(?:the\s)?(?P<season>spring|summer|autumn|winter)|the\s(?P<fall>fall)", lambda m: (
        Season(_SEASONS[(m["season"] or m["fall"]).lower()])
    ), bare="before a season"),
    "decade": Shape(r"(?:the\s)?(?:['’]?(?P<decade>(?:1[5-9]|20)\d0|(?<=['’])\d0))['’]?s", _decade),
    "century": Shape(r"the\s(?P<century>1\d|20|21)(?:st|th)\scentury", _century),
    "day": Shape(rf"{alternatives(_DAY_WORDS)}", lambda m: Day(_DAY_WORDS[' '.join(m.group().lower().split())])),
    "weekend": Shape(r"(?:over|at|on|during)\sthe\sweekend", lambda _: Period("weekend", "")),
    "ago": Shape(rf"{_COUNT}\s{_UNIT}\sago", _ago),
    "long_ago": Shape(rf"(?:(?:a\s)?(?:several|few|couple of|many|some)\s)?{_VAGUE_UNIT}\sago", lambda _: Vague()),
    "later": Shape(
        rf"(?:{_COUNT}\s)?(?:more\s)?(?P<unit>day|week|month|year|decade)s?\s"
        r"(?P<way>later|earlier|afterwards?|beforehand)",
        _later,
    ),
    "beside": Shape(
        r"the\s(?P<way>previous|following|next|same)\s"
        r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)",
        _beside,
    ),
    "holiday": Shape(alternatives(lists()["holidays"]), _holiday),
    "weekday": Shape(rf"{_WEEKDAY}{_TIME_OF_DAY}", lambda m: Weekday(_WEEKDAYS[m['weekday'].lower()])),
    "month": Shape(_MONTH, _calendar, bare="before a bare month"),
    "year": Shape(rf"{_YEAR}(?:\s?[-–—]\s?(?P<to>(?:\d\d)?\d\d))?", _years, bare="before a bare year"),
}  # fmt: skip


def compiled(shape: Shape) -> re.Pattern[str]:
    """The shape as a pattern that matches whole words only."""
    return re.compile(rf"(?:{shape.pattern}){_END}", re.IGNORECASE)


def scanner() -> re.Pattern[str]:
    """All shapes as one pattern for text in lower case, the name of the shape the only group.

    It finds where a date may be and which; :func:`compiled` reads it. To ignore case here would take twice the time.
    """
    nameless = {name: re.sub(r"\(\?P<\w+>", "(?:", shape.pattern) for name, shape in SHAPES.items()}
    found = "|".join(f"(?P<{name}>(?:{pattern.lower()}){_END})" for name, pattern in nameless.items())
    return re.compile(rf"(?<![\w$€£.,/])(?<!\d[-–])(?:{found})")
