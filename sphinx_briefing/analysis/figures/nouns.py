"""What a number counts: the head noun after it, from the parse, with its modifiers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.units import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_HYPHENATED: Final = re.compile(r"[-‑–]\s?([^\W\d_]+(?:[’'][^\W\d_]+)?)")
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_MODIFIERS: Final = frozenset(
    {"NOUN", "PROPN", "ADJ", "ADV", "VERB", "CCONJ", "PUNCT", "PART", "SYM", "X", "NUM"}
)
_KEPT: Final = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_HYPHENS: Final = frozenset("-‑–")
_DETERMINERS: Final = frozenset({"DET", "PRON", "ADJ", "PART"})
_LONGEST_PHRASE: Final = 10
_DEICTIC: Final = frozenset("last next this that past previous each every earlier later".split())


def count_noun(index: TokenIndex, quantity: Quantity) -> Quantity:
    """The quantity with the noun it counts as its unit, if it has no unit and a noun follows."""
    if quantity.unit:
        return quantity
    hyphenated = _HYPHENATED.match(index.text, quantity.end)
    if hyphenated is not None:
        return _compound(index, quantity, hyphenated)
    at = index.after(quantity.end)
    doc = index.doc
    first = index.at(quantity.start)
    if first >= 2 and doc[first - 1].lower_ == "or" and doc[first - 2].tag_ == "NN" and quantity.low == 2:
        noun = doc[first - 2]  # "another goal or two"
        unit = NAMES.get(noun.lower_)
        return replace(
            quantity,
            unit=noun.lower_,
            unit_phrase=noun.lower_,
            kind=unit.kind if unit else "count",
            noun=noun.i,
        )
    if at >= len(doc):
        return quantity
    of_whole = doc[at].lower_ == "of"
    if of_whole and _numbered(doc, at + 1):
        return quantity
    if of_whole or (quantity.number.style == "part" and doc[at].pos_ == "DET"):
        head = _whole(doc, at + 1 if of_whole else at)
        begin = _skip_determiners(doc, at + 1 if of_whole else at)
    else:
        head = _head(index, quantity, at)
        begin = at
    if head is None:
        return quantity
    return _counted(quantity, doc, begin, head, spanned=quantity.number.style != "part" or not of_whole)


def _head(index: TokenIndex, quantity: Quantity, at: int) -> Token | None:
    """The noun that the number counts: by the parse where it says so, else the noun phrase that follows."""
    doc = index.doc
    token = index.last(quantity.end)
    while (
        token.dep_ in ("quantmod", "compound", "nummod", "amod", "npadvmod")
        and token.head.like_num
        and token.head.i > token.i
    ):
        token = token.head
    head = token.head
    if (
        token.dep_ in ("nummod", "compound", "amod")
        and head.pos_ in _NOUNS
        and at <= head.i < at + _LONGEST_PHRASE
        and all(t.pos_ in _MODIFIERS or t.pos_ == "ADP" for t in doc[at : head.i])
        and not any(t.text in ",;:.()" for t in doc[at : head.i] if t.pos_ == "PUNCT")
    ):
        return _whole_compound(doc, head)
    return _whole(doc, at)


def _numbered(doc: Doc, at: int) -> bool:
    """Whether a number follows the determiners: "two-thirds of the 1,200 voters"."""
    while at < len(doc) and (doc[at].pos_ == "DET" or doc[at].tag_ == "PRP$" or doc[at].lower_ == "combined"):
        at += 1
    return at < len(doc) and doc[at].pos_ == "NUM"


def _whole_compound(doc: Doc, head: Token) -> Token:
    while head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.pos_ in _NOUNS:
        head = head.head
    return head


def _skip_determiners(doc: Doc, at: int) -> int:
    while at < len(doc) and (
        doc[at].pos_ in ("DET", "NUM") or doc[at].tag_ == "PRP$" or doc[at].lower_ == "combined"
    ):
        at += 1
    return at


def _whole(doc: Doc, at: int) -> Token | None:
    """The last noun of the noun phrase that begins at *at*; ``None`` if none does."""
    at = _skip_determiners(doc, at)
    if at < len(doc) and doc[at].lower_ in _DEICTIC:
        return None
    head: Token | None = None
    owner: Token | None = None
    for token in doc[at : at + _LONGEST_PHRASE]:
        if token.is_sent_start and token.i > at:
            break
        if token.pos_ in _NOUNS:
            head = token
        elif token.pos_ == "PART" and token.lower_ in ("'s", "’s", "'", "’"):
            owner, head = head, None
        elif token.text in _HYPHENS:
            continue
        elif head is not None or not _may_modify(token, at):
            break
    return head or owner


def _may_modify(token: Token, first: int) -> bool:
    return (
        token.pos_ in ("ADJ", "ADV")
        or (token.pos_ == "VERB" and token.tag_ in ("VBN", "VBG") and token.dep_ == "amod")
        or (token.pos_ == "CCONJ" and token.i > first)
    )


def _compound(index: TokenIndex, quantity: Quantity, hyphenated: re.Match[str]) -> Quantity:
    """ "79-country and organization coalition": counts countries; its words are the whole noun phrase."""
    doc = index.doc
    word = hyphenated.group(1)
    last = index.at(hyphenated.end() - 1)
    head = _whole(doc, last + 1)
    if doc[last].pos_ in _NOUNS and head is None and doc[last].whitespace_:
        end = hyphenated.end()
    else:
        end = head.idx + len(head) if head is not None else hyphenated.end()
    if last + 1 < len(doc) and doc[last + 1].lower_ in ("and", "or"):
        second = _whole(doc, last + 2)
        if second is not None and doc[last + 2].pos_ in _NOUNS and second.i > last + 2:
            end = second.idx + len(second)
    unit = "people" if word.lower() == "strong" else singular(word.lower())
    words = [unit, unit_phrase(doc[last + 1 : head.i + 1]) if head is not None else ""]
    return replace(
        quantity,
        end=max(end, hyphenated.end()),
        unit=unit,
        unit_phrase=" ".join(filter(None, words)),
        noun=last,
    )


def _counted(quantity: Quantity, doc: Doc, begin: int, head: Token, *, spanned: bool) -> Quantity:
    name = _singular_of(head)
    unit = NAMES.get(name.lower()) if head.pos_ == "NOUN" else None
    phrase = unit_phrase(doc[begin : head.i + 1])
    kind = quantity.kind
    counted = doc[begin]
    if (
        quantity.high != 1
        and counted.tag_ == "NN"
        and counted.i < head.i
        and head.tag_ == "NN"
        and not quantity.is_range
    ):
        name = _singular_of(counted)  # "an 11 member agreement" counts members
    if unit is not None and unit.kind in ("measure", "duration", "percent"):
        name, phrase, kind = unit.name, "", unit.kind if kind == "count" else kind
    return replace(
        quantity,
        end=head.idx + len(head) if spanned else quantity.end,
        unit=name,
        unit_phrase=phrase,
        kind=kind,
        noun=head.i,
    )


def unit_phrase(tokens: Sequence[Token]) -> str:
    """The words of a noun phrase in their base forms, without what is neither noun nor adjective."""
    words: list[str] = []
    glue = False
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        if token.text in _HYPHENS and words and i < last and not token.whitespace_:
            glue = True
            continue
        part_of_compound = glue or (i < last and tokens[i + 1].text in _HYPHENS and not token.whitespace_)
        degree = (
            token.pos_ == "ADJ"
            and i > 0
            and tokens[i - 1].lower_.endswith("ly")
            and tokens[i - 1].pos_ == "ADV"
        )
        if ((token.pos_ not in _KEPT or token.lower_ == "more") and not part_of_compound) or degree:
            continue
        word = _singular_of(token) if i == last else _base(token, inside=part_of_compound)
        if glue:
            words[-1] = f"{words[-1]}-{word}"
        else:
            words.append(word)
        glue = False
    return " ".join(words)


def _base(token: Token, *, inside: bool) -> str:
    if inside or token.pos_ == "PROPN" or token.is_upper:
        return token.text
    if token.pos_ != "ADJ":
        return _singular_of(token)
    lemma = token.lemma_.lower()
    return lemma[:-3] if token.tag_ == "JJS" and lemma.endswith("est") and len(lemma) > 5 else lemma


def _singular_of(token: Token) -> str:
    if token.tag_ == "NNS":
        lemma = token.lemma_
        return lemma if lemma != token.text else singular(token.text)
    if token.tag_ == "NNPS" or (
        token.pos_ == "PROPN" and token.text[-1:] == "s" and token.dep_ != "compound"
    ):
        return singular(token.text)
    return token.text if token.pos_ == "PROPN" else token.text.lower()


def singular(word: str) -> str:
    """The singular of a regular plural; any other word as it is."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]
