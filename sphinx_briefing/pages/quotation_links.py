"""What somebody is quoted with: links to the quotations that the page shows, put in place when it is read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.nodes import quotation_links

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How many quotations stand for somebody whom the page does not quote elsewhere.
_SAMPLES: Final = 2


class LinkQuotations(SphinxTransform):
    """Puts links, or else samples with their references, in place of the placeholders."""

    default_priority = 395  # before CiteSources (400), which numbers the references that are left

    def apply(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        shown = briefing_domain(self.env).shown.get(self.env.docname, {})
        for host in list(self.document.findall(quotation_links)):
            candidates = [node for node in host.children if isinstance(node, nodes.inline)]
            here = [node for node in candidates if node["quotation"] in shown]
            links: list[nodes.Node] = [_link(node, shown[node["quotation"]].anchor) for node in here]
            host.replace_self(_listed(links or _samples(candidates)))


def _link(candidate: nodes.inline, anchor: str) -> nodes.reference:
    """A link to a quotation of the page, by its first words."""
    return nodes.reference("", "", candidate[0], internal=True, refid=anchor)


def _samples(candidates: Sequence[nodes.inline]) -> list[nodes.Node]:
    """The most salient candidates, in their order."""
    best = sorted(candidates, key=lambda node: -float(node["salience"]))[:_SAMPLES]
    return [nodes.inline("", "", *node.children) for node in candidates if node in best]


def _listed(links: Sequence[nodes.Node]) -> list[nodes.Node]:
    """The links with commas between them."""
    out: list[nodes.Node] = []
    for link in links:
        out += [nodes.Text(", "), link] if out else [link]
    return out
