"""Digests of what a page shows, so that a page is read again exactly when that changes."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.corpus.fragments import link_to
from sphinx_briefing.plain import to_plain

if TYPE_CHECKING:
    from sphinx_briefing.corpus.corpus import Hit
    from sphinx_briefing.models import Article, Excerpt, Metadata, Span

#: Offsets and weights are not printed: a paragraph put in before an excerpt must not re-read its pages.
_NOT_SHOWN: Final = frozenset(
    {"start", "end", "sentence", "segments", "clause", "places", "evidence", "salience"}
    | {"role_spans", "role_sentence", "aliases", "mentions", "figures", "cue_span", "claim", "answer"}
    | {"edits", "dates", "loaded"}
)


def digest_of(value: object) -> str:
    """A digest of JSON-able data."""
    plain = json.dumps(to_plain(value), sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()


def shown(hit: Hit) -> list[Any]:
    """All of a hit that a page may print, as JSON-able data."""
    return [
        shown_article(hit.article),
        shown_excerpt(hit.excerpt),
        *(passage(hit.article, span) for span in hit.excerpt.passages),
        *(hit.article.printed(span) for span in getattr(hit.excerpt, "loaded", ())),
    ]


@lru_cache(maxsize=4096)
def shown_excerpt(excerpt: Excerpt) -> Any:
    """All of an excerpt that a page may print."""
    return _without_offsets(to_plain(excerpt))


def shown_article(article: Article) -> list[Any]:
    """All of an article that a page may print besides its passages."""
    return [article.id, _plain_metadata(article.metadata)]


@lru_cache(maxsize=1024)
def _plain_metadata(metadata: Metadata) -> Any:
    """Metadata as JSON-able data; a page asks for that of one article with each of its excerpts."""
    return to_plain(metadata)


def passage(article: Article, span: Span) -> list[Any]:
    """A passage's words, the number of its paragraph, and what leads to it in the original."""
    return [article.paragraph_at(span.start), article.printed(span), link_to(article, span)]


def _without_offsets(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_offsets(v) for k, v in value.items() if k not in _NOT_SHOWN}
    if isinstance(value, list):
        return [_without_offsets(v) for v in value]
    return value
