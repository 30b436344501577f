"""What a PDF says of itself: its title block and its metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.typst import words as printed
from sphinx_briefing.typst.assembly import take_fields, take_title
from sphinx_briefing.typst.literals import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.config import Config

    from sphinx_briefing.typst.config import PdfDocument
    from sphinx_briefing.typst.writer import TypstTranslator

#: which of a page's metadata are printed: the rest is for machines
_PRINTED = frozenset(
    {"subtitle", "date", "author", "authors", "organization", "contact", "address", "version", "revision"}
    | {"status", "distribution", "reference", "classification", "copyright", "to", "from", "cc"}
)
_NO_AUTHOR = frozenset({"", "unknown", "Author name not set"})
_BETWEEN_AUTHORS = re.compile(r"\s*(?:\\and\b|;)\s*")


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the title block.

    Attributes:
        name: what it is, in lower-case English: ``date``, ``author``.
        label: what is printed before it.
        body: its content as a Typst expression.
        words: its content as plain text.
    """

    name: str
    label: str
    body: str
    words: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The title block and the metadata of a PDF.

    Attributes:
        title: the title as plain text.
        shown_title: the title as a Typst expression.
        fields: the title block, in the order in which it is printed.
        authors: one name each.
        subject: what it is about; empty if nobody says.
        keywords: one each.
    """

    title: str
    shown_title: str
    fields: tuple[Field, ...]
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]

    def field(self, name: str) -> str:
        """Return the content of a field as a Typst expression, ``none`` if it is not there."""
        return next((one.body for one in self.fields if one.name == name), "none")


def take(
    translator: TypstTranslator, entry: PdfDocument, metadata: Mapping[str, object], today: str
) -> FrontMatter:
    """Take the front matter out of a translator's document.

    What the page says comes before its metadata, and that before conf.py.

    Args:
        translator: its document loses its title and opening field list.
        entry: the row of `briefing_pdf_documents`.
        metadata: the page's metadata, as Sphinx collected them.
        today: the date to print if none is given.
    """
    tree, config = translator.document, translator.config
    title = take_title(tree)
    fields = [*_page_fields(translator), *_metadata_fields(metadata, config)]
    known = {one.name for one in fields}
    fields += [one for one in _config_fields(entry, config, today) if one.name not in known]
    plain = entry.title or (title.astext() if title else "") or config.project
    authors = next((one.words for one in fields if one.name == "author"), "")
    meta = _meta(tree)
    keywords = meta.get("keywords") or str(metadata.get("keywords", ""))
    return FrontMatter(
        title=plain,
        shown_title=translator.inner(title.children) if title and not entry.title else text(plain),
        fields=tuple(sorted(fields, key=_rank)),
        authors=tuple(one for one in _BETWEEN_AUTHORS.split(authors) if one),
        subject=meta.get("description")
        or str(metadata.get("description", "") or metadata.get("subject", "")),
        keywords=tuple(one.strip() for one in keywords.split(",") if one.strip()),
    )


def _rank(field: Field) -> int:
    order = ("date", "author", "organization", "status", "distribution")
    return order.index(field.name) if field.name in order else len(order)


def _page_fields(translator: TypstTranslator) -> Iterator[Field]:
    """Read the field list that stands under the title."""
    listed = take_fields(translator.document)
    for one in listed.children if listed is not None else ():
        if isinstance(one, nodes.field):
            label, body = one[0].astext(), one[1]
            yield Field(_name(label), label, translator.tight(body.children), body.astext())


def _metadata_fields(metadata: Mapping[str, object], config: Config) -> Iterator[Field]:
    for label, content in metadata.items():
        words = "; ".join(map(str, content)) if isinstance(content, list) else content
        if label.lower() in _PRINTED and isinstance(words, str) and words:
            yield Field(_name(label), printed.label(config, label, label.capitalize()), text(words), words)


def _config_fields(entry: PdfDocument, config: Config, today: str) -> Iterator[Field]:
    author = entry.author or config.author
    if author not in _NO_AUTHOR:
        yield Field("author", printed.label(config, "author", "Author"), text(author), author)
    yield Field("date", printed.label(config, "date", "Date"), text(today), today)
    labels = {"status": printed.label(config, "status", "Status"), "distribution": printed.distribution()}
    for name, label in labels.items():
        if words := config.briefing_pdf_variables.get(name):
            yield Field(name, label, text(str(words)), str(words))


def _name(label: str) -> str:
    name = label.lower().strip()
    return "author" if name == "authors" else name


def _meta(tree: nodes.document) -> dict[str, str]:
    """Return what the pages' `meta` directives say, the first of a name winning."""
    found: dict[str, str] = {}
    for node in tree.findall(nodes.meta):
        if "name" in node:
            found.setdefault(node["name"].lower(), node.get("content", ""))
    return found
