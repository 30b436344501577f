"""The records that travel from stage to stage: articles, excerpts and what is said about them.

All offsets are Unicode code points into :attr:`Article.text`, end-exclusive. Records are frozen, compare by
value and hold plain data only, so that they can be cached as JSON and passed between processes.
"""

from __future__ import annotations

from sphinx_briefing.models.article import (
    Article,
    Metadata,
    Paragraph,
    ParagraphRole,
    Problem,
    Span,
    printed_words,
)
from sphinx_briefing.models.excerpts import (
    Alias,
    Analysis,
    Basis,
    Bound,
    Change,
    Cue,
    Difference,
    Excerpt,
    Fact,
    Figure,
    FigureKind,
    Level,
    Modality,
    Person,
    PersonKind,
    Quote,
    QuoteKind,
    Recurrence,
    Speaker,
    Trend,
)

__all__ = [
    "Alias",
    "Analysis",
    "Article",
    "Basis",
    "Bound",
    "Change",
    "Cue",
    "Difference",
    "Excerpt",
    "Fact",
    "Figure",
    "FigureKind",
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
    "Trend",
    "printed_words",
]
