"""Who answers the questions of pages: the corpus, held to its lock where there is one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from sphinx_briefing.checks import OneSided, Prover
from sphinx_briefing.checks.accepted import Asked, moved, standing
from sphinx_briefing.corpus import ArticleQuery, PeopleQuery, Query, StatusQuery, SummaryQuery, WholeArticle
from sphinx_briefing.corpus.lock.records import question_name
from sphinx_briefing.corpus.question import Answer
from sphinx_briefing.pages.questions import answered
from sphinx_briefing.pages.used_excerpts import used_excerpts

if TYPE_CHECKING:
    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.corpus.lock.holding import Held
    from sphinx_briefing.corpus.question import Question
    from sphinx_briefing.models import Problem

A = TypeVar("A", bound=Answer)

#: Questions that are answered from articles as they are, whatever was found in them, or put no excerpt on a page.
OF_ARTICLES: Final[tuple[type[Any], ...]] = (ArticleQuery, OneSided, StatusQuery, WholeArticle)
#: Questions that select from the excerpts there are.
_SELECTING: Final[tuple[type[Any], ...]] = (Query, PeopleQuery, SummaryQuery)


class Answers:
    """Answers from one corpus, each found once: pages ask alike and are asked about."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._known: dict[Question[Any], Answer] = {}

    @cached_property
    def _prover(self) -> Prover:
        """Holds claims against the corpus; keeps what it made ready for the next one."""
        return Prover(self.corpus)

    def answer(self, question: Question[A]) -> A:
        """The answer to *question*."""
        if question not in self._known:
            self._known[question] = self._answered(question)
        return cast("A", self._known[question])

    def _answered(self, question: Question[A]) -> A:
        return answered(question, self._prover)

    def told(self, question: Question[Any], answer: Answer) -> tuple[Problem, ...]:
        """What the lock says of an answer; nothing where there is none."""
        del question, answer
        return ()

    def moved(self, question: Question[Any]) -> tuple[str, ...]:
        """Which excerpts that were accepted as the answer have moved; nothing where there is no lock."""
        del question
        return ()


class LockedAnswers(Answers):
    """Answers with what was accepted: a question that the lock knows from nothing else, another one first of all."""

    def __init__(self, held: Held) -> None:
        super().__init__(held.present)
        self._held = held
        self._accepted = Answers(held.accepted)

    def _keys(self, question: Question[Any]) -> tuple[str, ...] | None:
        """The excerpts that were accepted as the answer, ``None`` if pages did not ask that then."""
        return self._held.lock.questions.get(question_name(question))

    def _answered(self, question: Question[A]) -> A:
        keys = self._keys(question)
        if keys is None:
            return super()._answered(question)
        if isinstance(question, _SELECTING):
            found = answered(question, Prover(self._held.narrowed(keys)))
            return cast("A", _without_unknown(found))
        return self._accepted.answer(question)

    def told(self, question: Question[Any], answer: Answer) -> tuple[Problem, ...]:
        """How the excerpts of an answer, and those that were accepted as the answer, stand to the lock.

        Of a claim that failed there is nothing more to tell.
        """
        if answer.problems or isinstance(question, OF_ARTICLES):
            return ()
        shown = {hit.key: hit for hit in used_excerpts(self.corpus, answer)}
        return standing(self._held, Asked(self._keys(question), shown))

    def moved(self, question: Question[Any]) -> tuple[str, ...]:
        """Which excerpts that were accepted as the answer have moved."""
        return moved(self._held, self._keys(question) or ())


def _without_unknown(selection: A) -> A:
    """The same without warnings of names: what is left out by name is not in the lock, and what is gone is told."""
    problems = tuple(p for p in selection.problems if p.subtype != "unknown_item")
    return cast("A", replace(cast("Any", selection), problems=problems))
