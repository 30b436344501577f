"""Third stage: analyses become a Corpus that can be queried.

``load`` reads and analyses what the cache does not know yet; ``select`` answers a query.
"""

from __future__ import annotations

from sphinx_briefing.corpus.cache import Cache
from sphinx_briefing.corpus.corpus import Corpus, Hit
from sphinx_briefing.corpus.listing import Listed, Listing, list_articles
from sphinx_briefing.corpus.loader import Manifest, load, scan
from sphinx_briefing.corpus.query import Query, Selection, select

__all__ = [
    "Cache",
    "Corpus",
    "Hit",
    "Listed",
    "Listing",
    "Manifest",
    "Query",
    "Selection",
    "list_articles",
    "load",
    "scan",
    "select",
]
