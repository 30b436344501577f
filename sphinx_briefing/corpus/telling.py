"""What a fact tells, as far as it can be compared with what a fact of another article tells.

No parse is at hand, and no analysis: a warm build has none, and a lock keeps no more than what pages show. What is
kept are the words that tell something, reduced to a stem, the names, the figures, and the signs of what would make two
sentences differ: another number, another name or day, a negation, a plan, an opposite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.models import Article, Bound

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*(?:['’](?!s\b)[^\W\d_]+)?")
_NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
_NAMED: Final = re.compile(r"(?<=[\w,;] )[A-Z][^\W\d_]+")
_SENTENCE_BEGINS: Final = re.compile(r"(?:\A|[.!?:]\s|[“\"‘(])\s*\Z")
_BY: Final = re.compile(r"\bby (?:[a-z]+ ){0,4}[A-Z]")
_WAY: Final = re.compile(r"\b(by|to|from) \Z")
_ENDINGS: Final = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""))
_SHORTEST: Final = 3

#: Written with a capital these are names, not signs of a plan.
_NAMES_TOO: Final = frozenset({"May", "Will"})
_AT_MOST: Final = frozenset({"<", "<="})
_LIMITS: Final = _AT_MOST | {">", ">="}


class _Figure(NamedTuple):
    """A figure, how it is bounded, and whether it is told to be by, to or from so much."""

    quantity: Quantity
    bound: Bound
    way: str


class Sides(NamedTuple):
    """The names before a word, and those after it."""

    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a fact tells, as far as it can be compared.

    Attributes:
        words: stems of what it says, names and figures included.
        acts: those of them that are past forms, what happened; with the names before and after each.
        head: the first word if it tells something: a name, perhaps, which a capital does not tell there.
        passive: whether somebody is named by whom it was done.
        names: stems of the names in it, each of their words by itself.
        figures: by kind, the values of the figures in it, both ends of a range; by ``""`` years and the like.
        numbers: the same, each in one word with its kind.
        limits: values that it gives as a limit, and whether as the upper one.
        ways: values with the word before them that tells what they are: by, to or from so much.
        days: its weekdays, and its months.
        denies: whether it holds a negation.
        unreal: whether it is about what is planned, expected or guessed.
        sides: words of it that exclude another.
    """

    words: frozenset[str]
    acts: Mapping[str, Sides]
    head: str
    passive: bool
    names: frozenset[str]
    figures: Mapping[str, frozenset[float]]
    numbers: frozenset[str]
    limits: frozenset[tuple[float, bool]]
    ways: frozenset[tuple[float, str]]
    days: tuple[frozenset[str], frozenset[str]]
    denies: bool
    unreal: bool
    sides: frozenset[str]


class Lists:
    """The word lists beside this module."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.silent = frozenset(data["silent"].split())
        self.negations = frozenset(data["negations"].split())
        self.unreal = frozenset(data["unreal"].split())
        self.weekdays = frozenset(data["weekdays"].split())
        self.months = frozenset(data["months"].split())
        self.past: Mapping[str, str] = data["past"]
        groups = [[plain_stem(word) for word in group.split()] for group in data["same"]]
        self._same = {word: group[0] for group in groups for word in group}
        self.opposites = [(self.stem(one), self.stem(other)) for one, other in data["opposites"]]
        self.sides = frozenset(side for pair in self.opposites for side in pair)

    def stem(self, word: str) -> str:
        """What stands for a word in lower case, its forms and its near synonyms."""
        stem = plain_stem(self.past.get(word, word))
        return self._same.get(stem, stem)

    def is_past(self, word: str) -> bool:
        """Whether a word looks like a past form."""
        return word in self.past or (word.endswith("ed") and len(word) > _SHORTEST + 1)

    def are_opposed(self, one: Set[str], other: Set[str]) -> bool:
        """Whether a word of one side has its opposite on the other."""
        return any((a in one and b in other) or (b in one and a in other) for a, b in self.opposites)


@cache
def lists_of_words() -> Lists:
    """The word lists, read once."""
    return Lists(yaml.safe_load(Path(__file__).with_name("telling.yaml").read_text(encoding="utf-8")))


def plain_stem(word: str) -> str:
    """A word in lower case without the commonest endings; crude, but the same on both sides."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith(("ss", "us")):
            word = word.removesuffix(ending) + instead
            break
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST else word


def known_names(article: Article) -> frozenset[str]:
    """The words that an article writes with a capital inside a sentence."""
    return frozenset(_NAMED.findall(article.prose))


def telling(text: str, named: frozenset[str]) -> Telling:
    """What a fact tells.

    Args:
        text: its words.
        named: the names that its article knows, to tell one at the head of a sentence from any other word there.
    """
    lists = lists_of_words()
    tokens = list(_TOKEN.finditer(text))
    words = [token.group().casefold() for token in tokens]
    names = _names(text, tokens, named)
    stems = {word: lists.stem(word) for word in words}
    told = {word for word in words if len(word) > 1 and not {word, stems[word]} & lists.silent}
    head = stems[words[0]] if words and words[0] in told else ""
    who = {0: head, **names} if head else names
    figures = _figures(text)
    values = _values(text, figures)
    numbers = frozenset(f"{kind} {value}" for kind, found in values.items() for value in found)
    return Telling(
        words=numbers.union(stems[word] for word in told),
        acts={stems[w]: _sides(who, at) for at, w in enumerate(words) if w in told and lists.is_past(w)},
        head=head,
        passive=_BY.search(text) is not None,
        names=frozenset(names.values()),
        figures=values,
        numbers=numbers,
        limits=frozenset((f.quantity.high, f.bound in _AT_MOST) for f in figures if f.bound in _LIMITS),
        ways=frozenset((f.quantity.high, f.way) for f in figures if f.way),
        days=(lists.weekdays.intersection(words), lists.months.intersection(words)),
        denies=any(word in lists.negations or word.endswith(("n't", "n’t")) for word in words),
        unreal=any(t.group().casefold() in lists.unreal and t.group() not in _NAMES_TOO for t in tokens),
        sides=lists.sides.intersection(stems.values()),
    )


def _names(text: str, tokens: Sequence[re.Match[str]], named: frozenset[str]) -> dict[int, str]:
    """Stems of those of *tokens* that are names, by their place; days and months are none."""
    lists = lists_of_words()
    calendar = lists.weekdays | lists.months
    return {
        at: lists.stem(token.group().casefold())
        for at, token in enumerate(tokens)
        if token.group()[0].isupper()
        and token.group().casefold() not in calendar
        and (token.group() in named or not _SENTENCE_BEGINS.search(text, 0, token.start()))
    }


def _sides(names: Mapping[int, str], at: int) -> Sides:
    return Sides(
        frozenset(name for place, name in names.items() if place < at),
        frozenset(name for place, name in names.items() if place > at),
    )


def _figures(text: str) -> list[_Figure]:
    """The figures in *text* as the text alone tells them; "one" is mostly a pronoun."""
    from sphinx_briefing.analysis.figures import read_quantities  # noqa: PLC0415 - most pages have no summary
    from sphinx_briefing.analysis.figures.bounds import hedge_of  # noqa: PLC0415

    found = []
    for quantity in read_quantities(text):
        if quantity.number.style != "words" or quantity.high > 1:
            hedge = hedge_of(text, quantity, Span(0, len(text)))
            way = _WAY.search(text, max(0, hedge.start - 8), hedge.start)
            found.append(_Figure(quantity, hedge.bound, way[1] if way else ""))
    return found


def _values(text: str, figures: Sequence[_Figure]) -> dict[str, frozenset[float]]:
    """The values of *figures* by their kind; the other numbers of *text*, years and the like, by ``""``."""
    found: dict[str, set[float]] = {}
    for quantity, _bound, _way in figures:
        found.setdefault(quantity.kind, set()).update((quantity.low, quantity.high))
    for number in _NUMBER.finditer(text):
        if not any(f.quantity.start <= number.start() < f.quantity.end for f in figures):
            found.setdefault("", set()).add(float(number.group().replace(",", "")))
    return {kind: frozenset(values) for kind, values in found.items()}
