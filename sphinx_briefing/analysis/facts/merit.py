"""What speaks for a statement and against it, wherever it stands: whether it can be checked, and stands alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.dating import dates_in
from sphinx_briefing.analysis.facts.wholeness import single_marks_pair
from sphinx_briefing.analysis.facts.wording import loaded_in
from sphinx_briefing.analysis.layout import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.facts.candidates import Candidate
    from sphinx_briefing.models import Figure, Quote

#: Weights on the scale of the logarithm of the place: 0.7 is as much as standing twice as far down.
_FIGURE: Final = 0.5
_DATE: Final = 0.2
_PAST: Final = 0.2
_NAME: Final = 0.05
_MOST_NAMES: Final = 4
_LEANING: Final = 2.2
_SPEAKERLESS: Final = 1.0
_QUESTION: Final = 1.0
_UNFINISHED: Final = 1.0
_LABELLED: Final = 0.5
_FIRST_PERSON: Final = 0.5
_ADDRESSED: Final = 0.3
_MODAL: Final = 0.2
_LOADED: Final = 0.4
_MOST_LOADED: Final = 2
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "EVENT", "LAW"})
_FIRST_PERSONS: Final = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
_SECOND_PERSONS: Final = frozenset({"you", "your", "yours"})
#: What should be, or could: "will" and "can" are left out, plans and abilities can be checked.
_MODALS: Final = frozenset({"should", "must", "would", "could", "may", "might", "ought", "let"})
_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\Z")
#: "Horrifying: ...", the way captions begin.
_LABEL: Final = re.compile(r"(?:[A-Z][\w-]+)(?: [a-z][\w-]+){0,2}: ")

#: The merit of a statement with all that speaks for one.
BEST: Final = _FIGURE + _DATE + _PAST + _NAME * _MOST_NAMES


def merit(candidate: Candidate, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()) -> float:
    """How much a statement is worth by itself; 0 is one with nothing for or against it.

    Args:
        candidate: the statement.
        figures: those of the article: one in the statement speaks for it.
        quotes: those of the article: one in the statement without its speaker speaks against it.
    """
    tokens = list(candidate.words)  # a span makes its tokens anew each time
    return _for(candidate, tokens, figures) - _against(candidate, tokens, quotes)


def _for(candidate: Candidate, tokens: Sequence[Token], figures: Sequence[Figure]) -> float:
    words = candidate.words
    names = {t.text for t in tokens if t.ent_type and t.ent_iob_ == "B" and t.ent_type_ in _NAMED}
    return (
        _FIGURE * any(words.start_char <= f.start < words.end_char for f in figures)
        + _DATE * bool(dates_in(words))
        + _PAST * (_main_verb(words).tag_ == "VBD")
        + _NAME * min(len(names), _MOST_NAMES)
    )


def _against(candidate: Candidate, tokens: Sequence[Token], quotes: Sequence[Quote]) -> float:
    words = candidate.words
    text = words_of(words)
    own = [t.lower_ for t in tokens if not any(a <= t.i < b for a, b in candidate.quoted)]
    return (
        _LEANING * bool(candidate.leaning)
        + _SPEAKERLESS * _is_speakerless(words, quotes)
        + _QUESTION * ("?" in own)
        + _UNFINISHED * (_END.search(text) is None or not single_marks_pair(text))
        + _LABELLED * (_LABEL.match(text) is not None)
        + _FIRST_PERSON * (not _FIRST_PERSONS.isdisjoint(own))
        + _ADDRESSED * (not _SECOND_PERSONS.isdisjoint(own))
        + _MODAL * (not _MODALS.isdisjoint(own))
        + _LOADED * min(len(loaded_in(tokens, candidate.quoted)), _MOST_LOADED)
    )


def _main_verb(words: Tokens) -> Token:
    """The verb that the first sentence hangs on, or the auxiliary that bears its tense."""
    root = words.root
    return next((c for c in root.lefts if c.dep_ in ("aux", "auxpass")), root)


def _is_speakerless(words: Tokens, quotes: Sequence[Quote]) -> bool:
    """Whether whole clauses are quoted in *words* that do not say whose they are."""
    start, end = words.start_char, words.end_char
    return any(
        q.kind == "direct"
        and any(a < end and start < b for a, b in q.segments)
        and not (q.speaker and start <= q.speaker.start < end)
        for q in quotes
    )
