"""Numbers whose notation alone says that they are no figures: dates, clock times, scores, codes.

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


def _any_of(section: str) -> str:
    return rf"(?:{alternatives(read_words('nonfigures', section))})"


_MONTHS: Final = read_words("nonfigures", "months")
_MONTH: Final = _any_of("months")
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[5-9]|20|21)\d\d"
_ZONE: Final = r"(?:\s(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|local\stime))?"
_NUMERIC: Final = re.compile(
    rf"""
      {_DAY}(?:\s?[-–—]\s?{_DAY})?\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s{_YEAR}(?!\w))?  # 7 March 2019
    | \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}(?!\w)(?:\d|T[\d:.]+Z?)?  # 2019-03-07
    | {_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?![\w%]|,\d|\.\d)  # 2018-19
    | \d+0s(?!\w)  # 1940s
    | \d{{1,2}}(?:[:.]\d\d){{0,2}}(?:\s?[-–—]\s?\d{{1,2}}(?:[:.]\d\d)?)?
      \s?(?:[ap]\.m\.?|[ap]m(?!\w)|o[’']clock(?!\w)){_ZONE}  # 10.45pm
    | \d{{1,3}}:\d{{1,3}}(?:[:.]\d+){{0,4}}(?!\w){_ZONE} | \d{{4}}\s(?:GMT|UTC|hours(?!\w))
    | \d{{1,3}}(?:\.\d+){{2,6}}(?!\w)  # 1.2.3
    | 24[/-]7(?!\w) | 9/11(?!\w) | 50[-/–]50(?!\w) | 20/20(?!\w) | \d+(?:/\d+){{1,4}}(?!\w)
    | \d{{3}}[-.]\d{{4}}(?!\w) | (?:\d{{3,4}}[-.\s)]{{1,2}}){{2,5}}\d{{3,4}}(?![\w,%])  # telephones
    | (?:\d{{3,}}-){{2,6}}\d{{3,}}(?!\w)
    | \d[\d,]{{0,12}}(?:st|nd|rd|th)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LAST_WORD: Final = re.compile(r"(\w+\.?),?\s{1,2}\Z")
_DAY_AFTER_MONTH: Final = re.compile(
    rf"{_DAY}(?:\s?(?:-|–|—|and|to|or|through)\s?(?:{_MONTH}\s)?{_DAY}(?!\w|,\d|\.\d|%|\s(?:percent|per\scent)))?"
    rf"(?:,?\s{_YEAR})?(?![\w%]|,\d|\.\d)|{_YEAR}(?!\w|,\d)",
    re.IGNORECASE,
)
_MODAL_MAY: Final = re.compile(r"(?<!\w)may\s+\Z")
_DATE_ENDS: Final = re.compile(
    r"\s?[,.;:)]|\s*\Z|\s(?:at|and|in|to|that|for|on|with|by|after|when|as)\s", re.IGNORECASE
)
_BEFORE_YEAR: Final = re.compile(rf"(?<!\w){_any_of('before years')}\s\Z", re.IGNORECASE)
_BARE_YEAR: Final = re.compile(
    rf"{_YEAR}(?:\s(?:and|or|to)\s{_YEAR})?(?![\w%]|,\d|\.\d)(?!\s{_any_of('after no years')}(?!\w))",
    re.IGNORECASE,
)
_LIST_MARK: Final = re.compile(r"\d{1,2}\s?\)(?=\s)|\d{1,2}\.\s(?=[A-Z])")
_STATE_BEFORE: Final = re.compile(r",\s[A-Z]{2}\s\Z")
_POSTCODE: Final = re.compile(r"\d{5}(?:-\d{4})?(?![\w,.]?\d)")
_SCORE: Final = re.compile(r"\d{1,3}(?:[-–—]\d{1,3}){1,4}(?![-–—]?\w|[.,]\d|\s?[%°]|-)")
_AFTER_SCORE: Final = re.compile(rf"\s{_any_of('after scores')}(?!\w)|[^\w\s]|\s*\Z", re.IGNORECASE)
_BEFORE_SPAN: Final = re.compile(rf"(?<!\w){_any_of('before spans')}\s\Z", re.IGNORECASE)
_GLUED: Final = re.compile(r"[^\s(\[|“\"‘—–=~≈<>≥≤±+*…,;:]+\Z")
_LINK: Final = re.compile(
    r"(?:https?://|www\.|\S*@)\S*\Z|.*\.(?:com|org|net|gov|edu|co)/\S*\Z", re.IGNORECASE
)
_JOINED: Final = re.compile(rf"(?:\A|.*\W){_any_of('joined')}-\Z", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?<!\w)(?:[Nn]os?\.|№)\s?\Z")
_LONGEST_PLAIN: Final = 12
_WINDOW: Final = 24
_LINE: Final = 80


def without_notations(text: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers that are not part of a date, a clock time, a telephone number, a score or the like."""
    hidden = 0
    for number in numbers:
        if number.start >= hidden:
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
    found = _NUMERIC.match(text, start)
    if found is not None and number.end <= found.end() and not _is_fraction(text, number):
        return found.end()
    for read in (_day_of_month, _year, _list_mark, _postcode, _score):
        end = read(text, start)
        if end:
            return end
    return 0


def _is_fraction(text: str, number: Number) -> bool:
    """Whether the slash was read as part of a number: "1/4 mile", "7 3/4 %"."""
    return "/" in text[number.start : number.end] and number.high != int(number.high)


def _day_of_month(text: str, start: int) -> int:
    """The end of "March 7, 2019" after its month; the verb "may" is none."""
    before = _LAST_WORD.search(text, max(0, start - _WINDOW), start)
    if before is None or before.group(1).lower() not in _MONTHS:
        return 0
    date = _DAY_AFTER_MONTH.match(text, start)
    if date is None:
        return 0
    modal = _MODAL_MAY.search(text, max(0, start - _WINDOW), start)
    return 0 if modal and not _DATE_ENDS.match(text, date.end()) else date.end()


def _year(text: str, start: int) -> int:
    year = _BARE_YEAR.match(text, start)
    return year.end() if year and _BEFORE_YEAR.search(text, max(0, start - _WINDOW), start) else 0


def _list_mark(text: str, start: int) -> int:
    """The end of "1." or "2)" at the beginning of a line, or of "2)" where no bracket is open."""
    mark = _LIST_MARK.match(text, start)
    if mark is None:
        return 0
    window = text[max(0, start - _LINE) : start]
    line = window.rpartition("\n")[2]
    opens = not line.strip(" \t•*-") and (start < _LINE or "\n" in window)
    unopened = mark.group().endswith(")") and line.count("(") <= line.count(")")
    return mark.end() if opens or (unopened and not line[-1:].isalnum()) else 0


def _postcode(text: str, start: int) -> int:
    code = _POSTCODE.match(text, start)
    return code.end() if code and _STATE_BEFORE.search(text, max(0, start - _WINDOW), start) else 0


def _score(text: str, start: int) -> int:
    """The end of "2-1", unless it reads as a range: "from 2-3", "15-22 miles", "ages 18-34"."""
    score = _SCORE.match(text, start)
    if score is None or _BEFORE_SPAN.search(text, max(0, start - _WINDOW), start):
        return 0
    parts = [int(part) for part in re.split(r"[-–—]", score.group())]
    rising = len(parts) == 2 and parts[0] < parts[1]
    return 0 if rising and not _AFTER_SCORE.match(text, score.end()) else score.end()


def is_code(text: str, quantity: Quantity) -> bool:
    """Whether letters or signs glued to the number make it a name: "COVID-19", "B2", "#5", "51204K317"."""
    before, after = text[max(0, quantity.start - 1) : quantity.start], text[quantity.end : quantity.end + 1]
    if before.isalnum() or before in ("#", "_", "@") or after.isalnum() or after == "_":
        return True
    if quantity.start != quantity.number.start:
        return False  # a currency sign
    written = text[quantity.number.start : quantity.number.end]
    if len(written) > _LONGEST_PLAIN and written.isdigit():
        return True
    if before in ("’", "'", "‘") and quantity.end - quantity.start == 2:
        return True  # ’90, but not ‘400 troops’
    numbered = _NUMBERED.search(text, max(0, quantity.start - _WINDOW), quantity.start)
    return numbered is not None or _is_glued(text[max(0, quantity.start - _WINDOW) : quantity.start])


def _is_glued(before: str) -> bool:
    glued = _GLUED.search(before)
    if glued is None:
        return False
    word = glued.group()
    if word[-1] in "-–—/‑":
        joined = word[-2:-1].isalpha() and not _JOINED.match(before)
        return joined or (word[-1] == "/" and word[-2:-1].isdigit())
    return _LINK.match(word) is not None or (word[-1] in ":." and word[-2:-1].isdigit())
