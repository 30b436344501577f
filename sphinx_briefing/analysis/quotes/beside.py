"""Rules that read what touches the marks: before the opening one, after the closing one, between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.cues import Credit, Rank, credit_of, is_speech_verb, rank
from sphinx_briefing.analysis.quotes.governing import outermost
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import antecedent, own_subject, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.place import Place
    from sphinx_briefing.analysis.quotes.reading import Reading

#: "X, who has long ..., said" after a closing mark: at most this many tokens.
_AFTER_REACH: Final = 30
#: "X said on Monday in the capital that": at most this many tokens before the "that".
_THAT_REACH: Final = 8
#: The name of a headline's speaker stands in its first tokens.
_HEADLINE_REACH: Final = 9
#: A quotation whose sentence goes on after the marks ends in one of these.
_GOES_ON: Final = frozenset(",?!—–-…*")
_STOPS: Final = frozenset(".?!;")
_LEADING: Final = frozenset({"that", "as", "simply"})
_NOUNS: Final = frozenset({"PROPN", "NOUN", "PRON"})
_NAMING: Final = _NOUNS | {"DET", "ADJ", "NUM", "PART", "X", "PUNCT", "VERB"}


def headline_colon(place: Place) -> Credit | None:
    """``Mayor: 'We will not yield'`` in a title: who stands before the colon."""
    if not place.reading.titled[place.passage.paragraph]:
        return None
    doc, first = place.reading.doc, place.paragraph[0]
    for i in range(first, min(place.passage.start, first + _HEADLINE_REACH)):
        if doc[i].text.endswith(":"):
            heads = [t for t in doc[first:i] if t.pos_ in ("PROPN", "NOUN")]
            return Credit(i, i + 1, ":", heads[-1], Rank.SPEECH) if heads else None
    return None


def before_the_mark(place: Place) -> Credit | None:
    """``X said, "..."``, ``X said that "..."``, ``X shot back: "..."``."""
    reading, doc = place.reading, place.reading.doc
    first = max(place.before.end if place.before else 0, place.paragraph[0])
    i = place.passage.start - 1
    while i >= first and (
        doc[i].is_punct or doc[i].is_space or reading.inside[i] or doc[i].lower_ in _LEADING
    ):
        if doc[i].text in _STOPS and not reading.inside[i]:
            return None
        i -= 1
    if i < first:
        return None
    if rank(doc[i]) is Rank.SPEECH and doc[i].pos_ in ("VERB", "AUX"):
        return outermost(reading, doc[i])
    return _phrase_before(place, doc[i])


def _phrase_before(place: Place, particle: Token) -> Credit | None:
    """``X shot back, "..."``, ``as X put it, "..."``: a cue of two words."""
    reading = place.reading
    if particle.i == 0 or place.passage.marked.outer_start < 2:
        return None
    if reading.text[place.passage.marked.outer_start - 2] not in ",:":
        return None
    verb = reading.doc[particle.i - 1]
    lemma = f"{verb.lemma_.lower()} {particle.lower_}"
    speaker = subject_of(reading, verb) if lemma in words("speech_verbs", "phrases") else None
    return None if speaker is None else Credit(verb.i, particle.i + 1, lemma, speaker, Rank.SPEECH)


def that_clause(place: Place) -> Credit | None:
    """``Even as X claimed on Monday that "...",``: a verb of speech shortly before "that" and the mark."""
    that = place.passage.start - 2
    if that < place.sentence[0] or place.reading.doc[that].lower_ != "that":
        return None
    near = place.credits_in(max(place.sentence[0], that - _THAT_REACH), that)
    return next((c for c in reversed(near) if not c.stands_apart(place.reading)), None)


def after_the_mark(place: Place) -> Credit | None:
    """``"...," said X``, ``"...," X said`` and ``"...," according to X``."""
    reading, doc = place.reading, place.reading.doc
    start = place.next_token
    limit = place.after.start if place.after else place.paragraph[1]
    last_character = reading.text[place.passage.marked.end - 1]
    if start >= limit or (last_character not in _GOES_ON and doc[start].text[0] not in ",—–-"):
        return None
    while start < limit and (doc[start].is_punct or doc[start].is_space):
        start += 1
    if start < limit and is_speech_verb(doc[start]):
        speaker = _subject_after(reading, doc[start], limit)
        if speaker is not None:
            return credit_of(reading, doc[start], speaker)
    return _in_the_rest(place, start, limit)


def _in_the_rest(place: Place, start: int, limit: int) -> Credit | None:
    """The first credit of the sentence that goes on at token *start*."""
    doc = place.reading.doc
    if start < limit and doc[start].lower_ in ("and", "but"):
        return None
    for i in range(start, min(limit, start + _AFTER_REACH)):
        if doc[i].text in _STOPS:
            break
        if doc[i].lower_ == "according":
            return next(iter(place.credits_in(i, i + 1)), None)
        if i > start and is_speech_verb(doc[i]):
            found = _said_after(place, doc[i], start, limit)
            if found is not None:
                return found
    return None


def _said_after(place: Place, verb: Token, first: int, limit: int) -> Credit | None:
    """``X said`` after the mark, unless the verb has words of its own to report ("X said it was off")."""
    reading = place.reading
    if _reports_otherwise(place, verb):
        return None
    speaker = subject_of(reading, verb) if verb.dep_ == "xcomp" else own_subject(reading, verb)
    if speaker is not None and verb.i < speaker.i < limit and reading.doc[verb.i - 1].text == ",":
        return credit_of(reading, verb, speaker)
    if speaker is None or not first <= speaker.i < verb.i:
        if verb.lower_ not in words("speech_verbs", "forms"):
            return None
        speaker = _named_between(reading, first, verb.i)
    return None if speaker is None else credit_of(reading, verb, antecedent(speaker))


def _reports_otherwise(place: Place, verb: Token) -> bool:
    """Whether the verb has a clause of its own to report, and the passage is a mere fragment."""
    start, end = place.passage.start, place.passage.end
    is_fragment = end - start < 5 or place.reading.doc[start].text[0].islower()
    return is_fragment and any(c.dep_ == "ccomp" and not place.reading.inside[c.i] for c in verb.rights)


def _named_between(reading: Reading, first: int, end: int) -> Token | None:
    """The first name or pronoun of a range of tokens, else its last noun, where the parse has no subject."""
    found = [t for t in reading.doc[first:end] if t.pos_ in _NOUNS and t.dep_ not in ("poss", "nmod")]
    heads = [t for t in found if t.dep_ != "compound" or t.i + 1 == end]
    return next((t for t in heads if t.ent_type_ or t.pos_ != "NOUN"), heads[-1] if heads else None)


def _subject_after(reading: Reading, verb: Token, limit: int) -> Token | None:
    """The speaker of an inverted verb: its subject, else the noun or name right after it."""
    own = own_subject(reading, verb)
    if own is not None:
        return own if verb.i < own.i < limit else None
    for i in range(verb.i + 1, min(limit, verb.i + 9)):
        token = reading.doc[i]
        if token.pos_ in _NOUNS and token.dep_ not in ("compound", "poss", "nmod"):
            return token
        if token.pos_ not in _NAMING:
            return None
    return None


def interrupted(place: Place) -> Credit | None:
    """``"...," X said, "..."``: the sentence goes on after its credit."""
    return _credit_between(place, frozenset({","}))


def second_part(place: Place) -> Credit | None:
    """``"...," X said. "..."``: the speaker of the first part goes on."""
    return _credit_between(place, frozenset({".", ":", ";", "—"}))


def _credit_between(place: Place, endings: frozenset[str]) -> Credit | None:
    """The credit of the passage before, if it stands between the two and nothing but it does.

    Args:
        place: the second of the passages.
        endings: the words one of which stands right before its opening mark.
    """
    previous = place.earlier[place.number - 1] if place.before is not None else None
    if place.before is None or previous is None:
        return None
    if not place.before.end <= previous.credit.start < place.passage.start:
        return None
    between = place.reading.doc[previous.credit.end : place.passage.start]
    tokens = [t for t in between if not place.reading.inside[t.i] and not t.is_space]
    if not tokens or tokens[-1].text not in endings:
        return None
    has_own = any(rank(t) is Rank.SPEECH and t.pos_ == "VERB" for t in tokens)
    return None if has_own else previous.credit
