"""What the pages ask: each place where one asks the corpus, with the excerpts and the articles that come back.

Nothing is kept for it: the domain knows what each page asked and where, and asking again is cheap.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks import Claim, ConflictQuery, OneSided, Trace
from sphinx_briefing.corpus import (
    ArticleQuery,
    PeopleQuery,
    Query,
    StatusQuery,
    SummaryQuery,
    WholeArticle,
)
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.used_articles import used_articles
from sphinx_briefing.pages.used_excerpts import used_excerpts

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.corpus.question import Answer, Question
    from sphinx_briefing.models import Article, Problem

_BY: Final[dict[type[Question[Answer]], str]] = {
    ArticleQuery: "articles",
    ConflictQuery: "conflicts",
    OneSided: "conflict",
    PeopleQuery: "people",
    StatusQuery: "status",
    SummaryQuery: "summary",
    WholeArticle: "article",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question at one place of a page, answered anew.

    Attributes:
        docname: the page.
        place: where, as Sphinx told it: ``file:line``.
        file: the file of that place, relative to the folder of the pages, with ``/`` between its parts.
        line: the line in it, ``None`` where a whole page asks.
        question: what the page asked.
        answer: what it gets now.
        hits: the excerpts of the answer, each once; none if what was claimed did not hold. Words that are in no
            excerpt are one of their own, a plain :class:`~sphinx_briefing.models.Excerpt`.
        articles: those that the answer rests on, each once.
        told: what the lock has to say of it.
        moved: which of the excerpts stand elsewhere than when they were accepted.
    """

    docname: str
    place: str
    file: str
    line: int | None
    question: Question[Answer]
    answer: Answer
    hits: tuple[Hit, ...]
    articles: tuple[Article, ...]
    told: tuple[Problem, ...]
    moved: tuple[str, ...]

    @property
    def by(self) -> str:
        """What asked: the plural of an excerpt for a list, the kind of a claim or trace, or one of :data:`_BY`."""
        if isinstance(self.question, Query):
            return self.question.wanted
        if isinstance(self.question, (Claim, Trace)):
            return self.question.kind
        return _BY[type(self.question)]


def all_asked(env: BuildEnvironment) -> list[Asked]:
    """All that the pages ask, by page and line; questions of one line in the order of the page."""
    return [asked for docname in sorted(briefing_domain(env).asked) for asked in asked_on(env, docname)]


def asked_on(env: BuildEnvironment, docname: str) -> list[Asked]:
    """All that one page asks, by line."""
    domain = briefing_domain(env)
    found: list[Asked] = []
    for question in domain.asked.get(docname, ()):
        answer = domain.answer(question)
        hits = tuple({hit.key: hit for hit in used_excerpts(domain.corpus, answer)}.values())
        places = domain.places.get(docname, {}).get(question) or [str(env.doc2path(docname))]
        found += (_asked(env, docname, place, question, answer, hits) for place in places)
    return sorted(found, key=lambda one: (one.file, one.line or 0))


def _asked(
    env: BuildEnvironment,
    docname: str,
    place: str,
    question: Question[Answer],
    answer: Answer,
    hits: tuple[Hit, ...],
) -> Asked:
    file, line = file_and_line(place, Path(env.srcdir))
    answers = briefing_domain(env).answers
    return Asked(
        docname=docname,
        place=place,
        file=file,
        line=line,
        question=question,
        answer=answer,
        hits=hits,
        articles=tuple(answers.corpus.articles[name] for name in used_articles(answer)),
        told=answers.told(question, answer),
        moved=answers.moved(question),
    )


@lru_cache(maxsize=4096)
def file_and_line(place: str, base: Path) -> tuple[str, int | None]:
    """The file of a place ``file:line``, relative to *base*, and the line in it."""
    name, _colon, line = place.rpartition(":")
    file, number = (name, int(line)) if line.isdecimal() and name else (place, None)
    return relative(file, base), number


def relative(file: str, base: Path) -> str:
    """A path relative to *base* with ``/`` between its parts; as it is where there is no way from there."""
    try:
        return Path(os.path.relpath(base / file, base)).as_posix()
    except ValueError:  # another drive
        return Path(file).as_posix()
