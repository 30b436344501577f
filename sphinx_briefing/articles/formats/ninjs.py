"""News items in ninjs, the JSON of the IPTC: version 1 with its snake case, 2 and 3 with their lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.draft import Draft
from sphinx_briefing.articles.formats.assembly import assembled, folded, plain_pieces, unusable, with_title
from sphinx_briefing.articles.formats.fragment import fragment_pieces
from sphinx_briefing.articles.front_matter import Header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.articles.formats.assembly import Piece

#: Our word for each of theirs.
_STATUS: Final = {
    "usable": "usable",
    "withheld": "withheld",
    "canceled": "retracted",
    "cancelled": "retracted",
}
#: Whom ``people`` names as the item's author.
_AUTHORS: Final = frozenset({"author", "byline", "creator", "by"})
_MARKUP: Final = ("xhtml", "html")


def read_ninjs(raw: bytes, name: str) -> Draft:
    """Read the bytes of a ``.json`` file; the text is the headline and the body."""
    text, problems = decode(raw, name)
    if text is None:
        return Draft("", problems=problems)
    try:
        loaded = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        return unusable(
            f"the file is not valid JSON ({error.msg}); export the item again", name, error.lineno
        )
    except (ValueError, RecursionError):
        return unusable(
            "the file's JSON is nested too deeply, or has a number too long, to be a news item", name
        )
    item = _item(loaded)
    if item is None:
        return unusable(_no_item(loaded), name)
    pieces = _body(item)
    if not pieces:
        return unusable(
            "the news item has no text in body_text, body_xhtml or bodies; export it with its body", name
        )
    values = _metadata(item)
    draft = assembled(with_title(pieces, _text(values.get("title"))), Header(values, {}, 0, name))
    return draft._replace(problems=problems)


def _item(loaded: object) -> dict[str, Any] | None:
    """The item's values by key, in which case and underscores don't count; ``None`` if it is none."""
    if not isinstance(loaded, dict):
        return None
    item = {key.replace("_", "").replace("-", "").lower(): value for key, value in loaded.items()}
    is_item = "uri" in item or any(key.startswith(("headline", "bodies", "body")) for key in item)
    return item if is_item else None


def _no_item(loaded: object) -> str:
    first = loaded[0] if isinstance(loaded, list) and loaded else loaded
    if isinstance(first, dict) and (
        "issued" in first or "container-title" in first or {"id", "type"} <= set(first)
    ):
        return "the file is a bibliography in CSL-JSON; move it out and name it in briefing_bibliography"
    return "the file is no news item in ninjs: it has neither uri nor headline nor body; move it out"


def _body(item: dict[str, Any]) -> list[Piece]:
    """The paragraphs of the first body in HTML that has words, else of the first in plain text."""
    bodies = list(_bodies(item))
    for wants_markup in (True, False):
        for kind, value in bodies:
            is_markup = any(mark in kind for mark in _MARKUP)
            pieces = (
                (fragment_pieces(value) if is_markup else plain_pieces(value))
                if is_markup is wants_markup
                else []
            )
            if pieces:
                return pieces
    return []


def _bodies(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The kind and the words of each body, the main one first."""
    listed = [body for body in _list(item.get("bodies")) if isinstance(body, dict)]
    for body in sorted(listed, key=lambda body: body.get("role") not in {None, "main"}):
        kind, value = body.get("contentType") or body.get("contenttype"), body.get("value")
        if isinstance(value, str):
            yield str(kind or "text/plain").lower(), value.replace("\r\n", "\n").replace("\r", "\n")
    for key, value in item.items():
        if key.startswith("body") and isinstance(value, str):
            yield key, value.replace("\r\n", "\n").replace("\r", "\n")


def _metadata(item: dict[str, Any]) -> dict[str, object]:
    date = _first(item, "contentcreated", "firstcreated", "versioncreated")
    updated = _first(item, "versioncreated", "contentmodified")
    status = _first(item, "pubstatus").lower()
    found = {
        "title": _main(item, "headlines", "headline", "title"),
        "authors": _authors(item),
        "publisher": _named(item.get("infosources") or item.get("infosource"))
        or _first(item, "copyrightholder"),
        "date": date,
        "updated": "" if updated[:10] == date[:10] else updated,
        "url": next(
            (u for u in (_first(item, "url"), _first(item, "uri")) if u.startswith(("http://", "https://"))),
            "",
        ),
        "language": _first(item, "language"),
        "license": _first(item, "usageterms", "copyrightnotice"),
        "tags": [_text(one.get("name")) for one in _dicts(item.get("subjects") or item.get("subject"))],
        "description": _main(item, "descriptions", "descriptiontext"),
        "status": _STATUS.get(status, status),
        "expires": _first(item, "expires"),
    }
    embargo = _first(item, "embargoeduntil", "embargoed")
    if embargo:
        found["marking"] = f"embargoed until {embargo}"
    return {key: value for key, value in found.items() if value}


def _url(item: dict[str, Any]) -> str:
    """The address; many a ``uri`` only names the item."""
    found = (_first(item, key) for key in ("url", "uri"))
    return next((url for url in found if url.startswith(("http://", "https://"))), "")


def _authors(item: dict[str, Any]) -> list[str]:
    stated = _first(item, "by", "byline")
    if stated:
        return [stated]
    people = _dicts(item.get("people") or item.get("person"))
    return [
        _text(p.get("name")) for p in people if str(p.get("rel") or p.get("role") or "").lower() in _AUTHORS
    ]


def _main(item: dict[str, Any], plural: str, *keys: str) -> str:
    """The value whose role is the main one, or that has none; the first of any role else; of version 1, by key."""
    listed = _dicts(item.get(plural))
    ranked = sorted(listed, key=lambda one: one.get("role") not in {None, "main", "headline"})
    return next(filter(None, (_text(one.get("value")) for one in ranked)), "") or _first(item, *keys)


def _named(value: object) -> str:
    """The name of the first of those listed."""
    return next(filter(None, (_text(one.get("name")) for one in _dicts(value))), "")


def _first(item: dict[str, Any], *keys: str) -> str:
    return next(filter(None, (_text(item.get(key)) for key in keys)), "")


def _text(value: object) -> str:
    return folded(value) if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in _list(value) if isinstance(one, dict)]
