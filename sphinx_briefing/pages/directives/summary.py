"""``briefing:summary``: what the articles come to, in their words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.corpus import SummaryQuery
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.asking import default_articles, page_of
from sphinx_briefing.pages.directives.base import SELECTING, captioned
from sphinx_briefing.pages.directives.facts import FORMS, proved
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice, names, positive
from sphinx_briefing.pages.rendering.summary import LAYOUTS, render_summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.corpus import Summary
    from sphinx_briefing.models import FactForm


class SummaryDirective(SphinxDirective):
    """Prints the best facts of the articles, so many as there is room for, each once."""

    has_content = False
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        **{name: SELECTING[name] for name in ("about", "include", "exclude", "caption", "class")},
        "dated": directives.flag,
        "with-figures": directives.flag,
        "form": choice(*FORMS),
        "sentences": positive,
        "words": positive,
        "order": choice("text", "salience"),
        "layout": choice(*LAYOUTS),
    }

    def run(self) -> list[nodes.Node]:
        """Ask the corpus, warn of what is wrong with the question, render what came back."""
        summary = briefing_domain(self.env).ask(self.env.docname, self._query(), self.get_location())
        for problem in (*summary.problems, *self._nothing(summary)):
            warn(problem, self.get_location())
        if not summary.points:
            return []
        page = page_of(self.env, self.state.document)
        points = [replace(point, hit=proved(self, point.hit)) for point in summary.points]
        made = render_summary(page, points, self.options.get("layout", LAYOUTS[0]), self._form())
        made["classes"] += ["briefing-summary", *self.options.get("class", [])]
        for part in (made, *made.findall(nodes.paragraph)):
            self.set_source_info(part)
        return captioned(self, [made])

    def _query(self) -> SummaryQuery:
        """The query that the argument and the options make."""
        options = self.options
        return SummaryQuery(
            articles=names(self.arguments[0]) if self.arguments else default_articles(self.state.document),
            about=options.get("about", ()),
            include=options.get("include", ()),
            exclude=options.get("exclude", ()),
            dated="dated" in options,
            with_figures="with-figures" in options,
            form=self._form(),
            sentences=options.get("sentences"),
            words=options.get("words"),
            order=options.get("order", "text"),
        )

    def _form(self) -> FactForm:
        return cast("FactForm", self.options.get("form", FORMS[0]))

    def _nothing(self, summary: Summary) -> list[Problem]:
        """That there is no summary, and why, where that is not told already."""
        if summary.points or summary.problems:
            return []
        message = "no fact matches; widen :about:, or name articles that have facts"
        if summary.found:
            message = "every fact is longer than the summary may be; raise :words: or :sentences:"
        return [Problem(subtype="no_match", message=message)]
