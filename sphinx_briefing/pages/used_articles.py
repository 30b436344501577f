"""Which articles a page rests on, by what it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.checks import Conflicts, Proof, Traced
from sphinx_briefing.corpus import ArticleSelection, PeopleSelection, Selection, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus.question import Answer


def used_articles(answer: Answer) -> dict[str, None]:
    """The ids of the articles that *answer* takes something from, each once, in its order."""
    return dict.fromkeys(_used(answer))


def _used(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Selection):
        yield from (hit.article.id for hit in answer.hits)
    elif isinstance(answer, Summary):
        yield from (hit.article.id for point in answer.points for hit in (point.hit, *point.also))
    elif isinstance(answer, PeopleSelection):
        yield from (hit.article.id for profile in answer.profiles for hit in profile.hits)
    elif isinstance(answer, ArticleSelection):
        yield from (article.id for article in answer.articles)
    elif isinstance(answer, Conflicts):
        yield from (hit.article.id for conflict in answer.conflicts for hit in conflict.hits)
    elif isinstance(answer, Proof) and answer.article and not answer.problems:
        yield answer.article.id
    elif isinstance(answer, Traced) and answer.article:
        yield answer.article
