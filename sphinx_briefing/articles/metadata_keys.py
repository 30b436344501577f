"""The names under which the world writes an article's metadata."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

#: Our key, then what Hugo, Pelican, MyST, Quarto, Obsidian Clipper, Zotero, CSL, ninjs, schema.org and Dublin
#: Core call it. Case, hyphens, underscores and spaces don't count.
ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "id": (),
    "title": ("headline", "headlines", "og:title"),
    "authors": ("author", "by", "byline", "creator", "creators", "author-name", "dc:creator"),
    "publisher": (
        *(
            "publication",
            "publication-title",
            "website-title",
            "container-title",
            "sitename",
            "site-name",
            "site",
        ),
        *("outlet", "venue", "newspaper", "og:site_name", "dc:publisher"),
    ),
    "date": (
        *("published", "issued", "publish-date", "pubdate", "date-published", "published-at", "published-on"),
        *("publication-date", "published-time", "content-created", "date-issued"),
    ),
    "updated": (
        *(
            "modified",
            "lastmod",
            "last-modified",
            "last-updated",
            "date-modified",
            "date-updated",
            "updated-at",
        ),
        *("modified-time", "version-created", "corrected"),
    ),
    "url": ("link", "canonical", "canonical-url", "og:url", "uri", "permalink", "identifier"),
    "archive_url": ("archive", "archived", "archived-at", "archive-location"),
    "accessed": (
        "access-date",
        "date-accessed",
        "accessed-on",
        "retrieved",
        "retrieved-on",
        "created",
        "filedate",
    ),
    "language": ("lang", "in-language"),
    "license": ("licence", "rights", "copyright", "usage-terms"),
    "type": ("genre", "pagetype"),
    "tags": ("tag", "keywords", "keyword", "categories", "category", "subject", "subjects"),
    "description": ("summary", "abstract", "abstract-note", "dek", "standfirst"),
    "reliability": (),
    "credibility": (),
    "descriptor": (),
    "status": (),
    "correction": (),
    "supersedes": (),
    "marking": (),
    "expires": (),
    "sha256": (),
    "skip": (),
    "aliases": (),
}
#: Keys of those systems that look like one of ours but mean something else.
_OTHERS: Final = frozenset(
    {
        *(
            "source",
            "issue",
            "issues",
            "edition",
            "editor",
            "editors",
            "note",
            "notes",
            "topic",
            "topics",
            "page",
        ),
        *(
            "pages",
            "subtitle",
            "shorttitle",
            "linktitle",
            "draft",
            "slug",
            "section",
            "kicker",
            "image",
            "images",
        ),
        *(
            "cover",
            "layout",
            "template",
            "format",
            "version",
            "series",
            "volume",
            "place",
            "location",
            "country",
        ),
        *("region", "desk", "comments", "thumbnail", "weight", "expiry", "expirydate", "sitemap", "types"),
        *("titles", "labels", "label", "state", "states"),
    }
)
_FIELDS: Final = {
    re.sub(r"[-_\s]", "", name): field for field, names in ALIASES.items() for name in (field, *names)
}


def folded(key: str) -> str:
    """*key* without what systems differ in."""
    return re.sub(r"[-_\s]", "", key).lower()


def field_of(key: str) -> str | None:
    """The field of :class:`~sphinx_briefing.models.Metadata` that *key* names, if any."""
    return _FIELDS.get(folded(key))


def meant_by(key: str) -> str | None:
    """The known key that the unknown *key* is probably a slip of."""
    name = folded(key)
    if name in _OTHERS or len(name) < 4:
        return None
    near = get_close_matches(name, [known for known in _FIELDS if len(known) > 3], n=1, cutoff=0.8)
    if not near:
        return None
    field = _FIELDS[near[0]]
    return next((n for n in (field, *ALIASES[field]) if folded(n) == near[0]), field)
