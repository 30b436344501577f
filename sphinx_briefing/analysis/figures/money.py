"""Money: the currency written before or after a number, as its ISO 4217 code.

The signs and names are in ``currencies.txt``. Amounts are never converted: a $ stays a dollar wherever the
article comes from, and 19 cents stay cents.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import alternatives, plain, plurals, read_lists
from sphinx_briefing.analysis.figures.quantity import Quantity

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.numbers import Number


def _names() -> dict[str, str]:
    table = {
        plain(form): code
        for code, names in _LISTS["names"].items()
        for name in names
        for form in plurals(name)
    }
    for part, forms in _LISTS["parts"].items():
        for word in (part, *forms) if part else forms:
            table |= dict.fromkeys(map(plain, plurals(word)), part or word)
    return table


_LISTS: Final = read_lists("currencies")
_SIGNS: Final = {sign: code for code, signs in _LISTS["signs"].items() for sign in signs}
_LARGE_ONLY: Final = {sign: code for code, signs in _LISTS["large amounts"].items() for sign in signs}
_NAMES: Final = _names()
_SCALES: Final = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_CODE: Final = rf"(?i:{alternatives(_LISTS['names'])})"
_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<minus>[-−])?(?:(?P<sign>{alternatives({**_SIGNS, **_LARGE_ONLY})})"
    rf"|(?P<million>M)?(?P<code>{_CODE})\$?|(?P<word>dollars?|sen))\s?\Z"
)
_AFTER: Final = re.compile(
    rf"\s?(?:(?P<sign>{alternatives(_SIGNS)})(?!\w|\s?\d)"
    rf"|(?P<million>M)?(?P<code>{_CODE})(?![\w$])(?:\s(?P<scale>{'|'.join(_SCALES)})(?!\w))?"
    r"|(?P<pence>p)(?!\w))"
    rf"|[\s-](?P<name>(?i:{alternatives(_NAMES)}))(?!\w)"
)
_OF: Final = re.compile(r"\s+of(?=\s)", re.IGNORECASE)
_UNITED_STATES: Final = re.compile(r"\s(?:US|U\.S\.?)(?=\s+(?:per|an?)\s|[,;.)]|\s*\Z)")
_POUNDS: Final = re.compile(r"\spounds(?P<sterling>\ssterling)?(?!\w)(?!\sof\s)")
_LONGEST_SIGN: Final = 12
_LARGE: Final = 100


def read_money(text: str, number: Number, floor: int) -> Quantity | None:
    """The amount of money that *number* is, with its currency; ``None`` if no currency is written beside it.

    Args:
        text: the text.
        number: a number in it.
        floor: a sign before this offset belongs to another number.
    """
    return _money_before(text, number, floor) or _money_after(text, number) or _sterling(text, number)


def _money_before(text: str, number: Number, floor: int) -> Quantity | None:
    found = _BEFORE.search(text, max(floor, number.start - _LONGEST_SIGN), number.start)
    currency = _currency_before(found, number) if found is not None else ""
    if found is None or not currency:
        return None
    negative = found.group("minus") is not None and not _joins(text, found.start())
    start = found.start() + (found.group("minus") is not None and not negative)
    factor = (-1.0 if negative else 1.0) * (1e6 if found.group("million") else 1.0)
    united = _UNITED_STATES.match(text, number.end)
    return _amount(number, currency, factor, start, united.end() if united else number.end)


def _currency_before(found: re.Match[str], number: Number) -> str:
    sign, code, word = found.group("sign", "code", "word")
    if sign in _LARGE_ONLY:
        return _LARGE_ONLY[sign] if number.scale > 1 or number.high >= _LARGE else ""
    if sign:
        return _SIGNS[sign]
    if code:
        return str(code).upper()
    return "USD" if word.startswith("dollar") else str(word)


def _joins(text: str, at: int) -> bool:
    """Whether a dash at this place joins two words or numbers, and so is no minus."""
    return text[max(0, at - 1) : at].isalnum() or text[max(0, at - 2) : at].strip()[-1:].isdigit()


def _money_after(text: str, number: Number) -> Quantity | None:
    found = _AFTER.match(text, number.end)
    if found is None and number.style in ("plural", "part"):
        of = _OF.match(text, number.end)
        found = _AFTER.match(text, of.end()) if of is not None else None
    if found is None:
        return None
    sign, code, name = found.group("sign", "code", "name")
    if found.group("pence"):
        currency = "penny"
    else:
        currency = _SIGNS[sign] if sign else code.upper() if code else _NAMES.get(plain(name), "")
    factor = 1e6 if found.group("million") else _SCALES.get(found.group("scale"), 1.0)
    return _amount(number, currency, factor, number.start, found.end()) if currency else None


def _sterling(text: str, number: Number) -> Quantity | None:
    """Pounds of money, told from pounds of mass by their sum: "361 million pounds", but not "of beef"."""
    pounds = _POUNDS.match(text, number.end)
    if pounds is None or (number.scale < 1e6 and not pounds.group("sterling")):
        return None
    return _amount(number, "GBP", 1.0, number.start, pounds.end())


def _amount(number: Number, currency: str, factor: float, start: int, end: int) -> Quantity:
    low, high = sorted((number.low * factor, number.high * factor))
    return replace(Quantity.of(number), start=start, end=end, low=low, high=high, unit=currency, kind="money")
