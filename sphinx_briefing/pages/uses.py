"""What the pages use of an article, kept by name: places move when an article is edited, names don't."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.checks import Claim
from sphinx_briefing.corpus.digest import digest_of, passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_briefing.models import Article, Span


class Named(NamedTuple):
    """An excerpt by its name.

    Attributes:
        kind: the object type of the domain.
        article: the id of its article.
        excerpt: its own id.
    """

    kind: str
    article: str
    excerpt: str


#: What an item of a page shows: an excerpt, or words that were proved.
Origin = Named | Claim


class Use(NamedTuple):
    """An item of a page that cites an article.

    Attributes:
        anchor: the id of the item on its page.
        title: what it shows, in a few words.
        origin: what it shows.
        content: the digest of the passages that it cites, so that others are noticed.
    """

    anchor: str
    title: str
    origin: Origin
    content: str


def digest_of_passages(article: Article, passages: Mapping[Span, Iterable[Span]]) -> str:
    """A digest of passages and what is shown of each, whatever their offsets."""
    return digest_of([[*passage(article, p), *map(article.printed, marks)] for p, marks in passages.items()])


def digest_of_uses(uses: Iterable[tuple[str, Use]], titles: Mapping[str, str]) -> str:
    """A digest of all that an article's page prints of its uses.

    Args:
        uses: with the pages they stand on.
        titles: of these pages.
    """
    return digest_of([[page, titles.get(page, ""), u.anchor, u.title, u.content] for page, u in uses])
