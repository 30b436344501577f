"""What governs a passage in the parse: the way up from its words to the verbs that report them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.cues import Rank, credit_of, credit_of_noun
from sphinx_briefing.analysis.quotes.subjects import can_speak, is_somebody, own_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.cues import Credit
    from sphinx_briefing.analysis.quotes.place import Place
    from sphinx_briefing.analysis.quotes.reading import Reading

#: A passage that the parse has broken into more pieces tells nothing by its further ones.
_MOST_PIECES: Final = 3
_MOST_STEPS: Final = 40
#: A subject that is nobody ("growth said") counts less than any that is somebody.
_NOBODY: Final = 1.5


def governing(place: Place) -> Credit | None:
    """``The mayor offers "solutions" to ...``: climb from the passage to what governs it."""
    start, end = place.passage.start, place.passage.end
    tops = (t for t in place.reading.doc[start:end] if not start <= t.head.i < end)
    for _, top in zip(range(_MOST_PIECES), tops, strict=False):
        found = outermost(place.reading, top)
        if found is not None:
            return found
    return None


def outermost(reading: Reading, token: Token) -> Credit | None:
    """The credit that governs *token*: the outermost of speech, else of thought, else of any verb.

    Where one speaker has several cues ("said, adding"), the innermost of them is the cue. A noun of speech
    right above ("her claim that") is surer than all verbs further out.
    """
    chain = [c for c in _governors(reading, token) if not c.is_noun or c.start < token.i]
    if not chain or chain[0].is_noun:
        return chain[0] if chain else None
    best = chain[0]
    for found in chain[1:]:
        if _weight(found) >= _weight(best):
            best = found
    return next(c for c in chain if c.rank == best.rank and c.speaker == best.speaker)


def _weight(found: Credit) -> float:
    return found.rank - (0.0 if is_somebody(found.speaker) else _NOBODY)


def _governors(reading: Reading, token: Token) -> Iterator[Credit]:
    """The credits on the way from *token* to the root of its sentence, the innermost first.

    Past a verb of speech the way ends at a clause with a subject of its own: in "While the mayor called it
    'art', critics said ..." the critics have no part in the fragment.
    """
    found_speech = False
    for _ in range(_MOST_STEPS):
        here = None if reading.inside[token.i] else _credit_at(reading, token)
        if here is not None and can_speak(here.speaker):
            yield here
            found_speech = found_speech or here.rank is Rank.SPEECH
        if token.head.i == token.i:
            return
        if found_speech and token.dep_ in ("relcl", "advcl") and own_subject(reading, token) is not None:
            return
        token = token.head


def _credit_at(reading: Reading, token: Token) -> Credit | None:
    if token.pos_ in ("VERB", "AUX"):
        return credit_of(reading, token)
    return credit_of_noun(reading, token) if token.pos_ == "NOUN" else None
