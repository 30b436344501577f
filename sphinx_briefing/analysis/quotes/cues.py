"""Cues: the verbs, nouns and phrases that make words somebody's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import issuer, mention_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

ACCORDING: Final = "according to"
#: What stands between a cue set apart and the words it reports.
_DIVIDERS: Final = frozenset({",", "—", "–", "-"})
_CLOSERS: Final = _DIVIDERS | {".", ";"}
#: The noun named by "according to" is at most this many tokens away.
_REACH: Final = 12
_NOT_HEADS: Final = frozenset({"compound", "poss", "nmod", "amod", "det", "preconj"})


class Rank(IntEnum):
    """How surely a cue makes words somebody's."""

    OTHER = 0
    THOUGHT = 1
    SPEECH = 2


@dataclass(frozen=True, slots=True)
class Credit:
    """A cue and whom it credits.

    Attributes:
        start: the cue's first token.
        end: the token after its last.
        lemma: the cue's lemma.
        speaker: the head of the words that name the speaker.
        rank: how surely the cue makes words somebody's.
        is_noun: whether the cue is a noun ("her claim").
    """

    start: int
    end: int
    lemma: str
    speaker: Token
    rank: Rank
    is_noun: bool = False

    def extent(self, reading: Reading) -> tuple[int, int]:
        """From the first to after the last token of cue and speaker, with what describes the speaker."""
        first, last = self.speaker.left_edge.i, self.speaker.right_edge.i + 1
        if first <= self.start < last:  # the cue stands in a clause about the speaker: "critics who say"
            first, last = mention_of(reading, self.speaker)
        return min(first, self.start), max(last, self.end)

    def stands_apart(self, reading: Reading) -> bool:
        """Whether the sentence around is what is reported.

        So it is where cue and speaker stand between commas, or one and the sentence's end, or after "as".
        """
        doc = reading.doc
        if doc[self.start].dep_ in ("acl", "relcl"):
            return False
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


def rank(verb: Token) -> Rank:
    """How surely *verb* makes words somebody's."""
    lemma = verb.lemma_.lower()
    if lemma in words("speech_verbs", "neutral", "loaded"):
        return Rank.SPEECH
    return Rank.THOUGHT if lemma in words("speech_verbs", "thought") else Rank.OTHER


def is_speech_verb(token: Token) -> bool:
    """Whether *token* is a verb of speech.

    Its tag tells, or its form: beside quotation marks taggers often mistake "says" or "answers" for nouns.
    """
    if token.pos_ in ("VERB", "AUX"):
        return rank(token) is Rank.SPEECH
    return token.lower_ in words("speech_verbs", "forms")


def is_neutral(lemma: str) -> bool:
    """Whether a cue only reports, without a judgement of the article."""
    return lemma in (ACCORDING, ":") or lemma in words("speech_verbs", "neutral")


def credit_of(reading: Reading, verb: Token, speaker: Token | None = None) -> Credit | None:
    """Whom *verb* credits: its subject, unless a *speaker* is given; ``None`` without either."""
    speaker = speaker or subject_of(reading, verb)
    if speaker is None:
        return None
    return Credit(verb.i, verb.i + 1, verb.lemma_.lower(), issuer(reading, speaker), rank(verb))


def credit_of_noun(reading: Reading, noun: Token) -> Credit | None:
    """Whom "her claim" or "the mayor's insistence" credits: the possessor."""
    lemma = noun.lemma_.lower()
    if lemma not in words("nouns", "speech"):
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss" and not reading.inside[c.i]), None)
    return None if owner is None else Credit(noun.i, noun.i + 1, lemma, owner, Rank.SPEECH, is_noun=True)


def find_credits(reading: Reading) -> list[Credit]:
    """All verbs of speech with a speaker, and "according to", outside marks, in the order of the text."""
    doc = reading.doc
    verbs = (credit_of(reading, doc[i]) for i in reading.verbs if rank(doc[i]) is Rank.SPEECH)
    phrases = (_according(reading, i) for i in reading.places_of("according"))
    found = [c for candidates in (verbs, phrases) for c in candidates if c is not None]
    return sorted(found, key=lambda c: c.start)


def _according(reading: Reading, start: int) -> Credit | None:
    """The credit of an "according to" that begins at token *start*, with the noun it names."""
    doc = reading.doc
    if reading.inside[start] or start + 2 >= len(doc) or doc[start + 1].lower_ != "to":
        return None
    for i in range(start + 2, min(len(doc), start + _REACH)):
        source = doc[i]
        if reading.inside[i] or source.text in (",", "."):
            return None
        is_noun = source.pos_ in ("NOUN", "PROPN", "PRON") and source.dep_ not in _NOT_HEADS
        if is_noun and source.lower_ not in ("the", "a", "an", "both"):
            return Credit(start, start + 2, ACCORDING, source, Rank.SPEECH)
    return None
