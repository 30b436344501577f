"""Facts: the sentences of an article that a reader should know."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.candidates import candidates
from sphinx_briefing.analysis.facts.ranking import BEST, ranked
from sphinx_briefing.models import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Figure, Quote

_MOST: Final = 20


def find_facts(doc: Doc, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()) -> list[Fact]:
    """The facts of *doc*, best first, at most twenty.

    Args:
        doc: parsed, with its layout marked (:mod:`sphinx_briefing.analysis.layout`).
        figures: those of the same Doc.
        quotes: those of the same Doc.
    """
    out: list[Fact] = []
    salience = 1.0
    for candidate, score in ranked(candidates(doc), figures, quotes)[:_MOST]:
        sentence = candidate.sentence
        span = Span(sentence.start_char, sentence.end_char)
        salience = min(
            salience, round(math.exp(score - BEST), 4)
        )  # a repetition is put off whatever its score
        out.append(Fact(text=sentence.text, start=span.start, end=span.end, sentence=span, salience=salience))
    return out
