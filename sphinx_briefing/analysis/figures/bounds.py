"""How a figure is hedged and which way it moved, from the words round it that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_lists, read_words

if TYPE_CHECKING:
    from sphinx_briefing.models import Bound, Trend


class Hedge(NamedTuple):
    """The words that hedge a figure, with the span that the figure then has."""

    bound: Bound
    start: int
    end: int
    words: str


def _bounds(section: str) -> dict[str, Bound]:
    return {
        word: cast("Bound", bound) for bound, words in read_lists("bounds")[section].items() for word in words
    }


_BEFORE: Final = _bounds("before")
_NONE: Final = _bounds("none")
_SIGNS: Final = _bounds("signs")
_AFTER: Final = _bounds("after")
_BETWEEN: Final = alternatives(read_words("bounds", "between"))
_HEDGE_BEFORE: Final = re.compile(
    rf"(?:(?<![\w-])(?P<words>{alternatives({**_BEFORE, **_NONE})})(?:(?<=-)|\s+|\s?-\s?(?=\Z))"
    rf"(?P<between>(?:(?:{_BETWEEN})\s+){{0,2}})|(?P<sign>{alternatives(_SIGNS)})\s?)\Z",
    re.IGNORECASE,
)
_HEDGE_AFTER: Final = re.compile(rf"\s?(?P<words>{alternatives(_AFTER)})(?!\w)", re.IGNORECASE)
_UP: Final = read_words("trends", "up")
_DOWN: Final = read_words("trends", "down")
_ONLY_MEASURES: Final = read_words("trends", "only measures")
_STEP: Final = alternatives(read_words("trends", "steps"))
_TREND: Final = re.compile(
    rf"(?<![\w-])(?:(?P<verb>{alternatives(_UP | _DOWN)})|(?P<particle>up|down|higher|lower))(?:\s+(?:by\s+)?(?:an?\s+)?(?:further|additional|another)|\s+by)?\s+(?:an?\s+|its\s+|the\s+|their\s+)?\Z",
    re.IGNORECASE,
)
_WINDOW: Final = 48


def hedge_of(text: str, start: int, end: int) -> Hedge:
    """The hedge of the figure at ``text[start:end]``; a bound of ``=`` where nothing hedges it."""
    before = _HEDGE_BEFORE.search(text, max(0, start - _WINDOW), start)
    if before is not None:
        if before.group("sign"):
            return Hedge(_SIGNS[before.group("sign")], before.start(), end, before.group("sign"))
        words = before.group("words")
        key = " ".join(words.lower().split())
        bound = _NONE.get(key) or _BEFORE.get(key, "=")
        if bound != "=":
            return Hedge(bound, before.start("words"), end, words)
    after = _HEDGE_AFTER.match(text, end)
    if after is not None:
        words = after.group("words")
        return Hedge(_AFTER[" ".join(words.lower().split())], start, after.end(), words)
    return Hedge("=", start, end, "")


def trend_of(text: str, start: int, *, counts: bool) -> Trend | None:
    """The direction stated by the verb or particle right before offset *start*.

    Args:
        text: the text.
        start: where the figure begins, its hedge included.
        counts: whether the figure counts things; then "lost 400 men" is no trend.
    """
    found = _TREND.search(text, max(0, start - _WINDOW), start)
    if found is None:
        return None
    if found.group("particle"):
        return "up" if found.group("particle").lower() in ("up", "higher") else "down"
    verb = found.group("verb").lower()
    if counts and verb in _ONLY_MEASURES:
        return None
    return "up" if verb in _UP else "down"
