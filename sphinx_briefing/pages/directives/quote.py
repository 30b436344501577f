"""``briefing:quote``: one quotation, written by hand and proved, or the most telling one of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.checks import Claim
from sphinx_briefing.corpus import Query
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.asking import default_articles, page_of
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice, names, words
from sphinx_briefing.pages.rendering.claims import render_block
from sphinx_briefing.pages.rendering.quotes import CONTEXTS, render_quotes

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar

    from docutils import nodes


class QuoteDirective(SphinxDirective):
    """The words in the body are held against the articles; without a body, a quotation is chosen."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "speaker": directives.unchanged_required,
        "about": words,
        "include": directives.unchanged_required,
        "context": choice(*CONTEXTS),
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """The quotation as a block quote with its attribution."""
        made = self._proved() if self.content else self._chosen()
        for node in made:
            node["classes"] += self.options.get("class", [])
            self.set_source_info(node)
        return [*made]

    def _articles(self) -> tuple[str, ...]:
        return names(self.arguments[0]) if self.arguments else default_articles(self.state.document)

    def _proved(self) -> list[nodes.Element]:
        claim = Claim(
            kind="quote",
            words=_plain(" ".join(self.content)),
            articles=self._articles(),
            speaker=self.options.get("speaker", ""),
        )
        proof = briefing_domain(self.env).ask(self.env.docname, claim, self.get_location())
        for problem in proof.problems:
            warn(problem, self.get_location())
        return [render_block(page_of(self.env, self.state.document), claim, proof, self._context())]

    def _chosen(self) -> list[nodes.Element]:
        include = names(self.options.get("include"))
        query = Query(
            wanted="quotes",
            articles=self._articles(),
            about=self.options.get("about", ()),
            speaker=words(self.options.get("speaker")),
            kinds=("direct", "mixed"),
            include=include,
            limit=len(include) or 1,
        )
        selection = briefing_domain(self.env).ask(self.env.docname, query, self.get_location())
        for problem in selection.problems:
            warn(problem, self.get_location())
        if not selection.hits:
            if not selection.problems:
                message = "no quotation matches; give its words in the body, or widen :speaker: or :about:"
                warn(Problem(subtype="no_match", message=message), self.get_location())
            return []
        page = page_of(self.env, self.state.document)
        return render_quotes(page, selection.hits, "blocks", self._context())

    def _context(self) -> str:
        return str(self.options.get("context", CONTEXTS[0]))


def _plain(text: str) -> str:
    """The words of the body without the quotation marks round all of them."""
    text = text.strip()
    pairs = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "'": "'"}
    if len(text) > 1 and pairs.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
        return text[1:-1].strip()
    return text
