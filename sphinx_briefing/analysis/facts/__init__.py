"""Facts: the sentences of an article that a reader should know."""

from __future__ import annotations

import math
from itertools import islice
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.candidates import candidates
from sphinx_briefing.analysis.facts.merit import BEST
from sphinx_briefing.analysis.facts.passages import joined
from sphinx_briefing.analysis.facts.ranking import ranked
from sphinx_briefing.models import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Figure, Quote

_MOST: Final = 20
#: Statements further down don't come among the first whatever speaks for them.
_FURTHEST: Final = 200


def find_facts(doc: Doc, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()) -> list[Fact]:
    """The facts of *doc*, best first, at most twenty.

    A fact is a sentence; where that leans on the one before it, the two of them.

    Args:
        doc: parsed, with its layout marked (:mod:`sphinx_briefing.analysis.layout`).
        figures: those of the same Doc.
        quotes: those of the same Doc.
    """
    found = joined(islice(candidates(doc), _FURTHEST))
    out: list[Fact] = []
    salience = 1.0
    for candidate, score in ranked(found, figures, quotes)[:_MOST]:
        words = candidate.words
        span = Span(words.start_char, words.end_char)
        salience = min(
            salience, round(math.exp(score - BEST), 4)
        )  # a repetition is put off whatever its merit
        out.append(Fact(text=words.text, start=span.start, end=span.end, sentence=span, salience=salience))
    return out
