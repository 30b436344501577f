"""What every visitor of the Typst writer builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from docutils import nodes
from sphinx.util.docutils import SphinxTranslator

from sphinx_briefing.typst import log
from sphinx_briefing.typst.literals import array, key, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx import addnodes
    from sphinx.builders import Builder

NOTHING = "[]"


def label_name(docname: str, node_id: str) -> str:
    """Return the label of a node: ids are unique within a page only, so the page's name goes before."""
    return f"{docname}#{node_id}"


class BaseTranslator(SphinxTranslator):
    """Keeps the body, the page being written and the labels; a unit is one call of a function of `nodes.typ`.

    Visitors append Typst statements to `body` and, as a rule, take their children's by `inner` and skip them.

    Attributes:
        body: statements written so far.
        docnames: the page being written, innermost last.
        labels: names of all labels written so far.
        raws: sources of raw Typst, each to become a file of its own.
        written: the pages written so far.
    """

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self.body: list[str] = []
        self.docnames: list[str] = [document["docname"]]
        self.labels: set[str] = set()
        self.raws: list[str] = []
        self.written: list[str] = [document["docname"]]
        self._told: set[tuple[str, ...]] = set()

    @property
    def docname(self) -> str:
        """The page being written."""
        return self.docnames[-1]

    def add(self, statement: str) -> None:
        """Append a statement on a line of its own."""
        self.body.append(statement + "\n")

    def inner(self, children: Iterable[nodes.Node]) -> str:
        """Return nodes as one Typst expression."""
        outer, self.body = self.body, []
        for child in children:
            child.walkabout(self)
        statements, self.body = "".join(self.body), outer
        return "{" + statements + "}" if statements.strip() else NOTHING

    def tight(self, children: Iterable[nodes.Node]) -> str:
        """Return nodes as one expression; a paragraph that comes first is running text, not a paragraph."""
        blocks = [*children]
        if not blocks or not isinstance(blocks[0], nodes.paragraph):
            return self.inner(blocks)
        head = self.anchors(blocks[0]) + self.inner(blocks[0].children)
        return "{" + head + (";" + self.inner(blocks[1:]) if blocks[1:] else "") + "}"

    def anchors(self, node: nodes.Element, docname: str | None = None) -> str:
        """Return statements that set a label for each id of a node."""
        ids: list[str] = node.get("ids", [])
        return "".join(self.anchor(docname or self.docname, one) for one in ids)

    def anchor(self, docname: str, node_id: str) -> str:
        """Return the statement that sets a label, nothing if it is set already."""
        label = label_name(docname, node_id)
        if label in self.labels:
            return ""
        self.labels.add(label)
        return f"anchor({key(label)});"

    def write(self, node: nodes.Element, expression: str) -> NoReturn:
        """Write a node as an expression, after its labels, in the style of its classes; skip its children.

        Raises:
            SkipNode: always.
        """
        names: list[str] = node.get("classes", [])
        if names:
            expression = f"styled({array(map(key, names))}, {expression})"
        self.body.append(f"{self.anchors(node)}{expression};")
        if not isinstance(node, nodes.Inline):
            self.body.append("\n")
        raise nodes.SkipNode

    def mark(self, node: nodes.Node) -> None:
        """Leave a comment that tells which line of which page follows, for the compiler's diagnostics."""
        if node.line is not None:
            self.body.append(f"\n//@ {key(self.docname)} {node.line}\n")

    def first_time(self, *what: str) -> bool:
        """Say whether this is asked for the first time in this document."""
        new = what not in self._told
        self._told.add(what)
        return new

    def dispatch_visit(self, node: nodes.Node) -> None:
        """Mark where a block comes from, then visit it."""
        if isinstance(node, (nodes.Body, nodes.title)) and not isinstance(node, nodes.Inline):
            self.mark(node)
        super().dispatch_visit(node)

    def unknown_visit(self, node: nodes.Node) -> None:
        """Warn once a class, and go on with the children."""
        name = type(node).__name__
        if self.first_time("node", name):
            log.warn(
                "pdf_node",
                "the PDF builder does not know the node %r; its content is kept without its form",
                name,
                location=node,
            )
        if isinstance(node, nodes.Element):
            self.body.append(self.anchors(node))

    def unknown_departure(self, node: nodes.Node) -> None:
        """Do nothing: an unknown node has no end of its own."""

    def visit_document(self, node: nodes.document) -> None:
        self.body.append(self.anchor(self.docname, "") + self.anchors(node))

    def depart_document(self, node: nodes.document) -> None:
        pass

    def visit_start_of_file(self, node: addnodes.start_of_file) -> None:
        self.docnames.append(node["docname"])
        self.written.append(node["docname"])
        self.add(self.anchor(self.docname, "") + self.anchors(node))

    def depart_start_of_file(self, node: addnodes.start_of_file) -> None:
        self.docnames.pop()

    def visit_Text(self, node: nodes.Text) -> None:
        self.body.append(text(node.astext()) + ";")

    def depart_Text(self, node: nodes.Text) -> None:
        pass


def wrapped(function: str) -> Any:
    """Return a visitor for inline nodes that are nothing but their content in a Typst function."""

    def visit(self: BaseTranslator, node: nodes.Element) -> None:
        self.write(node, f"{function}({self.inner(node.children)})")

    return visit


def _skip(_self: BaseTranslator, _node: nodes.Node) -> None:
    raise nodes.SkipNode


def _content(self: BaseTranslator, node: nodes.Element) -> None:
    self.write(node, self.inner(node.children))


#: visits a node that is not for print
ignored: Any = _skip

#: writes a node's content with no form of its own
transparent: Any = _content
