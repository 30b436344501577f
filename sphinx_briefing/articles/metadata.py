"""Metadata as written becomes a record; what can't be used becomes a problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.articles.dates import iso_date
from sphinx_briefing.articles.decoding import writable
from sphinx_briefing.articles.metadata_keys import field_of, folded, meant_by
from sphinx_briefing.articles.names import split_names
from sphinx_briefing.articles.sidecar import OVERRIDES
from sphinx_briefing.models import Metadata, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_briefing.articles.front_matter import Header

_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "reliability": ("A", "B", "C", "D", "E", "F"),
    "credibility": ("1", "2", "3", "4", "5", "6"),
    "status": ("usable", "corrected", "superseded", "retracted", "withheld"),
}
_URL: Final = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)
#: What is no metadata and stands elsewhere, also as somebody might write it.
_OVERRIDES: Final = frozenset({OVERRIDES, "override"})
_NULLS: Final = frozenset({"", "~", "null", "none"})


class UnusableValueError(Exception):
    """A value is not what its key takes; the message says what it takes."""


class Known(NamedTuple):
    """What the sources of an article's metadata say together.

    Attributes:
        id: the id asked for, ``""`` if none.
        metadata: the first usable value of each key.
        problems: what was left out.
    """

    id: str
    metadata: Metadata
    problems: tuple[Problem, ...]


def merge_metadata(headers: Iterable[Header]) -> Known:
    """One record of several headers; an earlier one wins over a later one, key by key."""
    fields: dict[str, object] = {}
    problems: list[Problem] = []
    for header in headers:
        problems += header.problems
        found, wrong = _read_header(header)
        problems += wrong
        for field, value in found.items():
            fields.setdefault(field, value)
    wanted = str(fields.pop("id", ""))
    return Known(wanted, Metadata(**fields), tuple(problems))  # type: ignore[arg-type]


def _read_header(header: Header) -> tuple[dict[str, object], list[Problem]]:
    found: dict[str, object] = {}
    problems: list[Problem] = []

    def report(key: str, message: str) -> None:
        line = header.lines.get(key)
        problems.append(Problem(subtype="metadata", message=message, path=header.path, line=line))

    # Our own names are read first: a file may well have both `date` and `created`.
    for key, value in sorted(header.values.items(), key=lambda item: field_of(item[0]) != folded(item[0])):
        field = _field(key, value)
        if folded(key) in _OVERRIDES:
            report(key, f"{key!r} was left out; write 'overrides:' at the start of a line of a sidecar's own")
        elif field is None:
            meant = meant_by(key)
            if meant:
                report(
                    key, f"the metadata key {key!r} is not known and was left out; did you mean {meant!r}?"
                )
        if field is None:
            continue
        try:
            read = _READERS.get(field, _text)(field, value)
        except UnusableValueError as error:
            report(key, str(error))
            read = _kept_words(field, value)
        if read:
            found.setdefault(field, read)
    return found, problems


def _field(key: str, value: object) -> str | None:
    if folded(key) == "source":  # Obsidian Clipper's address, Dublin Core's outlet
        return "url" if isinstance(value, str) and _URL.match(value.strip()) else "publisher"
    return field_of(key)


def _kept_words(field: str, value: object) -> object:
    """A date that can't be read is printed in the words given; nothing else that is wrong is used."""
    return _scalar(value) if field in _DATES and isinstance(value, str) else ""


def _scalar(value: object) -> str:
    if not isinstance(value, str):
        return ""
    words = writable(" ".join(value.split()))
    return "" if words.lower() in _NULLS else words


def _text(field: str, value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(filter(None, map(_scalar, value)))
    if not isinstance(value, str):
        msg = f"{field!r} takes text and was left out; write it on one line"
        raise UnusableValueError(msg)
    return _scalar(value)


def _strings(field: str, value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        msg = f"{field!r} takes text or a list of texts and was left out; write it as [one, two]"
        raise UnusableValueError(msg)
    return tuple(filter(None, map(_scalar, items)))


def _tags(field: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(filter(None, (tag.strip() for tag in _scalar(value).split(","))))
    return _strings(field, value)


def _authors(field: str, value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items:
        if isinstance(item, dict):
            names.append(_structured_name(item))
        elif isinstance(item, str):
            names += split_names(_scalar(item))
        else:
            msg = f"{field!r} takes names and was left out; write it as [Jane Doe, John Roe]"
            raise UnusableValueError(msg)
    return tuple(filter(None, names))


def _structured_name(item: dict[object, object]) -> str:
    """The name in a mapping of Quarto, MyST (``name``) or CSL (``family`` and ``given``)."""
    whole = _scalar(item.get("name") or item.get("literal"))
    return whole or " ".join(filter(None, (_scalar(item.get("given")), _scalar(item.get("family")))))


def _date(field: str, value: object) -> str:
    words = _scalar(value)
    if not words and isinstance(value, str):
        return ""
    read = iso_date(words)
    if not read:
        said = f" {words!r}" if words else ""
        msg = f"{field!r}{said} can't be read as a date without guessing; write 2019-04-05, 2019-04 or 2019"
        raise UnusableValueError(msg)
    return read


def _url(field: str, value: object) -> str:
    words = _scalar(value)
    if words and not _URL.match(words):
        msg = f"{field!r} is not a web address and was left out; write it with https://"
        raise UnusableValueError(msg)
    return words


def _choice(field: str, value: object) -> str:
    words = _scalar(value)
    if not words:
        return ""
    choices = _CHOICES[field]
    for choice in choices:
        if choice.lower() == words.lower():
            return choice
    msg = f"{field!r} can't be {words!r} and was left out; write one of {', '.join(choices)}"
    raise UnusableValueError(msg)


def _sha256(field: str, value: object) -> str:
    words = _scalar(value).lower()
    if words and not re.fullmatch(r"[0-9a-f]{64}", words):
        msg = f"{field!r} is not a SHA-256 and was left out; write its 64 hexadecimal digits"
        raise UnusableValueError(msg)
    return words


def _aliases(field: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        if _scalar(value) or isinstance(value, list):
            msg = f"{field!r} takes other names by name and was left out; write {{Name: [other, names]}}"
            raise UnusableValueError(msg)
        return ()
    return tuple((str(name), _strings(field, also)) for name, also in value.items())


_DATES: Final = ("date", "updated", "accessed", "expires")
_READERS: Final[dict[str, Callable[[str, object], object]]] = {
    "authors": _authors,
    "tags": _tags,
    "skip": _strings,
    "aliases": _aliases,
    "url": _url,
    "archive_url": _url,
    "sha256": _sha256,
    **dict.fromkeys(_DATES, _date),
    **dict.fromkeys(_CHOICES, _choice),
}
