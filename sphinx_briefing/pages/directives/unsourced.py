"""``briefing:unsourced``: the author's own words, which rest on no article and are not held against one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class UnsourcedDirective(SphinxDirective):
    """Sets its body apart as the author's own."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"class": directives.class_option}

    def run(self) -> list[nodes.Node]:
        """The body in a container."""
        self.assert_has_content()
        classes = ["briefing-unsourced", *self.options.get("class", [])]
        return [
            nodes.container("", *self.parse_content_to_nodes(allow_section_headings=False), classes=classes)
        ]
