"""``briefing:people``: who is who in the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, get_args

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.corpus import PeopleQuery
from sphinx_briefing.models import PersonKind, Problem
from sphinx_briefing.pages.asking import default_articles, page_of
from sphinx_briefing.pages.directives.base import captioned
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.export.downloads import values_of
from sphinx_briefing.pages.export.tables import people_rows
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice, choices, names, positive, words
from sphinx_briefing.pages.rendering.people import LAYOUTS, render_people

if TYPE_CHECKING:
    from collections.abc import Callable


class PeopleDirective(SphinxDirective):
    """Lists people and bodies with their roles and what they are quoted with, the most salient first."""

    has_content = False
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "about": words,
        "kind": choices(get_args(PersonKind)),
        "show": choice("speakers", "all"),
        "limit": positive,
        "order": choice("salience", "text", "name"),
        "layout": choice(*LAYOUTS),
        "caption": directives.unchanged_required,
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """Ask the corpus, warn of what is wrong with the question, render who came back."""
        selection = briefing_domain(self.env).ask(self.env.docname, self._query(), self.get_location())
        for problem in selection.problems:
            warn(problem, self.get_location())
        if not selection.profiles:
            if not selection.problems:
                message = "nobody matches; widen :about: or :kind:, or give :show: all"
                warn(Problem(subtype="no_match", message=message), self.get_location())
            return []
        page = page_of(self.env, self.state.document)
        made = render_people(page, selection.profiles, self.options.get("layout", LAYOUTS[0]))
        made["classes"] += ["briefing-people", *self.options.get("class", [])]
        for part in made.findall(nodes.Element):
            if isinstance(part, (nodes.paragraph, nodes.table, nodes.bullet_list)):
                self.set_source_info(part)
        out = captioned(self, [made])
        if isinstance(made, nodes.table):
            name = self.options.get("caption", "people")
            out.append(values_of(self.env, people_rows(selection.profiles), name))
        return out

    def _query(self) -> PeopleQuery:
        """The query that the argument and the options make."""
        options = self.options
        return PeopleQuery(
            articles=names(self.arguments[0]) if self.arguments else default_articles(self.state.document),
            about=options.get("about", ()),
            kinds=options.get("kind", ()),
            speaking=options.get("show", "speakers") == "speakers",
            order=options.get("order", "salience"),
            limit=options.get("limit"),
        )
