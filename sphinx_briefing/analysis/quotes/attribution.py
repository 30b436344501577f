"""Which cue and which speaker a marked passage belongs to: a ladder of rules, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.quotes.cues import (
    Credit,
    credit,
    credit_of_noun,
    find_credits,
    is_cue_form,
    rank,
)
from sphinx_briefing.analysis.quotes.subjects import can_speak, own_subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Passage, Reading

#: An unattributed paragraph takes the last speaker at most this many characters back.
_CARRY: Final = 400
#: "X, who has long ..., said" after a closing mark: at most this many tokens.
_AFTER_REACH: Final = 30
_GOES_ON: Final = frozenset(",?!—–-…*")
_STOPS: Final = frozenset(".?!;")


class Attribution(NamedTuple):
    """What a passage belongs to, and by which rule."""

    credit: Credit
    rule: str


def attribute(reading: Reading) -> list[Attribution | None]:
    """For each passage of *reading* the credit it belongs to."""
    found = find_credits(reading)
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
    if token.lower_ in ("it", "back", "on", "out", "in") and i > first and doc[i - 1].pos_ == "VERB":
        speaker = subject_of(reading, doc[i - 1])
        if speaker is not None and can_speak(speaker):
            return Credit(i - 1, i + 1, doc[i - 1].lemma_.lower() + " " + token.lower_, speaker, 2)
    return None


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
    speaker = own_subject(reading, verb)
    if speaker is None or not first <= speaker.i < verb.i:
        speaker = subject_of(reading, verb)
    if speaker is None or not first <= speaker.i < limit:
        before = [
            t
            for t in reading.doc[first : verb.i]
            if t.pos_ in ("PROPN", "NOUN", "PRON") and t.dep_ != "compound"
        ]
        speaker = next((t for t in before if t.ent_type_ or t.pos_ != "NOUN"), before[-1] if before else None)
    if speaker is None or speaker.i >= verb.i:
        return None
    return credit(reading, verb, speaker)


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
        if found.rank < 2 or not _stands_apart(reading, found, lo):
            continue
        if best is None or abs(found.start - place.passage.start) < abs(best.start - place.passage.start):
            best = found
    return best


def _stands_apart(reading: Reading, found: Credit, lo: int) -> bool:
    """Whether cue and speaker stand between commas, or a comma and the sentence's end."""
    doc = reading.doc
    if found.lemma == "according to":
        return True
    speaker = found.speaker
    first = min(found.start, speaker.left_edge.i if speaker.i < found.start else found.start)
    last = max(found.end, speaker.right_edge.i + 1 if speaker.i >= found.end else found.end)
    while first > lo and doc[first - 1].pos_ in ("AUX", "ADV"):
        first -= 1
    if first <= lo or last >= len(doc):
        return False
    return doc[first - 1].text in (",", "—", "–", "-") and doc[last].text in (",", ".", "—", "–", "-", ";")


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
    best = chain[0]
    for found in chain[1:]:
        if found.rank >= best.rank:
            best = found
    same = [c for c in chain if c.rank == best.rank and c.speaker == best.speaker]
    return same[0]


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
        while at.dep_ == "conj" and at.head.i != at.i and at.pos_ in ("VERB", "AUX") and False:
            at = at.head


def _introduced(place: _Place) -> Credit | None:
    """A passage after a colon, at the end of its own or of the paragraph before: who is spoken of there."""
    doc, inside = place.reading.doc, place.reading.inside
    i = place.passage.start - 1
    while i > 0 and (doc[i].is_space or inside[i]):
        i -= 1
    if i <= 0 or not doc[i].text.endswith(":"):
        return None
    return _subject_of_sentence(place, doc[i])


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
    _after_the_mark,
    _second_part,
    _parenthetical,
    _governing,
    _introduced,
    _in_the_sentence,
    _in_the_sentence_before,
    _in_the_paragraph,
    _carried,
)
