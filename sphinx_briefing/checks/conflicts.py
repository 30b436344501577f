"""Figures of one subject on which two articles disagree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.checks.amounts import Amount, amount_of, disagree
from sphinx_briefing.checks.subjects import Mentions, alike, comparable, of_common_words, one_subject
from sphinx_briefing.corpus.corpus import Hit
from sphinx_briefing.corpus.digest import digest_of, shown
from sphinx_briefing.corpus.query import unknown_article
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.corpus.terms import any_term
from sphinx_briefing.models import Figure, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_briefing.corpus import Corpus

#: Figures that differ by more than this factor are hardly of one subject.
_FACTOR: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictQuery(Question["Conflicts"]):
    """On which figures articles disagree.

    Attributes:
        articles: ids or globs, all articles if empty.
        about: terms of which one must occur in a figure, its subject or who says so.
        tolerance: how far two values may be apart, as a part of the larger one.
    """

    articles: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    tolerance: float = 0.05


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures of one subject of which at least two can't both be right, in the order of their articles."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The conflicts that answer a :class:`ConflictQuery`; and what was wrong with it."""

    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page prints of the conflicts does."""
        told = [[shown(hit) for hit in conflict.hits] for conflict in self.conflicts]
        return digest_of([told, [problem.message for problem in self.problems]])


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSided(Question["Sides"]):
    """Whether a page that prints some figures keeps quiet about another article's.

    Attributes:
        figures: the names (``article/id``) of those that one place prints.
        printed: the names of all that the page prints.
        tolerance: as of a :class:`ConflictQuery`.
    """

    figures: tuple[str, ...]
    printed: tuple[str, ...]
    tolerance: float = 0.05


@dataclass(frozen=True, slots=True)
class Sides:
    """The answer to :class:`OneSided`: the warnings."""

    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, a warning does."""
        return digest_of([problem.message for problem in self.problems])


class _Pair(NamedTuple):
    """Two figures that can't both be right."""

    one: Hit
    other: Hit


@dataclass(frozen=True)
class Disagreements:
    """All pairs of figures of a corpus that can't both be right, found once for each tolerance."""

    corpus: Corpus
    _found: dict[float, tuple[_Pair, ...]] = field(default_factory=dict)

    def pairs(self, tolerance: float) -> tuple[_Pair, ...]:
        """The pairs, in the order of the articles."""
        if tolerance not in self._found:
            self._found[tolerance] = tuple(_pairs(self.corpus, tolerance))
        return self._found[tolerance]

    def select(self, query: ConflictQuery) -> Conflicts:
        """The conflicts that *query* asks for."""
        problems = tuple(unknown_article(self.corpus, p) for p in self.corpus.unmatched(query.articles))
        if query.articles and len(problems) == len(query.articles):
            return Conflicts((), problems)
        wanted = {article.id for article in self.corpus.matching(query.articles)}
        pairs = [p for p in self.pairs(query.tolerance) if {p.one.article.id, p.other.article.id} <= wanted]
        found = [conflict for conflict in _connected(pairs) if _asked_for(conflict, query.about)]
        return Conflicts(tuple(found), problems)

    def one_sided(self, question: OneSided) -> Sides:
        """A warning for each figure whose counterpart the page does not print."""
        problems: dict[str, Problem] = {}
        for pair in self.pairs(question.tolerance):
            for ours, theirs in (pair, pair[::-1]):
                if ours.name in question.figures and theirs.name not in question.printed:
                    problems.setdefault(ours.name, _one_sided(ours, theirs))
        return Sides(tuple(problems[name] for name in question.figures if name in problems))


class _Given(NamedTuple):
    """A figure with the values it may stand for."""

    hit: Hit
    figure: Figure
    amount: Amount


def _pairs(corpus: Corpus, tolerance: float) -> list[_Pair]:
    """Figures of one subject that disagree, unless one of their articles has the other's value too."""
    sorts: dict[tuple[str, str], list[_Given]] = defaultdict(list)
    for article, figure in comparable(corpus):
        amount = amount_of(figure)
        if amount is not None:
            sorts[figure.kind, figure.unit].append(_Given(Hit(article, figure), figure, amount))
    mentions = Mentions(corpus)
    pairs: list[_Pair] = []
    for given in sorts.values():
        there: dict[str, list[_Given]] = defaultdict(list)
        for one in given:
            there[one.hit.article.id].append(one)
        if len(there) == 1:
            continue
        told = [mentions.of(one.hit.article, one.figure) for one in given]
        for i, j in of_common_words(told):
            one, other = given[i], given[j]
            if (
                _may_conflict(one, other, tolerance)
                and one_subject(told[i], told[j])
                and not _is_known(other.amount, one, there[one.hit.article.id], tolerance)
                and not _is_known(one.amount, other, there[other.hit.article.id], tolerance)
            ):
                pairs.append(_Pair(one.hit, other.hit))
    return sorted(pairs, key=lambda pair: (pair.one.article.id, pair.one.excerpt.start, pair.other.name))


def _may_conflict(one: _Given, other: _Given, tolerance: float) -> bool:
    return (
        one.hit.article.id != other.hit.article.id
        and disagree(one.amount, other.amount, tolerance)
        and alike(one.figure, other.figure)
        and _of_one_size(one.figure, other.figure)
    )


def _is_known(amount: Amount, one: _Given, there: Iterable[_Given], tolerance: float) -> bool:
    """Whether the article of *one* gives that amount of the same sort too: at another time, or as another's word.

    Args:
        amount: of another article's figure.
        one: the figure that disagrees with it.
        there: the figures of that sort in its article.
        tolerance: as of a :class:`ConflictQuery`.
    """
    return any(again is not one and not disagree(amount, again.amount, tolerance) for again in there)


def _of_one_size(one: Figure, other: Figure) -> bool:
    sizes = sorted(abs(f.value if f.value is not None else f.high or 0.0) for f in (one, other))
    return sizes[1] <= _FACTOR * sizes[0]


def _connected(pairs: Iterable[_Pair]) -> list[Conflict]:
    """The pairs that share a figure put together."""
    groups: list[dict[str, Hit]] = []
    for pair in pairs:
        named = {hit.name: hit for hit in pair}
        joined = [group for group in groups if not named.keys().isdisjoint(group)]
        for group in joined:
            named.update(group)
            groups.remove(group)
        groups.append(named)
    arranged = [sorted(g.values(), key=lambda hit: (hit.article.id, hit.excerpt.start)) for g in groups]
    return [Conflict(tuple(hits)) for hits in sorted(arranged, key=lambda hits: hits[0].name)]


def _asked_for(conflict: Conflict, about: tuple[str, ...]) -> bool:
    figures = [hit.excerpt for hit in conflict.hits if isinstance(hit.excerpt, Figure)]
    words = " ".join(f"{f.text} {f.subject} {f.unit_phrase} {f.attribution}" for f in figures)
    return not about or any_term(about, words)


def _one_sided(ours: Hit, theirs: Hit) -> Problem:
    message = (
        f"the articles disagree: {_told(ours)}, but {_told(theirs)}; print both, list them with briefing:conflicts, "
        "or correct the figure that is read wrongly in an override"
    )
    return Problem(subtype="conflict", message=message)


def _told(hit: Hit) -> str:
    """A figure with its article and subject."""
    figure = hit.excerpt
    words = hit.article.printed(figure.span)
    subject = figure.subject if isinstance(figure, Figure) and figure.subject not in words else ""
    about = f" ({subject})" if subject else ""
    return f"{hit.article.id} (¶{figure.paragraph}) has “{words}”{about}"
