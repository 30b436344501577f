"""Figures of an article: numbers with what they count, how they are hedged, who says so and as of when.

The passes in their order: numbers are read from the text, those whose notation makes them something else are
dropped, units beside them are read, the two ends of a range joined; then the parse decides which are figures
and what they count.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sphinx_briefing.analysis.figures.ages import read_age
from sphinx_briefing.analysis.figures.attribution import Attributions, as_of, modality_of, source_of
from sphinx_briefing.analysis.figures.bounds import hedge_of, trend_of
from sphinx_briefing.analysis.figures.inherit import restates, share_units
from sphinx_briefing.analysis.figures.nonfigures import is_figure
from sphinx_briefing.analysis.figures.notation import is_code, without_notations
from sphinx_briefing.analysis.figures.nouns import count_noun
from sphinx_briefing.analysis.figures.numbers import read_numbers
from sphinx_briefing.analysis.figures.ranges import join_ranges
from sphinx_briefing.analysis.figures.salience import salience
from sphinx_briefing.analysis.figures.subjects import root_of, subject_of
from sphinx_briefing.analysis.figures.tokens import TokenIndex
from sphinx_briefing.analysis.figures.units import measure
from sphinx_briefing.analysis.layout import sentence_of, sentences
from sphinx_briefing.models import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.figures.numbers import Number

    from sphinx_briefing.models import Quote, Span
    from sphinx_briefing.analysis.figures.quantity import Quantity


def find_figures(doc: Doc, quotes: Sequence[Quote] = ()) -> list[Figure]:
    """The figures of *doc* in the order of the text."""
    text = doc.text
    quantities = read_quantities(text)
    if not quantities:
        return []
    index = TokenIndex(doc, text)
    counted = [count_noun(index, read_age(index, q)) for q in quantities if is_figure(index, q)]
    found = sentences(doc)
    figures: list[Figure] = []
    said = Attributions(quotes)
    seen: set[tuple[float, str]] = set()
    for sentence, inside in _by_sentence(found, counted):
        before: Quantity | None = None
        for quantity in share_units(text, inside):
            said_again = restates(text, before, quantity) if before else ""
            figure = _figure(index, quantity, sentence, figures[-1] if said_again else None, said_again)
            figures.append(
                _placed(index, quantity, figure, said, repeated=(quantity.high, quantity.unit) in seen)
            )
            seen.add((quantity.high, quantity.unit))
            before = quantity
    return figures


def read_quantities(text: str) -> list[Quantity]:
    """The numbers of *text* with the units written beside them, as far as notation alone tells."""
    return join_ranges(text, _measured(text, without_notations(text, read_numbers(text))))


def _placed(
    index: TokenIndex, quantity: Quantity, figure: Figure, said: Attributions, *, repeated: bool
) -> Figure:
    """The figure with what its sentence and the quotations say of it."""
    text = index.text
    root = root_of(index, quantity)
    quote = said.quote_at(quantity.start, quantity.end)
    speaker = quote.speaker.printed if quote is not None and quote.speaker is not None else ""
    source = speaker or source_of(index, root, figure.sentence)
    before = index.first(figure.start)
    definite = before.i > 0 and before.nbor(-1).lower_ in ("the", "these", "those")
    return replace(
        figure,
        subject=subject_of(index, quantity),
        attribution=source,
        modality=modality_of(root, quote, source, definite=definite),
        as_of=as_of(text, figure.sentence, figure.start, figure.end),
        salience=salience(
            root,
            quantity,
            hedged=bool(figure.hedge),
            place=figure.start / len(text),
            repeated=repeated or definite,
        ),
    )


def _measured(text: str, numbers: Iterable[Number]) -> list[Quantity]:
    out: list[Quantity] = []
    end = 0
    for number in numbers:
        if number.start >= end:
            quantity = measure(text, number, end)
            end = quantity.end
            if not is_code(text, quantity):
                out.append(quantity)
    return out


def _by_sentence(
    found: Sequence[Tokens], quantities: Sequence[Quantity]
) -> Iterator[tuple[Span, list[Quantity]]]:
    starts = [sentence.start_char for sentence in found]
    for number, inside in groupby(quantities, key=lambda q: bisect_right(starts, q.start)):
        group = list(inside)
        yield sentence_of(found[max(0, number - 1) : number + 1], group[0].start, group[-1].end), group


def _figure(index: TokenIndex, q: Quantity, sentence: Span, said_before: Figure | None, how: str) -> Figure:
    text = index.text
    hedge = hedge_of(text, q)
    trend = trend_of(index, q, hedge.start)
    if said_before is not None:
        trend = trend or said_before.trend
        if how == "converted" and hedge.bound == "=":
            hedge = hedge._replace(bound=said_before.bound)
    return Figure(
        text=text[hedge.start : hedge.end],
        start=hedge.start,
        end=hedge.end,
        sentence=sentence,
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
