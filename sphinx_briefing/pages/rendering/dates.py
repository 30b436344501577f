"""Dates in the words of the page's language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from sphinx_briefing.edtf import UNKNOWN_YEAR, parse
from sphinx_briefing.pages.i18n import _

if TYPE_CHECKING:
    from sphinx_briefing.edtf import Point, When

_SEASONS: Final = (_("spring"), _("summer"), _("autumn"), _("winter"))
#: A leap year, so that 29 February can be written, too, where the year is not known.
_ANY_YEAR: Final = 2000


def date_words(edtf: str, language: str) -> str:
    """*edtf* in words: "7 March 2019", "March", "since 2011", "about 2014", "1990s".

    Args:
        edtf: as :mod:`sphinx_briefing.edtf` has it.
        language: of the page; English where nothing is known of it.
    """
    when, locale = parse(edtf), _locale(language)
    if when.is_point or when.start is None or when.end is None:
        return _end_words(when, locale)
    return f"{_point_words(when.start, locale)} – {_point_words(when.end, locale)}"


def has_year(edtf: str) -> bool:
    """Whether its year is known."""
    return UNKNOWN_YEAR not in edtf


def _end_words(when: When, locale: Locale) -> str:
    """One date, or one that is the end of something open."""
    if when.start is not None and when.end is not None:
        return _point_words(when.start, locale)
    if when.start is not None:
        return str(_("since %s")) % _point_words(when.start, locale)
    return str(_("up to %s")) % (_point_words(when.end, locale) if when.end else "")


def _point_words(point: Point, locale: Locale) -> str:
    words = _plain_words(point, locale)
    return str(_("about %s")) % words if point.approximate else words


def _plain_words(point: Point, locale: Locale) -> str:
    if point.month is None:
        return _year_words(point.year)
    if point.season is not None:
        return f"{_SEASONS[point.season]} {point.year}"
    known = point.year != UNKNOWN_YEAR
    day = date(int(point.year) if known else _ANY_YEAR, point.month, point.day or 1)
    if point.day is None:
        by_itself = (
            format_skeleton("yMMMM", day, locale=locale) if known else format_date(day, "LLLL", locale)
        )
        return str(by_itself)
    return str(format_date(day, "long", locale) if known else format_skeleton("MMMMd", day, locale=locale))


def _year_words(year: str) -> str:
    if year.isdecimal():
        return str(int(year))
    return str(_("%d00s") if year.endswith("XX") else _("%d0s")) % int(year.rstrip("X"))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse((language or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
