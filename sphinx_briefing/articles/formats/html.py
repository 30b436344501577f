"""Saved web pages: the article in them, through trafilatura. No request is ever made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.articles.decoding import Decoded, decode
from sphinx_briefing.articles.draft import Draft
from sphinx_briefing.articles.formats.assembly import LINE_BREAK, Piece, assembled, folded, lines, with_title
from sphinx_briefing.articles.front_matter import Header
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.articles.draft import BlockRole

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
_BLOCK_TAGS: Final = frozenset(
    {"p", "head", "list", "item", "quote", "table", "row", "ab", "div", "article", "body"}
)


def read_html(raw: bytes, name: str) -> Draft:
    """Read the bytes of an ``.html`` file; the text is what was extracted, the page's title first."""
    declared = _CHARSET.search(raw[:_DECLARED_WITHIN])
    return read_page(decode(raw, name, declared[1].decode("ascii") if declared else ""), name)


def read_page(decoded: Decoded, name: str) -> Draft:
    """The article in a whole web page."""
    page, problems = decoded
    if page is None:
        return Draft("", problems=problems)
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        message = 'the page can\'t be read without trafilatura; run: pip install "sphinx-briefing[html]"'
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
        message = "the page has no article that could be found; save the page again when its text is shown"
        return Draft("", problems=(*problems, _problem(message, name)))
    header = Header(_metadata(document), {}, 0, name)
    draft = assembled(with_title(_paragraphs(document.body), document.title or ""), header)
    count = len(draft.text.split())
    if count < MIN_WORDS:
        message = (
            f"the page gave only {count} words; check that the saved page holds its text, or save it as .txt"
        )
        problems = (*problems, _problem(message, name))
    return draft._replace(problems=problems)


def _metadata(document: Any) -> dict[str, object]:
    found: dict[str, object] = {}
    for theirs, ours in _FIELDS.items():
        value = getattr(document, theirs, None)
        if value:
            found[ours] = [str(one) for one in value] if isinstance(value, list) else str(value)
    return found


def _paragraphs(element: Any) -> Iterator[Piece]:
    """The paragraphs of an extracted element, an lxml tree in TEI-like tags, in order."""
    if element.tag == "row":
        yield Piece(" | ".join(filter(None, (folded("".join(cell.itertext())) for cell in element))))
        return
    role: BlockRole = "heading" if element.tag == "head" else ""
    run = [element.text or ""]
    for child in element:
        if child.tag in _BLOCK_TAGS:
            yield from (Piece(line, role) for line in lines("".join(run)))
            yield from _paragraphs(child)
            run = []
        else:
            run.append(LINE_BREAK if child.tag == "lb" else "".join(child.itertext()))
        run.append(child.tail or "")
    yield from (Piece(line, role) for line in lines("".join(run)))


def _problem(message: str, name: str) -> Problem:
    return Problem(subtype="article", message=message, path=name)
