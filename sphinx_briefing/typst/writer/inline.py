"""Running text: emphasis, references, targets."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.typst import formulas, log
from sphinx_briefing.typst.literals import key, text, verbatim
from sphinx_briefing.typst.writer.base import BaseTranslator, ignored, label_name, transparent, wrapped


class InlineTranslator(BaseTranslator):
    """Visitors of inline nodes."""

    visit_emphasis = wrapped("emph")
    visit_strong = wrapped("strong")
    visit_subscript = wrapped("sub")
    visit_superscript = wrapped("super")
    visit_title_reference = wrapped("emph")
    visit_literal_emphasis = wrapped("literal-emphasis")
    visit_literal_strong = wrapped("literal-strong")
    visit_manpage = wrapped("literal-emphasis")
    visit_problematic = wrapped("problematic")
    visit_inline = transparent
    visit_generated = transparent
    visit_pending_xref = transparent
    visit_pending_xref_condition = transparent
    visit_substitution_definition = ignored
    visit_meta = ignored
    visit_pending = ignored
    visit_highlightlang = ignored
    visit_tabular_col_spec = ignored
    visit_toctree = ignored

    def visit_abbreviation(self, node: nodes.abbreviation) -> None:
        """Explain an abbreviation where it first stands, as in print."""
        body = self.inner(node.children)
        explanation = node.get("explanation", "")
        in_text = not isinstance(node.parent, addnodes.desc_sig_element)
        if explanation and in_text and self.first_time("abbreviation", node.astext(), explanation):
            body = "{" + body + ";" + text(f" ({explanation})") + "}"
        self.write(node, body)

    visit_acronym: Any = visit_abbreviation

    def visit_literal(self, node: nodes.literal) -> None:
        if any(isinstance(child, nodes.Element) for child in node.children):
            code = f"literal({self.inner(node.children)})"
        else:
            code = f"raw({verbatim(node.astext())})"
        self.write(node, code)

    def visit_reference(self, node: nodes.reference) -> None:
        self.body.append(self.anchors(node) + self.linked(node, self.inner(node.children)) + ";")
        raise nodes.SkipNode

    visit_number_reference = visit_reference

    def linked(self, node: nodes.Element, body: str) -> str:
        """Return an expression as a link to where a reference points, if that is in the PDF or on the web."""
        uri = node.get("refuri", "")
        if "refid" in node:
            return f"internal-link({key(label_name(self.docname, node['refid']))}, {body})"
        if uri.startswith("%"):
            return f"internal-link({key(_internal_label(uri))}, {body})"
        return f"link({key(uri)}, {body})" if uri else body

    def visit_download_reference(self, node: addnodes.download_reference) -> None:
        """Link to what is on the web; a local file is only named, for a printed page cannot hand it out."""
        body = self.inner(node.children)
        self.body.append(f"link({key(node['refuri'])}, {body});" if "refuri" in node else f"{body};")
        raise nodes.SkipNode

    def visit_target(self, node: nodes.target) -> None:
        self.body.append(self.anchors(node))
        if "refid" in node:
            self.body.append(self.anchor(self.docname, node["refid"]))

    def depart_target(self, node: nodes.target) -> None:
        pass

    def visit_comment(self, node: nodes.comment) -> None:
        """Leave out a comment; nodes that only derive from it hide their content from other builders."""
        if type(node) is nodes.comment:
            raise nodes.SkipNode
        transparent(self, node)

    def visit_index(self, node: addnodes.index) -> None:
        """Set the labels that the index refers to, wherever their targets went."""
        entries: list[tuple[str, str, str, str, str | None]] = node.get("entries", [])
        for entry in entries:
            self.body.append(self.anchor(self.docname, entry[2]))
        raise nodes.SkipNode

    def visit_raw(self, node: nodes.raw) -> None:
        """Write raw Typst to a file of its own, so that a fault in it stays in it."""
        if "typst" in node.get("format", "").split():
            origin = f"//@ {key(self.docname)} {node.line or 0}\n"
            self.raws.append(origin + node.astext())
            self.body.append(f"include {key(f'raw-{len(self.raws)}.typ')};")
        raise nodes.SkipNode

    def visit_math(self, node: nodes.math) -> None:
        self.body.append(self.anchors(node) + self.formula(node.astext().strip(), node, display=False) + ";")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block) -> None:
        number = node.get("number")
        shown = "none" if number is None else text(f"({number})")
        self.write(node, f"equation({shown}, {self.formula(node.astext().strip(), node, display=True)})")

    def formula(self, latex: str, node: nodes.Node, *, display: bool) -> str:
        """Return a formula as an expression; its source, with a warning, if it cannot be rendered."""
        if formulas.is_installed():
            try:
                return formulas.render(latex, display=display).expression()
            except formulas.FormulaError as error:
                log.warn("pdf_math", "a formula cannot be rendered: %s", error, location=node)
        elif self.first_time("math"):
            message = "mathematics is printed as its LaTeX source; to render it: pip install ziamath"
            log.warn("pdf_math", message, location=node)
        return f"raw(block: {str(display).lower()}, {verbatim(latex)})"


def _internal_label(uri: str) -> str:
    """Return the label that ``%page#id`` names; Sphinx's resolvers may double the mark."""
    docname, _, node_id = uri[1:].partition("#")
    return label_name(docname, node_id.lstrip("#"))
