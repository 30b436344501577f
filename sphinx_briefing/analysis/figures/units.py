"""Units written beside a number, money included, with nothing but the text: ``£2.5bn``, ``10kW``, ``$52 a barrel``.

Names and symbols are in ``units.txt`` and ``currencies.txt``. What is counted ("400 troops") is no unit of
measurement and is found by :mod:`~sphinx_briefing.analysis.figures.nouns` from the parse.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_lists, read_words
from sphinx_briefing.analysis.figures.quantity import Quantity

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.numbers import Number
    from sphinx_briefing.models import FigureKind


class Unit(NamedTuple):
    """A unit of measurement or money."""

    name: str
    kind: FigureKind


def _plurals(name: str) -> tuple[str, ...]:
    return (name,) if name.endswith("s") else (name, f"{name}s")


def _names() -> dict[str, Unit]:
    lists = read_lists("units")
    table: dict[str, Unit] = {}
    for section in ("measure", "duration", "percent", "count"):
        kind = cast("FigureKind", section)
        for name, more in lists[section].items():
            for word in (name, *more) if name else more:
                table |= {form: Unit(name or word, kind) for form in _plurals(word)}
    return table


def _symbols() -> dict[str, Unit]:
    lists = read_lists("units")
    return {
        symbol: Unit(name, cast("FigureKind", section))
        for section in ("measure", "duration", "percent", "count")
        for name, symbols in lists[f"{section} symbols"].items()
        for symbol in symbols
    }


def _money_names() -> dict[str, Unit]:
    lists = read_lists("currencies")
    table = {
        form: Unit(code, "money")
        for code, names in lists["names"].items()
        for name in names
        for form in _plurals(name)
    }
    for part, forms in lists["parts"].items():
        for word in (part, *forms) if part else forms:
            table |= {form: Unit(part or word, "money") for form in _plurals(word)}
    return table


_CURRENCIES: Final = read_lists("currencies")
_CODES: Final = frozenset(_CURRENCIES["names"])
_SIGNS: Final = {sign: code for code, signs in _CURRENCIES["signs"].items() for sign in signs}
_LARGE_ONLY: Final = {sign: code for code, signs in _CURRENCIES["large amounts"].items() for sign in signs}
NAMES: Final = _names()
_SYMBOLS: Final = _symbols()
_MONEY_NAMES: Final = _money_names()
_GLUED: Final = read_words("units", "glued only")
_RATE_WORDS: Final = alternatives(
    form
    for word in read_words("units", "rate")
    for form in ((word, "sq ft") if word == "square foot" else (word,))
)

_CODE: Final = rf"(?i:{alternatives(_CODES)})"
_MONEY_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<minus>[-−])?(?:(?P<sign>{alternatives({**_SIGNS, **_LARGE_ONLY})})"
    rf"|M?(?P<code>{_CODE})\$?|(?P<word>dollars?|sen))[\s\u00a0]?\Z"
)
_MONEY_AFTER: Final = re.compile(
    rf"[\s\u00a0]?(?:(?P<sign>{alternatives(_SIGNS)})(?!\w|\s?\d)"
    rf"|(?P<million>M)?(?P<code>{_CODE})(?![\w$])(?:\s(?P<scale>million|billion|trillion)(?!\w))?)"
    r"|(?P<pence>p)(?!\w)"
    rf"|[\s-](?:(?i:of\s)(?=\w+s(?!\w)))?(?P<name>(?i:{alternatives(_MONEY_NAMES)}))(?!\w)"
)
_OF_UNITS: Final = re.compile(r"\s+of\s+", re.IGNORECASE)
_UNITED_STATES: Final = re.compile(r"\s(?:US|U\.S\.?)(?=\s+(?:per|an?)\s|[,;.)]|\s*\Z)")
_NAME: Final = re.compile(
    rf"(?P<gap>\s?-\s?|\s{{0,2}})(?P<open>[\[({{<])?(?P<name>{alternatives(NAMES)})(?(open)[\])}}>])(?!\w)(?!-half)",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(
    rf"(?P<gap>\s?-?)(?P<open>[\[({{<])?(?P<symbol>{alternatives(_SYMBOLS)})(?(open)[\])}}>])(?!\w)"
)
_RATE: Final = re.compile(
    rf"\s?/\s?(?P<symbol>{alternatives(_SYMBOLS)})(?!\w)"
    rf"|(?:\s?/\s?|(?:\s?-\s?|\s)an?(?:\s?-\s?|\s))(?P<unit>{_RATE_WORDS}|{alternatives(n for n in NAMES if len(n) > 4)})(?![\w-])(?!\s(?:earlier|ago|later|before|after|old))"
    rf"|[\s-](?:per|for\severy)[\s-](?!cent(?!\w))(?:(?P<known>{alternatives(NAMES)})(?!\w)|(?P<any>[^\W\d_]+))",
    re.IGNORECASE,
)
_FAR_RATE: Final = re.compile(
    rf"\sof(?:\s[^\W\d_]+){{1,3}}?\s(?:an?|per|each)\s(?P<unit>{_RATE_WORDS})(?!\w)(?!\s(?:earlier|ago|later|before|after|old))",
    re.IGNORECASE,
)
_AGE: Final = re.compile(r"(?:\s|-|\s-\s)?(?:old|of\s+age)(?!\w)|-?olds(?!\w)", re.IGNORECASE)
_AGE_SHORT: Final = re.compile(r"[\s-]?(?:yo|y/o|yrs?\sold)(?!\w)", re.IGNORECASE)
_AGED_BEFORE: Final = re.compile(
    r"(?<!\w)(?:aged?|ages|age\sof|ages\sof)(?:\s(?:about|around|just|only))?\s\Z", re.IGNORECASE
)
_METRES: Final = re.compile(
    r"\s?(?:\Z|[^\s\w-]|(?:\d|x\s))|-|\s(?:(?:tall|long|wide|deep|high|away|apart|thick|above|below|and|or|in|to|from|at|on|by|for"
    r"|is|was|are|were|with|radius|north|south|east|west|sprint|hurdles|freestyle|butterfly|final|race|relay|off|down|up"
    r"|into|ahead|behind|underground)(?!\w))",
    re.IGNORECASE,
)
_ARTICLE_BEFORE: Final = re.compile(r"(?<!\w)(?:an?|the|men[’']?s|women[’']?s)\s\Z", re.IGNORECASE)
_YEARS_AND_MONTHS: Final = frozenset({"year", "month", "week", "day"})


def measure(text: str, number: Number, floor: int = 0) -> Quantity:
    """The number with the unit of measurement written before or after it, if any.

    Args:
        text: the text.
        number: a number in it.
        floor: where the quantity before it ended; a sign before that is not this number's.
    """
    money = _money_before(text, number, floor) or _money_after(text, number)
    if money is not None:
        return _with_rate(text, money)
    number = _metres_or_millions(text, number)
    bare = _quantity(number)
    found = _unit_after(text, number)
    if found is None:
        return _bare_age(text, bare)
    unit, end = found
    return _with_rate(text, _aged(text, replace(bare, unit=unit.name, kind=unit.kind, end=end)))


def _quantity(number: Number) -> Quantity:
    return Quantity(
        start=number.start,
        end=number.end,
        number=number,
        last=number,
        low=number.low,
        high=number.high,
        kind="ratio" if number.style == "part" else "count",
    )


def _money_before(text: str, number: Number, floor: int) -> Quantity | None:
    found = _MONEY_BEFORE.search(text, max(floor, number.start - 12), number.start)
    if found is None:
        return None
    sign, code, word = found.group("sign", "code", "word")
    large = number.scale > 1 or number.high >= 100
    if sign is not None:
        name = _SIGNS.get(sign) or (_LARGE_ONLY[sign] if large else "")
    else:
        name = code.upper() if code else "USD" if word.startswith("dollar") else word
    if not name:
        return None
    million = code is not None and found.group().startswith("M")
    factor = 1e6 if million else -1.0 if found.group("minus") and not _joins(text, found.start()) else 1.0
    low, high = sorted((number.low * factor, number.high * factor))
    united = _UNITED_STATES.match(text, number.end)
    return replace(
        _quantity(number),
        start=found.start() + (found.group("minus") is not None and factor > 0),
        end=united.end() if united else number.end,
        low=low,
        high=high,
        unit=name,
        kind="money",
    )


def _joins(text: str, at: int) -> bool:
    """Whether a dash at this place joins two words or numbers, and so is no minus."""
    return text[max(0, at - 1) : at].isalnum() or text[max(0, at - 2) : at].strip()[-1:].isdigit()


def _money_after(text: str, number: Number) -> Quantity | None:
    found = _MONEY_AFTER.match(text, number.end)
    if found is None and number.style in ("plural", "part"):
        of = _OF_UNITS.match(text, number.end)
        found = _MONEY_AFTER.match(text, of.end() - 1) if of else None
    if found is None:
        return _sterling(text, number)
    sign, code, name = found.group("sign", "code", "name")
    factor = 1e6 if found.group("million") else 1.0
    scale = found.group("scale")
    if scale:
        factor = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[scale]
    unit = (
        Unit("penny", "money")
        if found.group("pence")
        else Unit(_SIGNS[sign], "money")
        if sign
        else Unit(code.upper(), "money")
        if code
        else _MONEY_NAMES.get(" ".join(name.lower().split()))
    )
    if unit is None:
        return None
    return replace(
        _quantity(number),
        end=found.end(),
        low=number.low * factor,
        high=number.high * factor,
        unit=unit.name,
        kind="money",
    )


def _sterling(text: str, number: Number) -> Quantity | None:
    """Pounds of money are told from pounds of mass by their sum: "361 million pounds", but not "of beef"."""
    pounds = re.compile(r"\spounds(?:\ssterling)?(?!\w)(?!\sof\s)").match(text, number.end)
    if pounds is None or (number.scale < 1e6 and not pounds.group().endswith("sterling")):
        return None
    return replace(_quantity(number), end=pounds.end(), unit="GBP", kind="money")


def _metres_or_millions(text: str, number: Number) -> Number:
    """Takes the suffix "m" off again where it stands for metres: "1.8m tall", "a 50m pool"."""
    if number.suffix != "m":
        return number
    if not _METRES.match(text, number.end) and not _ARTICLE_BEFORE.search(
        text, max(0, number.start - 8), number.start
    ):
        return number
    return number._replace(
        end=number.end - 1, low=number.low / 1e6, high=number.high / 1e6, scale=1.0, suffix=""
    )


def _unit_after(text: str, number: Number) -> tuple[Unit, int] | None:
    at = number.end
    if number.style in ("plural", "part"):
        of = _OF_UNITS.match(text, at)
        if of is not None:
            named = _NAME.match(text, of.end())
            return (NAMES[_key(named)], named.end()) if named and number.style == "plural" else None
    named = _NAME.match(text, at)
    if named is not None and not _is_ordinal(named, number):
        return NAMES.get(_key(named), Unit("", "count")), named.end()
    symbol = _SYMBOL.match(text, at)
    if symbol is None or number.style != "digits":
        return None
    written = symbol.group("symbol")
    if (
        symbol.group("gap")
        and written in _GLUED
        and not text.startswith("/", symbol.end())
        and not _after_another_measure(text, number, written)
    ):
        return None
    if written == "s" and number.low == int(number.low):
        return None  # 2018s, Model 3s
    return _SYMBOLS[written], symbol.end()


def _after_another_measure(text: str, number: Number, symbol: str) -> bool:
    """Whether a spaced "m" or "C" cannot be anything else: "12 m 2 dm", "12 C."""
    return (
        symbol in ("m", "C", "V", "W", "K", "F", "g", "l", "t", '"')
        and not text[number.start - 1 : number.start].isalpha()
    )


def _key(named: re.Match[str]) -> str:
    return " ".join(named.group("name").lower().split())


def _is_ordinal(named: re.Match[str], number: Number) -> bool:
    """ "five second-half goals" has no five seconds."""
    return named.group("name").lower() == "second" and number.high != 1 and named.group("gap") == " "


def _aged(text: str, quantity: Quantity) -> Quantity:
    """ "28-year-old", "30 years of age"."""
    if quantity.unit not in _YEARS_AND_MONTHS:
        return quantity
    old = _AGE.match(text, quantity.end)
    if old is not None:
        return replace(quantity, end=old.end(), kind="age")
    if _AGED_BEFORE.search(text, max(0, quantity.start - 16), quantity.start):
        return replace(quantity, kind="age")
    return quantity


def _bare_age(text: str, quantity: Quantity) -> Quantity:
    """ "aged 34", "at the age of 21", "an 87 yo man"."""
    old = _AGE_SHORT.match(text, quantity.end)
    if old is not None:
        return replace(quantity, end=old.end(), unit="year", kind="age")
    if quantity.high < 130 and _AGED_BEFORE.search(text, max(0, quantity.start - 16), quantity.start):
        return replace(quantity, unit="year", kind="age")
    return quantity


def _with_rate(text: str, quantity: Quantity) -> Quantity:
    """The quantity with what it is counted by: "$52 a barrel", "78,000 times a minute", "kV/cm"."""
    if quantity.kind == "age":
        return quantity
    rate = _RATE.match(text, quantity.end)
    end = quantity.end if rate is None else rate.end()
    if rate is None and quantity.kind in ("measure", "money"):
        rate = _FAR_RATE.match(text, quantity.end)
    if rate is None:
        return quantity
    named = rate.groupdict()
    if named.get("symbol"):
        per = _SYMBOLS[named["symbol"]].name if named["symbol"] in _SYMBOLS else ""
    else:
        word = " ".join((named.get("unit") or named.get("known") or named["any"]).lower().split())
        per = NAMES[word].name if word in NAMES else {"annum": "year", "head": "person"}.get(word, word)
    return replace(quantity, end=end, per=per) if per else quantity
