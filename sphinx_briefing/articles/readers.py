"""The way from a path to an Article: the reader of its format, then what all formats share."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.digests import SIDECAR_SUFFIX, sidecar_of
from sphinx_briefing.articles.front_matter import Header, parse_header
from sphinx_briefing.articles.html import read_html
from sphinx_briefing.articles.layout import lay_out
from sphinx_briefing.articles.limits import within_limits
from sphinx_briefing.articles.markdown import read_markdown
from sphinx_briefing.articles.metadata import merge_metadata
from sphinx_briefing.articles.plain import read_plain
from sphinx_briefing.articles.sidecar import split_sidecar
from sphinx_briefing.models import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_briefing.articles.draft import Draft

_READERS: Final[dict[str, Callable[[bytes, str], Draft]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
#: The suffixes of article files.
SUFFIXES: Final = tuple(_READERS)
#: A file larger than this is no article; reading it would only cost memory.
MAX_BYTES: Final = 50_000_000


def read_article(path: Path, name: str = "") -> Article:
    """Read the article at *path* with its sidecar.

    Never raises for what the file holds or lacks: an article that can't be used has a problem and no
    paragraphs.

    Args:
        path: the file.
        name: what to call it in problems and in :attr:`Article.path`; the path as given if empty.
    """
    name = name or path.as_posix()
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return _unusable(
            path, name, f"the file can't be read ({error.strerror}); check the path and its permissions"
        )
    if size > MAX_BYTES:
        return _unusable(path, name, f"the file is larger than {MAX_BYTES // 1_000_000} MB; split it")
    return read_bytes(raw, path, name)


def read_bytes(raw: bytes, path: Path, name: str) -> Article:
    """The article that the bytes *raw* of the file at *path* hold, see :func:`read_article`."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return _unusable(
            path, name, f"the file is in no format that is read; save it as one of {', '.join(SUFFIXES)}"
        )
    draft = within_limits(reader(raw, name), name)
    known = merge_metadata(_headers(draft, path, name))
    problems = [*draft.problems, *known.problems]
    if not draft.blocks and not draft.problems:
        problems.append(
            _problem("the file has no text and was left out; add its text, or remove the file", name)
        )
    laid_out = lay_out(draft, known.metadata)
    return Article(
        id=slug(known.id) or slug(path.stem) or "article",
        path=name,
        text=draft.text,
        sha256=hashlib.sha256(raw).hexdigest(),
        metadata=laid_out.metadata,
        paragraphs=laid_out.paragraphs,
        markup=draft.markup,
        problems=tuple(problems),
    )


def slug(words: str) -> str:
    """*words* in lower case, accents dropped, everything between letters and digits a hyphen."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def _headers(draft: Draft, path: Path, name: str) -> list[Header]:
    """The sources of metadata, best first: what an author wrote goes before what a page says of itself."""
    own = [draft.header] if draft.header is not None else []
    beside = _sidecar(path, str(PurePosixPath(name).with_suffix(SIDECAR_SUFFIX)))
    return [beside, *own] if path.suffix.lower() in {".html", ".htm"} else [*own, beside]


def _sidecar(path: Path, name: str) -> Header:
    try:
        raw = sidecar_of(path).read_bytes()
    except FileNotFoundError:
        return Header({}, {}, 0, name)
    except OSError as error:
        message = f"the file can't be read ({error.strerror}); check its permissions"
        return Header({}, {}, 0, name, (replace(_problem(message, name), subtype="metadata"),))
    text, problems = decode(raw, name)
    header = parse_header(split_sidecar(text or "").metadata, name)
    return header._replace(problems=(*problems, *header.problems))


def _unusable(path: Path, name: str, what: str) -> Article:
    identifier = slug(path.stem) or "article"
    return Article(id=identifier, path=name, text="", sha256="", problems=(_problem(what, name),))


def _problem(message: str, name: str) -> Problem:
    return Problem(subtype="article", message=message, path=name)
