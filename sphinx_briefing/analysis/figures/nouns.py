"""What a number counts: the head noun after it, from the parse, with its modifiers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import read_words
from sphinx_briefing.analysis.figures.units import NAMES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_HYPHENATED: Final = re.compile(r"[-‑–]\s?([^\W\d_]+(?:[’'][^\W\d_]+)?)")
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_BEFORE_HEAD: Final = frozenset(
    {"NOUN", "PROPN", "ADJ", "ADV", "ADP", "VERB", "CCONJ", "PUNCT", "PART", "SYM", "X", "NUM"}
)
_INSIDE_NUMBER: Final = frozenset({"quantmod", "compound", "nummod", "amod", "npadvmod"})
_KEPT: Final = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_HYPHENS: Final = frozenset("-‑–")
_INVARIABLE: Final = read_words("nouns", "invariable")
_DEGREES: Final = read_words("nouns", "degrees")
_DEICTIC: Final = read_words("nouns", "deictic")
_HEDGES: Final = read_words("nouns", "hedges")
_STRONG: Final = read_words("nouns", "strong")
_LONGEST_PHRASE: Final = 10
_MOST_DETERMINERS: Final = 5


def count_noun(index: TokenIndex, quantity: Quantity) -> Quantity:
    """The quantity with the noun it counts as its unit, if it has no unit and a noun follows."""
    at = index.after(quantity.end)
    if quantity.unit:
        return quantity
    hyphenated = _HYPHENATED.match(index.text, quantity.end)
    if hyphenated is not None and hyphenated.group(1).lower() in _HEDGES:
        at = index.at(hyphenated.end() - 1) + 1
    elif hyphenated is not None:
        return _compound(index, quantity, hyphenated)
    another = _or_two(index, quantity)
    if another is not None or at >= len(index.doc):
        return another or quantity
    if index.doc[at].lower_ == "of" or quantity.number.style == "part":
        return _part_of_whole(index.doc, quantity, at)
    head = _head(index, quantity, at) if index.doc[at].pos_ not in ("DET", "PRON") else None
    return quantity if head is None else _counted(quantity, index.doc[at : head.i + 1])


def _or_two(index: TokenIndex, quantity: Quantity) -> Quantity | None:
    """The noun before "or two": "another goal or two"."""
    first = index.at(quantity.start)
    if (
        quantity.low != 2
        or first < 2
        or index.doc[first - 1].lower_ != "or"
        or index.doc[first - 2].tag_ != "NN"
    ):
        return None
    counted = _counted(quantity, index.doc[first - 2 : first - 1])
    return replace(counted, end=quantity.end)


def _part_of_whole(doc: Doc, quantity: Quantity, at: int) -> Quantity:
    """What follows "of", or a half: "one of the best speakers", "half the flats", "a third of those"."""
    of = doc[at].lower_ == "of"
    if of and _is_numbered(doc, at + 1):
        return quantity  # "two-thirds of the 1,200 voters": the next number knows
    begin = _after_determiners(doc, at + of)
    head = _last_noun(doc, begin)
    if head is None:
        return quantity
    counted = _counted(quantity, doc[begin : head.i + 1])
    return replace(counted, end=quantity.end) if of and quantity.number.style == "part" else counted


def _is_numbered(doc: Doc, at: int) -> bool:
    """Whether a number follows determiners and owners: "the 1,200 voters", "the country's 50 million"."""
    for token in doc[at : at + _MOST_DETERMINERS]:
        if token.pos_ == "NUM":
            return True
        owner = token.pos_ in _NOUNS and token.i + 1 < len(doc) and token.nbor(1).tag_ == "POS"
        if not (owner or token.pos_ == "DET" or token.tag_ in ("PRP$", "POS") or token.lower_ == "combined"):
            return False
    return False


def _after_determiners(doc: Doc, at: int) -> int:
    while at < len(doc) and (doc[at].pos_ in ("DET", "NUM") or doc[at].tag_ == "PRP$"):
        at += 1
    return at


def _head(index: TokenIndex, quantity: Quantity, at: int) -> Token | None:
    """The noun that the number counts: by the parse where it says so, else by the words that follow."""
    doc = index.doc
    token = index.last(quantity.end)
    while token.dep_ in _INSIDE_NUMBER and token.head.like_num and token.head.i > token.i:
        token = token.head
    head = token.head
    counts = token.dep_ in ("nummod", "compound", "amod") and head.pos_ in _NOUNS
    if not counts or not at <= head.i < at + _LONGEST_PHRASE:
        return _last_noun(doc, at)
    between = doc[at : head.i]
    if any(t.pos_ not in _BEFORE_HEAD or (t.pos_ == "PUNCT" and t.text in ",;:.()") for t in between):
        return _last_noun(doc, at)
    while head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.pos_ in _NOUNS:
        head = head.head
    return head


def _last_noun(doc: Doc, at: int) -> Token | None:
    """The last noun of the noun phrase that begins at *at*; ``None`` if none does."""
    if at < len(doc) and doc[at].lower_ in _DEICTIC:
        return None
    head: Token | None = None
    owner: Token | None = None
    glued = -1
    for token in doc[at : at + _LONGEST_PHRASE]:
        if token.is_sent_start and token.i > at:
            break
        if token.pos_ in _NOUNS:
            head = token
        elif token.tag_ == "POS":
            owner, head = head, None
        elif _is_tight_hyphen(token):
            head, glued = None, token.i + 1
        elif token.i != glued and (head is not None or not _may_modify(token, at)):
            break
    return head or owner


def _is_tight_hyphen(token: Token) -> bool:
    return token.text in _HYPHENS and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_


def _may_modify(token: Token, first: int) -> bool:
    participle = token.pos_ == "VERB" and token.tag_ in ("VBN", "VBG") and token.dep_ == "amod"
    return participle or token.pos_ in ("ADJ", "ADV") or (token.pos_ == "CCONJ" and token.i > first)


def _compound(index: TokenIndex, quantity: Quantity, hyphenated: re.Match[str]) -> Quantity:
    """The quantity of a compound: "79-nation and agency league" counts nations; it is all these words."""
    doc = index.doc
    word = hyphenated.group(1).lower()
    unit = "people" if word in _STRONG else singular(word)
    last = index.at(hyphenated.end() - 1)
    begin = last + 1
    joined = begin < len(doc) and doc[begin].lower_ in ("and", "or")
    head = _last_noun(doc, begin + joined)
    if joined and head is not None and head.i == begin + 1:
        head = None  # "a 79-country and police force" would need two nouns
    if head is None:
        return replace(quantity, end=hyphenated.end(), unit=unit, unit_phrase=unit, noun=last)
    rest = unit_phrase(doc[begin : head.i + 1])
    return replace(
        quantity, end=head.idx + len(head), unit=unit, unit_phrase=" ".join((unit, rest)), noun=last
    )


def _counted(quantity: Quantity, phrase: Tokens) -> Quantity:
    """The quantity with a noun phrase as its unit; "previous years" are years."""
    first, head = phrase[0], phrase[-1]
    name = singular_of(head)
    unit = NAMES.get(name.lower()) if head.pos_ == "NOUN" else None
    if unit is not None and unit.kind != "count":
        kind = quantity.kind if quantity.number.style == "plural" else unit.kind
        return replace(quantity, end=phrase.end_char, unit=unit.name, kind=kind, noun=head.i)
    if quantity.high > 1 and first.tag_ == head.tag_ == "NN" and first.i < head.i and not quantity.is_range:
        name = singular_of(first)  # "an 11 member agreement" counts members
    return replace(quantity, end=phrase.end_char, unit=name, unit_phrase=unit_phrase(phrase), noun=head.i)


def unit_phrase(phrase: Tokens) -> str:
    """The words of a noun phrase in their base forms, without what is neither noun nor adjective."""
    words: list[str] = []
    glue = False
    for token in phrase:
        last = token.i == phrase.end - 1
        if token.text in _HYPHENS and words and not last and not token.whitespace_:
            glue = True
            continue
        inside = glue or (not last and not token.whitespace_ and token.nbor(1).text in _HYPHENS)
        if not inside and _is_left_out(token, phrase):
            continue
        word = singular_of(token) if last else _base(token, inside=inside)
        if glue:
            words[-1] = f"{words[-1]}-{word}"
        else:
            words.append(word)
        glue = False
    return " ".join(words)


def _is_left_out(token: Token, phrase: Tokens) -> bool:
    """Whether a word says nothing of what is counted: "densely wooded", "more", "combined"."""
    if token.pos_ not in _KEPT or token.lower_ in _DEGREES:
        return True
    before = token.nbor(-1) if token.i > phrase.start else None
    return (
        token.pos_ == "ADJ" and before is not None and before.pos_ == "ADV" and before.lower_.endswith("ly")
    )


def _base(token: Token, *, inside: bool) -> str:
    if inside or token.pos_ == "PROPN" or token.is_upper or (token.is_title and token.tag_ == "JJ"):
        return token.text
    return token.lemma_.lower() if token.pos_ == "ADJ" else singular_of(token)


def singular_of(token: Token) -> str:
    """A noun's singular: the model's lemma where it has one, else by its form; names keep their case."""
    if token.pos_ == "PROPN":
        plural = token.tag_ == "NNPS" or (token.text.endswith("s") and token.dep_ != "compound")
        return singular(token.text) if plural else token.text
    if token.tag_ == "NNS" and token.text[:-1].isupper():
        return token.text.removesuffix("s")  # RBIs
    if token.tag_ == "NNS":
        return token.lemma_ if token.lemma_ != token.text else singular(token.text)
    return token.text if token.is_upper else token.lower_


def singular(word: str) -> str:
    """The singular of a regular plural; any other word as it is."""
    if (
        len(word) < 4
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
        or word.lower() in _INVARIABLE
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]
