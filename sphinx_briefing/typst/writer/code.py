"""Literal blocks, object descriptions and grammars: what is set in a fixed-width font."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.typst.highlight import TypstBridge
from sphinx_briefing.typst.literals import verbatim
from sphinx_briefing.typst.writer.base import BaseTranslator, transparent, wrapped


class CodeTranslator(BaseTranslator):
    """Visitors of code and signatures."""

    visit_production = transparent
    visit_desc_content = transparent
    visit_desc_signature_line = transparent
    visit_desc_inline = transparent
    visit_desc_addname = transparent
    visit_desc_type = transparent
    visit_desc_annotation = transparent
    visit_desc_parameter = transparent
    visit_desc_type_parameter = transparent
    visit_desc_name = wrapped("strong")

    _verbatim_depth = 0

    @cached_property
    def highlighter(self) -> TypstBridge:
        """The bridge to Pygments, in the project's style."""
        return TypstBridge("html", self.config.pygments_style or "sphinx")

    def visit_Text(self, node: nodes.Text) -> None:
        if not self._verbatim_depth:
            super().visit_Text(node)
            return
        self.body.append("linebreak();".join(f"{verbatim(line)};" for line in node.astext().split("\n")))

    def verbatim_inner(self, children: list[nodes.Node]) -> str:
        """Return nodes as one expression that keeps their line ends."""
        self._verbatim_depth += 1
        inner = self.inner(children)
        self._verbatim_depth -= 1
        return inner

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        if node.rawsource != node.astext():
            self.write(node, f"literal-block({self.verbatim_inner(node.children)})")
        language = node.get("language", "default")
        options: dict[str, Any] = {**node.get("highlight_args", {}), "force": node.get("force", False)}
        code = self.highlighter.highlight_block(
            node.rawsource,
            language,
            opts=self.config.highlight_options.get(language, {}),
            linenos=node.get("linenos", False),
            location=node,
            **options,
        )
        self.write(node, code)

    def visit_doctest_block(self, node: nodes.doctest_block) -> None:
        self.visit_literal_block(node)  # type: ignore[arg-type]

    def visit_productionlist(self, node: addnodes.productionlist) -> None:
        self.write(node, f"literal-block({self.verbatim_inner(node.children)})")

    def visit_desc(self, node: addnodes.desc) -> None:
        signatures = [child for child in node.children if isinstance(child, addnodes.desc_signature)]
        content = [child for child in node.children if not isinstance(child, addnodes.desc_signature)]
        lines = ", ".join("{" + self.anchors(one) + self._signature(one) + "}" for one in signatures)
        self.write(node, f"description(({lines}, ), {self.inner(content)})")

    def _signature(self, node: addnodes.desc_signature) -> str:
        if node.get("is_multiline"):
            return "linebreak();".join(self.inner([line]) + ";" for line in node.children)
        return self.inner(node.children)

    def visit_desc_returns(self, node: addnodes.desc_returns) -> None:
        self.write(node, f'{{" → ";{self.inner(node.children)}}}')

    def visit_desc_parameterlist(self, node: nodes.Element) -> None:
        self._parameters(node, "(", ")")

    def visit_desc_type_parameter_list(self, node: nodes.Element) -> None:
        self._parameters(node, "[", "]")

    def visit_desc_optional(self, node: addnodes.desc_optional) -> None:
        """Write an optional parameter: the separator stands inside the brackets unless it comes first."""
        first = node.parent.children[0] is node
        self.body.append('"[";' if first else '"[, ";')
        self._joined(node)
        self.body.append('"]";')
        raise nodes.SkipNode

    def _parameters(self, node: nodes.Element, opening: str, closing: str) -> None:
        """Write parameters in brackets, each on a line of its own if the signature asks for that."""
        self.body.append(f"{verbatim(opening)};")
        if node.get("multi_line_parameter_list"):
            for child in node.children:
                self.body.append(f"linebreak();h(2em);{self.inner([child])};")
                if not isinstance(child, addnodes.desc_optional):
                    self.body.append('",";')
            self.body.append("linebreak();")
        else:
            self._joined(node)
        self.body.append(f"{verbatim(closing)};")
        raise nodes.SkipNode

    def _joined(self, node: nodes.Element) -> None:
        for position, child in enumerate(node.children):
            if position and not isinstance(child, addnodes.desc_optional):
                self.body.append('", ";')
            child.walkabout(self)
