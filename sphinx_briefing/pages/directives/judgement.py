"""``briefing:judgement``: what the author judges, set apart from what the articles say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.checks.likelihood import differing
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.likelihoods import page_scale
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choice
from sphinx_briefing.pages.rendering.authored import CONFIDENCE, JUDGEMENT, estimate, in_range, set_apart

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class JudgementDirective(SphinxDirective):
    """Sets its body apart as a judgement of the author, with how likely and how sure it is."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "likelihood": directives.unchanged_required,
        "confidence": choice(*CONFIDENCE),
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """The body under its label, what the options say below it."""
        self.assert_has_content()
        body = self.parse_content_to_nodes(allow_section_headings=False)
        likelihood = " ".join(self.options.get("likelihood", "").split())
        parts: dict[str, list[nodes.Node]] = {}
        if likelihood:
            parts[_("Likelihood")] = self._likelihood(likelihood, " ".join(part.astext() for part in body))
        if "confidence" in self.options:
            parts[_("Confidence")] = [nodes.Text(str(CONFIDENCE[self.options["confidence"]]))]
        body += [estimate(parts)] if parts else []
        label = _("Judgement (the author’s, not the sources’)")
        made = set_apart(label, body, [JUDGEMENT, *self.options.get("class", [])])
        made["likelihood"] = likelihood
        self.set_source_info(made)
        return [made]

    def _likelihood(self, words: str, body: str) -> list[nodes.Node]:
        """The likelihood with its range; a warning if it is not on the scale, or not what the body says."""
        scale = page_scale(self.config)
        if scale is None:
            return in_range(words, None)
        term = scale.term(words)
        if term is None:
            self._warn(scale.unknown(words))
        elif other := differing(scale, term, body):
            message = f"the body says “{other.words}”, :likelihood: says “{words}”; let both say the same"
            self._warn(message)
        return in_range(words, term)

    def _warn(self, message: str) -> None:
        warn(Problem(subtype="likelihood", message=message), self.get_location())
