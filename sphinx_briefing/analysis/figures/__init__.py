"""Figures of an article: numbers with what they count, how they are hedged, who says so and as of when.

The passes in their order: numbers are read from the text, those whose notation makes them something else are
dropped, units beside them are read, the two ends of a range joined; then the parse decides which are figures
and what they count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.analysis.figures.bounds import hedge_of, trend_of
from sphinx_briefing.analysis.figures.nonfigures import is_figure
from sphinx_briefing.analysis.figures.notation import without_notations
from sphinx_briefing.analysis.figures.nouns import count_noun
from sphinx_briefing.analysis.figures.numbers import read_numbers
from sphinx_briefing.analysis.figures.ranges import join_ranges
from sphinx_briefing.analysis.figures.tokens import TokenIndex
from sphinx_briefing.analysis.figures.units import measure
from sphinx_briefing.analysis.layout import sentence_of, sentences
from sphinx_briefing.models import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Quote
    from sphinx_briefing.analysis.figures.quantity import Quantity


def find_figures(doc: Doc, quotes: Sequence[Quote] = ()) -> list[Figure]:
    """The figures of *doc* in the order of the text."""
    text = doc.text
    numbers = without_notations(text, read_numbers(text))
    quantities = join_ranges(text, [measure(text, number) for number in numbers])
    if not quantities:
        return []
    index = TokenIndex(doc)
    counted = [count_noun(index, q) for q in quantities if is_figure(index, q)]
    found = sentences(doc)
    return [_figure(index, q, found) for q in counted]


def _figure(index: TokenIndex, q: Quantity, found: Sequence) -> Figure:
    text = index.doc.text
    hedge = hedge_of(text, q.start, q.end)
    trend = trend_of(text, hedge.start, counts=q.kind == "count")
    return Figure(
        text=text[hedge.start : hedge.end],
        start=hedge.start,
        end=hedge.end,
        sentence=sentence_of(found, hedge.start, hedge.end),
        value=None if q.is_range else q.low,
        low=q.low if q.is_range else None,
        high=q.high if q.is_range else None,
        bound=hedge.bound,
        trend=trend,
        unit=q.named,
        unit_phrase=(q.unit_phrase or q.unit) + (f" per {q.per}" if q.per else ""),
        kind=q.kind,
        hedge=hedge.words,
    )
