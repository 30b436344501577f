"""Lists of all kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.typst.literals import text, verbatim
from sphinx_briefing.typst.writer.base import BaseTranslator, transparent

if TYPE_CHECKING:
    from sphinx import addnodes

_NUMERALS = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}
_LONG_LABEL = 24
#: a list with an item that opens with more characters, about a line, gets space between its items
_LINE = 90


class ListTranslator(BaseTranslator):
    """Visitors of lists."""

    visit_glossary = transparent
    visit_definition_list = transparent
    visit_acks = transparent

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        self._items(node, "bullets(")

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        numeral = _NUMERALS[node.get("enumtype", "arabic")]
        numbering = text(node.get("prefix", "") + numeral + node.get("suffix", "."))
        self._items(node, f"enum(numbering: {numbering}, start: {node.get('start', 1)}, ")

    def _items(self, node: nodes.Element, call: str) -> None:
        """Write a list; what stands between its items (a comment, a label) is kept before it."""
        items = [child for child in node.children if isinstance(child, nodes.list_item)]
        written = ", ".join("{" + self.anchors(item) + self.tight(item.children) + "}" for item in items)
        tight = all(len(block.astext()) <= _LINE for item in items for block in item.children[:1])
        listed = f"{call}tight: {str(tight).lower()}, {written})" if items else "[]"
        self.write(node, listed)

    def visit_definition_list_item(self, node: nodes.definition_list_item) -> None:
        definitions = [child for child in node.children if isinstance(child, nodes.definition)]
        terms: list[str] = []
        for child in node.children:
            if isinstance(child, nodes.term):
                terms.append(self.inner([child]))
            elif isinstance(child, nodes.classifier) and terms:
                terms[-1] = "{" + terms[-1] + ";" + self.inner([child]) + "}"
        body = self.inner([grandchild for child in definitions for grandchild in child.children])
        self.write(node, f"definition(({', '.join([*terms, ''])}), {body})")

    visit_term = transparent

    def visit_classifier(self, node: nodes.classifier) -> None:
        self.body.append(f'" : ";emph({self.inner(node.children)});')
        raise nodes.SkipNode

    def visit_field_list(self, node: nodes.field_list) -> None:
        """Write fields beside their labels, or below them where a label is long."""
        fields = [child for child in node.children if isinstance(child, nodes.field)]
        rows = [f"({self.inner(one[0].children)}, {self.tight(one[1].children)})" for one in fields]
        beside = all(len(one[0].astext()) <= _LONG_LABEL for one in fields)
        self.write(node, f"fields({str(beside).lower()}, {', '.join(rows)})")

    def visit_option_list(self, node: nodes.option_list) -> None:
        self.body.append(self.anchors(node))

    def depart_option_list(self, node: nodes.option_list) -> None:
        pass

    def visit_option_list_item(self, node: nodes.option_list_item) -> None:
        group, description = node[0], node[1]
        options = ", ".join(one.astext() for one in group.children)
        self.add(f"definition((raw({verbatim(options)}),), {self.inner(description.children)});")
        raise nodes.SkipNode

    def visit_hlist(self, node: addnodes.hlist) -> None:
        columns = ", ".join(
            self.inner(column.children) for column in node.children if isinstance(column, nodes.Element)
        )
        self.write(node, f"side-by-side({columns})")
