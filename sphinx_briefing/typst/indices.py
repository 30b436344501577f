"""The index at the end of a PDF: entries with the pages they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sphinx.domains import IndexEntry
from sphinx.environment.adapters.indexentries import IndexEntries
from sphinx.locale import _

from sphinx_briefing.typst.literals import key, text
from sphinx_briefing.typst.writer.base import label_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders import Builder

_Links = list[tuple[str | None, str | Literal[False]]]
_Entry = tuple[str, tuple[_Links, list[tuple[str, _Links]], str | None]]


def indices(builder: Builder, docnames: Iterable[str], labels: set[str]) -> str:
    """Return the general index and those of the domains, as far as they lead into a PDF.

    Args:
        builder: whose addresses the index entries bear.
        docnames: the pages that the PDF holds.
        labels: the labels that the PDF has set.

    Returns:
        Typst statements; nothing if no entry leads into the PDF.
    """
    written = [_section(str(_("Index")), [*_general(builder, labels)])]
    pages = set(docnames)
    for domain in builder.env.domains.sorted():
        for index_class in domain.indices:
            groups, _collapse = index_class(domain).generate(pages)
            entries = [*_domain_entries(groups, labels)]
            written.append(_section(str(index_class.localname), entries))
    return "".join(written)


def _section(title: str, entries: list[str]) -> str:
    if not entries:
        return ""
    return f"heading(level: 1, {text(title)});\nindex-columns({{\n{''.join(entries)}}});\n"


def _general(builder: Builder, labels: set[str]) -> Iterator[str]:
    for letter, entries in IndexEntries(builder.env).create_index(builder):
        lines = [line for entry in entries for line in _general_entry(entry, labels)]
        if lines:
            yield f"index-letter({text(letter)});\n"
            yield from lines


def _general_entry(entry: _Entry, labels: set[str]) -> Iterator[str]:
    name, (links, subentries, _category) = entry
    subs = [
        line for sub, sublinks in subentries for line in _entry(1, sub, sublinks, labels, bare=not sublinks)
    ]
    yield from _entry(0, name, links, labels, bare=bool(subs))
    yield from subs


def _entry(depth: int, words: str, links: _Links, labels: set[str], *, bare: bool) -> Iterator[str]:
    """Return the line of an entry; nothing if no link leads into the PDF and it may not stand bare."""
    places = [
        f"({key(label)}, {str(bool(main)).lower()})"
        for main, uri in links
        if uri and (label := _label(uri)) in labels
    ]
    if places or bare:
        yield f"index-entry({', '.join([str(depth), text(words), *places])});\n"


def _domain_entries(groups: Iterable[tuple[str, list[IndexEntry]]], labels: set[str]) -> Iterator[str]:
    for letter, entries in groups:
        lines = [line for entry in entries for line in _domain_entry(IndexEntry(*entry), labels)]
        if lines:
            yield f"index-letter({text(letter)});\n"
            yield from lines


def _domain_entry(entry: IndexEntry, labels: set[str]) -> Iterator[str]:
    links: _Links = [(None, f"%{entry.docname}#{entry.anchor}")] if entry.docname else []
    return _entry(int(entry.subtype == 2), entry.name, links, labels, bare=entry.subtype == 1)


def _label(uri: str) -> str:
    docname, _, node_id = uri.removeprefix("%").partition("#")
    return label_name(docname, node_id)
