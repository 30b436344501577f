"""The roles: ``:briefing:quote:`words <article>``` prints words of an article and proves them.

The words are the address. Where they don't suffice, ``<article/id>`` names the excerpt, and
``:briefing:quote:`article/id``` alone prints it. ``source`` and ``ref`` refer to what a page shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import unescape
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import split_explicit_title

from sphinx_briefing.checks.claims import claim_of
from sphinx_briefing.corpus import ArticleQuery
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.asking import default_articles, page_of
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.likelihoods import page_scale
from sphinx_briefing.pages.lines import place_of
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.rendering.authored import LIKELIHOOD, in_range
from sphinx_briefing.pages.rendering.claims import render_inline

if TYPE_CHECKING:
    from docutils.nodes import system_message

    from sphinx_briefing.checks.claims import ClaimKind


class ClaimRole(SphinxRole):
    """Prints words of an article in a line, proved, with the reference to their passage."""

    def __init__(self, kind: ClaimKind) -> None:
        """A role for quotations, figures or facts."""
        super().__init__()
        self.kind = kind

    def run(self) -> tuple[list[nodes.Node], list[system_message]]:
        """The words and their reference; a warning for each verdict against them."""
        document = self.inliner.document
        domain = briefing_domain(self.env)
        claim = claim_of(self.kind, unescape(self.text), default_articles(document), domain.corpus.articles)
        place = place_of(self)
        proof = domain.ask(self.env.docname, claim, place)
        for problem in proof.problems:
            warn(problem, place)
        made = render_inline(page_of(self.env, document), claim, proof)
        for node in made:
            if isinstance(node, nodes.inline):
                node.rawsource = self.rawtext  # tells how many lines of the page it takes
        return made, []


class UnsourcedRole(SphinxRole):
    """Declares words or a number as the author's own: they rest on no article and are not held against one."""

    def run(self) -> tuple[list[nodes.Node], list[system_message]]:
        """The words."""
        return [nodes.inline(self.rawtext, unescape(self.text), classes=["briefing-unsourced"])], []


class LikelihoodRole(SphinxRole):
    """A word of likelihood in running text, with its range."""

    def run(self) -> tuple[list[nodes.Node], list[system_message]]:
        """The word and its range; a warning if it is not on the scale."""
        words = unescape(self.text)
        scale = page_scale(self.config)
        term = scale.term(words) if scale else None
        if scale and term is None:
            warn(Problem(subtype="likelihood", message=scale.unknown(words)), place_of(self))
        return [nodes.inline(self.rawtext, "", *in_range(words, term), classes=[LIKELIHOOD])], []


class SourceRole(XRefRole):
    """Refers to an article's entry in a list of sources; the label is the article's title."""

    def run(self) -> tuple[list[nodes.Node], list[system_message]]:
        """The reference; an article that does not exist is told at once."""
        place = place_of(self)
        wanted = ArticleQuery(articles=(self._article(),))
        listed = briefing_domain(self.env).ask(self.env.docname, wanted, place)
        for problem in listed.problems:
            warn(problem, place)
        if listed.problems:
            text = self._label()
            return [nodes.inline(text, text, classes=["briefing-unproved"])], []
        return super().run()

    def _article(self) -> str:
        return split_explicit_title(unescape(self.text))[2]

    def _label(self) -> str:
        return split_explicit_title(unescape(self.text))[1]

    def result_nodes(
        self, document: nodes.document, env: object, node: nodes.Element, is_ref: bool
    ) -> tuple[list[nodes.Node], list[system_message]]:
        """The article's title as the label, unless the author gave one; plain words where no page lists it."""
        del document, env, is_ref
        article = briefing_domain(self.env).corpus.articles[node["reftarget"]]
        if not node["refexplicit"]:
            node.clear()
            node += nodes.inline(article.title, article.title, classes=["briefing-title"])
            node["refexplicit"] = True
        node["optional"] = True
        return [node], []


ROLES = {
    "fact": ClaimRole("fact"),
    "figure": ClaimRole("figure"),
    "likelihood": LikelihoodRole(),
    "quote": ClaimRole("quote"),
    "source": SourceRole(innernodeclass=nodes.inline),
    "person": XRefRole(warn_dangling=True),
    "unsourced": UnsourcedRole(),
    "ref": XRefRole(innernodeclass=nodes.inline, warn_dangling=True),
}
