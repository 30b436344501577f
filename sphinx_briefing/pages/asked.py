"""What the pages ask: each place where one asks the corpus, with the excerpts and the articles that come back.

Nothing is kept for it: the domain knows what each page asked and where, and asking again is cheap.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.ids import slug
from sphinx_briefing.checks import Claim, Proof, Trace, Traced
from sphinx_briefing.corpus import (
    ArticleQuery,
    Hit,
    PeopleQuery,
    PeopleSelection,
    Query,
    Selection,
    StatusQuery,
    WholeArticle,
)
from sphinx_briefing.models import Excerpt, Figure, Span
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.rendering.words import digest6
from sphinx_briefing.pages.used_articles import used_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.corpus.question import Answer, Question
    from sphinx_briefing.models import Article

_BY: Final[dict[type[Question[Answer]], str]] = {
    ArticleQuery: "articles",
    PeopleQuery: "people",
    StatusQuery: "status",
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
    """

    docname: str
    place: str
    file: str
    line: int | None
    question: Question[Answer]
    answer: Answer
    hits: tuple[Hit, ...]
    articles: tuple[Article, ...]

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
        hits = tuple({hit.key: hit for hit in _hits(domain.corpus, answer)}.values())
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
    return Asked(
        docname=docname,
        place=place,
        file=file,
        line=line,
        question=question,
        answer=answer,
        hits=hits,
        articles=tuple(briefing_domain(env).corpus.articles[name] for name in used_articles(answer)),
    )


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


def _hits(corpus: Corpus, answer: Answer) -> Iterator[Hit]:
    """The excerpts that an answer gives."""
    if isinstance(answer, Selection):
        yield from answer.hits
    elif isinstance(answer, PeopleSelection):
        for profile in answer.profiles:
            yield from (*profile.hits, *profile.quotes)
    elif isinstance(answer, Proof):
        yield from _proved(corpus, answer)
    elif isinstance(answer, Traced) and answer.proof is not None:
        yield from _proved(corpus, answer.proof)


def _proved(corpus: Corpus, proof: Proof) -> Iterator[Hit]:
    """The excerpt that proved words are of, else one for each of their fragments."""
    article = proof.article
    if article is None or proof.problems:
        return
    if proof.excerpt is None:
        yield from (Hit(article, _passage(article, span, proof.passage)) for span in proof.spans)
    elif isinstance(proof.excerpt, Figure):  # as it stands in one of its places: the record knows all of them
        named = (f for f in corpus.analyses[article.id].figures if f.id == proof.excerpt.id)
        yield Hit(article, next(named, proof.excerpt))
    else:
        yield Hit(article, proof.excerpt)


def _passage(article: Article, span: Span, around: Span) -> Excerpt:
    """An excerpt of words that the analysis made nothing of; named as excerpts are, by its words and sentence."""
    words = article.text[slice(*span)]
    return Excerpt(
        id=f"{slug(words)}-{digest6(article.text[slice(*around)] + str(span.start - around.start))}",
        text=words,
        start=span.start,
        end=span.end,
        sentence=around,
        paragraph=article.paragraph_at(span.start),
    )
