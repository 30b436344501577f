"""HTML that is an article and nothing else: the body of a mail, a feed's entry, a wire item, a converted document.

What surrounds an article on a web page (menus, adverts, comments) is not here, so no judgement is needed which
part of it is the text; that is :mod:`~sphinx_briefing.articles.formats.html`'s.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles.formats.assembly import LINE_BREAK, Piece, lines
from sphinx_briefing.articles.formats.tags import Tag, tokens

if TYPE_CHECKING:
    from sphinx_briefing.articles.draft import BlockRole

_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
    }
    | {
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
    }
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements whose words are never the article's.
_SILENT: Final = frozenset(
    {"audio", "button", "canvas", "head", "map", "math", "nav", "object", "select", "svg", "video"}
)
_VOID: Final = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
#: How mail programs mark what was said before, and the writer's signature.
_QUOTED: Final = re.compile(
    r"\b(?:gmail_quote|gmail_attr|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted|OutlookMessageHeader"
    r"|divRplyFwdMsg|protonmail_quote|ms-outlook-mobile-signature)\b"
)
#: What comes below this is the letter that is passed on, so it is the article.
FORWARDED: Final = re.compile(r"-{2,}\s*Forwarded message|Begin forwarded message:", re.IGNORECASE)
_SOFT: Final = re.compile("[\u00ad\u034f\u200b\u2060]")
#: A cell with more words is a column of a page's layout rather than a table's.
_CELL_WORDS: Final = 25


def fragment_pieces(markup: str, *, quotes: bool = True) -> list[Piece]:
    """The paragraphs of *markup* in order; the cells of a table's row are one, separated by ``|``.

    Args:
        markup: the HTML.
        quotes: what a mail program marks as quoted or signed is boilerplate.
    """
    builder = _Builder(quotes=quotes)
    for token in tokens(markup):
        if isinstance(token, str):
            builder.add_words(token)
        elif token.opens:
            builder.open(token)
        else:
            builder.close(token.name)
    return builder.finished()


class _Row:
    """A table's row that is being read."""

    def __init__(self, table: int) -> None:
        """Begin a row of the table that is the *table*-th innermost."""
        self.table = table
        self.cells: list[list[Piece]] = [[]]

    def pieces(self) -> list[Piece]:
        """The row as one paragraph, or the paragraphs of its cells where it only arranges them on a page."""
        filled = [cell for cell in self.cells if cell]
        if len(filled) > 1 and all(len(c) == 1 and len(c[0].words.split()) <= _CELL_WORDS for c in filled):
            return [Piece(" | ".join(cell[0].words for cell in filled), filled[0][0].role)]
        return [piece for cell in filled for piece in cell]


class _Builder:
    """Gathers paragraphs from tags and words; tags that are never closed, or never opened, do no harm."""

    def __init__(self, *, quotes: bool) -> None:
        self._quotes = quotes
        self._out: list[Piece] = []
        self._tables = 0
        self._rows: list[_Row] = []
        self._run: list[str] = []
        self._heading: BlockRole = ""
        self._titled = False
        #: The elements that are passed over, and those that are quoted, by name, innermost last.
        self._silent: list[str] = []
        self._quoted: list[str] = []

    def add_words(self, words: str) -> None:
        if not self._silent:
            self._run.append(_SOFT.sub("", words.replace(LINE_BREAK, " ")))

    def open(self, tag: Tag) -> None:
        if self._silent:
            if tag.name == self._silent[-1]:
                self._silent.append(tag.name)
            return
        if tag.name == "br":
            self._run.append(LINE_BREAK)
        if tag.name in _BLOCKS or tag.name in _HEADINGS:
            self._end_paragraph()
            self._open_block(tag.name)
        if tag.name not in _VOID and not tag.source.endswith("/"):
            self._open_element(tag)

    def _open_block(self, name: str) -> None:
        if name in _HEADINGS:
            self._heading = "heading" if self._titled or name != "h1" else "title"
            self._titled = True
        elif name == "table":
            self._tables += 1
        elif name == "tr":
            self._end_rows(self._tables)
            self._rows.append(_Row(self._tables))
        elif name in {"td", "th"} and self._rows:
            self._rows[-1].cells.append([])

    def _open_element(self, tag: Tag) -> None:
        if tag.name in _SILENT or _is_hidden(tag):
            self._silent.append(tag.name)
        elif self._quoted:
            if tag.name == self._quoted[-1]:
                self._quoted.append(tag.name)
        elif self._quotes and _is_quoted(tag):
            self._end_paragraph()
            self._quoted.append(tag.name)

    def close(self, name: str) -> None:
        if self._silent:
            if name == self._silent[-1]:
                self._silent.pop()
            return
        if name in _BLOCKS or name in _HEADINGS:
            self._end_paragraph()
        if self._quoted and name == self._quoted[-1]:
            self._end_paragraph()
            self._quoted.pop()
        if name in _HEADINGS:
            self._heading = ""
        elif name in {"tr", "table"}:
            self._end_rows(self._tables)
            self._tables -= name == "table" and self._tables > 0

    def finished(self) -> list[Piece]:
        self._end_paragraph()
        self._end_rows(0)
        return self._out

    def _end_rows(self, table: int) -> None:
        """End the rows that are open in that table and in those inside it."""
        while self._rows and self._rows[-1].table >= table:
            self._keep(self._rows.pop().pieces())

    def _end_paragraph(self) -> None:
        run, self._run = "".join(self._run), []
        found = [line for line in lines(run) if any(c.isalnum() for c in line)]
        role = self._heading
        if self._quoted:
            role = "boilerplate"
            if any(FORWARDED.search(line) for line in found):
                self._quoted = []
        self._keep([Piece(line, role) for line in found])

    def _keep(self, pieces: list[Piece]) -> None:
        (self._rows[-1].cells[-1] if self._rows else self._out).extend(pieces)


def _is_hidden(tag: Tag) -> bool:
    return "style" in tag.source.lower() and _HIDDEN.search(tag.attributes().get("style", "")) is not None


def _is_quoted(tag: Tag) -> bool:
    if tag.name == "blockquote":
        return tag.attributes().get("type", "").lower() == "cite"
    if "class" not in tag.source and "id" not in tag.source:
        return False
    found = tag.attributes()
    return _QUOTED.search(f"{found.get('class', '')} {found.get('id', '')}") is not None
