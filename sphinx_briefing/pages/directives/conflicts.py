"""``briefing:conflicts``: the figures of one subject on which articles disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.checks import ConflictQuery
from sphinx_briefing.models import Figure
from sphinx_briefing.pages.asking import default_articles, page_of
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.directives.base import captioned
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.export.downloads import values_of
from sphinx_briefing.pages.export.tables import excerpt_rows
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import names, words
from sphinx_briefing.pages.rendering.figures import render_figures
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_briefing.corpus import Hit


class ConflictsDirective(SphinxDirective):
    """Sets both sides of each conflict in a table, one subject after the other; says so where there is none."""

    has_content = False
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "about": words,
        "caption": directives.unchanged_required,
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """Ask the corpus, warn of what is wrong with the question, render what came back."""
        given = names(self.arguments[0]) if self.arguments else default_articles(self.state.document)
        query = ConflictQuery(
            articles=given,
            about=self.options.get("about", ()),
            tolerance=briefing_config(self.config).conflict_tolerance,
        )
        found = briefing_domain(self.env).ask(self.env.docname, query, self.get_location())
        for problem in found.problems:
            warn(problem, self.get_location())
        hits = [hit for conflict in found.conflicts for hit in conflict.hits]
        made = self._table(hits) if hits else _none()
        made["classes"] += ["briefing-conflicts", *self.options.get("class", [])]
        for part in made.findall(nodes.Element):
            if isinstance(part, (nodes.paragraph, nodes.table)):
                self.set_source_info(part)
        values = values_of(self.env, excerpt_rows(hits), self.options.get("caption", "conflicts"))
        return [*captioned(self, [made]), *([values] if hits else [])]

    def _table(self, hits: Sequence[Hit]) -> nodes.Element:
        dated = any(isinstance(hit.excerpt, Figure) and hit.excerpt.as_of for hit in hits)
        columns = ("subject", "figure", "said-by", *(("as-of",) if dated else ()), "source")
        (table,) = render_figures(page_of(self.env, self.state.document), hits, "table", columns)
        return table


def _none() -> nodes.paragraph:
    return verbatim(nodes.paragraph("", _("No figures were found on which these articles disagree.")))
