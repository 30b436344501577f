"""Numbers as English writes them: where each stands, to the character, and its value.

A small grammar over lexemes (runs of digits, number words, fractions), which knows nothing of units or
meaning: "2,000", "1.5m", "twenty-eight thousand", "a million and a half", "two-thirds", "tens of thousands".
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_lists, read_words

if TYPE_CHECKING:
    from collections.abc import Callable

Style = Literal["digits", "words", "part", "plural"]


class Number(NamedTuple):
    """A number in a text.

    Attributes:
        start: where it begins, its sign included.
        end: where it ends.
        low: the value, or the least of a vague number ("dozens").
        high: the value, or the most of a vague number.
        style: digits; words; a part of a whole in words; or a plural ("thousands").
        scale: what the last word or suffix multiplied by, 1.0 if none: "$10 to $15 billion" passes it on.
        suffix: the letters that stood for that scale; "m" may turn out to be metres.
    """

    start: int
    end: int
    low: float
    high: float
    style: Style
    scale: float = 1.0
    suffix: str = ""


class _Lexeme(NamedTuple):
    kind: str
    value: float
    start: int
    end: int


def _table(section: str) -> dict[str, float]:
    return {word: float(value) for value, words in read_lists("numbers")[section].items() for word in words}


_SUFFIXES: Final = _table("suffixes")
#: What can stand right after digits: "£3.65m", and where a space was forgotten "£3.65million".
_GLUED: Final = {**_SUFFIXES, **{word: value for word, value in _table("scales").items() if value >= 1000}}
_WORDS: Final[dict[str, tuple[str, float]]] = {
    **{w: ("unit", v) for w, v in _table("units").items()},
    **{w: ("tens", v) for w, v in _table("tens").items()},
    **{w: ("scale", v) for w, v in _table("scales").items()},
    **{w: ("plural", v) for w, v in _table("plurals").items()},
    **{w: ("part", 1 / v) for w, v in _table("parts").items()},
    **{w: ("parts", 1 / v) for w, v in _table("part plurals").items()},
    **dict.fromkeys(read_words("numbers", "ordinals"), ("ordinal", 0.0)),
}
_ARTICLED: Final = alternatives(w for w, (kind, _) in _WORDS.items() if kind in ("scale", "part"))
_GROUPED: Final = (
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 2,000,000
    r"|\d{1,3}(?:[\u00a0\u2009\u202f’']\d{3})+(?!\d)"  # thin spaces, apostrophes
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:,?\ 000)+(?!\d)"  # 80, 000 and 80 000: nothing else could be meant
)
_LEXEME: Final = re.compile(
    rf"(?P<digits>(?:{_GROUPED}|\d+)(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<vulgar>[¼½¾⅐-⅞])"
    rf"|(?<![^\W_])(?:(?P<word>{alternatives(_WORDS)})|(?P<article>an?(?=[\s-](?:{_ARTICLED})(?![^\W_]))))(?:(?![^\W_])|(?=fold(?!\w)))",
    re.IGNORECASE,
)
_LONG_SUFFIXES: Final = alternatives(suffix for suffix in _SUFFIXES if len(suffix) > 1)
_SUFFIX: Final = re.compile(
    rf"(?:(?P<glued>{alternatives(_GLUED)})|\s(?P<spaced>{_LONG_SUFFIXES}))(?![^\W_])"
)
_GAP: Final = re.compile(r"\s?-\s?|\s{1,2}|(?:\s|-)and(?:\s|-)", re.IGNORECASE)
_SLASHED: Final = re.compile(r"\s?[/⁄](\d{1,3})(?![\d/]|\.\d)")
_SIGN: Final = re.compile(
    r"(?:(?:(?<=[\s(\[|$€£¥=])|\A)[-−]\s?|(?<!\w)(?:minus|negative)[\s-])\Z", re.IGNORECASE
)
_OF: Final = re.compile(r"\s+of\s+", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"\s+(?:of|the|an?|his|her|its|their|our|as)(?!\w)|[\s-](?:done|full|empty|finished|hour|century|mile|dozen|decade|turn|minute|point|percentage)(?!\w)",
    re.IGNORECASE,
)
_LAST_WORD: Final = re.compile(r"(\w+)\W*\Z")
_GAME_HALVES: Final = read_words("numbers", "halves of games and years")
_STEPS: Final = read_words("numbers", "steps")
_LONGEST_GAP: Final = 5
_WINDOW: Final = 12


def read_numbers(text: str) -> list[Number]:
    """The numbers of *text* in its order; ordinals, and words that only look like numbers, are none."""
    lexemes = [_lexeme(m) for m in _LEXEME.finditer(text)]
    out: list[Number] = []
    at = 0
    while at < len(lexemes):
        reader = _Reader(text, lexemes, at)
        number = reader.number()
        if number is not None and math.isfinite(number.high):
            out.append(_signed(text, number))
        at = max(reader.at, at + 1)
    return out


def _times(value: float, scale: float) -> float:
    """The product as one would write it: 4.1 million is 4,100,000, whatever binary fractions say."""
    return float(f"{value * scale:.15g}")


def _lexeme(match: re.Match[str]) -> _Lexeme:
    start, end = match.span()
    surface = match.group()
    match match.lastgroup:
        case "digits":
            plain = "".join(c for c in surface if c.isdecimal() or c == ".")
            return _Lexeme("digits", float(plain), start, end)
        case "vulgar":
            return _Lexeme("vulgar", unicodedata.numeric(surface), start, end)
        case "word":
            kind, value = _WORDS.get(surface.lower(), ("ordinal", 0.0))
            return _Lexeme(kind, value, start, end)
    return _Lexeme("article", 1.0, start, end)


class _Reader:
    """Reads one number that begins at a lexeme; afterwards :attr:`at` is the first lexeme not read."""

    def __init__(self, text: str, lexemes: list[_Lexeme], at: int) -> None:
        self.text = text
        self.lexemes = lexemes
        self.at = at

    def number(self) -> Number | None:
        """The number, or ``None`` where the lexeme begins none."""
        first = self.lexemes[self.at]
        reading: dict[str, Callable[[_Lexeme], Number | None]] = {
            "digits": self._digits,
            "vulgar": self._digits,
            "unit": self._words,
            "tens": self._words,
            "article": self._articled,
            "plural": self._plural,
            "part": self._half,
        }
        return reading[first.kind](first) if first.kind in reading else None

    def _next(self, *kinds: str, gap: str = " ") -> _Lexeme | None:
        """The next lexeme, read, if it is of these kinds and joined to the one before.

        Args:
            kinds: the kinds that are wanted.
            gap: how it may be joined: ``" "`` by a space or hyphen, ``"&"`` by "and" also, ``""`` not at all.
        """
        if self.at >= len(self.lexemes) or self.lexemes[self.at].kind not in kinds:
            return None
        lexeme = self.lexemes[self.at]
        between = self.text[self.lexemes[self.at - 1].end : lexeme.start]
        if between and (not gap or len(between) > _LONGEST_GAP or not _GAP.fullmatch(between)):
            return None
        if gap == " " and "and" in between.lower():
            return None
        self.at += 1
        return lexeme

    def _digits(self, first: _Lexeme) -> Number | None:
        self.at += 1
        value, end = first.value, first.end
        if first.kind == "digits":
            fraction = self._fraction_after(first)
            if fraction is not None:
                value, end = fraction
        suffix = _SUFFIX.match(self.text, end)
        if suffix is not None:
            letters = suffix.group("glued") or suffix.group("spaced")
            scale = _GLUED[letters]
            size = _times(value, scale)
            return Number(first.start, suffix.end(), size, size, "digits", scale, letters)
        return self._scaled(first.start, end, value, "digits")

    def _fraction_after(self, first: _Lexeme) -> tuple[float, int] | None:
        """Value and end where digits are followed by a fraction, or are one: "2 ½", "7 3/4", "1/4"."""
        vulgar = self._next("vulgar")
        if vulgar is not None:
            return first.value + vulgar.value, vulgar.end
        slashed = _SLASHED.match(self.text, first.end)
        if slashed is not None:
            value = self._quotient(first.value, slashed)
            return None if value is None else (value, slashed.end())
        if self.at < len(self.lexemes) and self.text[first.end : self.lexemes[self.at].start] in (" ", "-"):
            top = self.lexemes[self.at]
            slashed = _SLASHED.match(self.text, top.end)
            value = self._quotient(top.value, slashed) if slashed and top.kind == "digits" else None
            if slashed is not None and value is not None:
                return first.value + value, slashed.end()
        return None

    def _quotient(self, top: float, slashed: re.Match[str]) -> float | None:
        bottom = float(slashed.group(1))
        if not 0 < top < bottom or top != int(top) or bottom not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64):
            return None
        while self.at < len(self.lexemes) and self.lexemes[self.at].start < slashed.end():
            self.at += 1
        return top / bottom

    def _words(self, first: _Lexeme) -> Number | None:
        """A cardinal in words: "six hundred forty-two", "two and a half", "two-thirds"."""
        self.at += 1
        value, end = self._below_hundred(first)
        if self._next("ordinal") or (first.kind == "tens" and value % 10 == 0 and self._next("part")):
            return None  # twenty-first, twenty-third
        part = self._next("parts") or (self._next("part") if value == 1 else None)
        if part is not None:
            return self._part_of(first.start, value, part)
        return self._scaled(first.start, end, value, "words")

    def _below_hundred(self, first: _Lexeme) -> tuple[float, int]:
        if first.kind == "tens" and self.at < len(self.lexemes) and 0 < self.lexemes[self.at].value < 10:
            unit = self._next("unit")
            if unit is not None:
                return first.value + unit.value, unit.end
        return first.value, first.end

    def _scaled(self, start: int, end: int, value: float, style: Style) -> Number:
        """What follows a first number: a half, scale words, and smaller numbers in words after those."""
        value, end = self._and_a_half(value, end, 1.0)
        total, scale = 0.0, 1.0
        while (word := self._next("scale")) is not None:
            value, end, scale = _times(value, word.value), word.end, word.value
            value, end = self._and_a_half(value, end, scale)
            if scale >= 1000:
                total, value = total + value, 0.0
            if self._smaller_follows(scale):
                smaller = self.lexemes[self.at]
                self.at += 1
                more, end = self._below_hundred(smaller)
                value, scale = value + more, 1.0
        return Number(start, end, total + value, total + value, style, scale)

    def _smaller_follows(self, scale: float) -> bool:
        """Whether a number in words goes on after a scale: "hundred and five", "thousand six hundred"."""
        if scale == 12 or self.at >= len(self.lexemes):
            return False
        lexeme = self.lexemes[self.at]
        between = self.text[self.lexemes[self.at - 1].end : lexeme.start]
        return (
            lexeme.kind in ("unit", "tens")
            and 0 < lexeme.value < min(scale, 100)
            and len(between) <= _LONGEST_GAP
            and _GAP.fullmatch(between) is not None
        )

    def _and_a_half(self, value: float, end: int, of: float) -> tuple[float, int]:
        """*value* and *end* with "and a half" added, which is half of *of*."""
        mark = self.at
        if self._next("article", gap="&"):
            half = self._next("part")
            between = self.text[end : self.lexemes[mark].start].lower()
            if half is not None and half.value in (0.5, 0.25) and "and" in between:
                return value + half.value * of, half.end
        self.at = mark
        return value, end

    def _articled(self, first: _Lexeme) -> Number | None:
        """A number that begins with an article: "a dozen", "a third of", "a quarter million"."""
        self.at += 1
        part = self._next("part")
        if part is not None:
            return self._part_of(first.start, 1.0, part, sure=False)
        if self._word_before(first.start) == "half":
            return None
        return self._scaled(first.start, first.end, 1.0, "words")

    def _half(self, first: _Lexeme) -> Number | None:
        """A half without a number before it: "half the flats", "half a million"."""
        self.at += 1
        return self._part_of(first.start, 1.0, first, sure=False)

    def _part_of(self, start: int, count: float, part: _Lexeme, *, sure: bool = True) -> Number | None:
        """A part of a whole or of a scale; one that is not *sure* must be followed by its whole."""
        value = count * part.value
        mark = self.at
        self._next("article")
        scale = self._next("scale")
        if scale is not None:
            size = _times(value, scale.value)
            return Number(start, scale.end, size, size, "words", scale.value)
        self.at = mark
        bare = start == part.start
        whole = _WHOLE.match(self.text, part.end) is not None
        before = self._word_before(start)
        if before in _GAME_HALVES or (bare and part.value != 0.5):
            return None
        fiscal = part.value == 0.25 and not whole and self.text[part.start - 1] != "-"
        if (not sure and not whole and before not in _STEPS) or fiscal:
            return None
        return Number(start, part.end, value, value, "part")

    def _word_before(self, start: int) -> str:
        before = _LAST_WORD.search(self.text, max(0, start - _WINDOW), start)
        return before.group(1).lower() if before is not None else ""

    def _plural(self, first: _Lexeme) -> Number | None:
        """A vague number: "dozens", "tens of thousands"; its upper end is ten times the lower."""
        self.at += 1
        low, end = first.value, first.end
        if self.at < len(self.lexemes) and self.lexemes[self.at].kind == "plural":
            second = self.lexemes[self.at]
            if _OF.fullmatch(self.text, end, second.start):
                self.at += 1
                return Number(first.start, second.end, low * second.value, low * second.value * 10, "plural")
        return Number(first.start, end, low, low * 10, "plural") if low != 10 else None


def _signed(text: str, number: Number) -> Number:
    """The number with the minus before it, if that is a sign and not a hyphen or a dash."""
    sign = _SIGN.search(text, max(0, number.start - _WINDOW), number.start)
    if sign is None or number.style in ("part", "plural"):
        return number
    if text[max(0, sign.start() - 9) : sign.start()].lower().endswith(("plus or ", "plus and ")):
        return number
    if sign.group()[0] in "-−":
        before = text[max(0, sign.start() - 6) : sign.start()].rstrip()
        spaced = sign.group()[-1].isspace()
        percent = text[number.end : number.end + 1] == "%"
        if (before[-1:].isalnum() and spaced) or (before[-1:].isdigit() and not percent):
            return number  # "40 - 50", "75 -300mm"
    return number._replace(start=sign.start(), low=-number.high, high=-number.low)
