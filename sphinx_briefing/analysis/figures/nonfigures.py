"""Numbers that are no figures by their place in the sentence: years, names, addresses, pronouns, enumerators.

Entity labels are evidence beside the words, never the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_DESIGNATORS: Final = read_words("nonfigures", "designators")
_VAGUE_NOUNS: Final = read_words("nonfigures", "vague nouns")
_BEFORE_PRONOUNS: Final = read_words("nonfigures", "before pronouns")
_STREETS: Final = read_words("nonfigures", "streets")
_OPENERS: Final = read_words("nonfigures", "openers")
_NAME_LABELS: Final = frozenset(
    {"ORG", "PRODUCT", "EVENT", "FAC", "LAW", "WORK_OF_ART", "GPE", "LOC", "NORP", "PERSON"}
)
_NAMED: Final = frozenset({"PROPN"})


def is_figure(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether *quantity* counts or measures something."""
    if quantity.kind not in ("count", "ratio") or quantity.unit:
        return not _is_named_unit(index, quantity)
    if quantity.number.style in ("part", "plural") or quantity.kind == "ratio":
        return True
    if quantity.number.low == 1 and quantity.number.style == "words" and not quantity.is_range:
        return _counts_one(index, quantity)
    return not (
        _is_year(index, quantity)
        or _is_designated(index, quantity)
        or _is_in_a_name(index, quantity)
        or _is_address(index, quantity)
    )


def _is_named_unit(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether number and unit are a name: "Channel 5's", "Model 3s", "4K"."""
    return quantity.unit in ("second", "generation") and _previous(index, quantity) in _DESIGNATORS


def _previous(index: TokenIndex, quantity: Quantity) -> str:
    first = index.first(quantity.start)
    return first.nbor(-1).lower_ if first.i else ""


def _counts_one(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether "one" is a number: not the pronoun, not "one problem is", not "one faction of rebels"."""
    one = index.first(quantity.start)
    doc = index.doc
    if one.i + 1 >= len(doc) or quantity.last != quantity.number:
        return quantity.last != quantity.number
    following = doc[one.i + 1]
    before = doc[one.i - 1] if one.i else None
    if before is not None and before.lower_ in _BEFORE_PRONOUNS and before.sent == one.sent:
        return before.lower_ in ("the", "only", "as", "this", "that") and False
    if one.text[0].isupper() and before is not None and before.pos_ == "PROPN":
        return False  # BBC One, Air Force One
    if following.lower_ == "of":
        return True
    return (
        following.lower_ not in _VAGUE_NOUNS
        and following.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT", "VERB")
        and _is_object(one)
    )


def _is_object(one: Token) -> bool:
    """Whether what "one" counts stands for itself: the subject of a definition does not."""
    noun = one.head
    if one.dep_ != "nummod" or noun.pos_ not in ("NOUN", "PROPN"):
        return one.nbor(1).pos_ != "PUNCT" or one.nbor(1).text in ("-", "‑", "–")
    if noun.dep_ in ("nsubj", "attr") and noun.head.lemma_ == "be" and noun.i < noun.head.i:
        return False  # "One problem is ..."
    partitive = any(
        child.lower_ == "of" and any(whole.tag_ in ("NNS", "NNPS") for whole in child.children)
        for child in noun.rights
    )
    return not partitive


def _is_year(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether a bare number of four digits dates something."""
    number = quantity.last
    text = index.text[number.start : number.end]
    if len(text) != 4 or not text.isdecimal() or not 1400 <= number.low <= 2100:
        return False
    token = index.first(number.start)
    counted = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i
    if counted and token.ent_type_ != "DATE":
        return False
    return not (token.ent_type_ in ("CARDINAL", "QUANTITY") and counted)


def _is_designated(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether the word before makes it a number in a series: "page 4", "No. 10"."""
    first = index.first(quantity.number.start)
    if not first.i or quantity.number.start != quantity.start:
        return False
    before = first.nbor(-1)
    return before.lower_ in _DESIGNATORS and not _counts_a_plural(index, quantity)


def _counts_a_plural(index: TokenIndex, quantity: Quantity) -> bool:
    last = index.last(quantity.end)
    return last.dep_ == "nummod" and last.head.tag_ in ("NNS", "NNPS") and last.head.i > last.i


def _is_in_a_name(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether it belongs to the capitalised word before or after it: "Boeing 787", "the Six Nations"."""
    first = index.first(quantity.number.start)
    if _counts_a_plural(index, quantity) and first.ent_type_ not in ("PRODUCT", "FAC"):
        return (
            quantity.number.style == "words"
            and first.is_title
            and not first.is_sent_start
            and first.ent_type_ in _NAME_LABELS
        )
    if not first.i:
        return False
    before = first.nbor(-1)
    if before.idx + len(before) + 1 < quantity.number.start and not before.whitespace_:
        return False
    large = quantity.number.scale > 1 or "," in index.text[quantity.number.start : quantity.number.end]
    if large or quantity.number.low != int(quantity.number.low):
        return False
    capital = before.text[:1].isupper() or before.text[1:2].isupper()
    if (
        capital
        and before.lower_ not in _OPENERS
        and (before.pos_ in ("PROPN", "NOUN", "ADJ", "NUM") or before.ent_type_ in _NAME_LABELS)
    ):
        return True
    same_entity = first.ent_type_ in _NAME_LABELS and first.ent_iob_ == "I"
    return same_entity or (first.is_title and quantity.number.style == "words" and not first.is_sent_start)


def _is_address(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether a capitalised name of a street follows."""
    at = index.after(quantity.end)
    for token in index.doc[at : at + 4]:
        if not token.text[:1].isupper() and not token.text[:1].isdigit():
            return False
        if token.lower_ in _STREETS:
            return True
    return False
