"""The bottom line of a page: its first block, short, and the only one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_briefing.models import Problem
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.rendering.authored import BLUF

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W_](?:[\w.,'’/-]*\w)?")
#: What may stand before the first block: it is the page's head, or prints nothing.
_HEAD: Final = (
    nodes.Invisible,
    nodes.Titular,
    nodes.field_list,
    nodes.docinfo,
    nodes.decoration,
    nodes.meta,
    nodes.system_message,
    addnodes.highlightlang,
    addnodes.index,
)


class CheckStructure(SphinxTransform):
    """Warns of a bottom line that is not one."""

    default_priority = 390  # substitutions have their words, references have no number yet

    def apply(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        found = [node for node in self.document.findall(nodes.admonition) if BLUF in node["classes"]]
        for node in found[1:]:
            self._tell("the page has a bottom line already; join the two, or make this one prose", node)
        for node in found[:1]:
            if next(_blocks(self.document), None) is not node:
                message = "the bottom line comes first; move briefing:bluf up, right below the page's title"
                self._tell(message, node)
            most = briefing_config(self.config).bluf_words
            words = sum(len(_WORD.findall(part.astext())) for part in node.children[1:])
            if words > most:
                self._tell(f"the bottom line has {words} words; cut it to {most} (briefing_bluf_words)", node)

    def _tell(self, message: str, node: nodes.Element) -> None:
        warn(Problem(subtype="structure", message=message), node)


def _blocks(node: nodes.Element) -> Iterator[nodes.Element]:
    """The blocks of a page from its first one on, sections opened."""
    for child in node.children:
        if isinstance(child, (nodes.section, addnodes.only)):
            yield from _blocks(child)
        elif isinstance(child, nodes.Element) and not isinstance(child, _HEAD) and not _is_hidden(child):
            yield child


def _is_hidden(node: nodes.Element) -> bool:
    """Whether *node* is a table of contents that is not printed."""
    trees = list(node.findall(addnodes.toctree))
    return bool(trees) and all(tree.get("hidden") for tree in trees)
