"""Tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.typst.literals import array, length, text
from sphinx_briefing.typst.writer.blocks import BlockTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"[-+−–±~<>≤≥≈]?\s*(?:[$€£¥]\s*)?\d[\d.,  \u202f]*\s*(?:%|[A-Za-z€]{1,2})?")


class TableTranslator(BlockTranslator):
    """Visitors of tables."""

    def visit_table(self, node: nodes.table) -> None:
        group = next(node.findall(nodes.tgroup))
        specs = [child for child in group.children if isinstance(child, nodes.colspec)]
        heads = [row for part in group.children if isinstance(part, nodes.thead) for row in part.children]
        rows = [row for part in group.children if isinstance(part, nodes.tbody) for row in part.children]
        titles = [child for child in node.children if isinstance(child, nodes.title)]
        arguments = [
            f"classes: {self.classes(node)}",
            f"columns: {array(_widths(node, specs))}",
            f"align: {array(_alignments(len(specs), rows))}",
            f"wide: {_widest(len(specs), rows)}",
            f"stubs: {sum(bool(spec.get('stub')) for spec in specs)}",
            f"width: {length(node.get('width')) or 'auto'}",
            f"header: {array(cell for row in heads for cell in self._cells(row))}",
            f"header-rows: {len(heads)}",
        ]
        if titles:
            number = text(self.number(node, "table"))
            arguments.append(
                f"caption: {{{number};{self.anchors(titles[0])}{self.inner(titles[0].children)}}}"
            )
        cells = ",\n".join(", ".join(self._cells(row)) for row in rows)
        self.add(f"{self.anchors(node)}ruled-table({', '.join(arguments)},\n{cells});")
        raise nodes.SkipNode

    def _cells(self, row: nodes.Node) -> Iterator[str]:
        for entry in row.children:
            if isinstance(entry, nodes.entry):
                spans = [
                    f"{name}: {entry[more] + 1}, "
                    for name, more in (("colspan", "morecols"), ("rowspan", "morerows"))
                    if entry.get(more)
                ]
                yield f"table.cell({''.join(spans)}{self.tight(entry.children)})"


def _widths(table: nodes.table, specs: list[nodes.colspec]) -> Iterator[str]:
    """Return column widths: the given ones where the author gave some, else what the cells need."""
    given = "colwidths-given" in table.get("classes", ())
    for spec in specs:
        yield f"{spec['colwidth']}fr" if given else "auto"


def _alignments(columns: int, rows: list[nodes.Node]) -> Iterator[str]:
    """Return column alignments: a column of nothing but numbers stands to the right."""
    for texts in _columns(columns, rows):
        filled = [one for one in texts if one.strip() not in {"", "-", "–", "—"}]
        yield "right" if filled and all(map(_NUMBER.fullmatch, filled)) else "left"


def _widest(columns: int, rows: list[nodes.Node]) -> int:
    """Return the number of the column that holds the longest text."""
    lengths = [max(map(len, texts), default=0) for texts in _columns(columns, rows)]
    return lengths.index(max(lengths, default=0)) if lengths else 0


def _columns(columns: int, rows: list[nodes.Node]) -> Iterator[list[str]]:
    """Return the texts of each column, in rows without spans."""
    whole = [row for row in rows if len(row.children) == columns]
    for column in range(columns):
        yield [row.children[column].astext() for row in whole]
