"""Ages given as a bare number: "Smith, 65, said", "he will be 35", "life expectancy is around 73"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_OLDEST: Final = 120
_OF_AGE: Final = frozenset({"he", "she", "who", "i", "age", "expectancy", "lifespan"})
_LIMITS: Final = frozenset({"over", "under", "above", "below"})
_PEOPLE: Final = read_words("speech", "people")
_TURNING: Final = frozenset({"turn", "turned", "turns", "turning"})
_BEFORE_AGE: Final = frozenset({"about", "around", "just", "over", "under"})
_NOT_PERSONS: Final = frozenset({"DATE", "TIME", "CARDINAL", "GPE", "LOC", "MONEY"})
_COUNTED: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM", "ADP"})
_AFTER_AGE: Final = frozenset({"and", "when", "by", "at", "in", "on", "this", "next", "last", "but", "or"})


def read_age(index: TokenIndex, quantity: Quantity) -> Quantity:
    """The quantity as an age in years, if it is a bare number that states one."""
    number = quantity.number
    bare = quantity.kind == "count" and not quantity.unit and quantity.last == number
    if not bare or not 0 < number.low <= _OLDEST or number.low != int(number.low) or quantity.is_range:
        return quantity
    first, last = index.first(quantity.start), index.last(quantity.end)
    if _in_apposition(first, last) or (
        _ends_here(last) and (_turned(first) or _is_someones(first) or _is_a_limit(first))
    ):
        return replace(quantity, unit="year", kind="age")
    return quantity


def _in_apposition(first: Token, last: Token) -> bool:
    """Whether it stands between commas after a person: "Smith, 65, said"."""
    doc = first.doc
    if first.i < 2 or last.i + 1 >= len(doc) or doc[first.i - 1].text not in (",", "("):
        return False
    person = doc[first.i - 2]
    closed = doc[last.i + 1].text in (",", ")", ".", ";", "(")
    return closed and person.pos_ in ("PROPN", "NOUN") and person.ent_type_ not in _NOT_PERSONS


def _turned(first: Token) -> bool:
    return first.i > 0 and first.nbor(-1).lower_ in _TURNING


def _is_a_limit(first: Token) -> bool:
    """Whether it parts people by age: "patients over 65", "all the suspects are under 18"."""
    if first.i < 2 or first.nbor(-1).lower_ not in _LIMITS:
        return False
    who = first.nbor(-2)
    if who.lemma_ == "be":
        who = next((c for c in who.children if c.dep_ == "nsubj"), who)
    return who.lemma_.lower() in _PEOPLE or who.lower_ in _PEOPLE


def _is_someones(first: Token) -> bool:
    """Whether the subject of "be" before it is a person or a span of life: "he was 10"."""
    verb = next((a for a in (first, *first.ancestors) if a.pos_ in ("AUX", "VERB")), None)
    if verb is None or verb.lemma_ != "be" or verb.i > first.i:
        return False
    between = first.doc[verb.i + 1 : first.i]
    if any(t.pos_ in ("ADP", "NOUN", "VERB") and t.lower_ not in _BEFORE_AGE for t in between):
        return False
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and (subject.lower_ in _OF_AGE or subject.ent_type_ == "PERSON")


def _ends_here(last: Token) -> bool:
    """Whether nothing follows that the number could count."""
    if last.i + 1 >= len(last.doc):
        return True
    following = last.nbor(1)
    return following.lower_ in _AFTER_AGE or following.pos_ not in _COUNTED
