"""Which cue and which speaker a marked passage belongs to: a ladder of rules, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.quotes.cues import ACCORDING, Credit, credit, credit_of_noun, is_cue_form, rank
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import (
    antecedent,
    can_speak,
    is_somebody,
    own_subject,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Passage, Reading

#: An unattributed paragraph takes the last speaker at most this many characters back.
_CARRY: Final = 400
#: "X, who has long ..., said" after a closing mark: at most this many tokens.
_AFTER_REACH: Final = 30
_GOES_ON: Final = frozenset(",?!—–-…*")
#: A paragraph that only leads to a quotation has at most this many tokens.
_LEAD: Final = 30
_STOPS: Final = frozenset(".?!;")


class Attribution(NamedTuple):
    """What a passage belongs to, and by which rule."""

    credit: Credit
    rule: str


def attribute(reading: Reading, found: Sequence[Credit]) -> list[Attribution | None]:
    """For each passage of *reading* the credit it belongs to.

    Args:
        reading: the Doc and its passages.
        found: the credits outside marks, as ``find_credits`` gives them.
    """
    out: list[Attribution | None] = []
    for number in range(len(reading.passages)):
        place = _Place(reading, number, found, out)
        out.append(_climb_ladder(place))
    return out


def _climb_ladder(place: _Place) -> Attribution | None:
    for rule in _LADDER:
        found = rule(place)
        if found is not None:
            return Attribution(found, rule.__name__.strip("_"))
    return None


class _Place:
    """A passage with what the rules ask about it."""

    def __init__(
        self, reading: Reading, number: int, found: Sequence[Credit], earlier: Sequence[Attribution | None]
    ):
        self.reading = reading
        self.number = number
        self.found = found
        self.earlier = earlier
        self.passage: Passage = reading.passages[number]
        self.paragraph = reading.paragraphs[self.passage.paragraph]
        before = reading.passages[number - 1] if number else None
        self.before = before if before and before.paragraph == self.passage.paragraph else None
        after = reading.passages[number + 1] if number + 1 < len(reading.passages) else None
        self.after = after if after and after.paragraph == self.passage.paragraph else None
        self.sentence = self._sentence()

    def _sentence(self) -> tuple[int, int]:
        """The tokens of the sentence round the passage; an end inside marks is none."""
        doc, inside = self.reading.doc, self.reading.inside
        lo, hi = self.paragraph
        start = self.passage.start
        while start > lo and (
            inside[start] and inside[start - 1] or not _begins_sentence(doc, inside, start)
        ):
            start -= 1
        end = self.passage.end
        while end < hi and (inside[end] and inside[end - 1] or not _begins_sentence(doc, inside, end)):
            end += 1
        return start, end

    @property
    def last_character(self) -> str:
        return self.reading.text[self.passage.marked.end - 1]


def _begins_sentence(doc, inside, i: int) -> bool:
    """Whether a sentence begins at token *i*, by its punctuation as well as by the parse."""
    if not doc[i].is_sent_start:
        return False
    j = i - 1
    while j > 0 and (doc[j].is_space or doc[j].text in "\"'”’''"):
        j -= 1
    return doc[j].text[-1] in ".?!…:"


def _after_end(place: _Place) -> int:
    """The first token after the closing mark."""
    doc, i = place.reading.doc, place.passage.end
    while i < place.paragraph[1] and doc[i].idx < place.passage.marked.outer_end:
        i += 1
    return i


# --------------------------------------------------------------------------------------------- the rules


def _that_clause(place: _Place) -> Credit | None:
    """``Even as X claimed on Monday that "...",``: a verb of speech shortly before a "that" before the mark."""
    doc, start = place.reading.doc, place.passage.start
    that = start - 2
    if that < place.sentence[0] or doc[that].lower_ != "that":
        return None
    near = [
        c
        for c in place.found
        if max(place.sentence[0], that - 8) <= c.start < that and not c.stands_apart(place.reading)
    ]
    return near[-1] if near else None


def _after_colon(place: _Place) -> Credit | None:
    """``X took the microphone: "..."``: who is spoken of before a colon in the same sentence."""
    i = place.passage.start - 2
    if i <= place.sentence[0] or place.reading.doc[i].text != ":":
        return None
    return _subject_of_sentence(place, place.reading.doc[i])


def _headline_colon(place: _Place) -> Credit | None:
    """``Mayor: 'We will not yield'`` in a title: who stands before the colon."""
    if not place.reading.titled[place.passage.paragraph]:
        return None
    doc = place.reading.doc
    lo = place.paragraph[0]
    for i in range(lo, min(place.passage.start, lo + 9)):
        if doc[i].text == ":" or doc[i].text.endswith(":"):
            heads = [t for t in doc[lo:i] if t.pos_ in ("PROPN", "NOUN")]
            return Credit(i, i + 1, ":", heads[-1], 2) if heads else None
    return None


def _before_the_mark(place: _Place) -> Credit | None:
    """``X said, "..."``, ``X said that "..."``, ``X said: "..."``."""
    reading, doc = place.reading, place.reading.doc
    first = max(place.before.end if place.before else 0, place.paragraph[0])
    i = place.passage.start - 1
    while i >= first and (
        doc[i].is_punct or doc[i].is_space or reading.inside[i] or doc[i].lower_ in ("that", "as", "simply")
    ):
        if doc[i].text in _STOPS and not reading.inside[i]:
            return None
        i -= 1
    if i < first or reading.inside[i]:
        return None
    token = doc[i]
    if rank(token) == 2 and token.pos_ in ("VERB", "AUX"):
        found = _outermost(reading, token)
        return found if found else None
    return _phrase_before(reading, token, place)


def _phrase_before(reading: Reading, particle: Token, place: _Place) -> Credit | None:
    """``X shot back, "..."``, ``as X put it, "..."``: a cue of two words."""
    if particle.i == 0 or reading.text[place.passage.marked.outer_start - 2] not in ",:":
        return None
    verb = reading.doc[particle.i - 1]
    lemma = f"{verb.lemma_.lower()} {particle.lower_}"
    if lemma not in words("speech_verbs", "phrases"):
        return None
    speaker = subject_of(reading, verb)
    return None if speaker is None else Credit(verb.i, particle.i + 1, lemma, speaker, 2)


def _after_the_mark(place: _Place) -> Credit | None:
    """``"...," said X`` and ``"...," X said``."""
    reading, doc = place.reading, place.reading.doc
    start = _after_end(place)
    limit = place.after.start if place.after else place.paragraph[1]
    if start >= limit:
        return None
    if place.last_character not in _GOES_ON and doc[start].text[0] not in ",—–-":
        return None
    i = start
    while i < limit and (doc[i].is_punct or doc[i].is_space):
        i += 1
    if i < limit and is_cue_form(doc[i]):
        speaker = _subject_after(reading, doc[i], limit)
        if speaker is not None:
            return credit(reading, doc[i], speaker)
    for j in range(i, min(limit, i + _AFTER_REACH)):
        token = doc[j]
        if token.text in _STOPS or token.lower_ in ("and", "but") and j == i:
            break
        if token.lower_ == "according" or token.lower_ == "per":
            return next((c for c in place.found if c.start == j), None)
        if j > i and is_cue_form(token):
            found = _said_after(place, token, i, limit)
            if found is not None:
                return found
    return None


def _said_after(place: _Place, verb: Token, first: int, limit: int) -> Credit | None:
    """``X said`` after the mark, unless the verb has words of its own to report ("X said the deal was off")."""
    reading = place.reading
    if _reports_otherwise(place, verb):
        return None
    speaker = subject_of(reading, verb) if verb.dep_ == "xcomp" else own_subject(reading, verb)
    if speaker is not None and verb.i < speaker.i < limit and reading.doc[verb.i - 1].text == ",":
        return credit(reading, verb, speaker)
    if speaker is None or not first <= speaker.i < verb.i:
        if verb.lower_ not in words("speech_verbs", "forms"):
            return None
        speaker = _named_before(reading, first, verb.i)
    return None if speaker is None else credit(reading, verb, antecedent(speaker))


def _reports_otherwise(place: _Place, verb: Token) -> bool:
    """Whether the verb has a clause of its own to report, and the passage is a mere fragment."""
    fragment = (
        place.passage.end - place.passage.start < 5
        or place.reading.doc[place.passage.start].text[0].islower()
    )
    return fragment and any(c.dep_ == "ccomp" and not place.reading.inside[c.i] for c in verb.rights)


def _named_before(reading: Reading, first: int, end: int) -> Token | None:
    """The first name or pronoun, else the last noun, from token *first* on, where the parse knows no subject."""
    found = [
        t
        for t in reading.doc[first:end]
        if t.pos_ in ("PROPN", "NOUN", "PRON") and t.dep_ not in ("poss", "nmod")
    ]
    heads = [t for t in found if t.dep_ != "compound" or t.i + 1 == end]
    return next((t for t in heads if t.ent_type_ or t.pos_ != "NOUN"), heads[-1] if heads else None)


def _subject_after(reading: Reading, verb: Token, limit: int) -> Token | None:
    """The speaker of an inverted verb: its subject, else the noun or name right after it."""
    own = own_subject(reading, verb)
    if own is not None and verb.i < own.i < limit:
        return own
    for i in range(verb.i + 1, min(limit, verb.i + 9)):
        token = reading.doc[i]
        if token.pos_ in ("PROPN", "NOUN", "PRON") and token.dep_ not in ("compound", "poss", "nmod"):
            return token
        if token.pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "NUM", "PART", "ADP", "X", "PUNCT", "VERB"):
            return None
    return None


def _second_part(place: _Place) -> Credit | None:
    """``"...," X said. "..."``: the speaker between the parts."""
    if place.before is None:
        return None
    previous = place.earlier[place.number - 1]
    if previous is None or previous.credit.start < place.before.end:
        return None
    if previous.credit.start >= place.passage.start:
        return None
    doc = place.reading.doc
    between = doc[previous.credit.end : place.passage.start]
    tokens = [t for t in between if not place.reading.inside[t.i] and not t.is_space]
    own = any(rank(t) == 2 and t.pos_ == "VERB" for t in tokens)
    return previous.credit if tokens and not own and tokens[-1].text in (".", ",", ":", ";", "—") else None


def _parenthetical(place: _Place) -> Credit | None:
    """``Nothing, he said, was "settled"``: a cue between commas, anywhere in the sentence."""
    reading, doc = place.reading, place.reading.doc
    lo, hi = place.sentence
    best: Credit | None = None
    for found in place.found:
        if found.start < lo or found.start >= hi or found.speaker is None:
            continue
        if found.rank < 2 or not (found.lemma == ACCORDING or found.stands_apart(reading)):
            continue
        if best is None or abs(found.start - place.passage.start) < abs(best.start - place.passage.start):
            best = found
    return best


def _governing(place: _Place) -> Credit | None:
    """Climb the parse from the passage to what governs it."""
    reading, doc = place.reading, place.reading.doc
    start, end = place.passage.start, place.passage.end
    tops = [t for t in doc[start:end] if not start <= t.head.i < end]
    for top in tops[:3]:
        found = _outermost(reading, top)
        if found is not None:
            return found
    return None


def _outermost(reading: Reading, token: Token) -> Credit | None:
    """The credit that governs *token*: the outermost of speech, else of thought, else the topmost verb's.

    The cue is the innermost one of the same speaker.
    """
    chain = list(_governors(reading, token))
    if not chain:
        return None
    if chain[0].is_noun:
        return chain[0]
    best = chain[0]
    for found in chain[1:]:
        if _weight(found) >= _weight(best):
            best = found
    return next(c for c in chain if c.rank == best.rank and c.speaker == best.speaker)


def _weight(found: Credit) -> float:
    """The rank of a credit, less where its speaker is no person or body ("growth said")."""
    return found.rank - (0 if found.speaker is not None and is_somebody(found.speaker) else 1.5)


def _governors(reading: Reading, token: Token):
    """The credits on the way from *token* to the root of its sentence, the innermost first."""
    at = token
    found_speech = False
    steps = 0
    while steps < 40:
        steps += 1
        if not reading.inside[at.i]:
            here = None
            if at.pos_ in ("VERB", "AUX"):
                here = credit(reading, at)
            elif at.pos_ == "NOUN":
                here = credit_of_noun(reading, at)
            if here is not None and here.speaker is not None and can_speak(here.speaker):
                yield here
                found_speech = found_speech or here.rank == 2
        if at.head.i == at.i:
            return
        if found_speech and at.dep_ in ("relcl", "advcl") and own_subject(reading, at) is not None:
            return
        at = at.head


def _introduced(place: _Place) -> Credit | None:
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
        return _subject_of_sentence(place, doc[last])
    if last - first > _LEAD or any(reading.inside[first:end]):
        return None
    return _speech_of(place, doc[last])


def _speech_of(place: _Place, token: Token) -> Credit | None:
    """The credit of a short sentence about speaking: "The mayor had an answer", "She went on about it"."""
    sentence = token.sent
    main = next((c for c in place.found if c.start == sentence.root.i), None)
    if main is not None:
        return main
    noun = next(
        (t for t in sentence if t.dep_ == "dobj" and t.lemma_.lower() in words("nouns", "speech")), None
    )
    subject = own_subject(place.reading, noun.head) if noun is not None else None
    if noun is None or subject is None or not is_somebody(subject):
        return None
    return Credit(noun.i, noun.i + 1, noun.lemma_.lower(), subject, 2, is_noun=True)


def _subject_of_sentence(place: _Place, token: Token) -> Credit | None:
    """The last credit of speech in the sentence of *token*, else its main verb and subject."""
    reading, sentence = place.reading, token.sent
    speech = [c for c in place.found if sentence.start <= c.start < token.i + 1]
    if speech:
        return speech[-1]
    main = sentence.root
    found = credit(reading, main)
    if not reading.inside[main.i] and found.speaker is not None and can_speak(found.speaker):
        return found
    return None


def _in_the_sentence(place: _Place) -> Credit | None:
    """The nearest verb of speech in the sentence."""
    return _nearest_in(place, *place.sentence)


def _in_the_sentence_before(place: _Place) -> Credit | None:
    """The passage is a sentence of its own: who is spoken of in the sentence before it, in the same paragraph."""
    lo, _ = place.sentence
    doc, inside = place.reading.doc, place.reading.inside
    i = lo - 1
    while i >= place.paragraph[0] and doc[i].is_space:
        i -= 1
    if i < place.paragraph[0] or inside[i]:
        return None
    return _subject_of_sentence(place, doc[i])


def _in_the_paragraph(place: _Place) -> Credit | None:
    """The nearest verb of speech in the paragraph."""
    return _nearest_in(place, *place.paragraph)


def _nearest_in(place: _Place, lo: int, hi: int) -> Credit | None:
    start, end = place.passage.start, place.passage.end
    inside = [c for c in place.found if lo <= c.start < hi]
    return min(inside, key=lambda c: start - c.start if c.start < start else c.start - end, default=None)


def _carried(place: _Place) -> Credit | None:
    """No cue in the paragraph: the last speaker goes on."""
    for number in range(place.number - 1, -1, -1):
        earlier = place.earlier[number]
        if earlier is not None:
            gap = place.passage.marked.start - place.reading.passages[number].marked.end
            return earlier.credit if gap < _CARRY else None
    return None


_LADDER: Final[tuple[Callable[[_Place], Credit | None], ...]] = (
    _headline_colon,
    _before_the_mark,
    _that_clause,
    _after_the_mark,
    _second_part,
    _after_colon,
    _parenthetical,
    _governing,
    _introduced,
    _in_the_sentence,
    _in_the_sentence_before,
    _in_the_paragraph,
    _carried,
)
