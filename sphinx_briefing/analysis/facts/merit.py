"""What speaks for a statement and against it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.facts.candidates import Candidate
    from sphinx_briefing.models import Figure, Quote

#: Weights on the scale of the logarithm of the place: 0.7 is as much as standing twice as far down.
_LEANING: Final = 1.0
_QUESTION: Final = 1.0
_FIRST_PERSON: Final = 0.5
_SPEAKERLESS: Final = 1.0
_FIGURE: Final = 0.5
_NAME: Final = 0.05
_MOST_NAMES: Final = 4
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "EVENT", "LAW"})
_FIRST_PERSONS: Final = frozenset({"i", "me", "my", "we", "us", "our"})

#: The merit of a first statement with all that speaks for one.
BEST: Final = _FIGURE + _NAME * _MOST_NAMES


def merit(candidate: Candidate, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()) -> float:
    """How much a statement matters; 0 is the article's first with nothing for or against it.

    Args:
        candidate: the statement.
        figures: those of the article: one in the statement speaks for it.
        quotes: those of the article: one in the statement without its speaker speaks against it.
    """
    words = candidate.words
    names = {t.text for t in words if t.ent_iob_ == "B" and t.ent_type_ in _NAMED}
    own = [t.lower_ for t in words if not any(a <= t.i < b for a, b in candidate.quoted)]
    return (
        -math.log(1 + candidate.place)
        + _FIGURE * any(words.start_char <= f.start < words.end_char for f in figures)
        + _NAME * min(len(names), _MOST_NAMES)
        - _LEANING * bool(candidate.leaning)
        - _SPEAKERLESS * _is_speakerless(words, quotes)
        - _QUESTION * ("?" in own)
        - _FIRST_PERSON * (not _FIRST_PERSONS.isdisjoint(own))
    )


def _is_speakerless(words: Tokens, quotes: Sequence[Quote]) -> bool:
    """Whether whole clauses are quoted in *words* that do not say whose they are."""
    start, end = words.start_char, words.end_char
    return any(
        q.kind == "direct"
        and any(a < end and start < b for a, b in q.segments)
        and not (q.speaker and start <= q.speaker.start < end)
        for q in quotes
    )
