"""Whether two figures of different articles are of one subject, so that they could contradict each other.

No parse is at hand. What is compared is what is counted or measured, the words of the subject, and what the sentence
round it tells: names, what happened, whether it is a plan. Where the articles don't say enough, the answer is no: a
conflict that is none costs more trust than one that is missed.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from sphinx_briefing.corpus.corpus import Hit
from sphinx_briefing.corpus.telling import Telling, known_names, lists_of_words, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.models import Article, Figure, Span

#: Kinds of figure that name their subject well enough to be compared.
_COMPARED: Final = frozenset({"count", "money", "percent", "measure"})
#: Those whose unit says nothing of the subject.
_BARE: Final = frozenset({"money", "percent", "measure"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_OF_THEM: Final = re.compile(r"of (?:the|its|his|her|their|these|those|them)\b", re.IGNORECASE)
#: Where words beside a number are looked for, in characters.
_BESIDE: Final = 20
#: How many words two sentences must have in common besides the unit, and how many where that says little.
_NEEDED: Final = 2
_VAGUE_NEEDS: Final = 3
#: What part of the shorter sentence's words the other one must have.
_SHARE: Final = 0.6
#: Words that date a figure by themselves, whenever the article was published.
_ABSOLUTE: Final = re.compile(r"\b\d{4}\b")
#: Words that date what is told, or the telling: nobody can say which.
_WEEKDAY: Final = re.compile(r"(?:(?:on|last|late|early) )*[a-z]+day", re.IGNORECASE)
#: How many days later an article may tell of another state of things.
_LATER: Final = 14


class _Lists:
    """The word list beside this module."""

    def __init__(self) -> None:
        text = Path(__file__).with_name("conflict_words.yaml").read_text(encoding="utf-8")
        data = {name: words.split() for name, words in yaml.safe_load(text).items()}
        self.anybody = frozenset(map(lists_of_words().stem, data["anybody"]))
        self.magnitudes = frozenset(map(lists_of_words().stem, data["magnitudes"]))
        self.partial = frozenset(data["partial"])
        self.parts = tuple(data["parts"])


@cache
def _lists() -> _Lists:
    return _Lists()


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with what its sentence tells.

    Attributes:
        hit: the figure and its article.
        figure: the figure.
        subject: stems of what is counted or measured.
        unit: stems of the unit.
        told: what the sentence tells.
        words: stems of it, without numbers and unit.
        names: the names in it besides who says so.
        partial: the words by which the figure is one of several, or of a part of something.
        alone: whether it is the only figure of its kind and unit there.
    """

    hit: Hit
    figure: Figure
    subject: frozenset[str]
    unit: frozenset[str]
    told: Telling
    words: frozenset[str]
    names: frozenset[str]
    partial: frozenset[str]
    alone: bool


def comparable(corpus: Corpus) -> Iterator[tuple[Article, Figure]]:
    """The figures of a corpus that could be compared; those in titles tell too little."""
    for article in corpus.articles.values():
        for figure in corpus.analyses[article.id].figures:
            if (
                figure.kind in _COMPARED
                and figure.unit
                and article.paragraphs[figure.paragraph].role == "body"
            ):
                yield article, figure


class Mentions:
    """What the sentences of a corpus's figures tell, found out when first asked for: most figures have no like."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._names: dict[str, frozenset[str]] = {}
        self._told: dict[tuple[str, Span], Telling] = {}
        self._found: dict[tuple[str, str], Mention] = {}

    def of(self, article: Article, figure: Figure) -> Mention:
        """That of a figure."""
        key = article.id, figure.id
        if key not in self._found:
            told = self._telling(article, figure.sentence)
            self._found[key] = _mention(article, figure, self._corpus.analyses[article.id].figures, told)
        return self._found[key]

    def _telling(self, article: Article, sentence: Span) -> Telling:
        """What a sentence tells, once for all figures in it."""
        key = article.id, sentence
        if key not in self._told:
            if article.id not in self._names:
                self._names[article.id] = known_names(article)
            self._told[key] = telling(article.text[slice(*sentence)], self._names[article.id])
        return self._told[key]


def _mention(article: Article, figure: Figure, figures: Sequence[Figure], told: Telling) -> Mention:
    unit = frozenset(map(lists_of_words().stem, figure.unit.casefold().split()))
    saying = {word.casefold() for word in _WORD.findall(figure.attribution)}
    beside = [
        f for f in figures if f.sentence == figure.sentence and (f.kind, f.unit) == (figure.kind, figure.unit)
    ]
    return Mention(
        hit=Hit(article, figure),
        figure=figure,
        subject=_stems(f"{figure.subject} {figure.unit_phrase}") - unit,
        unit=unit,
        told=told,
        words=told.words - told.numbers - _lists().magnitudes - unit,
        names=told.names - saying,
        partial=_partial(article, figure),
        alone=len(beside) == 1,
    )


def _stems(words: str) -> frozenset[str]:
    """What of *words* tells something."""
    lists = lists_of_words()
    plain = (word.casefold() for word in _WORD.findall(words))
    return frozenset(lists.stem(w) for w in plain if len(w) > 1 and not {w, lists.stem(w)} & lists.silent)


def _partial(article: Article, figure: Figure) -> frozenset[str]:
    text, lists = article.prose, _lists()
    start, end = figure.sentence
    after = text[figure.end : min(end, figure.end + _BESIDE)]
    before = text[max(start, figure.start - _BESIDE) : figure.start]
    beside = f"{before} {figure.text.replace(figure.hedge, '', 1)} {after}"
    found = lists.partial.intersection(word.casefold() for word in _WORD.findall(beside))
    said = (word.casefold() for word in _WORD.findall(text, start, end))
    of_them = ["of them"] if _OF_THEM.match(after.lstrip()) else []
    return found.union((word for word in said if word.startswith(lists.parts)), of_them)


def of_common_words(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The pairs of places whose sentences may have enough words in common, so that not each is held against each.

    Where the shorter of two has *n* words and *k* of them must be common, one of its *n* - *k* + 1 rarest is: the
    prefix filter of set similarity joins (Chaudhuri, Ganti and Kaushik 2006).
    """
    times = Counter(word for mention in mentions for word in mention.words)
    rarest_first = [sorted(m.words - _lists().anybody, key=lambda w: (times[w], w)) for m in mentions]
    having: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(rarest_first):
        for word in words:
            having[word].append(place)
    for place, words in enumerate(rarest_first):
        needed = max(_NEEDED, math.ceil(_SHARE * len(words)))
        near = {other for word in words[: max(0, len(words) - needed + 1)] for other in having[word]}
        longer = (other for other in near if (len(rarest_first[other]), other) > (len(words), place))
        yield from ((min(place, other), max(place, other)) for other in sorted(longer))


def one_subject(one: Mention, other: Mention) -> bool:
    """Whether two figures are of one subject, at one time, as far as their articles tell."""
    return (
        one.alone
        and other.alone
        and one.partial == other.partial
        and (one.names <= other.names or other.names <= one.names)
        and _told_of_both(one, other)
        and _one_event(one.told, other.told)
        and _one_time(one, other)
    )


def alike(one: Figure, other: Figure) -> bool:
    """Whether they count or measure the same sort of thing, as a level or as a change, as a fact or as a plan."""
    return (one.kind, one.unit, one.trend) == (other.kind, other.unit, other.trend) and (
        one.modality == "planned"
    ) == (other.modality == "planned")


def _told_of_both(one: Mention, other: Mention) -> bool:
    """Whether each sentence has all words of the other's subject, and the two most of what they tell in common."""
    anybody = _lists().anybody
    if not (one.subject | other.subject) - anybody <= one.words & other.words:
        return False
    common = (one.words & other.words) - anybody
    vague = one.figure.kind in _BARE or not one.unit.isdisjoint(anybody)
    least = min(len(one.words - anybody), len(other.words - anybody))
    return len(common) >= max(_VAGUE_NEEDS if vague else _NEEDED, _SHARE * least)


def _one_event(one: Telling, other: Telling) -> bool:
    """Whether nothing makes two sentences tell of two things."""
    if one.denies != other.denies or one.unreal != other.unreal:
        return False
    years = one.figures.get("", frozenset()), other.figures.get("", frozenset())
    if all(years) and years[0].isdisjoint(years[1]):
        return False
    if lists_of_words().are_opposed(one.sides, other.sides):
        return False
    return _is_told_by(one, other) and _is_told_by(other, one)


def _is_told_by(one: Telling, other: Telling) -> bool:
    """Whether something of what happened in one sentence, if anything did, is a word of the other."""
    return not one.acts or not other.words.isdisjoint(one.acts)


def _acts_in_common(one: Telling, other: Telling) -> bool:
    return not set(one.acts).isdisjoint(other.acts)


def _one_time(one: Mention, other: Mention) -> bool:
    """Whether both figures may be of one day: by the words that date them, and by their articles' dates."""
    months = one.told.days[1], other.told.days[1]
    if all(months) and months[0].isdisjoint(months[1]):
        return False
    first, second = (_day(mention.hit.article.metadata.date) for mention in (one, other))
    apart = abs((first - second).days) if first and second else None
    near = apart is None or apart <= _LATER
    as_of = {mention.figure.as_of.casefold() for mention in (one, other)}
    if len(as_of) > 1:  # what happened has a day, though one article may leave it out; so has what was said
        told_when = _WEEKDAY.fullmatch(max(as_of)) is not None
        return near and "" in as_of and (told_when or _acts_in_common(one.told, other.told))
    (words,) = as_of
    if _ABSOLUTE.search(words):
        return True
    return apart == 0 if words else near


def _day(given: str) -> date | None:
    """A date that is known to the day."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None
