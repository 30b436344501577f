"""The base of the directives: options become a query, the selection becomes nodes."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, final

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.corpus import Query
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.asking import default_articles, page_of
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.export.downloads import values_of
from sphinx_briefing.pages.export.tables import excerpt_rows
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice, names, positive, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.corpus.query import Order, Wanted
    from sphinx_briefing.pages.rendering.items import Page

#: The options of each directive that selects excerpts.
SELECTING: dict[str, Callable[[str], Any]] = {
    "about": words,
    "limit": positive,
    "order": choice("text", "salience", "value"),
    "include": names,
    "exclude": names,
    "caption": directives.unchanged_required,
    "class": directives.class_option,
}


class BriefingDirective(SphinxDirective):
    """Pulls excerpts of one kind onto the page.

    A subclass says what is wanted, which options it takes besides, and how a selection is rendered.
    """

    has_content = False
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = SELECTING
    wanted: ClassVar[Wanted]
    order: ClassVar[Order] = "text"
    default_kinds: ClassVar[tuple[str, ...]] = ()

    @final
    def run(self) -> list[nodes.Node]:
        """Ask the corpus, warn of what is wrong with the question, render what came back."""
        selection = briefing_domain(self.env).ask(self.env.docname, self.query(), self.get_location())
        for problem in selection.problems:
            warn(problem, self.get_location())
        if not selection.hits:
            if not selection.problems:
                warn(Problem(subtype="no_match", message=self._nothing()), self.get_location())
            return []
        hits = self.listed(selection.hits)
        if not hits:
            return []
        made = self.render(page_of(self.env, self.state.document), hits)
        for node in made:
            node["classes"] = [f"briefing-{self.wanted}", *node["classes"], *self.options.get("class", [])]
            node["classes"] = list(dict.fromkeys(node["classes"]))
            for part in node.findall(nodes.Element):
                if isinstance(part, (nodes.paragraph, nodes.table, nodes.block_quote, nodes.bullet_list)):
                    self.set_source_info(part)
        out = captioned(self, made)
        if any(isinstance(node, nodes.table) for node in made):
            name = self.options.get("caption", self.wanted)
            out.append(values_of(self.env, excerpt_rows(hits), name))
        return out

    def query(self) -> Query:
        """The query that the argument and the options make."""
        given = names(self.arguments[0]) if self.arguments else default_articles(self.state.document)
        options = self.options
        return Query(
            wanted=self.wanted,
            articles=given,
            about=options.get("about", ()),
            speaker=options.get("speaker", ()),
            kinds=options.get("kind", self.default_kinds),
            include=options.get("include", ()),
            exclude=options.get("exclude", ()),
            order=options.get("order", self.order),
            limit=options.get("limit"),
        )

    def listed(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """What is shown of a selection; a subclass that shows anything else, has warned if that is nothing."""
        return hits

    @abstractmethod
    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The nodes of a selection that is not empty."""

    def _nothing(self) -> str:
        """That the query selects nothing, with the options that narrow it."""
        if not briefing_domain(self.env).corpus.articles:
            return f"there are no articles; put them where briefing_articles ({self._patterns()}) finds them"
        narrowed = [
            f":{name}: {self._as_written(name)}"
            for name in ("about", "speaker", "kind", "from", "to")
            if name in self.options
        ]
        label = {
            "figures": _("figure"),
            "quotes": _("quotation"),
            "facts": _("fact"),
            "changes": _("change"),
            "events": _("event"),
            "gaps": _("gap"),
        }[self.wanted]
        return f"no {label} matches" + (f" {', '.join(narrowed)}" if narrowed else "; the articles have none")

    def _patterns(self) -> str:
        return ", ".join(briefing_config(self.config).articles)

    def _as_written(self, name: str) -> str:
        """The value of an option as the author would write it."""
        value = self.options[name]
        return ", ".join(value) if isinstance(value, tuple) else str(value)


def captioned(directive: SphinxDirective, made: list[nodes.Element]) -> list[nodes.Node]:
    """The nodes under the caption of their directive: a table's own, else a line before them."""
    caption = directive.options.get("caption")
    if not caption:
        return [*made]
    inline, messages = directive.parse_inline(caption)
    if len(made) == 1 and isinstance(made[0], nodes.table):
        made[0].insert(0, nodes.title(caption, "", *inline))
        return [*made, *messages]
    return [nodes.rubric(caption, "", *inline, classes=["briefing-caption"]), *messages, *made]
