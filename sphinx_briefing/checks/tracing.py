"""Statements of a page's prose traced to its articles."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.claims import Claim
from sphinx_briefing.checks.verdicts import names, nearest
from sphinx_briefing.corpus.digest import digest_of
from sphinx_briefing.folding import fold
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.checks.evidence import Evidence
    from sphinx_briefing.checks.prover import Prover
    from sphinx_briefing.checks.statements import Statement, StatementKind

#: How much of a quotation a passage must share for the quotation to be taken for a misquote of it.
_LIKE: Final = 0.6
#: Units that a bare number never stands for.
_NEVER_LEFT_OUT: Final = frozenset({"%", "point", "basis point"})
_REMEDY: Final = "correct it, or declare it with :briefing:unsourced:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
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
    """What became of a trace: nothing to tell if an article has the statement.

    Attributes:
        problems: the verdict against it.
        article: the id of an article that has it, of several one that may be used as it is; ``""`` if none has.
    """

    problems: tuple[Problem, ...] = ()
    article: str = ""

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
    stating = next((e.article.id for e in named if _states(e, question)), "")
    if stating:
        return Traced(article=stating)
    message = f"the number “{question.words}” is not in {names(named)}; {_REMEDY}"
    return Traced((Problem(subtype="untraced", message=message),))


def _trace_quotation(prover: Prover, question: Trace, named: Sequence[Evidence]) -> Traced:
    """A quotation's own verdict, unless nothing in the articles is like it."""
    ids = tuple(evidence.article.id for evidence in named) if question.articles else ()
    proof = prover.prove(Claim(kind="quote", words=question.words, articles=ids))
    if any(problem.subtype == "misquote" for problem in proof.problems) and proof.article is None:
        near = nearest(question.words, named)
        if near is None or near.share < _LIKE:
            message = f"the quotation “{question.words}” is not in {names(named)}; {_REMEDY}"
            return Traced((Problem(subtype="untraced", message=message),))
    return Traced(proof.problems, proof.article.id if proof.article and not proof.problems else "")


def _states(evidence: Evidence, question: Trace) -> bool:
    """Whether the number is one that the article states, or its words stand there."""
    if all(_has(evidence, value, question.unit) for value in (question.low, question.high)):
        return True
    words = fold(question.words).text
    return bool(words) and next(iter(evidence.text.occurrences(words)), None) is not None


def _has(evidence: Evidence, value: float, unit: str) -> bool:
    return any(
        (isclose(value, stated.low) or isclose(value, stated.high)) and _may_be(unit, stated.unit)
        for stated in evidence.stated
    )


def _may_be(unit: str, stated: str) -> bool:
    """Whether a page's number without a unit, or with this one, may be a number stated with another."""
    money = stated.isupper() and len(stated) == 3
    return unit == stated or (not unit and stated not in _NEVER_LEFT_OUT and not money)
