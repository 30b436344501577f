"""The text of articles on their own pages, put in place when a page is written: by then all pages have been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_briefing.checks import Claim
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.nodes import article_uses
from sphinx_briefing.pages.rendering.article import Placed, render_uses
from sphinx_briefing.pages.rendering.words import cited_passages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_briefing.models import Span
    from sphinx_briefing.pages.domain import BriefingDomain
    from sphinx_briefing.pages.uses import Origin

#: Builders know no deeper heading outside of sections.
_DEEPEST: Final = 4


class ShowUses(SphinxPostTransform):
    """Puts the text of an article, and the list of pages that use it, in place of the placeholder."""

    default_priority = 5  # before references are resolved (10), of which it makes some

    def run(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        domain = briefing_domain(self.env)
        titles = {docname: title.astext() for docname, title in self.env.titles.items()}
        for host in list(self.document.findall(article_uses)):
            article = domain.corpus.articles[host["article"]]
            placed = [
                Placed(d, use, passages_of(domain, use.origin)) for d, use in domain.uses_of(article.id)
            ]
            host.replace_self(
                render_uses(
                    host["docname"], article, placed, show=host["show"], titles=titles, level=_level(host)
                )
            )


def _level(node: nodes.Element) -> int:
    """The level of a heading at *node*, one below the section that holds it."""
    above = 0
    parent = node.parent
    while parent is not None:
        above += isinstance(parent, nodes.section)
        parent = parent.parent
    return min(max(above, 1) + 1, _DEEPEST)


def passages_of(domain: BriefingDomain, origin: Origin) -> Mapping[Span, Sequence[Span]]:
    """The passages that what an item shows rests on, as the articles stand, and what is shown of each."""
    if isinstance(origin, Claim):
        proof = domain.answer(origin)
        return {proof.passage: proof.spans}
    excerpts = domain.corpus.excerpts(origin.article)
    return next(
        cited_passages(hit.excerpt)
        for hit in excerpts
        if hit.excerpt.id == origin.excerpt and hit.excerpt.type == origin.kind
    )
