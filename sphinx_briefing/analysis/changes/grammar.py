"""What the parse says of a figure: the verb it hangs on, who has it, where it is, and whether it is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.changes.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Figure

_VERBS: Final = frozenset({"VERB", "AUX"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS: Final = frozenset({"xcomp", "ccomp"})
_RELATIVES: Final = frozenset({"relcl", "acl"})
_WHERE: Final = frozenset({"in", "at", "on", "from", "near", "across", "throughout", "inside", "to"})
_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
_HYPOTHETICAL: Final = words("hypothetical")
_PLANNING: Final = words("planning")
_FARTHEST: Final = 5
_LONGEST: Final = 9
_PARTING: Final = frozenset({",", "-", "–", "—", ":", ";"})


def tokens_of(index: TokenIndex, figure: Figure) -> Tokens:
    """The tokens of a figure, whole ones."""
    return index.doc[index.at(figure.start) : index.at(figure.end - 1) + 1]


def noun_of(tokens: Tokens) -> Token:
    """The noun that stands for the figure in its sentence: of "a force of about 400 troops" the force."""
    root = tokens.root
    of = root.head
    if root.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ in _NOUNS:
        return of.head
    return root


def verb_of(noun: Token) -> Token | None:
    """The verb that the noun phrase hangs on, through "most of" and the like."""
    token = noun
    for _ in range(_FARTHEST):
        if token.head == token:
            return token if token.pos_ in _VERBS else None
        token = token.head
        if token.pos_ in _VERBS:
            return token
    return None


def meant_verb(noun: Token, verb: Token) -> Token | None:
    """The verb whose subject the object of another is meant to be: "wants 400 troops to stay"."""
    if noun.dep_ != "dobj" or noun.head != verb:
        return None
    below = (
        c
        for governor, deps in ((verb, _COMPLEMENTS), (noun, _RELATIVES))
        for c in governor.rights
        if c.dep_ in deps
    )
    return next((c for c in below if c.i > noun.i and c.pos_ == "VERB" and is_infinitive(c)), None)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def owner_of(verb: Token, noun: Token) -> Token | None:
    """Who has, keeps or does it: the subject of the verb, unless that is the figure itself."""
    for token in _with_governors(verb):
        subject = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
        if subject is not None:
            return None if subject == noun or noun in subject.subtree else subject
    return None


def _with_governors(verb: Token) -> Iterator[Token]:
    """The verb, and those that lend it their subject: "plans to keep", "sent and kept"."""
    yield verb
    for _ in range(_FARTHEST):
        if verb.dep_ not in ("xcomp", "conj", "advcl", "pcomp", "prep") or verb.head == verb:
            return
        verb = verb.head
        if verb.pos_ in _VERBS:
            yield verb


def possessor_of(noun: Token) -> Token | None:
    """Whose it is: "Aldmark's 2,000 troops", "its force"."""
    return next((c for c in noun.children if c.dep_ == "poss"), None)


def places_of(noun: Token, verb: Token | None) -> frozenset[str]:
    """The names of places that the figure's noun or its verb is tied to."""
    found = set()
    for governor in (noun, verb):
        if governor is None:
            continue
        for child in governor.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in _WHERE:
                found |= {_name(t) for t in child.children if t.dep_ == "pobj" and t.pos_ == "PROPN"}
            elif (
                governor == noun and child.dep_ in ("poss", "nmod", "compound") and child.ent_type_ in _PLACES
            ):
                found.add(_name(child))
    return frozenset(found)


def changed_by(word: Token, figures: Iterable[Figure]) -> str:
    """What a verb or noun of change says that it changes: its object, else its subject, else what it is "in" or "of".

    Args:
        word: the verb or noun.
        figures: those that it takes, which are no part of what changes.
    """
    taken = [figure.start for figure in figures]
    for noun in _changed(word):
        if noun.pos_ in ("NOUN", "PROPN") and (phrase := _phrase(noun, taken)):
            return phrase
    return ""


def _changed(word: Token) -> list[Token]:
    """The nouns that may name what changes, the likeliest first."""
    if word.pos_ == "NOUN":
        within = (
            c for p in word.children if p.lower_ in ("in", "of") for c in p.children if c.dep_ == "pobj"
        )
        return [*within, *(c for c in word.children if c.dep_ in ("compound", "poss"))]
    if word.pos_ in _VERBS:
        objects = [c for c in word.children if c.dep_ in ("dobj", "nsubjpass")]
        owner = owner_of(word, word)
    else:  # "up" and "down" belong to "is" or "edged", not to any verb before them
        objects = []
        beside = word.head.pos_ == "AUX" or word.head.i == word.i - 1
        owner = owner_of(word.head, word) if beside else None
    return [*objects, *([owner] if owner is not None else [])]


def _phrase(noun: Token, taken: Sequence[int]) -> str:
    """The noun with what stands before it and the "of" or "for" behind it; ``""`` if a figure is among them."""
    doc = noun.doc
    start, end = noun.left_edge.i, noun.i
    while start < noun.i and (doc[start].pos_ in ("DET", "PUNCT") or doc[start].tag_ == "PRP$"):
        start += 1
    for child in noun.rights:
        if child.lower_ not in ("of", "for", "in") or child.dep_ != "prep" or child.i != end + 1:
            break
        of = next((c for c in child.children if c.dep_ == "pobj"), child)
        end = child.right_edge.i if child.right_edge.i - start < _LONGEST else of.i
    for token in doc[start : noun.i]:
        if token.text in _PARTING:
            start = token.i + 1
    span = doc[start : end + 1]
    if any(span.start_char <= at < span.end_char for at in taken):
        span = doc[start : noun.i + 1]
    inside = any(span.start_char <= at < span.end_char for at in taken) or any(t.like_num for t in span)
    return "" if inside or len(span) > _LONGEST else span.text


def _name(token: Token) -> str:
    return token.text.lower()


def is_denied(token: Token) -> bool:
    """Whether a verb or noun is negated, asked or only supposed: "did not fall", "if it fell", "no cut"."""
    for at in (token, *_clause_heads(token)):
        for child in at.children:
            if child.dep_ == "neg" or (child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether")):
                return True
            if child.dep_ == "det" and child.lower_ == "no":
                return True
    return token.sent[-1].text == "?"


def is_supposed(word: Token) -> bool:
    """Whether it is only said that it may come to pass, or planned: "could fall", "favours raising it"."""
    for token in (word, *_clause_heads(word)):
        if any(c.dep_ == "aux" and c.lower_ in _HYPOTHETICAL for c in token.children):
            return True
        subject = next((c.lemma_.lower() for c in token.children if c.dep_ in _SUBJECTS), "")
        if token.lemma_.lower() in _PLANNING or (token != word and subject in _PLANNING):
            return True
    return False


def is_future(verb: Token) -> bool:
    """Whether a plan speaks: a word of planning stands in the verb's sentence, not only "will"."""
    return any(token.lemma_.lower() in _PLANNING for token in verb.sent)


def _clause_heads(token: Token) -> Iterator[Token]:
    """The verbs above in the same clause or the one that holds it."""
    for _ in range(2):
        if token.head == token or token.dep_ in ("ROOT", "conj", "parataxis", "advcl", "relcl"):
            return
        token = token.head
        yield token
