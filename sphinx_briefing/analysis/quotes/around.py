"""Rules that look further than the marks: elsewhere in the sentence, before it, in the paragraph before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.cues import ACCORDING, Credit, Rank, credit_of
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import can_speak, is_somebody, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.place import Place

_LEADING_MARKS: Final = frozenset({":", "--", "—"})
#: A paragraph that only leads to a quotation has at most this many tokens.
_LEAD: Final = 30
#: An unattributed paragraph takes the last speaker at most this many characters back.
_CARRY: Final = 400


def after_colon(place: Place) -> Credit | None:
    """``X took the microphone: "..."``: who is spoken of before a colon or dash in the same sentence."""
    colon = place.passage.start - 2
    if colon <= place.sentence[0] or place.reading.doc[colon].text not in _LEADING_MARKS:
        return None
    return _spoken_of(place, place.reading.doc[colon])


def parenthetical(place: Place) -> Credit | None:
    """``Nothing, he said, was "settled"``: a cue between commas, anywhere in the sentence."""
    reading = place.reading
    apart = [c for c in place.credits_in(*place.sentence) if c.lemma == ACCORDING or c.stands_apart(reading)]
    return min(apart, key=lambda c: abs(c.start - place.passage.start), default=None)


def introduced(place: Place) -> Credit | None:
    """The paragraph begins with the passage, and the one before leads to it, by a colon or by its words."""
    reading, doc = place.reading, place.reading.doc
    number = place.passage.paragraph
    if number == 0 or place.passage.start > place.paragraph[0] + 2:
        return None
    first, end = reading.paragraphs[number - 1]
    last = end - 1
    while last > first and doc[last].is_space:
        last -= 1
    if reading.inside[last]:
        return None
    if doc[last].text.endswith(":"):
        return _spoken_of(place, doc[last])
    if last - first > _LEAD or any(reading.inside[first:end]):
        return None
    return _announced(place, doc[last])


def in_the_sentence(place: Place) -> Credit | None:
    """The nearest verb of speech in the sentence."""
    return place.nearest_in(*place.sentence)


def in_the_sentence_before(place: Place) -> Credit | None:
    """The passage is a sentence of its own: who is spoken of in the one before it, in the same paragraph."""
    doc, i = place.reading.doc, place.sentence[0] - 1
    while i >= place.paragraph[0] and doc[i].is_space:
        i -= 1
    if i < place.paragraph[0] or place.reading.inside[i]:
        return None
    return _spoken_of(place, doc[i])


def in_the_paragraph(place: Place) -> Credit | None:
    """The nearest verb of speech in the paragraph."""
    return place.nearest_in(*place.paragraph)


def carried(place: Place) -> Credit | None:
    """No cue in the paragraph: the last speaker goes on."""
    for number in range(place.number - 1, -1, -1):
        gap = place.passage.marked.start - place.reading.passages[number].marked.end
        earlier = place.earlier[number]
        if earlier is not None or gap >= _CARRY:
            return earlier.credit if earlier is not None and gap < _CARRY else None
    return None


def _spoken_of(place: Place, last: Token) -> Credit | None:
    """The last credit of speech in the sentence that ends with *last*, else its main verb and subject."""
    sentence = last.sent
    speech = place.credits_in(sentence.start, last.i + 1)
    if speech:
        return speech[-1]
    if place.reading.inside[sentence.root.i]:
        return None
    found = credit_of(place.reading, sentence.root)
    return found if found is not None and can_speak(found.speaker) else None


def _announced(place: Place, last: Token) -> Credit | None:
    """The credit of a sentence about speaking: ``The mayor had an answer``, ``She continued her attack``."""
    sentence = last.sent
    main = next(iter(place.credits_in(sentence.root.i, sentence.root.i + 1)), None)
    if main is not None:
        return main
    for noun in sentence:
        if noun.dep_ == "dobj" and noun.lemma_.lower() in words("nouns", "speech"):
            subject = own_subject(place.reading, noun.head)
            if subject is not None and is_somebody(subject):
                return Credit(noun.i, noun.i + 1, noun.lemma_.lower(), subject, Rank.SPEECH, is_noun=True)
    return None
