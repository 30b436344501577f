"""All articles of a project with their analyses, and how to name some of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_briefing.models import Analysis, Article, Excerpt, Problem


class Hit(NamedTuple):
    """An excerpt with the article it stands in."""

    article: Article
    excerpt: Excerpt

    @property
    def name(self) -> str:
        """The name that addresses the excerpt in the whole corpus: ``article/excerpt``."""
        return f"{self.article.id}/{self.excerpt.id}"

    @property
    def key(self) -> str:
        """The name with the sort of excerpt, for which alone it is unique: ``figure:article/excerpt``."""
        return f"{self.excerpt.type}:{self.name}"


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """The articles by id, in the order of their ids, and what was found in each.

    Attributes:
        articles: by id.
        analyses: by the same ids; an article that could not be analysed has an empty one.
        problems: of the articles and of the analysis, in the order of the articles.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    analyses: Mapping[str, Analysis] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def matching(self, patterns: Iterable[str]) -> list[Article]:
        """The articles whose id is one of *patterns* or matches one (``*``, ``?``), each once.

        They come in the order of the patterns, those of one pattern by id; all by id if there is no pattern.
        """
        wanted = list(patterns) or ["*"]
        ids = dict.fromkeys(i for pattern in wanted for i in self.articles if fnmatchcase(i, pattern))
        return [self.articles[i] for i in ids]

    def unmatched(self, patterns: Iterable[str]) -> list[str]:
        """Those of *patterns* that name no article."""
        return [p for p in patterns if not any(fnmatchcase(i, p) for i in self.articles)]

    def hits(self, articles: Iterable[Article], kind: str) -> Iterator[Hit]:
        """The excerpts of one kind (``figures``, ``quotes``, ``facts``) in some articles."""
        for article in articles:
            for excerpt in getattr(self.analyses[article.id], kind):
                yield Hit(article, excerpt)
