"""The pages of a built project as an author would have written them by hand, in plain reStructuredText."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.pages.nodes import table_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SPECIAL: Final = re.compile(r"([\\*`|_])")
_MARKED: Final = "briefing-mark"
_INDENT: Final = "   "
#: What leaves no words on a page.
_SILENT: Final = (nodes.target, nodes.comment, addnodes.index, table_values)


def written_by_hand(document: nodes.document) -> str:
    """The source of a page that looks like *document*: lists, tables, block quotes and links, all spelled out."""
    return "\n".join(_blocks(document)) + "\n"


def _blocks(parent: nodes.Element) -> Iterator[str]:
    for node in parent.children:
        yield from _block(node)


def _block(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, _SILENT):
        return
    for kind, write in _WRITERS.items():
        if isinstance(node, kind):
            yield from write(node)
            return
    msg = f"don't know how an author writes {node!r:.200}"
    raise TypeError(msg)


def _title(node: nodes.title) -> Iterator[str]:
    words = _inline(node)
    yield from (words, ("=" if isinstance(node.parent.parent, nodes.document) else "-") * len(words), "")


def _bullets(node: nodes.bullet_list) -> Iterator[str]:
    for item in node.children:
        yield from _under("* ", "  ", _blocks(item))


def _definitions(node: nodes.definition_list) -> Iterator[str]:
    for term, definition in (item.children for item in node.children):
        yield _inline(term)
        yield from _under(_INDENT, _INDENT, _blocks(definition))


def _quote(node: nodes.block_quote) -> Iterator[str]:
    yield from _under(_INDENT, _INDENT, _blocks(node))
    yield from ("..", "")  # parts it from a block quote that follows


def _attribution(node: nodes.attribution) -> Iterator[str]:
    yield from (f"-- {_inline(node)}", "")


def _paragraph(node: nodes.paragraph) -> Iterator[str]:
    for name in (i for target in node.findall(nodes.target) for i in target["ids"]):
        yield from (f".. _{name}:", "")
    yield from (_inline(node), "")


def _table(node: nodes.table) -> Iterator[str]:
    caption = next((_inline(t) for t in node.children if isinstance(t, nodes.title)), "")
    yield from (f".. list-table:: {caption}", f"{_INDENT}:header-rows: 1", "")
    for row in node.findall(nodes.row):
        for n, entry in enumerate(row.children):
            cell = _under("- ", "  ", _blocks(entry))
            yield from _under(_INDENT + ("* " if n == 0 else "  "), f"{_INDENT}  ", cell)
    yield ""


def _under(first: str, rest: str, lines: Iterator[str]) -> Iterator[str]:
    lead = first
    for line in lines:
        yield (lead + line).rstrip() if line or lead == first else ""
        lead = rest


def _inline(parent: nodes.Element) -> str:
    return "".join(map(_words, parent.children)).strip()


def _words(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return _SPECIAL.sub(r"\\\1", node.astext().replace("\n", " "))
    if isinstance(node, nodes.reference):
        return rf"\ `{node.astext()} <{node['refid']}_>`__\ "
    escaped = _SPECIAL.sub(r"\\\1", node.astext())
    if isinstance(node, nodes.strong):
        return rf"\ **{escaped}**\ "
    if isinstance(node, nodes.inline) and _MARKED in node["classes"]:
        return rf"\ *{escaped}*\ "
    if isinstance(node, nodes.Element) and not isinstance(node, _SILENT):
        return "".join(map(_words, node.children))
    return ""


_WRITERS: Final[dict[type[nodes.Node], Callable[..., Iterator[str]]]] = {
    nodes.section: _blocks,
    nodes.title: _title,
    nodes.paragraph: _paragraph,
    nodes.bullet_list: _bullets,
    nodes.definition_list: _definitions,
    nodes.block_quote: _quote,
    nodes.attribution: _attribution,
    nodes.table: _table,
}
