"""Who answers the questions of pages: the corpus, and the lock where there is one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.checks import Claim, Proof, Prover, Trace, Traced, trace
from sphinx_briefing.checks.accepted import Asked, moved, standing
from sphinx_briefing.corpus import (
    ArticleQuery,
    ArticleSelection,
    ArticleText,
    Corpus,
    PeopleQuery,
    PeopleSelection,
    Query,
    Selection,
    Status,
    StatusQuery,
    WholeArticle,
    read_whole,
    select,
    select_articles,
    select_people,
    status_of,
)
from sphinx_briefing.corpus.lock.records import question_name
from sphinx_briefing.pages.used_excerpts import used_excerpts

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.corpus.lock.holding import Held
    from sphinx_briefing.models import Problem

#: What a page can ask the corpus. Questions are hashable and picklable; an answer has a ``digest``, which
#: changes when what the page prints of it does, and ``problems`` to warn of.
Question = Query | Claim | Trace | ArticleQuery | PeopleQuery | StatusQuery | WholeArticle
Answer = Selection | Proof | Traced | ArticleSelection | PeopleSelection | Status | ArticleText

#: What answers a question from the corpus alone.
_SELECT: Final[dict[type[Question], Callable[[Corpus, Any], Answer]]] = {
    Query: select,
    PeopleQuery: select_people,
    ArticleQuery: select_articles,
    StatusQuery: status_of,
    WholeArticle: read_whole,
}
#: Questions that are answered from articles as they are, whatever was found in them.
OF_ARTICLES: Final = (ArticleQuery, StatusQuery, WholeArticle)


class Answers:
    """Answers from one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def _prover(self) -> Prover:
        """Holds claims against the corpus; keeps what it made ready for the next one."""
        return Prover(self.corpus)

    def answer(self, question: Question) -> Answer:
        """The answer to *question* as the corpus stands."""
        if isinstance(question, Claim):
            return self._prover.prove(question)
        if isinstance(question, Trace):
            return trace(self._prover, question)
        return _SELECT[type(question)](self.corpus, question)

    def told(self, question: Question, answer: Answer) -> tuple[Problem, ...]:
        """What the lock says of an answer; nothing where there is none."""
        del question, answer
        return ()

    def moved(self, question: Question) -> tuple[str, ...]:
        """Which excerpts that were accepted as the answer have moved; nothing where there is no lock."""
        del question
        return ()


class LockedAnswers(Answers):
    """Answers with what was accepted: a question that the lock knows from nothing else, another one first of all."""

    def __init__(self, held: Held) -> None:
        super().__init__(held.present)
        self._held = held
        self._accepted = Answers(held.accepted)

    def answer(self, question: Question) -> Answer:
        """The answer to *question*: the accepted one as far as it still stands, if pages asked it then."""
        keys = self._held.lock.questions.get(question_name(question))
        if keys is None:
            return super().answer(question)
        if isinstance(question, (Query, PeopleQuery)):
            return Answers(self._held.narrowed(keys)).answer(question)
        return self._accepted.answer(question)

    def told(self, question: Question, answer: Answer) -> tuple[Problem, ...]:
        """How the excerpts of an answer, and those that were accepted as the answer, stand to the lock.

        Of a claim that failed there is nothing more to tell.
        """
        if answer.problems or isinstance(question, OF_ARTICLES):
            return ()
        keys = self._held.lock.questions.get(question_name(question))
        shown = {hit.key: hit for hit in used_excerpts(self.corpus, answer)}
        return standing(self._held, Asked(keys, shown))

    def moved(self, question: Question) -> tuple[str, ...]:
        """Which excerpts that were accepted as the answer have moved."""
        return moved(self._held, self._held.lock.questions.get(question_name(question), ()))
