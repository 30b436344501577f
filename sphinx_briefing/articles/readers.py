"""The way from a path to an Article: the reader of its format, then what all formats share."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles.bibliography import EMPTY, item_digest
from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.digests import SIDECAR_SUFFIX, sidecar_of
from sphinx_briefing.articles.formats.docx import read_docx
from sphinx_briefing.articles.formats.feed import read_feed
from sphinx_briefing.articles.formats.html import read_html
from sphinx_briefing.articles.formats.mail import read_mail
from sphinx_briefing.articles.formats.markdown import read_markdown
from sphinx_briefing.articles.formats.mhtml import read_mhtml
from sphinx_briefing.articles.formats.ninjs import read_ninjs
from sphinx_briefing.articles.formats.pdf import read_pdf
from sphinx_briefing.articles.formats.plain import read_plain
from sphinx_briefing.articles.front_matter import Header, parse_header
from sphinx_briefing.articles.layout import lay_out
from sphinx_briefing.articles.limits import within_limits
from sphinx_briefing.articles.metadata import merge_metadata
from sphinx_briefing.articles.names import slug
from sphinx_briefing.articles.sidecar import split_sidecar
from sphinx_briefing.models import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_briefing.articles.bibliography import Bibliography
    from sphinx_briefing.articles.draft import Draft

_READERS: Final[dict[str, Callable[[bytes, str], Draft]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".eml": read_mail,
    ".json": read_ninjs,
}
#: Of formats that hold several articles in one file.
_COLLECTIONS: Final[dict[str, Callable[[bytes, str], list[Draft]]]] = {
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
}
#: The suffixes of article files.
SUFFIXES: Final = (*_READERS, *_COLLECTIONS)
#: Where what stands in the file was written by those who write the sidecar.
_WRITTEN_BY_HAND: Final = frozenset({".txt", ".md"})
#: Between a file's name and the key of one of its articles.
_KEY_MARK: Final = "#"
#: A file larger than this is no article; reading it would only cost memory.
MAX_BYTES: Final = 50_000_000


def read_articles(path: Path, name: str = "", bibliography: Bibliography = EMPTY) -> list[Article]:
    """Read the articles in the file at *path* with its sidecar: one, or the entries of a feed.

    Never raises for what the file holds or lacks: an article that can't be used has a problem and no
    paragraphs.

    Args:
        path: the file.
        name: what to call it in problems and in :attr:`Article.path`; the path as given if empty. The path of
            one of several has its key behind it: ``gazette.xml#ferry-stops``.
        bibliography: fills in what neither the article nor its sidecar says.
    """
    name = name or path.as_posix()
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        what = f"the file can't be read ({error.strerror}); check the path and its permissions"
        return [_unusable(path, name, what)]
    if size > MAX_BYTES:
        return [_unusable(path, name, f"the file is larger than {MAX_BYTES // 1_000_000} MB; split it")]
    drafts = _drafts(raw, path, name)
    if drafts is None:
        what = f"the file is in no format that is read; save it as one of {', '.join(SUFFIXES)}"
        return [_unusable(path, name, what)]
    sha256 = hashlib.sha256(raw).hexdigest()
    return [_article(draft, path, name, sha256, bibliography) for draft in drafts]


def read_article(path: Path, name: str = "") -> Article:
    """The one article that *path* stands for; of several in a file, the one whose key it ends with.

    Args:
        path: the file, or for one of several ``gazette.xml#ferry-stops``.
        name: see :func:`read_articles`.
    """
    file, mark, key = path.name.rpartition(_KEY_MARK)
    if not mark or path.exists():
        found = read_articles(path, name)
        return found[0] if len(found) == 1 else _several(path, name, found)
    found = read_articles(path.with_name(file), name)
    return next((a for a in found if a.path.endswith(mark + key)), None) or _several(path, name, found)


def _several(path: Path, name: str, found: list[Article]) -> Article:
    known = ", ".join(article.path for article in found)
    return _unusable(
        path, name or path.as_posix(), f"the path names none of the file's articles; name one of: {known}"
    )


def _drafts(raw: bytes, path: Path, name: str) -> list[Draft] | None:
    suffix = path.suffix.lower()
    if suffix in _COLLECTIONS:
        return _COLLECTIONS[suffix](raw, name)
    return [_READERS[suffix](raw, name)] if suffix in _READERS else None


def _article(draft: Draft, path: Path, name: str, sha256: str, bibliography: Bibliography) -> Article:
    """The article that *draft* becomes with all that is known of it."""
    place = f"{name}{_KEY_MARK}{draft.key}" if draft.key else name
    draft = within_limits(draft, place)
    by_name = slug(f"{path.stem} {draft.key}") or "article"
    beside = _sidecar(path, str(PurePosixPath(name).with_suffix(SIDECAR_SUFFIX)))
    known = merge_metadata(_in_order(draft, path, beside))
    identifier = slug(known.id) or by_name
    item = bibliography.item_of(identifier, known.metadata.url)
    if item.values:
        known = merge_metadata(_in_order(draft, path, beside, item))
    problems = [*draft.problems, *known.problems]
    if not draft.blocks and not draft.problems:
        what = "the file has no text and was left out; add its text, or remove the file"
        problems.append(_problem(what, place))
    laid_out = lay_out(draft, known.metadata)
    return Article(
        id=identifier,
        path=place,
        text=draft.text,
        sha256=sha256,
        metadata=laid_out.metadata,
        paragraphs=laid_out.paragraphs,
        markup=draft.markup,
        problems=tuple(problems),
        bibliography=item_digest(item),
    )


def _in_order(draft: Draft, path: Path, beside: Header, *cited: Header) -> list[Header]:
    """The sources of metadata, best first: what an author wrote goes before what a file says of itself.

    Of one of several articles the sidecar can't tell the title or the date: there its own values go first.
    """
    own = [draft.header] if draft.header is not None else []
    by_hand = path.suffix.lower() in _WRITTEN_BY_HAND or draft.key
    return [*own, beside, *cited] if by_hand else [beside, *cited, *own]


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
