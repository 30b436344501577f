"""``briefing:timeline``: what happened when, and what is to happen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from sphinx_briefing.corpus.timeline import moments
from sphinx_briefing.models import Modality
from sphinx_briefing.pages.directives.base import SELECTING, BriefingDirective
from sphinx_briefing.pages.options import choices, day, words
from sphinx_briefing.pages.rendering.timeline import render_timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes

    from sphinx_briefing.corpus import Hit, Query
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
    }

    def query(self) -> Query:
        """The query that the argument and the options make."""
        options = self.options
        return replace(super().query(), since=options.get("from", ""), until=options.get("to", ""))

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The events as a list."""
        return [render_timeline(page, moments(hits), self.config.language)]
