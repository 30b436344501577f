"""Clauses: the verb that governs a word, its tense, and the words of the article that make a whole of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from sphinx_briefing.analysis.dates import Tense

VERBS: Final = frozenset({"VERB", "AUX"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_FUTURE_AUXILIARIES: Final = frozenset(
    {"will", "wo", "’ll", "'ll", "shall", "would", "’d", "may", "might", "could", "can", "should"}
)
_NOT_YET: Final = frozenset({"will", "wo", "’ll", "'ll", "shall", "may", "can"})
_PERFECT: Final = frozenset({"have", "has", "had", "’ve", "'ve", "having", "of"})
#: Clauses that say too little without the one they belong to.
_LEANING: Final = frozenset(
    {
        "xcomp",
        "advcl",
        "pcomp",
        "prep",
        "aux",
        "auxpass",
        "csubj",
        "csubjpass",
        "oprd",
        "acomp",
        "attr",
        "dep",
    }
)
_OF_A_NOUN: Final = frozenset({"relcl", "acl"})
_STRAY: Final = frozenset({"but", "and", "or", "so", "yet", "that", "nor"})
_FARTHEST: Final = 12
#: Words under which a verb tells what is to come: "plans to leave", "is due to open".
PLANNING: Final = entries(Path(__file__).with_name("planning.txt"))


class Clause(NamedTuple):
    """The tokens ``doc[start:end]`` that make a clause, or a noun with the clause that tells of it."""

    start: int
    end: int


def governor(token: Token) -> Token | None:
    """The nearest verb above *token*, ``None`` where there is none."""
    for _ in range(_FARTHEST):
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.lefts) or any(
        child.dep_ in SUBJECTS for child in verb.rights
    )


def head_verb(verb: Token) -> Token:
    """The verb whose clause *verb* belongs to: of "plans to leave" that of "plans"."""
    for _ in range(_FARTHEST):
        leaning = verb.dep_ in _LEANING or (verb.dep_ == "conj" and not has_subject(verb))
        if not leaning or verb.head == verb:
            return verb
        above = verb.head if verb.head.pos_ in VERBS else governor(verb)
        if above is None:
            return verb
        verb = above
    return verb


def clause_of(verb: Token) -> Clause:
    """The clause of *verb* without others that are only strung to it by "and" or "but"."""
    verb = head_verb(verb)
    top = _whole_noun(verb.head) if verb.dep_ in _OF_A_NOUN and verb.head != verb else verb
    start, end = top.left_edge.i, top.right_edge.i + 1
    if top == verb:
        for child in verb.rights:
            if child.dep_ == "conj" and has_subject(child):
                end = min(end, _joint(verb, child))
    else:
        end = verb.right_edge.i + 1
    return trimmed(verb.doc, start, end)


def _whole_noun(noun: Token) -> Token:
    """The noun that *noun* only tells more of: of "the minister of the islands" the minister."""
    for _ in range(_FARTHEST):
        of = noun.head
        if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.pos_ not in ("NOUN", "PROPN"):
            break
        noun = of.head
    return noun


def _joint(verb: Token, joined: Token) -> int:
    """Where a clause that is strung to that of *verb* begins: at its "and" or comma."""
    start = joined.left_edge.i
    doc = verb.doc
    while (
        start > verb.i + 1
        and (doc[start - 1].dep_ == "cc" or doc[start - 1].is_punct)
        and not doc[start - 1].is_quote
    ):
        start -= 1
    return start


def trimmed(doc: Doc, start: int, end: int) -> Clause:
    """The clause without commas, stops and conjunctions at its edges."""
    while start < end - 1 and (
        _is_edge(doc[start]) or (doc[start].lower_ in _STRAY and doc[start].dep_ in ("cc", "mark"))
    ):
        start += 1
    while end - 1 > start and (_is_edge(doc[end - 1]) or doc[end - 1].dep_ == "cc"):
        end -= 1
    return Clause(start, end)


def _is_edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and not token.is_quote and not token.is_bracket)


def widened(start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Clause:
    """The tokens with the whole of each quotation that they would cut, marks included.

    Args:
        start: the first of the tokens.
        end: the token after their last.
        quoted: the token ranges of what is quoted, marks excluded.
    """
    for first, last in quoted:
        if start < last and first < end and not (first <= start and end <= last):
            start, end = min(start, first - 1), max(end, last + 1)
    return Clause(start, end)


class Time(NamedTuple):
    """When what a clause tells is so.

    Attributes:
        tense: whether it is past, present or still to come.
        planned: whether it is only planned, announced or possible.
    """

    tense: Tense
    planned: bool


def time_of(verb: Token) -> Time:
    """The time of a clause by its verb.

    An infinitive or participle has the time of the verb above, and lies ahead of it where that verb plans.
    """
    planned = verb.lemma_.lower() in PLANNING and _is_passive(verb)  # "is scheduled for May 3"
    for _ in range(_FARTHEST):
        if tense := _own_tense(verb):
            if tense == "future":
                return Time(tense, planned=True)
            # what somebody planned in the past may have come to pass since
            return Time({"past": "present", "present": "future"}[tense] if planned else tense, planned)  # type: ignore[arg-type]
        above = verb.head if verb.head != verb and verb.head.pos_ in VERBS else governor(verb)
        planned = planned or (_is_infinitive(verb) and (_plans(verb.head) or _is_to_be(verb)))
        if above is None:
            break
        verb = above
    return Time("future" if planned else "past", planned)


def _own_tense(verb: Token) -> Tense | None:
    """The tense that the verb's own form and its auxiliaries show, ``None`` for an infinitive or participle."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    if words & _FUTURE_AUXILIARIES:
        return "past" if words & _PERFECT and not words & _NOT_YET else "future"
    if verb.tag_ == "VBD" or words & _PERFECT or any(c.tag_ == "VBD" for c in auxiliaries):
        return "past"
    if any(c.tag_ in ("VBZ", "VBP") for c in auxiliaries):
        return "future" if _is_going(verb) else "present"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return "past" if verb.tag_ == "VBN" and verb.dep_ in _OF_A_NOUN else None


def _is_to_be(verb: Token) -> bool:
    """Whether "was to open", "the plan is to open" put it ahead."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.head.pos_ in VERBS


def _plans(word: Token) -> bool:
    return word.lemma_.lower() in PLANNING or word.lower_ in PLANNING


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.lefts)


def _is_going(verb: Token) -> bool:
    """Whether it tells what is arranged: "is leaving on Tuesday", "is going to leave"."""
    return verb.tag_ == "VBG" and not _is_passive(verb)


def is_supposed(verb: Token) -> bool:
    """Whether the clause only asks or supposes: "if it opens in May", "whether he left in 2011"."""
    for _ in range(_FARTHEST):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.lefts):
            return True
        if verb.head == verb or verb.dep_ in ("ROOT", "relcl", "ccomp", "parataxis"):
            return False
        verb = verb.head
    return False


def is_compared(verb: Token) -> bool:
    """Whether the clause only says what something is compared with: "lower than it was", "as she did in 2008"."""
    return any(c.lower_ == "than" or (c.lower_ == "as" and verb.lemma_ == "do") for c in verb.lefts) or (
        verb.head.lower_ == "than"
    )


def is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands with the verb."""
    return any(child.dep_ == "neg" for child in verb.children)
