"""``briefing:timeline``: what happened when, and what is to happen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from docutils.parsers.rst import directives

from sphinx_briefing.corpus.timeline import moments
from sphinx_briefing.models import Modality, Problem
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.drawings import drawing
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choices, day, words
from sphinx_briefing.pages.rendering.svg.moments import draw_moments
from sphinx_briefing.pages.rendering.timeline import marks_of, render_timeline, scale_words
from sphinx_briefing.pages.rendering.words import page_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit, Query
    from sphinx_briefing.corpus.timeline import Moment
    from sphinx_briefing.pages.rendering.items import Page


class TimelineDirective(BriefingDirective):
    """Lists the events of the articles by time, what several of them tell once."""

    wanted = "events"
    option_spec = {  # noqa: RUF012
        **{name: taken for name, taken in SELECTING.items() if name != "order"},
        "speaker": words,
        "kind": choices(get_args(Modality)),
        "from": day,
        "to": day,
        "chart": directives.flag,
    }

    def query(self) -> Query:
        """The query that the argument and the options make."""
        options = self.options
        return replace(super().query(), since=options.get("from", ""), until=options.get("to", ""))

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The events as a list."""
        found = moments(hits)
        listed = render_timeline(page, found, self.config.language)
        return [*self._chart(page, found), listed] if "chart" in self.options else [listed]

    def _chart(self, page: Page, found: Sequence[Moment]) -> list[nodes.Element]:
        """The events whose year is known as a drawing; what it shows stands in the list, too."""
        language = self.config.language
        marks = marks_of(page, found, language)
        if not marks:
            message = (
                "there is nothing to draw, no event has a date with its year; give the articles their date"
            )
            warn(Problem(subtype="chart", message=message), self.get_location())
            return []
        title = self.options.get("caption") or _("Timeline")
        name = page_anchor(page.docname, "timeline", str(self.env.new_serialno("briefing-timeline")))
        svg = draw_moments(marks, ends=scale_words(marks, language), title=title, name=name)
        alt = "; ".join(f"{mark.label}: {mark.note}" for mark in marks)
        return [drawing("", svg=svg, alt=f"{title}: {alt}", classes=["briefing-drawing"])]
