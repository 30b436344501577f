"""Gaps, which are what an article says is not known, and tensions, where it sets one account against another.

A cue says that something is not known (:mod:`.cues`); the clause it stands in is the gap. A tension has two sides in
one passage: a claim, and its denial or what speaks against it (:mod:`.contrasts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.clauses import is_supposed
from sphinx_briefing.analysis.context import joined, span_of, speaker_of
from sphinx_briefing.analysis.gaps.contrasts import find_tensions
from sphinx_briefing.analysis.gaps.cues import find_cues
from sphinx_briefing.analysis.gaps.lexicon import words
from sphinx_briefing.models import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.context import Context
    from sphinx_briefing.analysis.gaps.cues import Cue

__all__ = ["find_gaps", "find_tensions"]

_TELLING: Final = words("telling words")
_WEIGHTS: Final = {"unknown": 0.6, "unconfirmed": 0.6, "declined": 0.35}
_FEWEST_WORDS: Final = 3


def find_gaps(context: Context) -> list[Gap]:
    """The gaps of a Doc in the order of the text, one for each clause that says that something is not known."""
    out: list[Gap] = []
    for gap in sorted(_gaps(context), key=lambda gap: (gap.start, -gap.end)):
        if not out or gap.start >= out[-1].end:
            out.append(gap)
    return out


def _gaps(context: Context) -> Iterator[Gap]:
    promising = context.marked(lambda word: word.lower() in _TELLING)
    for sentence in context.sentences:
        telling = [at for at in range(sentence.start, sentence.end) if promising[at]]
        if telling and sentence[-1].text != "?":
            for cue in find_cues(sentence, sentence.text, telling):
                gap = _gap(context, cue, sentence)
                if gap is not None:
                    yield gap


def _gap(context: Context, cue: Cue, sentence: Tokens) -> Gap | None:
    """The gap that a cue tells; ``None`` where it is only asked or supposed, or says too little."""
    said = context.doc[cue.start : cue.end]
    clause = context.clause(cue.verb, said)
    asked = any(token.text == "?" for token in sentence[-2:])
    if asked or is_supposed(cue.verb) or sum(t.is_alpha for t in clause) < _FEWEST_WORDS:
        return None
    place = clause.start / len(context.doc)
    return Gap(
        text=clause.text,
        start=clause.start_char,
        end=clause.end_char,
        sentence=joined(span_of(sentence), span_of(clause)),
        kind=cue.kind,
        cue=said.text,
        cue_span=span_of(said),
        attribution=speaker_of(context.quote_at(span_of(said))),
        quoted=context.is_quoted(clause),
        salience=round(_WEIGHTS[cue.kind] + 0.3 * (1 - place), 3),
    )
