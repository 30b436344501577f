"""All articles of a project with their analyses, and how to name some of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_briefing.models import Analysis, Article, Excerpt, Problem


_SEPARATORS: Final = re.compile(r"[\s,]+")


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
        today: the day, in ISO 8601, that dates of expiry are held against; ``""`` lets nothing expire.
        unanalysed: the ids of those that could not be analysed.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    analyses: Mapping[str, Analysis] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    today: str = ""
    unanalysed: frozenset[str] = frozenset()

    @cached_property
    def successors(self) -> dict[str, str]:
        """For each article that another one supersedes, the id of that one."""
        return {
            older: article.id
            for article in self.articles.values()
            for older in _SEPARATORS.split(article.metadata.supersedes)
            if older in self.articles and older != article.id
        }

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

    def excerpts(self, article: str) -> Iterator[Hit]:
        """All that was found in the article of that id, whatever its kind."""
        for kind in fields(self.analyses[article]):
            yield from self.hits([self.articles[article]], kind.name)

    def hits(self, articles: Iterable[Article], kind: str) -> Iterator[Hit]:
        """The excerpts of one kind (``figures``, ``quotes``, ``facts``) in some articles."""
        for article in articles:
            for excerpt in getattr(self.analyses[article.id], kind):
                yield Hit(article, excerpt)
