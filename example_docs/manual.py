"""Directives that keep the manual true: markup is shown beside its result, tables come from the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.problems import SUBTYPES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Shown(SphinxDirective):
    """Show the content as markup, then what it makes."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        markup = "\n".join(self.content)
        return [nodes.literal_block(markup, markup, language="rst"), *self.parse_content_to_nodes()]


class Subtypes(SphinxDirective):
    """List the warning subtypes."""

    def run(self) -> list[nodes.Node]:
        rows = "".join(f"``briefing.{subtype}``\n   {meaning}\n\n" for subtype, meaning in SUBTYPES.items())
        return self.parse_text_to_nodes(rows)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("shown", Shown)
    app.add_directive("subtypes", Subtypes)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
