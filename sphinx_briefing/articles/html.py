"""Saved web pages: the article in them, through trafilatura. No request is ever made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.draft import Block, BlockRole, Draft
from sphinx_briefing.articles.front_matter import Header
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Fewer words are rather a cookie notice or a page whose text a script would load than an article.
MIN_WORDS: Final = 80
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN: Final = 4096
#: Our key for each field of trafilatura's document that is read off the page, not made up from its address.
_FIELDS: Final = {
    "title": "title",
    "author": "authors",
    "sitename": "publisher",
    "date": "date",
    "url": "url",
    "description": "description",
    "license": "license",
    "language": "language",
    "tags": "tags",
}
_PARAGRAPH_TAGS: Final = frozenset({"p", "item", "cell", "quote", "ab"})


def read_html(raw: bytes, name: str) -> Draft:
    """Read the bytes of an ``.html`` file; the text is what was extracted, the page's title first."""
    declared = _CHARSET.search(raw[:_DECLARED_WITHIN])
    page, problems = decode(raw, name, declared[1].decode("ascii") if declared else "")
    if page is None:
        return Draft("", problems=problems)
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        message = 'can\'t be read without trafilatura; run: pip install "sphinx-briefing[html]"'
        return Draft("", problems=(*problems, _problem(message, name)))
    document = trafilatura.bare_extraction(
        page.replace("\0", ""),
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        include_links=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or isinstance(document, dict):
        message = "has no article that could be found; save the page again when its text is shown"
        return Draft("", problems=(*problems, _problem(message, name)))
    header = Header(_metadata(document), {}, 0, name)
    paragraphs = list(_with_title(_paragraphs(document.body), document.title or ""))
    draft = _joined(paragraphs, header)
    count = len(draft.text.split())
    if count < MIN_WORDS:
        message = f"gave only {count} words; check that the saved page holds its text, or save it as .txt"
        problems = (*problems, _problem(message, name))
    return draft._replace(problems=problems)


def _metadata(document: Any) -> dict[str, object]:
    found: dict[str, object] = {}
    for theirs, ours in _FIELDS.items():
        value = getattr(document, theirs, None)
        if value:
            found[ours] = [str(one) for one in value] if isinstance(value, list) else str(value)
    return found


def _paragraphs(body: Any) -> Iterator[tuple[str, BlockRole]]:
    """The blocks of an extracted body, an lxml tree in TEI-like tags, in order."""
    if body is None:
        return
    for element in body:
        tag = str(element.tag)
        if tag == "head":
            yield _words(element), "heading"
        elif tag in _PARAGRAPH_TAGS and not any(str(child.tag) in _PARAGRAPH_TAGS for child in element):
            yield from ((line, "") for line in _lines(element))
        else:
            yield (element.text or "").strip(), ""
            yield from _paragraphs(element)
        yield (element.tail or "").strip(), ""


def _lines(element: Any) -> list[str]:
    """The words of a paragraph, cut at its line breaks: pages that break twice mean paragraphs."""
    pieces = [element.text or ""]
    for child in element.iterdescendants():
        pieces.append("\n" if child.tag == "lb" else "")
        pieces.append(child.text or "")
        pieces.append(child.tail or "")
    return [" ".join(line.split()) for line in "".join(pieces).split("\n\n")]


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _with_title(found: Iterable[tuple[str, BlockRole]], title: str) -> Iterator[tuple[str, BlockRole]]:
    """The paragraphs that have words, under the page's title, which the extraction often leaves out."""
    paragraphs = [(" ".join(words.split()), role) for words, role in found if words.strip()]
    title = " ".join(title.split())
    if title:
        yield title, "title"
    yield from ((words, role) for words, role in paragraphs if words.casefold() != title.casefold())


def _joined(paragraphs: Iterable[tuple[str, BlockRole]], header: Header) -> Draft:
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for words, role in paragraphs:
        blocks.append(Block(at, at + len(words), role))
        pieces.append(words)
        at += len(words) + 2
    return Draft("\n\n".join(pieces), tuple(blocks), (), header)


def _problem(message: str, name: str) -> Problem:
    return Problem(subtype="article", message=message, path=name)
