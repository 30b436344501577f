"""The summary of several articles: their best facts, what more than one of them tells said once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast

from sphinx_briefing.corpus.digest import digest_of, shown
from sphinx_briefing.corpus.query import Query, is_named, select
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.corpus.sameness import same_event
from sphinx_briefing.corpus.telling import known_names, telling
from sphinx_briefing.models import applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.corpus.corpus import Corpus, Hit
    from sphinx_briefing.corpus.telling import Telling
    from sphinx_briefing.models import Fact, FactForm, Problem

SummaryOrder = Literal["text", "salience"]

#: How many sentences there are where neither a number of them nor one of words is given.
SENTENCES: Final = 5

#: What each further article that tells a fact adds to its salience, which is 1 for an article's best.
_TOLD_AGAIN: Final = 0.25
#: The end of a sentence inside a fact; a title or initial before a name ("Gen. Vale") is none.
_SENTENCE_END: Final = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryQuery(Question["Summary"]):
    """What a summary is made of, and how long it may be.

    Attributes:
        articles: ids or globs, all articles if empty.
        about: terms of which one must occur in a fact.
        include: ids (``id`` or ``article/id``) of facts that are taken before all others.
        exclude: ids of facts that are not.
        sentences: how many at most.
        words: how many at most; without this and the former, there are five sentences.
        order: for reading (``text``) or the most salient first.
    """

    articles: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    dated: bool = False
    with_figures: bool = False
    form: FactForm = "condensed"
    sentences: int | None = None
    words: int | None = None
    order: SummaryOrder = "text"


@dataclass(frozen=True, slots=True)
class Point:
    """A fact, and the facts of other articles that tell the same."""

    hit: Hit
    also: tuple[Hit, ...] = ()

    @property
    def weight(self) -> float:
        """How much it matters: what several articles tell matters more."""
        return self.hit.excerpt.salience + _TOLD_AGAIN * len(self.also)


@dataclass(frozen=True, slots=True)
class Summary:
    """The points that answer a :class:`SummaryQuery`, arranged.

    Attributes:
        points: the facts.
        found: whether there are facts at all, be they too long.
        problems: what was wrong with the query.
    """

    points: tuple[Point, ...]
    found: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page prints of the summary does."""
        points = [[shown(hit) for hit in (point.hit, *point.also)] for point in self.points]
        return digest_of([points, self.found, [problem.message for problem in self.problems]])


def summarise(corpus: Corpus, query: SummaryQuery) -> Summary:
    """The summary of *corpus* that *query* asks for."""
    asked = select(
        corpus,
        Query(
            wanted="facts",
            articles=query.articles,
            about=query.about,
            include=query.include,
            exclude=query.exclude,
            dated=query.dated,
            with_figures=query.with_figures,
        ),
    )
    points = sorted(_points(asked.hits), key=lambda point: (not _is_wanted(point, query), -point.weight))
    kept = _short_enough(points, query)
    return Summary(tuple(_arranged(kept, query.order)), bool(points), asked.problems)


def _points(hits: Sequence[Hit]) -> list[Point]:
    """The facts in the order of their articles, those of several that tell the same put together.

    The most salient telling stands for all: its words are printed as its article has them. Each article has one
    part in a point at most, and every two parts must be the same.
    """
    told = _tellings(hits)
    groups: list[list[int]] = []
    having: dict[
        str, set[int]
    ] = {}  # which groups have a name or number: those that share none are not compared
    for at in sorted(range(len(hits)), key=lambda at: -hits[at].excerpt.salience):
        marks = told[at].names | told[at].numbers
        near = sorted(set().union(*(having.get(mark, ()) for mark in marks)))
        fitting = next((group for group in near if _belongs(at, groups[group], hits, told)), len(groups))
        if fitting == len(groups):
            groups.append([])
        groups[fitting].append(at)
        for mark in marks:
            having.setdefault(mark, set()).add(fitting)
    return [
        Point(hits[group[0]], tuple(hits[at] for at in sorted(group[1:])))
        for group in sorted(groups, key=min)
    ]


def _tellings(hits: Sequence[Hit]) -> list[Telling]:
    articles = {hit.article.id: hit.article for hit in hits}
    named = {name: known_names(article) for name, article in articles.items()}
    return [telling(hit.excerpt.text, named[hit.article.id]) for hit in hits]


def _belongs(at: int, group: Iterable[int], hits: Sequence[Hit], told: Sequence[Telling]) -> bool:
    return all(
        hits[at].article.id != hits[other].article.id and same_event(told[at], told[other]) for other in group
    )


def _is_wanted(point: Point, query: SummaryQuery) -> bool:
    return any(is_named(hit, name) for hit in (point.hit, *point.also) for name in query.include)


def _short_enough(points: Iterable[Point], query: SummaryQuery) -> list[Point]:
    """The first of *points* that together are no longer than the query allows; one that is too long is passed over."""
    sentences = query.sentences if query.sentences or query.words else SENTENCES
    kept: list[Point] = []
    room = [sentences, query.words]
    for point in points:
        text = applied(point.hit.article, cast("Fact", point.hit.excerpt), query.form)
        sizes = (1 + len(_SENTENCE_END.findall(text)), len(text.split()))
        if all(left is None or size <= left for left, size in zip(room, sizes, strict=True)):
            room = [left and left - size for left, size in zip(room, sizes, strict=True)]
            kept.append(point)
    return kept


def _arranged(points: Sequence[Point], order: SummaryOrder) -> list[Point]:
    """*points* as given, or for reading: article by article as each has them, the one of the first point first."""
    if order == "salience":
        return list(points)
    articles = {article: at for at, article in enumerate(dict.fromkeys(p.hit.article.id for p in points))}
    return sorted(points, key=lambda point: (articles[point.hit.article.id], point.hit.excerpt.start))
