"""Tables."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.typst.literals import array, length, text
from sphinx_briefing.typst.writer.blocks import BlockTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"(?:[-+−–±~<>≤≥≈]\s*)?(?:[$€£¥]\s*)?\d[\d.,  \u202f]*\s*(?:%|[A-Za-z€]{1,2})?")
_NO_NUMBER = frozenset({"", "-", "–", "—"})
#: a table whose columns' longest texts together have more characters takes the page's whole width
_WIDE = 55
#: columns with longer texts share what the others of such a table leave
_LONG = 10
#: what a column's text counts at most in that sharing
_LONGEST = 200
#: characters in a line across the page, and in the narrowest cell
_LINE = 90
_NARROW = 12
#: a table of fewer lines is not broken over pages
_FEW_LINES = 20


class TableTranslator(BlockTranslator):
    """Visitors of tables."""

    def visit_table(self, node: nodes.table) -> None:
        group = next(node.findall(nodes.tgroup))
        specs = [child for child in group.children if isinstance(child, nodes.colspec)]
        heads = [row for part in group.children if isinstance(part, nodes.thead) for row in part.children]
        rows = [row for part in group.children if isinstance(part, nodes.tbody) for row in part.children]
        titles = [child for child in node.children if isinstance(child, nodes.title)]
        columns = [*_columns(len(specs), heads + rows)]
        stubs = sum(bool(spec.get("stub")) for spec in specs)
        width = length(node.get("width"))
        arguments = [
            f"columns: {array(_widths(node, specs, columns, filled=bool(width)))}",
            f"align: {array(_alignments(len(specs), rows))}",
            f"width: {width or '100%'}",
            f"breakable: {str(_lines(columns, heads + rows) > _FEW_LINES).lower()}",
            f"header: {array(cell for row in heads for cell in self._cells(row, len(specs)))}",
        ]
        if titles:
            number = text(self.number(node, "table"))
            arguments.append(
                f"caption: {{{number};{self.anchors(titles[0])}{self.inner(titles[0].children)}}}"
            )
        cells = ",\n".join(", ".join(self._cells(row, stubs)) for row in rows)
        self.write(node, f"ruled-table({', '.join(arguments)},\n{cells})")

    def _cells(self, row: nodes.Node, bold: int) -> Iterator[str]:
        """Return a row's cells, as many of them in bold as said."""
        for position, entry in enumerate(row.children):
            if isinstance(entry, nodes.entry):
                body = self.tight(entry.children)
                yield f"table.cell({_spans(entry)}{f'strong({body})' if position < bold else body})"


def _spans(entry: nodes.entry) -> str:
    more = (("colspan", entry.get("morecols", 0)), ("rowspan", entry.get("morerows", 0)))
    return "".join(f"{name}: {extra + 1}, " for name, extra in more if extra)


def _widths(
    table: nodes.table, specs: list[nodes.colspec], columns: list[list[str]], *, filled: bool
) -> Iterator[str]:
    """Return column widths: the given ones where the author gave some, else what the cells need.

    In a table that fills its width the columns of long texts share what the others leave, by the square roots
    of their lengths: a text of twice the length gets more lines and more width.
    """
    given = "colwidths-given" in table.get("classes", ())
    longest = [max(map(len, texts), default=0) for texts in columns]
    shares = sum(longest) > _WIDE or filled
    for spec, length_ in zip(specs, longest, strict=True):
        if given:
            yield f"{spec['colwidth']}fr"
        elif shares and length_ > (_LONG if max(longest) > _LONG else 0):
            yield f"{_share(length_):.1f}fr"
        else:
            yield "auto"


def _share(longest: int) -> float:
    return math.sqrt(min(longest, _LONGEST))


def _alignments(columns: int, rows: list[nodes.Node]) -> Iterator[str]:
    """Return column alignments: a column of nothing but numbers stands to the right."""
    for texts in _columns(columns, rows):
        filled = [one for one in texts if one.strip() not in _NO_NUMBER]
        yield "right" if filled and all(map(_NUMBER.fullmatch, filled)) else "left"


def _columns(columns: int, rows: list[nodes.Node]) -> Iterator[list[str]]:
    """Return the texts of each column, in rows without spans."""
    whole = [row for row in rows if len(row.children) == columns]
    for column in range(columns):
        yield [row.children[column].astext() for row in whole]


def _lines(columns: list[list[str]], rows: list[nodes.Node]) -> int:
    """Estimate how many lines a table takes, its columns sharing the page by their texts.

    A long table is broken over pages, and trying that costs time and memory for each table that need not be.
    """
    longest = [max(map(len, texts), default=0) for texts in columns]
    shares = [_share(one) for one in longest]
    room = [max(_NARROW, int(_LINE * one / max(sum(shares), 1))) for one in shares]
    return sum(
        max(
            (1 + len(cell.astext()) // room[at % len(room)] for at, cell in enumerate(row.children)),
            default=0,
        )
        for row in rows
    )
