"""What a figure counts or measures, in words of the article: "guards in the north"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import read_words
from sphinx_briefing.analysis.figures.units import NAMES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_BEFORE_NOUN: Final = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "advmod"})
_UNDER_NOUN: Final = frozenset(
    {"compound", "nmod", "amod", "nummod", "quantmod", "prep", "appos", "acl", "relcl"}
)
_UNDER_VERB: Final = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "prep", "auxpass"})
#: Counted words that say nothing of what is counted: "cost 90,000 lives".
_LIGHT: Final = read_words("subjects", "light nouns")
_PREPOSITIONS: Final = read_words("subjects", "prepositions")
_RELATIVES: Final = read_words("subjects", "relatives")
_EMPTY: Final = read_words("subjects", "empty")
_EMPTY_GROUPS: Final = read_words("subjects", "empty groups")
_FOCUS: Final = read_words("subjects", "focus")
_LONGEST: Final = 9
_FARTHEST: Final = 6


def root_of(index: TokenIndex, quantity: Quantity) -> Token:
    """The token of the figure on which its other tokens hang."""
    first, last = _span(index, quantity)
    if first <= quantity.noun <= last:
        return index.doc[quantity.noun]
    for token in index.doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head == token:
            return token
    return index.doc[last]


def subject_of(index: TokenIndex, quantity: Quantity) -> str:
    """The noun phrase that names what is counted or measured; ``""`` where the sentence has none."""
    span = _span(index, quantity)
    root = root_of(index, quantity)
    if quantity.noun >= 0 and quantity.kind in ("count", "ratio"):
        inside = not quantity.per and span[0] <= quantity.noun <= span[1]
        noun = index.doc[quantity.noun]
        return _counted(_last_noun(noun, span[1]) if inside else noun, root, span)
    whole = _whole(root)
    if whole is not None and not span[0] <= whole.i <= span[1]:
        return _phrase(whole, span)
    return _around(root, span)


def _whole(part: Token) -> Token | None:
    """What follows "of": the applicants of "3 percent of the applicants"."""
    of = next((c for c in part.rights if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _span(index: TokenIndex, quantity: Quantity) -> tuple[int, int]:
    """The indices of the first and the last token of the figure."""
    return index.at(quantity.start), index.at(quantity.end - 1)


def _last_noun(noun: Token, last: int) -> Token:
    """The last noun of a figure's words, from the one it counts: "79-nation league"."""
    return next((t for t in reversed(noun.doc[noun.i : last + 1]) if t.pos_ in _NOUNS), noun)


def _counted(noun: Token, root: Token, span: tuple[int, int]) -> str:
    """The phrase of a counted noun, or the group that it gives the size of."""
    phrase = _phrase(noun, span)
    group = _group(root, span)
    if group is not None and " " not in phrase:
        return _phrase(group, span)
    return (_around(root, span) or phrase) if phrase.lower() in _LIGHT or not phrase else phrase


def _group(noun: Token, span: tuple[int, int]) -> Token | None:
    """The noun of a group of so many: "a small crew of about 40 divers"."""
    of, group = noun.head, noun.head.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or group.pos_ not in _NOUNS or span[0] <= of.i <= span[1]:
        return None
    empty = group.like_num or group.lower_ in _EMPTY_GROUPS or group.dep_ in ("nummod", "quantmod")
    return None if empty or group.i > span[0] else group


def _around(token: Token, span: tuple[int, int]) -> str:
    """The noun that governs the figure, or the subject of its verb."""
    for _ in range(_FARTHEST):
        head = token.head
        if head == token:
            break
        outside = not span[0] <= head.i <= span[1]
        if outside and head.pos_ in _NOUNS and token.dep_ in _UNDER_NOUN and head.lower_ not in NAMES:
            return _phrase(head, span)
        if outside and head.pos_ in _VERBS:
            subject = _subject(head)
            if subject is not None and subject.lower_ in _EMPTY_GROUPS:
                subject = _whole(subject) or subject
            if subject is not None and not span[0] <= subject.i <= span[1]:
                return _phrase(subject, span)
            if head.pos_ != "VERB":
                break
        token = head
    return ""


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, through relative pronouns and the verbs it is joined to."""
    for _ in range(_FARTHEST):
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        relative = subject is not None and subject.lower_ in _RELATIVES
        if verb.dep_ in ("relcl", "acl") and (relative or subject is None):
            return verb.head
        if subject is not None:
            return subject if subject.pos_ in _NOUNS or subject.pos_ == "PRON" else None
        if verb.dep_ not in _UNDER_VERB or verb.head == verb:
            break
        verb = verb.head
    return None


def _phrase(head: Token, span: tuple[int, int]) -> str:
    """The noun phrase of *head* without article and figure, with the prepositional phrases after it."""
    if head.lower_ in _EMPTY:
        return ""
    start, end = _left_edge(head, span), _right_edge(head, span)
    return head.doc[start : end + 1].text if head.pos_ != "PRON" else head.text


def _left_edge(head: Token, span: tuple[int, int]) -> int:
    doc = head.doc
    start = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE_NOUN and child.pos_ not in ("NUM", "DET") and child.lower_ not in _FOCUS:
            start = min(start, child.left_edge.i)
    if start <= span[1]:
        if head.i > span[1]:
            start = span[1] + 1
        elif head.i >= span[0]:
            start = _after_number(doc, max(start, span[0]), head.i)
    while start < head.i and (
        doc[start].pos_ in ("DET", "PUNCT", "ADP", "NUM") or (start and doc[start - 1].text == "-")
    ):
        start += 1
    # What is joined to a word that belongs to the number belongs there too: "79-state and company league".
    return head.i if doc[start].pos_ == "CCONJ" else start


def _right_edge(head: Token, span: tuple[int, int]) -> int:
    """The end of the prepositional phrases after a noun: short ones, without figures of their own."""
    end = head.i
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS or child.i != end + 1:
            break
        edge = child.right_edge.i
        holds_figure = child.i <= span[1] and edge >= span[0]
        if edge - child.i > _LONGEST or holds_figure or any(t.like_num for t in head.doc[child.i : edge + 1]):
            break
        end = edge
    return end


def _after_number(doc: Doc, start: int, last: int) -> int:
    """The first token of a phrase that is not its number."""
    while start < last and (doc[start].pos_ in ("NUM", "SYM", "PUNCT") or doc[start].text[:1].isdigit()):
        start += 1 + (not doc[start].whitespace_ and len(doc[start + 1]) == 1)  # the "m" of "1.4m"
    return start
