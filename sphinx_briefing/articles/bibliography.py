"""Bibliographies in CSL-JSON, as reference managers export them: metadata of articles, by id or by address."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.front_matter import Header
from sphinx_briefing.articles.names import slug
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sphinx_briefing.models import Article

#: Our key for each of CSL's variables that is text; of two with one key the first that has a value counts.
_TEXTS: Final = {
    "title": "title",
    "container-title": "publisher",
    "publisher": "publisher",
    "URL": "url",
    "language": "language",
    "abstract": "description",
    "type": "type",
    "keyword": "tags",
    "archive_location": "archive_url",
    "license": "license",
}
_DATES: Final = {"issued": "date", "accessed": "accessed"}
#: Keys under which programs wrap the list.
_WRAPPERS: Final = ("items", "references")
#: The tags that CSL allows in its values.
_RICH_TEXT: Final = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^<>]{0,200}>")
_UNCERTAIN: Final = re.compile(r"[~?%]")
_UNSPECIFIED: Final = re.compile(r"(?:-[X]{2}){1,2}\Z")
_EDTF: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_SAME_PAGE: Final = re.compile(r"\Ahttps?://(?:www\.)?|#.*|/+\Z", re.IGNORECASE | re.DOTALL)
_NOTHING: Final = Header({}, {}, 0, "")


class Bibliography:
    """The items of one or several files, by what an article may share with them.

    Attributes:
        problems: why there are fewer than were written.
    """

    def __init__(self, items: Iterable[tuple[str, dict[str, Any]]], problems: Iterable[Problem] = ()) -> None:
        """Sort *items*, each with the name of its file."""
        self.problems = tuple(problems)
        self._by_id: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self._by_page: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        for name, item in items:
            for key in dict.fromkeys(slug(str(item.get(k, ""))) for k in ("id", "citation-key")):
                if key:
                    self._by_id.setdefault(key, []).append((name, item))
            url = item.get("URL")
            if isinstance(url, str) and url.strip():
                self._by_page.setdefault(_page(url), []).append((name, item))

    def item_of(self, article: str, url: str) -> Header:
        """What is said of an article, by its id, else by its address; an empty header if nothing is."""
        found = self._by_id.get(article) or (self._by_page.get(_page(url)) if url else None)
        if not found:
            return _NOTHING
        name, item = found[0]
        header = Header(_values(item), {}, 0, f"{name}#{item.get('id', '')}")
        if all(_values(other) == header.values for _, other in found[1:]):
            return header
        also = ", ".join(dict.fromkeys(f"{other}#{it.get('id', '')}" for other, it in found[1:]))
        message = (
            f"several items of the bibliography are about the article {article!r}, and the first counts: {also}"
            " was left out; give the right one the article's id"
        )
        return header._replace(problems=(Problem(subtype="metadata", message=message, path=header.path),))

    def is_that_of(self, article: Article) -> bool:
        """Whether *article* was read with what is said of it here, so that reading it again changes nothing."""
        return item_digest(self.item_of(article.id, article.metadata.url)) == article.bibliography


EMPTY: Final = Bibliography(())


def read_bibliography(names: Iterable[str], base: Path) -> Bibliography:
    """The items of the files *names*, relative to *base*; what can't be read is a problem."""
    items: list[tuple[str, dict[str, Any]]] = []
    problems: list[Problem] = []
    for name in names:
        found = _items(base / name, name)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            items += ((name, item) for item in found)
    return Bibliography(items, problems)


def item_digest(item: Header) -> str:
    """Changes when, and only when, something does that an item says of an article; ``""`` for no item."""
    if not item.values:
        return ""
    said = [item.values, item.path, [problem.message for problem in item.problems]]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def _items(path: Path, name: str) -> list[dict[str, Any]] | Problem:
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"the bibliography can't be read ({error.strerror}); correct briefing_bibliography"
        return Problem(subtype="config", message=message, path=name)
    text = decode(raw, name).text
    try:
        loaded = json.loads((text or "").removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        message = f"the bibliography is not valid JSON ({error.msg}); export it again as CSL-JSON"
        return Problem(subtype="metadata", message=message, path=name, line=error.lineno)
    except (ValueError, RecursionError):
        loaded = None
    if isinstance(loaded, dict):
        loaded = next((loaded[key] for key in _WRAPPERS if isinstance(loaded.get(key), list)), None)
    if not isinstance(loaded, list) or not all(isinstance(item, dict) for item in loaded):
        message = "the bibliography is no list of items; export it as CSL-JSON"
        return Problem(subtype="metadata", message=message, path=name)
    return loaded


def _page(url: str) -> str:
    """*url* without what makes no difference to the page it leads to."""
    return _SAME_PAGE.sub("", url.strip())


def _values(item: dict[str, Any]) -> dict[str, object]:
    """Our metadata of a CSL item; what is in its ``custom`` may have any of our keys."""
    found: dict[str, object] = {}
    for theirs, ours in _TEXTS.items():
        value = item.get(theirs)
        if isinstance(value, (str, int)) and str(value).strip():
            found.setdefault(ours, _RICH_TEXT.sub("", str(value)))
    names = [{"name": name} for name in _names(item.get("author"))]
    if names:
        found["authors"] = names
    for theirs, ours in _DATES.items():
        date = _date(item.get(theirs))
        if date:
            found[ours] = date
    custom = item.get("custom")
    own = custom.items() if isinstance(custom, dict) else ()
    return found | {key: value for key, value in own if isinstance(value, (str, list, dict)) and key != "id"}


def _names(people: object) -> Iterator[str]:
    """The names of people and bodies, in the order in which they are said."""
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    for person in people if isinstance(people, list) else []:
        if isinstance(person, str):
            yield person
        elif isinstance(person, dict):
            parts = [str(person[part]) for part in order if isinstance(person.get(part), str)]
            name = str(person.get("literal") or " ".join(parts)).strip()
            if name:
                yield name


def _date(value: object) -> str:
    """A date of CSL: in parts, in EDTF or in words; of a range, as much as both ends have in common."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts:
            ends = [_joined(end) for end in parts if isinstance(end, list)]
            return _common(ends)
        value = next((value[key] for key in ("edtf", "raw", "literal") if value.get(key)), "")
    if not isinstance(value, str):
        return ""
    ends = [_UNSPECIFIED.sub("", _UNCERTAIN.sub("", end)) for end in value.split("/")]
    return _common(ends) if all(map(_EDTF.fullmatch, ends)) else value


def _joined(parts: list[object]) -> str:
    """The parts of a date that are numbers, as ``2025-05-16``."""
    numbers = takewhile(_NUMBER.fullmatch, (str(part).strip() for part in parts))
    return "-".join(number.zfill(2 if place else 4) for place, number in enumerate(numbers))


def _common(ends: list[str]) -> str:
    if len(ends) < 2 or not ends[-1]:
        return ends[0].strip() if ends else ""
    first, last = (end.strip().split("-") for end in (ends[0], ends[-1]))
    same = []
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        same.append(one)
    return "-".join(same)
