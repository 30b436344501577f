"""What a figure counts or measures, in words of the article: "U.S. troops in Syria"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_LEFT: Final = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "advmod"})
_INSIDE_NOUN: Final = frozenset({"compound", "nmod", "amod", "nummod", "quantmod"})
_OF_VERB: Final = frozenset(
    {"dobj", "attr", "npadvmod", "acomp", "advmod", "oprd", "dative", "ccomp", "dep", "prep"}
)
_PREPOSITIONS: Final = frozenset(
    {"of", "in", "on", "for", "at", "from", "with", "between", "among", "against", "across", "by", "to"}
)
_RELATIVES: Final = frozenset({"which", "that", "who", "whom"})
#: Counted words that say nothing of what is counted: "cost 400,000 lives".
_LIGHT: Final = frozenset(
    {"lives", "times", "points", "votes", "seats", "goals", "people", "deaths", "cases", ""}
)
_LONGEST: Final = 9
_FARTHEST: Final = 6


def root_of(index: TokenIndex, quantity: Quantity) -> Token:
    """The token of the figure on which its other tokens hang."""
    first, last = index.at(quantity.start), index.at(quantity.end - 1)
    if quantity.noun >= 0 and first <= quantity.noun <= last:
        return index.doc[quantity.noun]
    for token in index.doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head == token:
            return token
    return index.doc[last]


def subject_of(index: TokenIndex, quantity: Quantity) -> str:
    """The noun phrase that names what is counted or measured; ``""`` where the sentence has none."""
    doc = index.doc
    span = (index.at(quantity.start), index.at(quantity.end - 1))
    root = root_of(index, quantity)
    if quantity.noun >= 0 and quantity.kind in ("count", "ratio"):
        noun = doc[quantity.noun]
        own = _compound_head(noun, span)
        phrase = _phrase(own, span)
        group = _group(root, span)
        if group is not None and " " not in phrase:
            return _phrase(group, span)
        return (_around(root, span) or phrase) if phrase.lower() in _LIGHT else phrase
    of = next((c for c in root.children if c.lower_ == "of" and c.i > root.i), None)
    if of is not None:
        whole = next((c for c in of.children if c.dep_ == "pobj"), None)
        if whole is not None and not span[0] <= whole.i <= span[1]:
            return _phrase(whole, span)
    return _around(root, span)


def _compound_head(noun: Token, span: tuple[int, int]) -> Token:
    """ "79-country coalition": the last noun inside the figure's span."""
    for token in reversed(noun.doc[noun.i : span[1] + 1]):
        if token.pos_ in _NOUNS:
            return token
    return noun


def _group(noun: Token, span: tuple[int, int]) -> Token | None:
    """The noun of a group that the figure gives the size of: "a small force of about 400 troops"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.pos_ not in _NOUNS or span[0] <= of.i <= span[1]:
        return None
    group = of.head
    return None if group.like_num or group.dep_ in ("nummod", "quantmod") or group.i > span[0] else group


def _around(token: Token, span: tuple[int, int]) -> str:
    """The noun that governs the figure, or the subject of its verb."""
    for _ in range(_FARTHEST):
        head = token.head
        if head == token:
            break
        inside = span[0] <= head.i <= span[1]
        if (
            not inside
            and head.pos_ in _NOUNS
            and token.dep_ in _INSIDE_NOUN | {"prep", "appos", "acl", "relcl"}
        ):
            return _phrase(head, span)
        if not inside and head.pos_ in _VERBS:
            subject = _subject(head)
            own = subject is not None and span[0] <= subject.i <= span[1]
            if subject is not None and not own:
                return _phrase(subject, span)
            if head.pos_ == "VERB":
                token = head
                continue
            return ""
        token = head
    return ""


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, through auxiliaries, relative pronouns and verbs joined to it."""
    for _ in range(_FARTHEST):
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
            return verb.head
        if subject is not None:
            return subject if subject.pos_ in _NOUNS or subject.pos_ == "PRON" else None
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if (
            verb.dep_ not in ("xcomp", "conj", "advcl", "ccomp", "pcomp", "prep", "auxpass")
            or verb.head == verb
        ):
            return None
        verb = verb.head
    return None


def _phrase(head: Token, span: tuple[int, int]) -> str:
    """The noun phrase of *head* without article and figure, with the prepositional phrases after it."""
    if head.pos_ == "PRON" and head.lower_ != "which":
        return (
            ""
            if head.lower_ in ("it", "that", "this", "they", "there", "one", "who", "which", "what")
            else head.text
        )
    if head.lower_ == "one":
        return ""
    doc = head.doc
    start = head.i
    for child in head.lefts:
        if (
            child.dep_ in _LEFT
            and child.pos_ not in ("NUM", "DET")
            and child.lower_ not in ("more", "most", "only", "just", "about")
        ):
            start = min(start, child.left_edge.i)
    if start <= span[1] and head.i > span[1]:
        start = span[1] + 1
    elif start <= span[1] and head.i >= span[0]:
        start = _after_number(doc, max(start, span[0]), span, head)
    while start < head.i and (doc[start].pos_ in ("DET", "PUNCT", "ADP", "NUM") or doc[start].lower_ == "of"):
        start += 1
    end = head.i
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in _PREPOSITIONS or child.i != end + 1:
            break
        edge = child.right_edge.i
        if (
            edge - child.i > _LONGEST
            or (child.i <= span[1] and edge >= span[0])
            or any(t.like_num for t in doc[child.i : edge + 1])
        ):
            break
        end = edge
    return doc[start : end + 1].text if start <= end else ""


def _after_number(doc: Doc, start: int, span: tuple[int, int], head: Token) -> int:
    """The first token of the phrase that is not the number itself."""
    while start < head.i and (
        doc[start].like_num or doc[start].pos_ in ("NUM", "SYM", "PUNCT") or doc[start].text[:1].isdigit()
    ):
        start += 1
    return start
