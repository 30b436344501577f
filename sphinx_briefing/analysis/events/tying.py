"""Which verb a date tells the time of, if it tells that of any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.clauses import SUBJECTS, VERBS
from sphinx_briefing.analysis.events.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_AT: Final = words("at")
_AHEAD: Final = words("ahead")
_HAPPENINGS: Final = words("happenings")
_TAKING_PART: Final = words("taking part")
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: How a date hangs on the word it tells the time of.
_ADVERBIAL: Final = frozenset(
    {"npadvmod", "advmod", "tmod", "prep", "pobj", "pcomp", "nmod", "dep", "advcl", "mark"}
)
_MODIFYING: Final = frozenset({"compound", "poss", "amod", "nmod", "nummod"})
#: Names with a date in them are no dates: "the Summer 2011 Act", "April Jones".
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "FAC", "LAW", "WORK_OF_ART", "PRODUCT", "NORP", "LOC"})
_OF_NUMBERS: Final = frozenset({"percent", "%", "per", "cent", "$", "€", "£"})
_COMPARING: Final = frozenset({"than", "like", "as", "with", "to"})
_FARTHEST: Final = 8


def tied_to(date: Tokens) -> Token | None:
    """The verb whose time *date* tells; ``None`` for a date that is compared, talked of, or part of a name."""
    if any(token.ent_type_ in _NAMES for token in date) or _is_of_a_number(date):
        return None
    token = date.root
    if token.dep_ in ("conj", "appos") and token.head.ent_type_ in ("DATE", "TIME"):
        token = token.head
    for _ in range(_FARTHEST):
        above = token.head
        if above == token:
            return token if token.pos_ in VERBS else None
        if token.dep_ == "prep" and not _tells_when(token):
            return None
        if above.pos_ in VERBS:
            return above if token.dep_ in _ADVERBIAL or token.pos_ == "ADP" else None
        if above.pos_ in _NOUNS and not _is_date(above):
            return _through_noun(token, above)
        token = above
    return None


def _is_of_a_number(date: Tokens) -> bool:
    """Whether it dates the earlier of two values: "from 12 in 2007 to 31 last year"."""
    doc, at = date.doc, date.start - 1
    if at > 0 and doc[at].pos_ == "ADP":
        at -= 1
    last = at
    while at > 0 and (doc[at].like_num or doc[at].lower_ in _OF_NUMBERS):
        at -= 1
    return at < last and doc[at].lower_ == "from"


def _is_date(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _tells_when(preposition: Token) -> bool:
    word = preposition.lower_
    return word in _AT or word in _AHEAD or (word == "of" and _is_date(preposition.head))


def _through_noun(token: Token, noun: Token) -> Token | None:
    """The verb that a date beside a noun belongs to.

    A date in front of a noun is that noun's: of "the January attack killed four" it is the verb's too, of "discussed
    the January attack" it is not. Behind a noun it mostly belongs to the verb, or to the clause that tells of the noun.
    """
    if token.dep_ in _MODIFYING and token.i < noun.i:
        return _happens(noun)
    told = next((c for c in noun.rights if c.dep_ == "relcl" and c.i > token.i), None)
    if told is not None:
        return told
    if (token.dep_ == "prep" and token.lower_ == "of") or noun.like_num:  # "from 12 in 2007"
        return None
    return _above(noun)


def _above(noun: Token) -> Token | None:
    """The verb that a noun belongs to, unless it is only compared: "more than the storm in 2011"."""
    for _ in range(_FARTHEST):
        above = noun.head
        compared = noun.dep_ == "prep" and noun.lower_ in _COMPARING
        if above == noun or compared:
            return None
        if above.pos_ in VERBS:
            return above
        noun = above
    return None


def _happens(noun: Token) -> Token | None:
    """The verb that tells what became of something that happened, or who took part in it."""
    if noun.lemma_.lower() not in _HAPPENINGS or noun.head.pos_ not in VERBS:
        return None
    if noun.dep_ in SUBJECTS:
        return noun.head
    return noun.head if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _TAKING_PART else None
