"""Feeds, RSS and Atom: each entry is an article of its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import tostring

from sphinx_briefing.articles.dates import iso_date
from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.draft import Draft
from sphinx_briefing.articles.formats.assembly import assembled, folded, plain_pieces, unusable, with_title
from sphinx_briefing.articles.formats.fragment import fragment_pieces
from sphinx_briefing.articles.formats.xml import UnsafeXmlError, parse_xml
from sphinx_briefing.articles.front_matter import Header
from sphinx_briefing.articles.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from sphinx_briefing.articles.formats.assembly import Piece

_ATOM: Final = "http://www.w3.org/2005/Atom"
#: Names in other namespaces (of media, of podcasts) repeat those of a feed for other things.
_NAMESPACES: Final = frozenset(
    {
        "",
        _ATOM,
        "http://purl.org/atom/ns#",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
    }
)
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES: Final = frozenset({"item", "entry"})
_FEEDS: Final = frozenset({"rss", "feed", "RDF"})
_MARKUP: Final = re.compile(r"</?[A-Za-z!]|&#?\w{2,8};")
_IN_BRACKETS: Final = re.compile(r"\S+@\S+\s*\((?P<name>[^)]+)\)")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")
#: Of a title, so much makes an entry's key.
_KEY_LENGTH: Final = 60


def read_feed(raw: bytes, name: str) -> list[Draft]:
    """Read the bytes of a feed: a draft for each entry that has a text, or one that says what is wrong.

    A draft's key is the slug of the entry's title, with the date where titles are repeated.
    """
    declared = _DECLARED.match(raw)
    text, problems = decode(raw, name, declared[1].decode("ascii") if declared else "")
    if text is None:
        return [Draft("", problems=problems)]
    try:
        root = parse_xml(text.removeprefix("\ufeff"))
    except UnsafeXmlError as error:
        return [unusable(f"the XML can't be read: {error}", name, error.line)]
    if _local(root) not in _FEEDS:
        return [unusable("the XML is no feed in RSS or Atom; save the article as .html or .txt", name)]
    feed = next((child for child in root if _local(child) == "channel"), root)
    known = _feed_metadata(root, feed)
    drafts = [_entry(entry, known, name) for entry in root.iter() if _local(entry) in _ENTRIES]
    told = [draft for draft in drafts if draft is not None]
    if not told:
        return [unusable("the feed has no entry with a text; save the articles it links to", name)]
    told[0] = told[0]._replace(problems=problems)
    return list(_keyed(told))


def _keyed(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts with their keys."""
    titles = [slug(_value(draft, "title"))[:_KEY_LENGTH].strip("-") for draft in drafts]
    times = Counter(titles)
    for draft, title in zip(drafts, titles, strict=True):
        date = iso_date(_value(draft, "date")) if times[title] > 1 or not title else ""
        yield draft._replace(key="-".join(filter(None, (title, date))) or "entry")


def _value(draft: Draft, key: str) -> str:
    return str(draft.header.values.get(key, "")) if draft.header is not None else ""


def _entry(entry: Element, known: dict[str, object], name: str) -> Draft | None:
    values = {**known, **_entry_metadata(entry)}
    bodies = (
        _pieces(element) for element in _children(entry, "encoded", "content", "description", "summary")
    )
    pieces = max(bodies, key=lambda found: sum(len(piece.words) for piece in found), default=[])
    if not pieces:
        return None
    return assembled(with_title(pieces, str(values.get("title", ""))), Header(values, {}, 0, name))


def _feed_metadata(root: Element, feed: Element) -> dict[str, object]:
    found = {
        "publisher": _text(feed, "title"),
        "language": root.get(_LANGUAGE, "") or _text(feed, "language"),
        "license": _text(feed, "copyright", "rights"),
        "authors": _authors(feed),
    }
    return {key: value for key, value in found.items() if value}


def _entry_metadata(entry: Element) -> dict[str, object]:
    published, updated = (
        _text(entry, "published", "issued", "pubDate", "date"),
        _text(entry, "updated", "modified"),
    )
    found = {
        "title": _text(entry, "title"),
        "authors": _authors(entry),
        "date": published or updated,
        "updated": updated if published and updated[:10] != published[:10] else "",
        "url": _url(entry),
        "language": entry.get(_LANGUAGE, "") or _text(entry, "language"),
        "license": _text(entry, "rights"),
        "tags": [c.get("term") or folded(c.text or "") for c in _children(entry, "category", "subject")],
    }
    return {key: value for key, value in found.items() if value}


def _authors(element: Element) -> list[str]:
    """The names of those who wrote it; an address alone is nobody's name."""
    found = []
    for author in _children(element, "author", "creator"):
        names = [folded(child.text or "") for child in _children(author, "name")] or [
            folded(author.text or "")
        ]
        for words in names:
            bracketed = _IN_BRACKETS.fullmatch(words)
            found.append(folded(bracketed["name"]) if bracketed else words)
    return [words for words in found if words and "@" not in words]


def _url(entry: Element) -> str:
    links = _children(entry, "link", "guid", "id")
    found = (
        element.get("href") or folded(element.text or "")
        for element in links
        if element.get("rel", "alternate") == "alternate" and element.get("isPermaLink") != "false"
    )
    return next((url for url in found if url.startswith(("http://", "https://"))), "")


def _pieces(element: Element) -> list[Piece]:
    kind = element.get("type", "html")
    if kind == "xhtml" or len(element):
        return fragment_pieces("".join(tostring(child, "unicode") for child in element))
    words = element.text or ""
    if "html" not in kind or not _MARKUP.search(words):
        return plain_pieces(words)
    return fragment_pieces(words)


def _text(element: Element, *names: str) -> str:
    """The words of the first of the children called *names*, in that order, that has words."""
    for name in names:
        for child in _children(element, name):
            words = " ".join(piece.words for piece in _pieces(child))
            if words:
                return words
    return ""


def _children(element: Element, *names: str) -> list[Element]:
    """The children called *names*, in the order of the names."""
    return [child for name in names for child in element if _local(child) == name]


def _local(element: Element) -> str:
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    known = namespace in _NAMESPACES or namespace.startswith("http://www.w3.org/1999/02/22-rdf-syntax-ns")
    return name if known else ""
