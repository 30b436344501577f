"""``briefing:bluf``: the bottom line up front, in the author's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.authored import BLUF, set_apart

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from docutils import nodes


class BlufDirective(SphinxDirective):
    """Sets the bottom line apart; :mod:`~sphinx_briefing.pages.structure` checks where it stands and its length."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"class": directives.class_option}

    def run(self) -> list[nodes.Node]:
        """The body under its label."""
        self.assert_has_content()
        body = self.parse_content_to_nodes(allow_section_headings=False)
        made = set_apart(_("Bottom line"), body, [BLUF, *self.options.get("class", [])])
        self.set_source_info(made)
        return [made]
