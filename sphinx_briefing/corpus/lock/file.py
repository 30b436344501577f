"""The lock as a text file: made for reading and for short differences between two versions of it."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import yaml

from sphinx_briefing.corpus.lock.records import Entry, Lock, Passage, excerpt_records
from sphinx_briefing.plain import from_plain, to_brief

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_briefing.models import Excerpt

VERSION: Final = 1
_HEAD: Final = """\
# The reading of the articles that was accepted for these pages. Written by `sphinx-briefing lock`, which accepts the
# present one; keep it under version control. An excerpt's block stays as it is until its words or their reading change:
# its offsets count code points of the version of the article that has the hash.
"""
#: What YAML takes for line breaks: kept in double quotation marks only.
_BREAKS: Final = frozenset("\n\r\x85\u2028\u2029")
#: What follows from the rest of a block.
_TOLD_BESIDE: Final = frozenset({"id", "start", "end", "paragraph"})
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN: Final[dict[object, tuple[type, ...]]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
    NoneType: (NoneType,),
}


class LockError(ValueError):
    """A file that is no lock.

    Attributes:
        line: the 1-based line of the fault, ``None`` where it is in no one line.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class _Dumper(yaml.SafeDumper):
    """Block style, but offsets on one line; no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write what occurs twice twice."""
        del data
        return True


def _represent_list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    offsets = bool(data) and all(isinstance(item, int) for item in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=offsets or not data)


def _represent_text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style='"' if _BREAKS & set(data) else None)


_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(str, _represent_text)


def dumped(lock: Lock) -> str:
    """The text of a lock's file: the same for the same lock."""
    plain = {
        "version": VERSION,
        "articles": dict(sorted(lock.articles.items())),
        "questions": [
            {"asked": asked, "excerpts": list(keys)} for asked, keys in sorted(lock.questions.items())
        ],
        "excerpts": [_plain_entry(entry) for entry in sorted(lock.entries.values(), key=_order)],
    }
    return _HEAD + yaml.dump(
        plain,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
        default_flow_style=False,
    )


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.article, entry.excerpt.type, entry.excerpt.id


def _plain_entry(entry: Entry) -> dict[str, Any]:
    excerpt = entry.excerpt
    reading = {k: v for k, v in to_brief(excerpt).items() if k not in _TOLD_BESIDE}
    if reading["text"] == entry.exact:
        del reading["text"]
    reviewed = {"reviewed_by": entry.reviewed_by, "reviewed_on": entry.reviewed_on}
    return {
        "article": entry.article,
        "type": excerpt.type,
        "id": excerpt.id,
        "exact": entry.exact,
        "prefix": entry.prefix,
        "suffix": entry.suffix,
        "start": excerpt.start,
        "end": excerpt.end,
        "sha256": entry.sha256,
        "reading": reading,
        **({"passages": [to_brief(passage) for passage in entry.passages]} if entry.passages else {}),
        **{name: told for name, told in reviewed.items() if told},
    }


def parsed(text: str) -> Lock:
    """The lock that *text* is the file of.

    Raises:
        LockError: it is none.
    """
    try:
        raw = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LockError("is not YAML", mark.line + 1 if mark else None) from error
    if not isinstance(raw, dict) or raw.get("version") != VERSION:
        msg = f"is no lock of version {VERSION}"
        raise LockError(msg)
    try:
        entries = [_entry(block) for block in raw["excerpts"]]
        return Lock(
            articles={str(article): str(digest) for article, digest in raw["articles"].items()},
            questions={str(q["asked"]): tuple(map(str, q["excerpts"])) for q in raw["questions"]},
            entries={entry.key: entry for entry in entries},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"is no lock: {type(error).__name__} {error}"
        raise LockError(msg) from error


def _entry(block: Mapping[str, Any]) -> Entry:
    place = {name: block[name] for name in ("id", "start", "end")}
    record: type[Excerpt] = excerpt_records()[block["type"]]
    excerpt = from_plain(record, {"text": block["exact"], **block["reading"], **place})
    entry = Entry(
        article=block["article"],
        excerpt=excerpt,
        exact=block["exact"],
        prefix=block["prefix"],
        suffix=block["suffix"],
        sha256=block["sha256"],
        passages=tuple(from_plain(Passage, passage) for passage in block.get("passages", ())),
        reviewed_by=block.get("reviewed_by", ""),
        reviewed_on=block.get("reviewed_on", ""),
    )
    _check(entry)
    return entry


def _check(value: Any) -> None:
    """See that a record holds what its annotations say: a file can be edited by hand."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        for part in value:
            _check(part)
    elif hasattr(value, "__annotations__"):
        for name, hint in _hints(cast("Any", type(value))).items():
            held = getattr(value, name)
            if not _fits(held, hint):
                msg = f"{name} is {held!r}"
                raise TypeError(msg)
            _check(held)


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of a plain type, as far as *hint* names one."""
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    return not isinstance(hint, type) or hint not in _PLAIN or isinstance(value, _PLAIN[hint])


@cache
def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record)


def read_lock(path: Path) -> Lock:
    """The lock in the file at *path*.

    Raises:
        LockError: it holds none.
        OSError: it can't be read.
    """
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise LockError("is not UTF-8 text") from error
    return parsed(text)


def write_lock(lock: Lock, path: Path) -> None:
    """Write a lock's file, whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(dumped(lock))
        Path(temporary).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What the process lets nobody do; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
