"""Ages given as a bare number: "Smith, 65, said", "he will be 35", "the average age is 34"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_OLDEST: Final = 120
_PERSONS: Final = frozenset({"he", "she", "who", "i"})
_SPANS_OF_LIFE: Final = frozenset({"age", "expectancy", "lifespan"})
_TURNS: Final = frozenset({"turn", "turned", "turns", "turning"})
_AFTER_AGE: Final = frozenset(
    {",", ".", ";", ")", "and", "when", "by", "at", "in", "on", "this", "next", "last", "but", "or", "years"}
)


def read_age(index: TokenIndex, quantity: Quantity) -> Quantity:
    """The quantity as an age in years, if it is a bare number that states one."""
    number = quantity.number
    bare = not quantity.unit and not quantity.is_range and quantity.last == number
    if not bare or quantity.kind != "count" or not 0 < number.low <= _OLDEST or number.low != int(number.low):
        return quantity
    first, last = index.first(quantity.start), index.last(quantity.end)
    if _in_apposition(first, last) or _turns(first, last) or _is_said_of_a_person(first, last):
        return replace(quantity, unit="year", kind="age")
    return quantity


def _in_apposition(first: Token, last: Token) -> bool:
    """ "Smith, 65, said": between commas after a person's name."""
    doc = first.doc
    if first.i < 2 or last.i + 1 >= len(doc) or doc[first.i - 1].text not in (",", "("):
        return False
    name = doc[first.i - 2]
    closed = doc[last.i + 1].text in (",", ")", ".", ";")
    return closed and name.pos_ in ("PROPN", "NOUN") and name.ent_type_ in ("PERSON", "")


def _turns(first: Token, last: Token) -> bool:
    return first.i > 0 and first.nbor(-1).lower_ in _TURNS and _ends_here(last)


def _is_said_of_a_person(first: Token, last: Token) -> bool:
    """ "he was 10", "life expectancy is around 73": the subject of "be" is a person or a span of life."""
    verb = next((a for a in (first, *first.ancestors) if a.pos_ in ("AUX", "VERB")), None)
    if verb is None or verb.lemma_ != "be" or verb.i > first.i or not _ends_here(last):
        return False
    if any(
        t.pos_ in ("ADP", "NOUN", "VERB") and t.lower_ not in ("about", "around", "just", "over", "under")
        for t in first.doc[verb.i + 1 : first.i]
    ):
        return False
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    return subject.lower_ in _PERSONS | _SPANS_OF_LIFE or subject.ent_type_ == "PERSON"


def _ends_here(last: Token) -> bool:
    if last.i + 1 >= len(last.doc):
        return True
    following = last.nbor(1)
    return following.lower_ in _AFTER_AGE or following.pos_ not in (
        "NOUN",
        "PROPN",
        "ADJ",
        "NUM",
        "SYM",
        "ADP",
    )
