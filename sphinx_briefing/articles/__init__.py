"""First stage: a file becomes an Article. Nothing here knows what is made of it.

:func:`find_articles` lists the files, :func:`article_digest` tells whether one changed without reading it as
an article, and :func:`read_articles` reads what is in it. Bad content never raises: it becomes problems of the article.
"""

from __future__ import annotations

from sphinx_briefing.articles.bibliography import Bibliography, read_bibliography
from sphinx_briefing.articles.digests import article_digest, reader_digest
from sphinx_briefing.articles.listing import Listing, distinct, find_articles
from sphinx_briefing.articles.readers import SUFFIXES, read_article, read_articles

__all__ = [
    "SUFFIXES",
    "Bibliography",
    "Listing",
    "article_digest",
    "distinct",
    "find_articles",
    "read_article",
    "read_articles",
    "read_bibliography",
    "reader_digest",
]
