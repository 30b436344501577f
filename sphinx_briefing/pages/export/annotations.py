"""Excerpts as W3C Web Annotations (JSON-LD), to show them beside the articles they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from sphinx_briefing.corpus.selectors import position_selector, quote_selector
from sphinx_briefing.models import Change, Figure, Quote
from sphinx_briefing.pages.export.document import article_path, generator
from sphinx_briefing.pages.rendering.words import excerpt_spans

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Article, Excerpt, Span

#: The hash of the text that the selectors count in has no word in the vocabulary of annotations.
_CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]


def annotation(hit: Hit, base: Path) -> dict[str, Any]:
    """An excerpt as an annotation of its article.

    Args:
        hit: the excerpt.
        base: the folder of ``conf.py``, to which the paths of articles are relative.
    """
    tags = [
        ("tagging", hit.excerpt.type),
        ("describing", _about(hit.excerpt)),
        ("identifying", _who(hit.excerpt)),
    ]
    return {
        "@context": _CONTEXT,
        "id": f"#{quote(hit.key)}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", **{k: v for k, v in generator().items() if k == "name"}},
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
            for purpose, value in tags
            if value
        ],
        "target": [_target(hit.article, span, base) for span in excerpt_spans(hit.excerpt)],
    }


def _target(article: Article, span: Span, base: Path) -> dict[str, Any]:
    """A span of an article: where it was published, and in the copy that was read."""
    path = quote(article_path(article, base))
    return {
        "type": "SpecificResource",
        "source": article.metadata.url or path,
        "selector": [quote_selector(article.text, span), position_selector(span)],
        "state": {"type": "TimeState", "cached": path, "sha256": article.sha256},
    }


def _about(excerpt: Excerpt) -> str:
    return excerpt.subject if isinstance(excerpt, (Figure, Change)) else ""


def _who(excerpt: Excerpt) -> str:
    """Who says it."""
    if isinstance(excerpt, Quote):
        return excerpt.speaker.printed if excerpt.speaker else ""
    return excerpt.attribution if isinstance(excerpt, (Figure, Change)) else ""
