"""Numbers whose notation alone says that they are no figures: dates, clock times, phone numbers, scores, codes.

Only the text round a number is looked at, never the whole text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_briefing.analysis.figures.numbers import Number
    from sphinx_briefing.analysis.figures.quantity import Quantity

_MONTHS: Final = read_words("nonfigures", "months")
_MONTH: Final = rf"(?:{alternatives(_MONTHS)})"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[5-9]|20|21)\d\d"
_ZONE: Final = r"(?:\s(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|local\stime))?"
_FROM_NUMBER: Final = re.compile(
    rf"""
      {_DAY}(?:\s?[-–—]\s?{_DAY})?\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s{_YEAR}(?!\w))?  # 7 March 2019
    | \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}(?!\w)(?:\d|T[\d:.]+Z?)?  # 2019-03-07
    | {_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?![\w%,])(?!\.\d)  # 2018-19
    | \d+0s(?!\w)  # 1940s
    | \d{{1,2}}(?:[:.]\d\d){{0,2}}(?:\s?[-–—]\s?\d{{1,2}}(?:[:.]\d\d)?)?\s?(?:[ap]\.m\.?|[ap]m(?!\w)|o[’']clock(?!\w)){_ZONE}
    | \d{{1,2}}:\d\d(?:[:.]\d+)*(?!\w){_ZONE} | \d{{4}}\s(?:GMT|UTC|hours(?!\w))
    | \d{{1,3}}(?:\.\d+){{2,}}(?!\w)  # 1.2.3
    | 24[/-]7(?!\w) | 9/11(?!\w) | 50[-/–]50(?!\w) | 20/20(?!\w) | \d+(?:/\d+)+(?!\w)
    | \d{{3}}[-.]\d{{4}}(?!\w) | (?:\d{{3,4}}[-.\s)]{{1,2}}){{2,}}\d{{3,4}}(?![\w,%]) | (?:\d{{3,}}-){{2,}}\d{{3,}}(?!\w)
    | \d[\d,]*(?:st|nd|rd|th)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCORE: Final = re.compile(r"\d{1,3}(?:[-–—]\d{1,3})+(?![-–—]?\w|[.,]\d|\s?[%°]|-)")
_SCORED: Final = re.compile(
    r"\s(?:win|wins|victory|victories|lead|leads|loss|losses|defeat|draw|draws|tie|vote|votes|decision|ruling|record|triumph|rout"
    r"|deficit|advantage|thrashing|on\s|up|down|over\s|against\s|to\s|at\s|in\s|after\s|before\s|with\s|thanks\s|and\s|but\s|as\s|away|home)|\W|\Z",
    re.IGNORECASE,
)
_SPAN_BEFORE: Final = re.compile(
    r"(?<!\w)(?:from|between|aged?|ages|about|around|(?<!vote\s)(?<!score\s)(?<!record\s)(?<!margin\s)(?<!lead\s)of|roughly|up\sto|some|nearly)\s\Z",
    re.IGNORECASE,
)
_BEFORE_WORD: Final = re.compile(r"(\w+\.?),?\s{1,2}\Z")
_DAY_AFTER_MONTH: Final = re.compile(
    rf"{_DAY}(?:\s?(?:-|–|—|and|to|or|through)\s?(?:{_MONTH}\s)?{_DAY}(?!\w|,\d|\.\d|%|\s(?:percent|per\scent)))?(?:,?\s{_YEAR})?(?![\w%]|,\d|\.\d)|{_YEAR}(?!\w|,\d)",
    re.IGNORECASE,
)
_IN_BEFORE: Final = re.compile(
    r"(?<!\w)(?:in|during|since|until|till|late|early|mid|before|after|year|spring|summer|autumn|fall|winter|a\.d\.|bc|christmas|between)\s\Z",
    re.IGNORECASE,
)
_BARE_YEAR: Final = re.compile(
    rf"{_YEAR}(?:\s(?:and|or|to)\s{_YEAR})?(?![\w%]|,\d|\.\d)(?!\s(?:percent|per\scent|of\sthe|times))"
)
_LIST_MARK: Final = re.compile(r"\d{1,2}\s?\)(?=\s)|\d{1,2}\.\s(?=[A-Z])")
_MODAL_MAY: Final = re.compile(r"(?<!\w)may\s+\Z")
_DATE_ENDS: Final = re.compile(
    r"\s?[,.;:)]|\s*\Z|\s(?:at|and|in|to|that|for|on|with|by|after|when|as)\s", re.IGNORECASE
)
_GLUED_BEFORE: Final = re.compile(r"[^\s(\[|“\"‘—–=~≈<>≥≤±+*…,;:]+\Z")
_LINK: Final = re.compile(
    r"(?:https?://|www\.|\S*@)\S*\Z|.*\.(?:com|org|net|gov|edu|co)/\S*\Z", re.IGNORECASE
)
_JOINING: Final = re.compile(
    r"(?:\A|.*[^\w])(?:now|then|still|sub|minus|to|over|under|near|a|mid|pre|post|and|or|the|about|around|up|plus|at|by|from"
    r"|top|another|almost|nearly|roughly|more-than|less-than|some|of|all)-\Z",
    re.IGNORECASE,
)
_WINDOW: Final = 24


def without_notations(text: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers that are not part of a date, a clock time, a score, a code or the like."""
    hidden = 0
    for number in numbers:
        if number.start < hidden:
            continue
        hidden = max(hidden, _notation_end(text, number))
        if number.start >= hidden:
            yield number


def _notation_end(text: str, number: Number) -> int:
    """Where the notation that begins with this number ends; 0 where there is none."""
    if number.style != "digits":
        return 0
    start = number.start
    while not text[start].isdigit() and start < number.end - 1:
        start += 1  # a minus
    found = _FROM_NUMBER.match(text, start)
    if found is not None and not (number.end > found.end() or _plain_fraction(text, number, found)):
        return found.end()
    before = _BEFORE_WORD.search(text, max(0, start - 14), start)
    if before is not None and before.group(1).lower() in _MONTHS:
        date = _DAY_AFTER_MONTH.match(text, start)
        modal = _MODAL_MAY.search(text, max(0, start - 6), start)
        if date is not None and (not modal or _DATE_ENDS.match(text, date.end())):
            return date.end()
    if _IN_BEFORE.search(text, max(0, start - 14), start) and (year := _BARE_YEAR.match(text, start)):
        return year.end()
    mark = _LIST_MARK.match(text, start)
    if mark is not None and _opens_an_item(text, start, mark.group()):
        return mark.end()
    return _score_end(text, start)


def _opens_an_item(text: str, start: int, mark: str) -> bool:
    """Whether "1." or "2)" begins a line or, with a bracket that is nowhere opened, an item inside one."""
    line = text[max(0, start - 80) : start].rpartition("\n")[2]
    if not line.strip(" \t•*-") and (start < 80 or "\n" in text[max(0, start - 80) : start]):
        return True
    return mark.endswith(")") and line.count("(") <= line.count(")") and not text[start - 1 : start].isalnum()


def _plain_fraction(text: str, number: Number, found: re.Match[str]) -> bool:
    """Whether the slash was read as part of a number: "1/4 mile", "7 3/4 %"."""
    return "/" in text[number.start : number.end] and number.high != int(number.high)


def _score_end(text: str, start: int) -> int:
    """The end of "2-1", unless it reads as a range: "from 2-3", "15-22 miles", "ages 18-34"."""
    score = _SCORE.match(text, start)
    if score is None or _SPAN_BEFORE.search(text, max(0, start - 10), start):
        return 0
    parts = [int(p) for p in re.split(r"[-–—]", score.group())]
    rising = len(parts) == 2 and parts[0] < parts[1]
    return 0 if rising and not _SCORED.match(text, score.end()) else score.end()


def is_code(text: str, quantity: Quantity) -> bool:
    """Whether letters or signs glued to the number make it a name: "COVID-19", "B2", "#5", "24703L202"."""
    before = text[max(0, quantity.start - _WINDOW) : quantity.start]
    after = text[quantity.end : quantity.end + 1]
    if before[-1:].isalnum() or before[-1:] in ("#", "_", "@") or after.isalnum() or after == "_":
        return True
    if quantity.start != quantity.number.start:
        return False
    if before[-1:] in ("’", "'", "‘") and quantity.end - quantity.start == 2:
        return True  # ’90, but not ‘400 troops’
    glued = _GLUED_BEFORE.search(before)
    if glued is None:
        return False
    word = glued.group()
    if word[-1] in "-–—/‑":
        joined = word[-2:-1].isalpha() and not _JOINING.match(before)
        return joined or (word[-1] == "/" and word[-2:-1].isdigit())
    return _LINK.match(word) is not None or (word[-1] in ":." and word[-2:-1].isdigit())
