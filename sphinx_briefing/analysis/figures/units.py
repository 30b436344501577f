"""Units written beside a number, with nothing but the text: ``10kW``, ``0.3 per cent``, ``$52 a barrel``.

Their names and symbols are in ``units.txt``. What is counted ("400 troops") is no unit of measurement and is
found by :mod:`~sphinx_briefing.analysis.figures.nouns` from the parse.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.figures.lexicon import alternatives, plain, plurals, read_lists, read_words
from sphinx_briefing.analysis.figures.money import read_money
from sphinx_briefing.analysis.figures.quantity import Quantity

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.numbers import Number
    from sphinx_briefing.models import FigureKind


class Unit(NamedTuple):
    """A unit of measurement."""

    name: str
    kind: FigureKind


_KINDS: Final[tuple[FigureKind, ...]] = ("measure", "duration", "percent", "count")


def _names() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for kind in _KINDS:
        for name, more in read_lists("units")[kind].items():
            for word in (name, *more) if name else more:
                table |= dict.fromkeys(map(plain, plurals(word)), Unit(name or word, kind))
    return table


#: Units by all their names in lower case, singular and plural.
NAMES: Final = _names()
_SYMBOLS: Final = {
    symbol: Unit(name, kind)
    for kind in _KINDS
    for name, symbols in read_lists("units")[f"{kind} symbols"].items()
    for symbol in symbols
}
_GLUED: Final = read_words("units", "glued only")
_SPACED: Final = read_words("units", "glued or alone")
_LONG_NAMES: Final = alternatives(name for name in NAMES if len(name) > 4)
_RATES: Final = alternatives({*read_words("units", "rate"), "sq ft"})
_NO_RATE: Final = rf"(?!\s(?:{alternatives(read_words('units', 'after no rate'))}))"
_NAME: Final = re.compile(
    rf"(?P<gap>\s?-\s?|\s{{0,2}})(?P<open>[\[({{<])?(?P<name>{alternatives(NAMES)})(?(open)[\])}}>])(?!\w|-half)",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(
    rf"(?P<gap>\s?-?)(?P<open>[\[({{<])?(?P<symbol>{alternatives(_SYMBOLS)})(?(open)[\])}}>])(?!\w|-\d)"
)
_OF: Final = re.compile(r"\s+of\s+", re.IGNORECASE)
_PER_SYMBOL: Final = re.compile(rf"\s?/\s?(?P<symbol>{alternatives(_SYMBOLS)})(?!\w)")
_PER_NAME: Final = re.compile(
    rf"(?:\s?/\s?|(?:\s?-\s?|\s)an?(?:\s?-\s?|\s))(?P<unit>{_RATES}|{_LONG_NAMES})(?![\w-]){_NO_RATE}"
    rf"|[\s-](?:per|for\severy)[\s-](?!cent(?!\w))(?:(?P<known>{alternatives(NAMES)})(?!\w)|(?P<any>[^\W\d_]+))",
    re.IGNORECASE,
)
_PER_FAR: Final = re.compile(
    rf"\sof(?:\s[^\W\d_]+){{1,3}}?\s(?:an?|per|each)\s(?P<unit>{_RATES})(?!\w){_NO_RATE}", re.IGNORECASE
)
_OTHER_WORDS: Final = {"annum": "year", "head": "person"}
_OLD: Final = re.compile(r"(?:\s|-|\s-\s)?(?:old|of\s+age)(?!\w)|-?olds(?!\w)", re.IGNORECASE)
_OLD_IN_SHORT: Final = re.compile(r"[\s-]?(?:yo|y/o)(?!\w)", re.IGNORECASE)
_AGED: Final = re.compile(
    r"(?<!\w)(?:aged?|ages|age\sof|ages\sof)(?:\s(?:about|around|just|only|between))?\s\Z", re.IGNORECASE
)
_AGE_UNITS: Final = frozenset({"year", "month", "week", "day"})
_OLDEST: Final = 130
_METRES: Final = re.compile(
    rf"\s?(?:\Z|[^\s\w-]|\d|x\s)|-|\s(?:{alternatives(read_words('units', 'after metres'))})(?!\w)",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?<!\w)(?:an?|the|men[’']?s|women[’']?s)\s\Z", re.IGNORECASE)
_LINE: Final = 400
_WINDOW: Final = 24


def measure(text: str, number: Number, floor: int = 0) -> Quantity:
    """The number with the unit of measurement or currency written beside it, if any.

    Args:
        text: the text.
        number: a number in it.
        floor: where the quantity before it ended; a currency sign before that is not this number's.
    """
    money = read_money(text, number, floor)
    if money is not None:
        return with_rate(text, money)
    number = _metres_or_millions(text, number)
    found = _unit_after(text, number)
    if found is None:
        return _bare_age(text, Quantity.of(number))
    unit, end = found
    quantity = replace(Quantity.of(number), unit=unit.name, kind=unit.kind, end=end)
    return with_rate(text, _age(text, quantity))


def with_rate(text: str, quantity: Quantity) -> Quantity:
    """The quantity with what it is counted by: "$52 a barrel", "900 times a minute", "kV/cm"."""
    if quantity.kind == "age":
        return quantity
    symbol = _PER_SYMBOL.match(text, quantity.end)
    if symbol is not None:
        return replace(quantity, end=symbol.end(), per=_SYMBOLS[symbol.group("symbol")].name)
    rate = _PER_NAME.match(text, quantity.end)
    if rate is not None:
        return replace(quantity, end=rate.end(), per=_denominator(rate.group("unit", "known", "any")))
    far = _PER_FAR.match(text, quantity.end) if quantity.kind in ("measure", "money") else None
    return quantity if far is None else replace(quantity, per=_denominator(far.group("unit")))


def _denominator(words: str | tuple[str | None, ...]) -> str:
    word = plain(words if isinstance(words, str) else next(filter(None, words)))
    return NAMES[word].name if word in NAMES else _OTHER_WORDS.get(word, word)


def _metres_or_millions(text: str, number: Number) -> Number:
    """The number without its suffix "m" where that stands for metres: "1.8m tall", "a 50m pool"."""
    if number.suffix != "m":
        return number
    article = _ARTICLE.search(text, max(0, number.start - _WINDOW), number.start)
    if not article and not _METRES.match(text, number.end):
        return number
    return number._replace(
        end=number.end - 1, low=number.low / 1e6, high=number.high / 1e6, scale=1.0, suffix=""
    )


def _unit_after(text: str, number: Number) -> tuple[Unit, int] | None:
    """The unit after a number and where it ends."""
    of = _OF.match(text, number.end) if number.style in ("plural", "part") else None
    if of is not None:
        named = _NAME.match(text, of.end()) if number.style == "plural" else None
        return _named(named)
    named = _NAME.match(text, number.end)
    if named is not None and not _is_ordinal(named, number):
        return _named(named)
    symbol = _SYMBOL.match(text, number.end) if number.style == "digits" else None
    if symbol is None or not _is_symbol(text, number, symbol):
        return None
    return _SYMBOLS[symbol.group("symbol")], symbol.end()


def _named(found: re.Match[str] | None) -> tuple[Unit, int] | None:
    unit = NAMES.get(plain(found.group("name"))) if found is not None else None
    return None if found is None or unit is None else (unit, found.end())


def _is_symbol(text: str, number: Number, found: re.Match[str]) -> bool:
    """Whether letters after a number are its unit: not the "s" of "2018s", not a quotation's end."""
    symbol = found.group("symbol")
    if symbol == "s" and number.low == int(number.low):
        return False
    if symbol == '"' and text.count('"', max(0, number.end - _LINE), found.start("symbol")) % 2:
        return False
    spaced = bool(found.group("gap")) and symbol in _GLUED
    return not spaced or symbol in _SPACED or text.startswith("/", found.end())


def _is_ordinal(named: re.Match[str], number: Number) -> bool:
    """Whether "second" is no unit: "five second places"."""
    return named.group("name").lower() == "second" and number.high != 1 and named.group("gap") == " "


def _age(text: str, quantity: Quantity) -> Quantity:
    """An age where the words say so: "28-year-old", "30 years of age"."""
    if quantity.unit not in _AGE_UNITS:
        return quantity
    old = _OLD.match(text, quantity.end)
    if old is not None:
        return replace(quantity, end=old.end(), kind="age")
    aged = _AGED.search(text, max(0, quantity.start - _WINDOW), quantity.start)
    return replace(quantity, kind="age") if aged else quantity


def _bare_age(text: str, quantity: Quantity) -> Quantity:
    """An age without its unit: "aged 34", "at the age of 21", "an 87 yo man"."""
    old = _OLD_IN_SHORT.match(text, quantity.end)
    if old is not None:
        return replace(quantity, end=old.end(), unit="year", kind="age")
    aged = _AGED.search(text, max(0, quantity.start - _WINDOW), quantity.start)
    return replace(quantity, unit="year", kind="age") if aged and quantity.high < _OLDEST else quantity
