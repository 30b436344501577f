"""Figures of an article: numbers with what they count, how they are hedged, who says so and as of when.

The passes in their order. On the text alone: numbers are read, those whose notation makes them something else
are dropped, units beside them are read, the two ends of a range joined. With the parse: names, years and
pronouns are dropped, counted nouns found, units shared within a sentence. Then each is hedged, attributed and
weighed.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sphinx_briefing.analysis.figures.ages import read_age
from sphinx_briefing.analysis.figures.attribution import QuoteIndex, as_of, modality_of, source_of
from sphinx_briefing.analysis.figures.bounds import hedge_of, trend_of
from sphinx_briefing.analysis.figures.inherit import restatement, share_units
from sphinx_briefing.analysis.figures.nonfigures import is_figure, names_a_thing
from sphinx_briefing.analysis.figures.notation import is_code, without_notations
from sphinx_briefing.analysis.figures.nouns import count_noun
from sphinx_briefing.analysis.figures.numbers import read_numbers
from sphinx_briefing.analysis.figures.ranges import join_ranges
from sphinx_briefing.analysis.figures.salience import salience
from sphinx_briefing.analysis.figures.subjects import root_of, subject_of
from sphinx_briefing.analysis.figures.tokens import TokenIndex
from sphinx_briefing.analysis.figures.units import measure, with_rate
from sphinx_briefing.analysis.layout import sentence_of, sentences, text_of
from sphinx_briefing.models import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.models import Quote, Span


def find_figures(doc: Doc, quotes: Sequence[Quote] = ()) -> list[Figure]:
    """The figures of *doc* in the order of the text.

    Args:
        doc: parsed; paragraphs and quotations as :mod:`~sphinx_briefing.analysis.layout` marks them.
        quotes: the quotations found in it, which say whose words a figure is.

    Returns:
        Figures without id and paragraph, which the pipeline knows; none where *doc* is not parsed.
    """
    text = text_of(doc)
    quantities = read_quantities(text)
    if not quantities or not doc.has_annotation(
        "DEP"
    ):  # without a parse, spaCy's own look-up of children crashes
        return []
    index = TokenIndex(doc, text)
    counted = [_with_noun(index, q) for q in quantities if is_figure(index, q)]
    counted = [q for q in counted if not names_a_thing(index, q)]
    said = QuoteIndex(quotes)
    seen: set[tuple[float, str]] = set()
    figures: list[Figure] = []
    for sentence, together in _by_sentence(doc, counted):
        for quantity, figure in _hedged(index, sentence, share_units(text, together)):
            figures.append(_attributed(index, quantity, figure, said, seen))
            seen.add((quantity.high, quantity.unit))
    return figures


def read_quantities(text: str) -> list[Quantity]:
    """The numbers and ranges of *text* with the units written beside them, as far as the text alone tells."""
    measured: list[Quantity] = []
    end = 0
    for number in without_notations(text, read_numbers(text)):
        if number.start >= end:
            quantity = measure(text, number, end)
            end = quantity.end
            if not is_code(text, quantity):
                measured.append(quantity)
    return join_ranges(text, measured)


def _with_noun(index: TokenIndex, quantity: Quantity) -> Quantity:
    """The quantity with what it counts, and by what: "40,000 vehicles a day"."""
    counted = count_noun(index, read_age(index, quantity))
    return with_rate(index.text, counted) if counted.noun >= 0 and counted.kind == "count" else counted


def _by_sentence(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[tuple[Span, list[Quantity]]]:
    found = sentences(doc)
    starts = [sentence.start_char for sentence in found]
    for number, group in groupby(quantities, key=lambda q: bisect_right(starts, q.start)):
        together = list(group)
        around = found[max(0, number - 1) : number + 1]
        yield sentence_of(around, together[0].start, together[-1].end), together


def _hedged(
    index: TokenIndex, sentence: Span, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Figure]]:
    """The figures of one sentence with their hedges and trends, each with its quantity."""
    last: Quantity | None = None
    before: Figure | None = None
    for quantity in quantities:
        hedge = hedge_of(index.text, quantity, sentence)
        trend = trend_of(index, quantity, hedge.start, sentence)
        again = restatement(index.text, last, quantity)
        if before is not None and again:
            trend = trend or before.trend
            if again == "converted" and hedge.bound == "=":
                hedge = hedge._replace(bound=before.bound)
        figure = Figure(
            text=index.text[hedge.start : hedge.end],
            start=hedge.start,
            end=hedge.end,
            sentence=sentence,
            value=None if quantity.is_range else quantity.low,
            low=quantity.low if quantity.is_range else None,
            high=quantity.high if quantity.is_range else None,
            bound=hedge.bound,
            trend=trend,
            unit=quantity.by_rate(quantity.unit),
            unit_phrase=quantity.by_rate(quantity.unit_phrase or quantity.unit),
            kind=quantity.kind,
            hedge=hedge.words,
        )
        yield quantity, figure
        last, before = quantity, figure


def _attributed(
    index: TokenIndex, quantity: Quantity, figure: Figure, said: QuoteIndex, seen: set[tuple[float, str]]
) -> Figure:
    """The figure with what its sentence and the quotations say of it, and how much it matters."""
    root = root_of(index, quantity)
    quote = said.at(quantity.start, quantity.end)
    speaker = quote.speaker.printed if quote is not None and quote.speaker is not None else ""
    source = speaker or source_of(index, root, figure.sentence)
    first = index.first(figure.start)
    definite = first.i > 0 and first.nbor(-1).lower_ in ("the", "these", "those")
    return replace(
        figure,
        subject=subject_of(index, quantity),
        attribution=source,
        modality=modality_of(root, quote, source, definite=definite),
        as_of=as_of(index.text, figure.sentence, figure.start, figure.end),
        salience=salience(
            root,
            quantity,
            hedged=bool(figure.hedge),
            place=figure.start / len(index.text),
            repeated=definite or (quantity.high, quantity.unit) in seen,
        ),
    )
