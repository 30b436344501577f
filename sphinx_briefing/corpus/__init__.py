"""Third stage: analyses become a Corpus that can be queried.

``load`` reads and analyses what the cache does not know yet; ``select`` answers a query.
"""

from __future__ import annotations

from sphinx_briefing.corpus.article_query import (
    ArticleQuery,
    ArticleSelection,
    ArticleText,
    WholeArticle,
    read_whole,
    select_articles,
)
from sphinx_briefing.corpus.cache import Cache
from sphinx_briefing.corpus.corpus import Corpus, Hit
from sphinx_briefing.corpus.loader import Manifest, load, scan
from sphinx_briefing.corpus.people import PeopleQuery, PeopleSelection, Profile, select_people
from sphinx_briefing.corpus.query import Query, Selection, select
from sphinx_briefing.corpus.status import Status, StatusQuery, status_of
from sphinx_briefing.corpus.summary import Point, Summary, SummaryQuery, summarise

__all__ = [
    "ArticleQuery",
    "ArticleSelection",
    "ArticleText",
    "Cache",
    "Corpus",
    "Hit",
    "Manifest",
    "PeopleQuery",
    "PeopleSelection",
    "Point",
    "Profile",
    "Query",
    "Selection",
    "Status",
    "StatusQuery",
    "Summary",
    "SummaryQuery",
    "WholeArticle",
    "load",
    "read_whole",
    "scan",
    "select",
    "select_articles",
    "select_people",
    "status_of",
    "summarise",
]
