"""How a figure is hedged and which way it moved, from the words round it that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from sphinx_briefing.analysis.figures.lexicon import alternatives, plain, read_lists, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Bound, Span, Trend


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


_VERBS: Final = _bounds("verbs")
_BEFORE: Final = {**_bounds("before"), **_bounds("none"), **_VERBS}
_SIGNS: Final = _bounds("signs")
_AFTER: Final = _bounds("after")
_BETWEEN: Final = read_words("bounds", "between")
_PREPOSITIONS: Final = read_words("bounds", "prepositions")
_PERIODS: Final = read_words("bounds", "before a period that is long")
_UP: Final = read_words("trends", "up")
_DOWN: Final = read_words("trends", "down")
_RATES_ONLY: Final = read_words("trends", "only rates")
_STEPS: Final = read_words("trends", "steps")
_RISES: Final = _UP | read_words("trends", "rises")
_MOVES: Final = read_words("trends", "moves")
_PARTICLES: Final[dict[str, Trend]] = {"up": "up", "higher": "up", "down": "down", "lower": "down"}
_WORD: Final = re.compile(r"[^\s—–“”\"(\[]+")
_SIGN_BEFORE: Final = re.compile(rf"(?P<sign>{alternatives(_SIGNS)})\s?\Z")
_HEDGE_AFTER: Final = re.compile(rf"\s?(?P<words>{alternatives(_AFTER)})(?!\w)", re.IGNORECASE)
_HEDGE_GLUED: Final = re.compile(r"(?P<words>-(?:plus|odd))(?!\w)", re.IGNORECASE)
_LONGEST_HEDGE: Final = 4
_MOST_BETWEEN: Final = 3
_MOST_STEPS: Final = 5
_WINDOW: Final = 56


def hedge_of(text: str, quantity: Quantity, sentence: Span) -> Hedge:
    """The hedge of a figure within its sentence; a bound of ``=`` where nothing hedges it."""
    start, end = quantity.start, quantity.end
    sign = _SIGN_BEFORE.search(text, max(sentence.start, start - 3), start)
    if sign is not None:
        return Hedge(_SIGNS[sign.group("sign")], sign.start(), end, sign.group("sign"))
    before = _hedge_before(text, quantity, sentence.start)
    if before is not None:
        return before
    after = _HEDGE_AFTER.match(text, end, max(end, sentence.end)) or _HEDGE_GLUED.match(
        text, quantity.last.end
    )
    if after is not None:
        words = after.group("words")
        return Hedge(
            _AFTER.get(plain(words), _AFTER.get(words.lower(), "=")), start, max(end, after.end()), words
        )
    return Hedge("=", start, end, "")


def _hedge_before(text: str, quantity: Quantity, floor: int) -> Hedge | None:
    words = _words_before(text, quantity.start, floor)
    if words and words[-1][0] == "sub-":
        return Hedge("<", words[-1][1], quantity.end, "sub-")
    for last in range(len(words), max(0, len(words) - _MOST_BETWEEN - 1), -1):
        for first in range(max(0, last - _LONGEST_HEDGE), last):
            phrase = " ".join(word for word, _ in words[first:last])
            bound = _BEFORE.get(phrase)
            if bound is not None:
                if bound == "=" or not _hedges(quantity, bound, phrase, [w for w, _ in words], (first, last)):
                    return None
                if phrase in _VERBS:
                    return Hedge(bound, quantity.start, quantity.end, "")
                at = words[first][1]
                through = words[last - 1]
                return Hedge(bound, at, quantity.end, text[at : through[1] + len(through[0])])
        if last and words[last - 1][0] not in _BETWEEN:
            return None
    return None


def _hedges(
    quantity: Quantity, bound: Bound, phrase: str, words: Sequence[str], place: tuple[int, int]
) -> bool:
    """Whether a phrase at this *place* among the words before a figure does hedge it.

    "Over ten years" may be a period, "below the $830 million expected" a comparison, and both ends of
    "from up to 50 to 80" are known.
    """
    before, between = words[: place[0]], words[place[1] :]
    if (quantity.is_range and bound != "~") or quantity.unit == "generation":
        return False
    compares = phrase in _PREPOSITIONS and "the" in between and "age" not in between
    if compares or (phrase == "some" and "of" in between):
        return False
    if phrase == "up to":
        return not (before and before[-1] in _RISES)
    if phrase == "over" and quantity.kind == "duration":
        return bool(before) and before[-1] in _PERIODS
    return True


def _words_before(text: str, start: int, floor: int) -> list[tuple[str, int]]:
    """The words before an offset in lower case, each with its own offset; none beyond a bracket's start."""
    begin = max(floor, start - _WINDOW)
    words = [(m.group().lower(), m.start()) for m in _WORD.finditer(text, begin, start)]
    if text[start - 1 : start] in '—–“”"([' and start:
        return []
    return words[1:] if begin > floor and words and words[0][1] == begin else words


def trend_of(index: TokenIndex, quantity: Quantity, start: int, sentence: Span) -> Trend | None:
    """The direction stated by the verb, particle or sign that governs a figure.

    Args:
        index: the tokens.
        quantity: the figure's number and unit.
        start: where the figure begins, its hedge included.
        sentence: the sentence it stands in.
    """
    text = index.text
    rate = quantity.kind == "percent" or quantity.unit in ("point", "basis point")
    if text[max(0, start - 1) : start] == "+":
        return "up"
    if quantity.kind == "percent" and quantity.high < 0:
        return "down"
    words = _words_before(text, start, sentence.start)
    for _ in range(_MOST_STEPS):
        if not words or not (words[-1][0] in _STEPS or words[-1][0].endswith("ly")):
            break
        words.pop()
    if words and words[-1][0] == "from" and quantity.is_range:
        words.pop()
    if not words:
        return None
    word, at = words[-1]
    if word in _PARTICLES:
        particle = index.first(at)
        gave_up = particle.dep_ == "prt" and particle.head.lemma_ not in _MOVES
        return None if gave_up else _PARTICLES[word]
    return _direction(word, rate=rate) or _by_a_step(index, start)


def _direction(word: str, *, rate: bool) -> Trend | None:
    """The direction of a verb; "lost 400 men" and "raised $3 million" have none."""
    if word in _RATES_ONLY and not rate:
        return None
    return "up" if word in _UP else "down" if word in _DOWN else None


def _by_a_step(index: TokenIndex, start: int) -> Trend | None:
    """The direction of the verb on which "by" hangs: "grow sales by 35 per cent"."""
    first = index.first(start)
    if not first.i or first.nbor(-1).lower_ != "by":
        return None
    return _direction(first.nbor(-1).head.lower_, rate=True)
