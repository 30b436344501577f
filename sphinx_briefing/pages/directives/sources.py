"""``briefing:sources``: the articles that the page rests on, with the cited passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.corpus import ArticleQuery
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.nodes import sources_list
from sphinx_briefing.pages.options import choice, names

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar

    from docutils import nodes


class SourcesDirective(SphinxDirective):
    """Leaves a placeholder; the list is made when all of the page's citations are known."""

    has_content = False
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "layout": choice("passages", "articles"),
        "caption": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """The placeholder, for the articles given or for those that the page cites."""
        articles = names(self.arguments[0]) if self.arguments else None
        if articles is not None:
            listed = briefing_domain(self.env).ask(
                self.env.docname, ArticleQuery(articles=articles), self.get_location()
            )
            for problem in listed.problems:
                warn(problem, self.get_location())
            if not listed.articles:
                return []
        passages = self.options.get("layout", "passages") == "passages"
        node = sources_list("", articles=articles, passages=passages, caption=self.options.get("caption", ""))
        self.set_source_info(node)
        return [node]
