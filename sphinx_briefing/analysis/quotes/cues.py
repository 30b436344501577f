"""Cues: the verbs, nouns and phrases that make words somebody's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import issuer, mention_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

ACCORDING: Final = "according to"


@dataclass(frozen=True, slots=True)
class Credit:
    """A cue and whom it credits.

    Attributes:
        start: the cue's first token.
        end: the token after its last.
        lemma: the cue's lemma.
        speaker: the head of the words that name the speaker, ``None`` where the cue has none.
        rank: 2 for a verb or phrase of speech, 1 for one of thought, 0 for any other.
        is_noun: whether the cue is a noun ("her claim").
    """

    start: int
    end: int
    lemma: str
    speaker: Token | None
    rank: int
    is_noun: bool = False

    def extent(self, reading: Reading) -> tuple[int, int]:
        """From the first to after the last token of cue and speaker, what describes the speaker included."""
        if self.speaker is None:
            return self.start, self.end
        first, last = self.speaker.left_edge.i, self.speaker.right_edge.i + 1
        if first <= self.start < last:  # the cue stands in a clause about the speaker: "critics who say"
            first, last = mention_of(reading, self.speaker)
        return min(first, self.start), max(last, self.end)

    def stands_apart(self, reading: Reading) -> bool:
        """Whether it stands between commas, or a comma and the sentence's end, or after "as": all else is said."""
        doc = reading.doc
        first, last = self.extent(reading)
        while first > 0 and doc[first - 1].pos_ in ("AUX", "ADV"):
            first -= 1
        if last >= len(doc) or doc[last].text not in _CLOSERS:
            return False
        if self.lemma == ACCORDING:
            return True
        if first == 0 or reading.inside[first - 1]:
            return False
        if doc[first - 1].lower_ == "as":
            return first < 2 or doc[first - 2].lower_ not in ("even", "just")
        return first > doc[self.start].sent.start and doc[first - 1].text in _DIVIDERS


_DIVIDERS: Final = frozenset({",", "—", "–", "-"})
_CLOSERS: Final = _DIVIDERS | {".", ";"}


def rank(token: Token) -> int:
    """How surely *token* is a verb that makes words somebody's: 2 speech, 1 thought, 0 neither."""
    lemma = token.lemma_.lower()
    if lemma in words("speech_verbs", "neutral", "loaded"):
        return 2
    return 1 if lemma in words("speech_verbs", "thought") else 0


def is_cue_form(token: Token) -> bool:
    """Whether *token* is a verb of speech, by its tag or, since headlines and marks mislead taggers, its form."""
    if token.pos_ in ("VERB", "AUX"):
        return rank(token) == 2
    return token.lower_ in words("speech_verbs", "forms")


def credit_of_noun(reading: Reading, noun: Token) -> Credit | None:
    """What "her claim" or "the mayor's insistence" credits: the possessor."""
    if noun.lemma_.lower() not in words("nouns", "speech"):
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss" and not reading.inside[c.i]), None)
    return (
        Credit(noun.i, noun.i + 1, noun.lemma_.lower(), owner, 2, is_noun=True) if owner is not None else None
    )


def is_neutral(lemma: str) -> bool:
    """Whether a cue only reports, without a judgement of the reporter."""
    return lemma == ACCORDING or lemma in words("speech_verbs", "neutral")


def credit(reading: Reading, verb: Token, speaker: Token | None = None) -> Credit:
    """What *verb* credits; its subject unless a *speaker* is given."""
    subject = speaker or subject_of(reading, verb)
    return Credit(
        verb.i,
        verb.i + 1,
        verb.lemma_.lower(),
        None if subject is None else issuer(reading, subject),
        rank(verb),
    )


def find_credits(reading: Reading) -> list[Credit]:
    """All verbs of speech with a speaker, and "according to", outside marks, in the order of the text."""
    out: list[Credit] = []
    for token in reading.doc:
        if reading.inside[token.i]:
            continue
        if token.pos_ == "VERB" and rank(token) == 2:
            found = credit(reading, token)
            if found.speaker is not None:
                out.append(found)
        elif token.lower_ == "according":
            found_source = _according(reading, token)
            if found_source is not None:
                out.append(found_source)
    return out


def _according(reading: Reading, token: Token) -> Credit | None:
    """ "According to" and the noun it names."""
    doc = reading.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    for i in range(token.i + 2, min(len(doc), token.i + 12)):
        source = doc[i]
        if reading.inside[i] or source.text in (",", "."):
            return None
        if source.pos_ in ("NOUN", "PROPN", "PRON") and source.dep_ not in (
            "compound",
            "poss",
            "nmod",
            "amod",
            "det",
        ):
            if source.dep_ == "preconj" or source.lower_ in ("the", "a", "an", "both"):
                continue
            return Credit(token.i, token.i + 2, ACCORDING, source, 2)
    return None


def mention(reading: Reading, found: Credit) -> tuple[int, int] | None:
    """The tokens that name the speaker of a credit."""
    return mention_of(reading, found.speaker) if found.speaker is not None else None
