"""Statements of a page's prose traced to its articles."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.claims import Claim, Proof
from sphinx_briefing.checks.places import Place
from sphinx_briefing.checks.verdicts import names, nearest
from sphinx_briefing.corpus.digest import digest_of
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.folding import fold
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.checks.evidence import Evidence
    from sphinx_briefing.checks.prover import Prover
    from sphinx_briefing.checks.stated import Stated
    from sphinx_briefing.checks.statements import Statement, StatementKind

#: How much of a quotation a passage must share for the quotation to be taken for a misquote of it.
_LIKE: Final = 0.6
#: Units that a bare number never stands for.
_NEVER_LEFT_OUT: Final = frozenset({"%", "point", "basis point"})
_REMEDY: Final = "correct it, or declare it with :briefing:unsourced:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace(Question["Traced"]):
    """The question which article a statement is from.

    Attributes:
        kind: a quotation or a number.
        words: of the statement.
        articles: ids or globs of the articles it may be from, all if empty.
        low: the value of a number, or the lower end of a range.
        high: the value, or the upper end.
        unit: its unit of measurement or money.
    """

    kind: StatementKind
    words: str
    articles: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 0.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """What became of a trace.

    Attributes:
        proof: where the statement stands, if possible in an article that may be used; ``None`` if nowhere.
        problems: nothing to tell if an article has the statement.
    """

    proof: Proof | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def article(self) -> str:
        """The id of the article it stands in, ``""`` if in none."""
        return self.proof.article.id if self.proof and self.proof.article else ""

    @property
    def digest(self) -> str:
        """Changes when, and only when, the verdict or the article does."""
        return digest_of([self.article, *(p.message for p in self.problems)])


def trace_of(statement: Statement, articles: tuple[str, ...]) -> Trace:
    """The question for *statement* on a page that rests on *articles*."""
    return Trace(
        kind=statement.kind,
        words=statement.words,
        articles=articles,
        low=statement.low,
        high=statement.high,
        unit=statement.unit,
    )


def trace(prover: Prover, question: Trace) -> Traced:
    """The verdict on a statement; an article that does not exist is no fault of the statement."""
    named = prover.evidence(question.articles) or prover.evidence(())
    named.sort(key=lambda evidence: bool(prover.status(evidence.article.id).problems))
    if question.kind == "quotation":
        return _trace_quotation(prover, question, named)
    place = next((place for evidence in named if (place := _stating(evidence, question))), None)
    if place is not None:
        return Traced(
            Proof(
                text=question.words,
                article=place.article,
                spans=place.spans,
                passage=place.passage,
                excerpt=place.excerpt,
            )
        )
    message = f"the number “{question.words}” is not in {names(named)}; {_REMEDY}"
    return Traced(problems=(Problem(subtype="untraced", message=message),))


def _trace_quotation(prover: Prover, question: Trace, named: Sequence[Evidence]) -> Traced:
    """A quotation's own verdict, unless nothing in the articles is like it."""
    ids = tuple(evidence.article.id for evidence in named) if question.articles else ()
    proof = prover.prove(Claim(kind="quote", words=question.words, articles=ids))
    if any(problem.subtype == "misquote" for problem in proof.problems) and proof.article is None:
        near = nearest(question.words, named)
        if near is None or near.share < _LIKE:
            message = f"the quotation “{question.words}” is not in {names(named)}; {_REMEDY}"
            return Traced(problems=(Problem(subtype="untraced", message=message),))
    return Traced(None if proof.problems else proof, proof.problems)


def _stating(evidence: Evidence, question: Trace) -> Place | None:
    """Where the article states the number, or has its words; ``None`` if it does neither."""
    ends = [next(_having(evidence, value, question.unit), None) for value in (question.low, question.high)]
    stated = [end.span for end in ends if end is not None]
    if len(stated) == len(ends):
        excerpt = next((figure for figure in evidence.figures if figure.span in stated), None)
        return Place(evidence, tuple(sorted(set(stated))), excerpt)
    words = fold(question.words).text
    at = next(evidence.text.occurrences(words), None) if words else None
    return None if at is None else Place(evidence, (evidence.text.original(at, at + len(words)),))


def _having(evidence: Evidence, value: float, unit: str) -> Iterator[Stated]:
    """The numbers of an article that a page's may be."""
    return (
        stated
        for stated in evidence.stated
        if (isclose(value, stated.low) or isclose(value, stated.high)) and _may_be(unit, stated.unit)
    )


def _may_be(unit: str, stated: str) -> bool:
    """Whether a page's number without a unit, or with this one, may be a number stated with another."""
    money = stated.isupper() and len(stated) == 3
    return unit == stated or (not unit and stated not in _NEVER_LEFT_OUT and not money)
