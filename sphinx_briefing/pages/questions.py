"""How each kind of question is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from sphinx_briefing.checks import Claim, ConflictQuery, OneSided, Prover, Trace, trace
from sphinx_briefing.corpus import (
    ArticleQuery,
    PeopleQuery,
    Query,
    StatusQuery,
    SummaryQuery,
    WholeArticle,
    read_whole,
    select,
    select_articles,
    select_people,
    status_of,
    summarise,
)
from sphinx_briefing.corpus.question import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.corpus.question import Question

A = TypeVar("A", bound=Answer)

#: What answers from the articles and their excerpts alone.
_FROM_CORPUS: Final[dict[type[Any], Callable[[Corpus, Any], Answer]]] = {
    ArticleQuery: select_articles,
    PeopleQuery: select_people,
    Query: select,
    StatusQuery: status_of,
    SummaryQuery: summarise,
    WholeArticle: read_whole,
}
#: What holds words of the page against them.
_BY_PROOF: Final[dict[type[Any], Callable[[Prover, Any], Answer]]] = {
    Claim: Prover.prove,
    ConflictQuery: lambda prover, query: prover.disagreements.select(query),
    OneSided: lambda prover, question: prover.disagreements.one_sided(question),
    Trace: trace,
}


def answered(question: Question[A], prover: Prover) -> A:
    """The answer to *question* as the prover's corpus stands."""
    kind = type(question)
    prove = _BY_PROOF.get(kind)
    found = prove(prover, question) if prove else _FROM_CORPUS[kind](prover.corpus, question)
    return cast("A", found)
