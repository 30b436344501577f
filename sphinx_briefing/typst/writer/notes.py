"""Footnotes and citations."""

from __future__ import annotations

from functools import cached_property

from docutils import nodes

from sphinx_briefing.typst.literals import array, key, text
from sphinx_briefing.typst.writer.base import BaseTranslator, label_name


class NoteTranslator(BaseTranslator):
    """Visitors of footnotes, which stand at the foot of the page that refers to them, and of citations."""

    @cached_property
    def _footnotes(self) -> dict[tuple[str, str], nodes.footnote]:
        """All footnotes of the document, by page and id."""
        return {
            (node.get("docname", self.document["docname"]), one): node
            for node in self.document.findall(nodes.footnote)
            for one in node["ids"]
        }

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        address = (node.get("docname", self.docname), node.get("refid", ""))
        footnote = self._footnotes.get(address)
        label = label_name(address[0], f"footnote-{address[1]}")
        if footnote is None:  # it stands where only another builder looks
            self.body.append(f"super({text(node.astext())});")
        elif self.first_time("footnote", label):
            printed = "none" if footnote.get("auto") == 1 else text(footnote[0].astext())
            body = self.tight(footnote.children[1:])
            function = "heading-note" if isinstance(node.parent, nodes.title) else "note"
            self.body.append(f"{function}({key(label)}, {printed}, {body});")
        else:
            self.body.append(f"note-again({key(label)});")
        raise nodes.SkipNode

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Print a footnote here only if nothing refers to it; else it stands at a page's foot."""
        if not node.get("backrefs"):
            self._entry(node)
        raise nodes.SkipNode

    def visit_citation(self, node: nodes.citation) -> None:
        self._entry(node)
        raise nodes.SkipNode

    def _entry(self, node: nodes.Element) -> None:
        anchors = array(self.anchors(node).rstrip(";").split(";")) if node["ids"] else "()"
        self.add(f"source-entry({anchors}, {text(node[0].astext())}, {self.tight(node.children[1:])});")
