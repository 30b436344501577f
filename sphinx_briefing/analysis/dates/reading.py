"""Dates in running text: single ones found, put together with the words before and between them."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.dates.expressions import About, Ago, CalendarDate, Stretch, Vague
from sphinx_briefing.analysis.dates.grammar import SHAPES, compiled, scanner
from sphinx_briefing.analysis.dates.lexicon import alternatives, lists, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.analysis.dates.expressions import Expression


class DateWords(NamedTuple):
    """Words that tell a date, with what they mean.

    Attributes:
        start: where they begin; "since", "about" and the like belong to them.
        end: where they end.
        expression: what they mean.
    """

    start: int
    end: int
    expression: Expression


_SPAN: Final = r"(?:over|in|for|during|within|throughout|of)\sthe\s"
_DURATION: Final = re.compile(r"(?:over|in|for|during|within|throughout)\s$", re.IGNORECASE)
_OVER_THE: Final = re.compile(rf"(?:{_SPAN}|the\s)$", re.IGNORECASE)
_EVERY: Final = re.compile(
    r"\b(?:every|each|any|a|one|most|some|another|typical|per|normal|average)\s$", re.IGNORECASE
)
_PART: Final = re.compile(
    r"\b(?:(?:the\s)?(?:end|start|beginning|middle|rest)\sof\s"
    r"|(?:earlier|later|early|late|mid|sometime)(?:\sin)?[-\s](?:the\s)?)$",
    re.IGNORECASE,
)
_ENDS: Final = {"since": "start", "from": "start", "after": "start", "starting": "start", "beginning": "start",
                "until": "end", "till": "end", "by": "end", "before": "end", "through": "end"}  # fmt: skip
_END_WORD: Final = re.compile(
    rf"\b(?P<word>{alternatives(_ENDS)})(?:\sat\sleast|\sas\searly\sas)?\s$", re.IGNORECASE
)
_OPENING: Final = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s(?:and|to|through|until|till)\s|\s?[–—-]\s?|\sand\sthe\s", re.IGNORECASE)
#: The second day of "between March 7 and 9", which is written short.
_LATER_DAY: Final = re.compile(
    r"\s(?:and|to|through)\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%,.:]\d|\w|\s\w+s\b)"
)
_REACH: Final = 32


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateWords]:
    """The dates of ``text[start:end]`` in their order.

    Args:
        text: running prose, in English.
        start: where to begin.
        end: where to stop; the end of the text if not given.
    """
    stop = len(text) if end is None else end
    out: list[DateWords] = []
    for found in _single(text, start, stop):
        before = text[max(start, found.start - _REACH) : found.start]
        if out and (joined := _joined(text, start, out[-1], found)):
            out[-1] = joined
        else:
            out.append(_prefixed(before, _lengthened(text, found, before)))
    return out


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    return scanner(), {name: compiled(shape) for name, shape in SHAPES.items()}


@lru_cache(maxsize=65536)
def may_tell_date(word: str) -> bool:
    """Whether a date may have *word* in it; of the words of each date at least one may."""
    return bool(_telling().match(word))


@cache
def _telling() -> re.Pattern[str]:
    """Numbers with four digits, names of days, months and seasons, and the few words that relative dates have."""
    capitals = [word for name in ("months", "weekdays") for word in spellings(name)]
    plain = [day.split()[-1] for day in lists()["days"]] + spellings("seasons") + lists()["telling"]
    return re.compile(
        rf"(?:.*\d{{4}}(?:['’]?s)?|['’]?\d0['’]?s|{alternatives(capitals)}|(?i:{alternatives(plain)}))$"
    )


def _single(text: str, start: int, end: int) -> Iterator[DateWords]:
    """The dates without the words that belong to them."""
    scan, shapes = _patterns()
    last = start
    lower = text[start:end].lower()
    for place in scan.finditer(lower if len(lower) == end - start else text[start:end]):
        name, at = place.lastgroup or "", start + place.start()
        before = text[max(start, at - _REACH) : at]
        follows = last > start and _BETWEEN.fullmatch(text, last, at)
        if not follows and not _may_stand(name, before, text[at]):
            continue
        match = shapes[name].match(text, at, end)
        if match is None:
            continue
        meaning = SHAPES[name].meaning(match)
        if meaning is None:
            continue
        last = match.end()
        if name == "ago":
            yield from _hedged_ago(before, match, meaning)
        else:
            yield DateWords(match.start(), match.end(), meaning)


def _may_stand(name: str, before: str, initial: str) -> bool:
    """Whether the words before allow that it is a date: "in March", not "a march", "every Tuesday"."""
    if SHAPES[name].bare:
        return bool(_bare(SHAPES[name].bare).search(before))
    if name in ("weekday", "month_day", "day_month", "holiday") and (
        _EVERY.search(before) or _named_days().search(before) or (name == "weekday" and initial.islower())
    ):
        return False
    if name == "which":
        return not _OVER_THE.search(before)
    return not (name == "beside" and _DURATION.search(before))


@cache
def _bare(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lists()[name])})[\s-]$", re.IGNORECASE)


@cache
def _named_days() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lists()['named days'])})\s$")


@cache
def _hedges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    about, open_ended = (alternatives(lists()[name]) for name in ("about", "open"))
    return tuple(  # type: ignore[return-value] # two of them
        re.compile(rf"\b(?:{words})\s(?:the\s)?$", re.IGNORECASE) for words in (about, open_ended)
    )


def _hedged_ago(before: str, match: re.Match[str], meaning: Expression) -> Iterator[DateWords]:
    """What a hedge makes of it: "more than two years ago" tells no date, "almost two days ago" not quite a day."""
    about, open_ended = _hedges()
    if hedge := open_ended.search(before):
        yield DateWords(match.start() - len(hedge.group()), match.end(), Vague())
    elif hedge := about.search(before):
        yield DateWords(match.start() - len(hedge.group()), match.end(), About(meaning))
    else:
        yield DateWords(match.start(), match.end(), meaning)


def _lengthened(text: str, found: DateWords, before: str) -> DateWords:
    """The date with a second day that is written short: "between March 7 and 9"."""
    date = found.expression
    opening, later = _OPENING.search(before), _LATER_DAY.match(text, found.end)
    if not isinstance(date, CalendarDate) or not date.day or date.year or not opening or not later:
        return found
    day = int(later["day"])
    if not date.day < day <= monthrange(2000, date.month or 1)[1]:
        return found
    end = CalendarDate(date.year, date.month, day)
    return DateWords(found.start - len(opening.group()), later.end(), Stretch(date, end))


def _joined(text: str, start: int, first: DateWords, second: DateWords) -> DateWords | None:
    """Two dates that are the ends of one stretch: "between 2011 and 2013", "from March to May"."""
    between = text[first.end : second.start]
    if not _BETWEEN.fullmatch(between):
        return None
    opening = _OPENING.search(text[max(start, first.start - _REACH) : first.start])
    begun = first.expression
    if (
        isinstance(begun, Stretch)
        and begun.end is None
        and text[first.start : first.start + 4].lower() == "from"
    ):
        begin, begun = first.start, begun.start or begun
    elif opening:
        begin = first.start - len(opening.group())
    elif between.strip() in ("–", "—", "-", "to", "through"):
        begin = first.start
    else:
        return None
    if isinstance(begun, Stretch) or isinstance(second.expression, (Stretch, Ago)):
        return None
    return DateWords(begin, second.end, Stretch(_with_year(begun, second.expression), second.expression))


def _with_year(first: Expression, second: Expression) -> Expression:
    """The first of two dates with the year that is only given behind the second: "from March to May 2019"."""
    if (
        isinstance(first, CalendarDate)
        and isinstance(second, CalendarDate)
        and second.year
        and not first.year
    ):
        same = first.month is not None and second.month is not None and first.month <= second.month
        year = second.year if same else second.year - 1
        return CalendarDate(year, first.month, first.day) if first.month else first
    return first


def _prefixed(before: str, found: DateWords) -> DateWords:
    """The date with the words before it that belong to it: "since", "about", "late", "by the end of"."""
    start, expression = found.start, found.expression
    if part := _PART.search(before):
        return _prefixed(before[: part.start()], found._replace(start=start - len(part.group())))
    if isinstance(expression, (Stretch, Vague)):
        return found
    if not isinstance(expression, About) and (about := _hedges()[0].search(before)):
        hedged = DateWords(start - len(about.group()), found.end, About(expression))
        return _prefixed(before[: about.start()], hedged)
    if word := _END_WORD.search(before):
        is_start = _ENDS[word["word"].lower()] == "start"
        stretch = Stretch(expression, None) if is_start else Stretch(None, expression)
        return DateWords(start - len(word.group()), found.end, stretch)
    return found
