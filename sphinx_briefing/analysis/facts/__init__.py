"""Facts: the sentences of an article that a reader should know."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.asides import find_asides
from sphinx_briefing.analysis.facts.candidates import candidates
from sphinx_briefing.analysis.facts.dating import dates_in
from sphinx_briefing.analysis.facts.passages import joined
from sphinx_briefing.analysis.facts.ranking import ranked
from sphinx_briefing.analysis.facts.wording import loaded_in
from sphinx_briefing.analysis.layout import text_of
from sphinx_briefing.models import Fact, Span
from sphinx_briefing.models.facts import edited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.analysis.facts.candidates import Candidate
    from sphinx_briefing.analysis.quotes.speakers import Speakers
    from sphinx_briefing.models import Figure, Quote

_MOST: Final = 20
#: Statements further down don't come among the first whatever speaks for them.
_FURTHEST: Final = 200


def find_facts(
    doc: Doc, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = (), speakers: Speakers | None = None
) -> list[Fact]:
    """The facts of *doc*, best first, at most twenty.

    A fact is a sentence; where that leans on the one before it, and nothing settles what it means, the two of them.

    Args:
        doc: parsed, with its layout marked (:mod:`sphinx_briefing.analysis.layout`).
        figures: those of the same Doc.
        quotes: those of the same Doc.
        speakers: what was found out about its people; without it no pronoun gets a name.
    """
    found = joined(islice(candidates(doc, speakers), _FURTHEST))
    text = text_of(doc)
    return [_fact(candidate, salience, text) for candidate, salience in ranked(found, _MOST, figures, quotes)]


def _fact(candidate: Candidate, salience: float, text: str) -> Fact:
    words = candidate.words
    tokens = list(words)
    span = Span(words.start_char, words.end_char)
    opened = max((e.end for e in candidate.edits), default=span.start)
    condensing = (e for e in find_asides(words, candidate.quoted) if e.start >= opened)
    edits = (*candidate.edits, *condensing)
    fact = Fact(
        text=edited(text, (), span, edits) if edits else text[span.start : span.end],
        start=span.start,
        end=span.end,
        sentence=span,
        salience=salience,
        edits=edits,
    )
    kept = fact.kept()
    return replace(
        fact,
        dates=tuple(d for d in dates_in(words) if any(k.contains(d) for k in kept)),
        loaded=tuple(w for w in loaded_in(tokens, candidate.quoted) if any(k.contains(w) for k in kept)),
    )
