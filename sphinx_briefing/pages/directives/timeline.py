"""``briefing:timeline``: what happened when, and what is to happen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from docutils.parsers.rst import directives

from sphinx_briefing.corpus.timeline import moments
from sphinx_briefing.models import Modality, Problem
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.drawings import drawing
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.options import choices, day, words
from sphinx_briefing.pages.rendering.svg.moments import draw_moments, told
from sphinx_briefing.pages.rendering.timeline import marks_of, render_timeline, scale_of
from sphinx_briefing.pages.rendering.words import page_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit, Query
    from sphinx_briefing.corpus.timeline import Moment
    from sphinx_briefing.pages.rendering.items import Page
    from sphinx_briefing.pages.rendering.svg.moments import Mark, Scale

#: More of them are drawn as several drawings, between which a page may break.
_ROWS: Final = 8


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
        """The events whose year is known as drawings on one scale; what they show stands in the list, too."""
        language = self.config.language
        marks = marks_of(page, found, language)
        if not marks:
            message = (
                "there is nothing to draw, no event has a date with its year; give the articles their date"
            )
            warn(Problem(subtype="chart", message=message), self.get_location())
            return []
        scale = scale_of(marks, language)
        return [
            self._drawing(page, marks[at : at + _ROWS], scale, _part(at // _ROWS, len(marks)))
            for at in range(0, len(marks), _ROWS)
        ]

    def _drawing(self, page: Page, marks: Sequence[Mark], scale: Scale, part: str) -> drawing:
        heading = self.options.get("caption") or _("Timeline")
        title = f"{heading}{part}"
        name = page_anchor(page.docname, "timeline", str(self.env.new_serialno("briefing-timeline")))
        svg = draw_moments(marks, scale, title=title, name=name)
        return drawing("", svg=svg, alt=f"{title}: {told(marks)}", classes=["briefing-drawing"])


def _part(number: int, rows: int) -> str:
    """Which of several drawings it is; ``""`` where there is one."""
    return f" ({number + 1}/{-(-rows // _ROWS)})" if rows > _ROWS else ""
