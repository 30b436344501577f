"""``briefing:article``: the page of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.corpus import StatusQuery, WholeArticle
from sphinx_briefing.pages.canonical import Appearance
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.nodes import article_uses
from sphinx_briefing.pages.options import choice
from sphinx_briefing.pages.rendering.article import SHOWS, article_page_anchor
from sphinx_briefing.pages.rendering.metadata import render_metadata
from sphinx_briefing.pages.rendering.status import render_status
from sphinx_briefing.pages.rendering.words import target

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar


class ArticleDirective(SphinxDirective):
    """Shows what is known of an article, and leaves a placeholder for what the pages use of it."""

    has_content = False
    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "show": choice(*SHOWS),
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """The article's fields and the placeholder, in a container."""
        domain, docname = briefing_domain(self.env), self.env.docname
        answer = domain.ask(docname, WholeArticle(article=self.arguments[0]), self.get_location())
        for problem in answer.problems:
            warn(problem, self.get_location())
        if answer.article is None:
            return []
        article = answer.article
        anchor = article_page_anchor(docname, article)
        domain.show(docname, article.id, Appearance(anchor, "article", article.title, own=True))
        page = nodes.container(classes=["briefing-article", *self.options.get("class", [])])
        page += render_metadata(article, target(self.state.document, anchor))
        page += render_status(domain.ask(docname, StatusQuery(article=article.id)))
        page += article_uses("", article=article.id, show=self.options.get("show", SHOWS[0]), docname=docname)
        self.set_source_info(page)
        return [page]
