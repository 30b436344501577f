"""The records that travel from stage to stage: articles, excerpts and what is said about them.

All offsets are Unicode code points into :attr:`Article.text`, end-exclusive. Records are frozen, compare by
value and hold plain data only, so that they can be cached as JSON and passed between processes.
"""

from __future__ import annotations

from sphinx_briefing.models.analysis import Analysis, analysis_fields
from sphinx_briefing.models.article import (
    Article,
    Metadata,
    Paragraph,
    ParagraphRole,
    Problem,
    Span,
    printed_words,
)
from sphinx_briefing.models.events import Event, EventDate
from sphinx_briefing.models.excerpt import Edit, Excerpt
from sphinx_briefing.models.facts import OMISSION, Fact, FactForm, Splice, applied
from sphinx_briefing.models.figures import (
    Basis,
    Bound,
    Change,
    Difference,
    Figure,
    FigureKind,
    Level,
    Modality,
    Recurrence,
    Trend,
)
from sphinx_briefing.models.gaps import GAP_KINDS, Gap, GapKind, Tension
from sphinx_briefing.models.people import Alias, Person, PersonKind
from sphinx_briefing.models.quotes import Cue, Quote, QuoteKind, Speaker

__all__ = [
    "GAP_KINDS",
    "OMISSION",
    "Alias",
    "Analysis",
    "Article",
    "Basis",
    "Bound",
    "Change",
    "Cue",
    "Difference",
    "Edit",
    "Event",
    "EventDate",
    "Excerpt",
    "Fact",
    "FactForm",
    "Figure",
    "FigureKind",
    "Gap",
    "GapKind",
    "Level",
    "Metadata",
    "Modality",
    "Paragraph",
    "ParagraphRole",
    "Person",
    "PersonKind",
    "Problem",
    "Quote",
    "QuoteKind",
    "Recurrence",
    "Span",
    "Speaker",
    "Splice",
    "Tension",
    "Trend",
    "analysis_fields",
    "applied",
    "printed_words",
]
