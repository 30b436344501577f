"""Which statements come first: the article's own order, corrected by what a briefing needs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.standing import leaning
from sphinx_briefing.analysis.layout import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
#: How many of its content words a statement may share with a better one before it repeats it.
_REPEATED: Final = 0.5
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "EVENT", "LAW"})
_FIRST_PERSONS: Final = frozenset({"i", "me", "my", "we", "us", "our"})
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def ranked(
    found: Iterable[Candidate], figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()
) -> list[tuple[Candidate, float]]:
    """The candidates best first, each with its score; those that repeat a better one come after the rest."""
    pairs = ((c, score(c, figures, quotes)) for c in found)
    chosen: list[tuple[Candidate, float]] = []
    repeated: list[tuple[Candidate, float]] = []
    seen: list[frozenset[str]] = []
    for pair in sorted(pairs, key=lambda pair: (-pair[1], pair[0].place)):
        words = content(pair[0].sentence)
        if any(_share(words, other) >= _REPEATED for other in seen):
            repeated.append(pair)
        else:
            chosen.append(pair)
            seen.append(words)
    return chosen + repeated


def score(candidate: Candidate, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()) -> float:
    """How much the statement matters; 0 is the article's first sentence with nothing for or against it."""
    sentence = candidate.sentence
    names = {e.text for e in sentence.ents if e.label_ in _NAMED}
    narration = _narration(sentence)
    return (
        -math.log(1 + candidate.place)
        + _FIGURE * any(sentence.start_char <= f.start < sentence.end_char for f in figures)
        + _NAME * min(len(names), _MOST_NAMES)
        - _LEANING * bool(leaning(sentence))
        - _SPEAKERLESS * _is_speakerless(sentence, quotes)
        - _QUESTION * ("?" in narration)
        - _FIRST_PERSON * (not _FIRST_PERSONS.isdisjoint(narration))
    )


#: The score of a first sentence with all that speaks for one.
BEST: Final = _FIGURE + _NAME * _MOST_NAMES


def _is_speakerless(sentence: Tokens, quotes: Sequence[Quote]) -> bool:
    """Whether *sentence* quotes whole clauses without saying whose they are."""
    start, end = sentence.start_char, sentence.end_char
    return any(
        q.kind == "direct"
        and any(a < end and start < b for a, b in q.segments)
        and not (q.speaker and start <= q.speaker.start < end)
        for q in quotes
    )


def content(sentence: Tokens) -> frozenset[str]:
    """The lemmas of its content words."""
    return frozenset(t.lemma_.lower() for t in sentence if t.pos_ in _CONTENT and not t.is_stop)


def _narration(sentence: Tokens) -> list[str]:
    """The article's own words in *sentence*, lower case: what is not quoted."""
    quoted = [(q.start, q.end) for q in sentence.doc.spans.get(QUOTED, ())]
    return [t.lower_ for t in sentence if not any(a <= t.i < b for a, b in quoted)]


def _share(words: frozenset[str], other: frozenset[str]) -> float:
    return len(words & other) / max(1, min(len(words), len(other)))
