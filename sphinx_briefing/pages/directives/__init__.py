"""The directives, one a module; what they share is in :mod:`~sphinx_briefing.pages.directives.base`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.pages.directives.article import ArticleDirective
from sphinx_briefing.pages.directives.bluf import BlufDirective
from sphinx_briefing.pages.directives.changes import ChangesDirective
from sphinx_briefing.pages.directives.chart import ChartDirective
from sphinx_briefing.pages.directives.conflicts import ConflictsDirective
from sphinx_briefing.pages.directives.diff import DiffDirective
from sphinx_briefing.pages.directives.facts import FactsDirective
from sphinx_briefing.pages.directives.figures import FiguresDirective
from sphinx_briefing.pages.directives.gaps import GapsDirective
from sphinx_briefing.pages.directives.judgement import JudgementDirective
from sphinx_briefing.pages.directives.people import PeopleDirective
from sphinx_briefing.pages.directives.quote import QuoteDirective
from sphinx_briefing.pages.directives.quotes import QuotesDirective
from sphinx_briefing.pages.directives.sources import SourcesDirective
from sphinx_briefing.pages.directives.summary import SummaryDirective
from sphinx_briefing.pages.directives.timeline import TimelineDirective
from sphinx_briefing.pages.directives.unsourced import UnsourcedDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive

#: The directives of the domain by name.
DIRECTIVES: dict[str, type[Directive]] = {
    "article": ArticleDirective,
    "bluf": BlufDirective,
    "changes": ChangesDirective,
    "chart": ChartDirective,
    "conflicts": ConflictsDirective,
    "diff": DiffDirective,
    "facts": FactsDirective,
    "figures": FiguresDirective,
    "gaps": GapsDirective,
    "judgement": JudgementDirective,
    "people": PeopleDirective,
    "quote": QuoteDirective,
    "quotes": QuotesDirective,
    "sources": SourcesDirective,
    "summary": SummaryDirective,
    "timeline": TimelineDirective,
    "unsourced": UnsourcedDirective,
}
