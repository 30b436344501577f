"""Which articles a page lists, as a question whose answer can change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_briefing.corpus.digest import digest_of, shown_article
from sphinx_briefing.corpus.query import unknown_article
from sphinx_briefing.corpus.question import Question

if TYPE_CHECKING:
    from sphinx_briefing.corpus.corpus import Corpus
    from sphinx_briefing.models import Article, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery(Question["ArticleSelection"]):
    """The articles that match *articles* (ids or globs; all if empty)."""

    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleSelection:
    """The articles that answer a :class:`ArticleQuery`, in its order."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page prints of the articles does."""
        return digest_of([*map(shown_article, self.articles), *(p.message for p in self.problems)])


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeArticle(Question["ArticleText"]):
    """All of the *article* of this id."""

    article: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The article that answers a :class:`WholeArticle`, ``None`` if there is none."""

    article: Article | None
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes with each byte of the file, and with the metadata, which may stand beside it."""
        shown = [self.article.path, self.article.sha256, shown_article(self.article)] if self.article else []
        return digest_of([*shown, *(p.message for p in self.problems)])


def read_whole(corpus: Corpus, wanted: WholeArticle) -> ArticleText:
    """The article of *corpus* that is *wanted*."""
    article = corpus.articles.get(wanted.article)
    return ArticleText(article, () if article else (unknown_article(corpus, wanted.article),))


def select_articles(corpus: Corpus, listing: ArticleQuery) -> ArticleSelection:
    """The articles of *corpus* that *listing* asks for."""
    unknown = tuple(unknown_article(corpus, pattern) for pattern in corpus.unmatched(listing.articles))
    return ArticleSelection(tuple(corpus.matching(listing.articles)), unknown)
