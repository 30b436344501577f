"""Sections, paragraphs and blocks set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _, admonitionlabels

from sphinx_briefing.typst.literals import key, text
from sphinx_briefing.typst.writer.base import NOTHING, BaseTranslator, transparent

if TYPE_CHECKING:
    from sphinx import addnodes


class BlockTranslator(BaseTranslator):
    """Visitors of sections and blocks."""

    visit_compound = transparent
    visit_decoration = transparent
    visit_header = transparent
    visit_footer = transparent
    visit_versionmodified = transparent

    #: depth of the section being written, the level of the last heading
    depth = 0
    level = 0

    def visit_section(self, node: nodes.section) -> None:
        self.depth += 1

    def depart_section(self, node: nodes.section) -> None:
        self.depth -= 1

    def visit_title(self, node: nodes.title) -> None:
        """Write a heading, or the title of a block whose visitor does not take it itself."""
        if isinstance(node.parent, nodes.section):
            self.heading(node.parent, node)
        else:
            self.add(f"rubric({self.inner(node.children)});")
        raise nodes.SkipNode

    def heading(self, section: nodes.section, title: nodes.title) -> None:
        """Write a heading; levels never skip one downwards, and a heading without words is none: PDF/UA."""
        if not any(words.strip() for words in title.findall(nodes.Text)):
            self.add(f"{self.anchors(section)}{self.anchors(title)}rubric({self.inner(title.children)});")
            return
        self.level = max(1, min(self.depth, self.level + 1))
        number = text(self._section_number(section))
        body = "{" + number + ";" + self.inner(title.children) + "}"
        self.add(f"heading(level: {self.level}, {body});{self.anchors(section)}{self.anchors(title)}")

    def _section_number(self, section: nodes.section) -> str:
        """Return the number that a numbered toctree gives a section, ready to print; else nothing."""
        numbers = self.builder.env.toc_secnumbers.get(self.docname, {})
        keys = [f"#{one}" for one in section["ids"]]
        if len(self.docnames) > 1 and isinstance(section.parent, nodes.document):
            keys.append("")  # Sphinx inlines a page's sections without telling them of their new parent
        number = next((numbers[one] for one in keys if one in numbers), ())
        return ".".join(map(str, number)) + ". " if number else ""

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        self.write(node, f"subtitle({self.inner(node.children)})")

    def visit_rubric(self, node: nodes.rubric) -> None:
        """Write an informal heading; that of the footnotes falls away, for they stand at the page's foot."""
        if node.astext() not in {"Footnotes", _("Footnotes")}:
            self.write(node, f"rubric({self.inner(node.children)})")
        raise nodes.SkipNode

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        self.write(node, f"par({self.inner(node.children)})")

    def visit_centered(self, node: addnodes.centered) -> None:
        self.write(node, f"centered({self.inner(node.children)})")

    def visit_transition(self, node: nodes.transition) -> None:
        self.write(node, "transition()")

    def visit_line_block(self, node: nodes.line_block) -> None:
        self.write(node, f"par({{{'linebreak();'.join(self._lines(node, 0))}}})")

    def _lines(self, block: nodes.line_block, depth: int) -> list[str]:
        lines: list[str] = []
        for child in block.children:
            if isinstance(child, nodes.line_block):
                lines += self._lines(child, depth + 1)
            elif isinstance(child, nodes.line):
                lines.append(f"h({1.5 * depth}em);{self.inner(child.children)};")
        return lines

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        """Write a quotation; its blocks are arguments, so that the last can be kept with the attribution."""
        attributions = [child for child in node.children if isinstance(child, nodes.attribution)]
        blocks = [child for child in node.children if not isinstance(child, nodes.attribution)]
        credit = self.inner(attributions[0].children) if attributions else "none"
        pieces = ", ".join(self.inner([block]) for block in blocks)
        self.write(node, f"quotation({credit}, {pieces})")

    def visit_container(self, node: nodes.container) -> None:
        if not node.get("literal_block"):
            self.write(node, f"boxed({self.inner(node.children)})")
        captions = [child for child in node.children if isinstance(child, nodes.caption)]
        code = [child for child in node.children if not isinstance(child, nodes.caption)]
        number = text(self.number(node, "code-block"))
        caption = "{" + number + ";" + self.inner(captions[0].children) + "}" if captions else NOTHING
        self.write(node, f"captioned-code({caption}, {self.inner(code)})")

    def number(self, node: nodes.Element, kind: str) -> str:
        """Return the number that `numfig` gives a figure, table or listing, ready to print; else nothing."""
        numbers = self.builder.env.toc_fignumbers.get(self.docname, {}).get(kind, {})
        for one in node["ids"]:
            if one in numbers:
                pattern: str = self.config.numfig_format.get(kind, "%s")
                return pattern % ".".join(map(str, numbers[one])) + ". "
        return ""

    def visit_Admonition(self, node: nodes.Element) -> None:
        """Write an admonition of any class with the title it has, or the one that its kind gives it."""
        title, children = _split_title(node)
        named = admonitionlabels.get(node.tagname)
        heading = self.inner(title.children) if title else text(str(named)) if named else "none"
        self.write(node, f"admonition({key(node.tagname)}, {heading}, {self.inner(children)})")

    def visit_topic(self, node: nodes.Element) -> None:
        title, children = _split_title(node)
        heading = self.inner(title.children) if title else "none"
        self.write(node, f"{node.tagname}({heading}, {self.inner(children)})")

    visit_sidebar = visit_topic

    def visit_system_message(self, node: nodes.system_message) -> None:
        """Write a message that `keep_warnings` has left in the page."""
        place = f"{node.get('source', '')}:{node.get('line', '')}"
        heading = text(f"System message {node['type']}/{node['level']} ({place})")
        self.write(node, f'admonition("error", {heading}, {self.inner(node.children)})')


def _split_title(node: nodes.Element) -> tuple[nodes.title | None, list[nodes.Node]]:
    """Part a block's own title from the rest."""
    if node.children and isinstance(node.children[0], nodes.title):
        return node.children[0], node.children[1:]
    return None, list(node.children)
