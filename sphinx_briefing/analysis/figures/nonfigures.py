"""Numbers that are no figures by their place in the sentence: years, names, addresses, pronouns, enumerators.

Entity labels are evidence beside the words, never the rule.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.quantity import Quantity
    from sphinx_briefing.analysis.figures.tokens import TokenIndex

_DESIGNATORS: Final = read_words("nonfigures", "designators")
_VAGUE_NOUNS: Final = read_words("nonfigures", "vague nouns")
_BEFORE_PRONOUNS: Final = read_words("nonfigures", "before pronouns")
_COMPOUNDS: Final = read_words("nonfigures", "compounds")
_DEFINITE: Final = read_words("nonfigures", "definite")
_PEOPLE: Final = read_words("speech", "people")
_STREETS: Final = read_words("nonfigures", "streets")
_OPENERS: Final = read_words("nonfigures", "openers")
_NAME_LABELS: Final = frozenset(
    {"ORG", "PRODUCT", "EVENT", "FAC", "LAW", "WORK_OF_ART", "GPE", "LOC", "NORP", "PERSON"}
)
_THING_LABELS: Final = frozenset({"ORG", "PRODUCT", "EVENT", "FAC", "LAW", "WORK_OF_ART"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_AFTER_PRONOUNS: Final = frozenset({"VERB", "AUX", "PUNCT", "ADP", "CCONJ", "PRON", "PART", "SCONJ"})
_HYPHENS: Final = frozenset("-‑–")
_COMPOUND: Final = re.compile(r"[-‑–]([^\W\d_]+)")


def is_figure(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether *quantity* counts or measures something."""
    if quantity.unit:
        return not _is_idiom(index, quantity)
    if quantity.number.style == "part":
        return not _is_a_side(index, quantity)
    if quantity.number.style == "plural" or quantity.kind == "ratio":
        return True
    if _is_in_a_compound(index, quantity) or _is_a_pronoun(index, quantity):
        return False
    if quantity.number.low == 1 and quantity.number.style == "words" and not quantity.is_range:
        return _counts_one(index, quantity)
    return not (
        _is_year(index, quantity)
        or _is_designated(index, quantity)
        or _is_in_a_name(index, quantity)
        or _is_address(index, quantity)
    )


def _before(index: TokenIndex, quantity: Quantity) -> Token | None:
    """The token before the figure, in its sentence."""
    first = index.first(quantity.start)
    return None if not first.i or first.is_sent_start else first.nbor(-1)


def _after(index: TokenIndex, quantity: Quantity) -> Token | None:
    at = index.after(quantity.end)
    return index.doc[at] if at < len(index.doc) else None


def _is_idiom(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether number and unit together mean something else: "at one point", "Channel 5's", "one-time"."""
    before = _before(index, quantity)
    word = before.lower_ if before is not None else ""
    if quantity.unit in ("second", "generation"):
        return word in _DESIGNATORS
    if quantity.kind == "duration" and _is_in_a_title(index, quantity):
        return True
    if quantity.number.style != "words":
        return False
    if index.first(quantity.start).is_title and before is not None and before.pos_ == "PROPN":
        return True  # "the Kick Six cup"
    if quantity.number.low != 1:
        return False
    return (quantity.unit == "point" and word == "at") or _is_in_a_compound(
        index, quantity, quantity.number.end
    )


def _is_in_a_title(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether its unit is capitalised where the words before it are not: "the film 48 Hours"."""
    before, unit = _before(index, quantity), index.last(quantity.end)
    return unit.is_title and before is not None and before.is_lower and before.pos_ in ("NOUN", "DET")


def names_a_thing(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether a number and the name after it are one name: "900 Skyliner", "the 17.25 Harwich train"."""
    number, last = index.last(quantity.number.end), index.last(quantity.end)
    if quantity.noun != last.i or quantity.number.style != "digits" or quantity.is_range:
        return False
    written = index.text[quantity.number.start : quantity.number.end]
    following = index.doc[number.i + 1 : last.i + 1]
    if quantity.number.scale > 1 or "," in written or not following or following[0].tag_ != "NNP":
        return False
    one = last.tag_ in ("NN", "NNP") and not last.text.endswith("s") and last.lower_ not in _PEOPLE
    return one and quantity.high != 1 and following[0].text[:1].isupper()


def _is_a_side(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether "half" is one side of a pair: "the Republican half of the committee"."""
    before = _before(index, quantity)
    if before is None or quantity.number.low != 0.5:
        return False
    return before.dep_ in ("amod", "compound") and before.head.i == before.i + 1


def _is_in_a_compound(index: TokenIndex, quantity: Quantity, end: int | None = None) -> bool:
    """Whether a hyphen joins it to a word that makes an idiom of it: "one-on-one", "two-way"."""
    compound = _COMPOUND.match(index.text, quantity.end if end is None else end)
    if compound is None or quantity.number.style != "words":
        return False
    return compound.group(1).lower() in _COMPOUNDS and quantity.number.low <= 4


def _is_a_pronoun(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether it stands for things named before: "the two have met", "the bottom three"."""
    before, after = _before(index, quantity), _after(index, quantity)
    if before is None or before.lower_ not in _DEFINITE or quantity.number.style != "words":
        return False
    if after is None or after.lower_ == "of" or after.text in _HYPHENS:
        return False
    adverb = after.pos_ == "ADV" and after.head.pos_ in ("VERB", "AUX")
    return adverb or after.pos_ in _AFTER_PRONOUNS


def _counts_one(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether "one" is a number: not the pronoun, not "one problem is", not "one faction of rebels"."""
    one, before, after = index.first(quantity.start), _before(index, quantity), _after(index, quantity)
    if after is None:
        return False
    if before is not None and before.lower_ in _BEFORE_PRONOUNS:
        return after.lower_ == "of" and before.lower_ == "that"
    if before is not None and before.pos_ == "PROPN" and one.is_title:
        return False  # BBC One, Air Force One
    if after.lower_ == "of":
        return True
    hyphenated = after.text in _HYPHENS
    counts = after.lower_ not in _VAGUE_NOUNS and after.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
    return hyphenated or (counts and _stands_for_itself(one))


def _stands_for_itself(one: Token) -> bool:
    """Whether what "one" counts is a thing of its own, neither a heading nor a part of a plural."""
    noun = one.head
    if one.dep_ != "nummod" or noun.pos_ not in _NOUNS:
        return True
    if noun.dep_ in ("nsubj", "attr") and noun.head.lemma_ == "be" and noun.i < noun.head.i:
        return False  # "One problem is ..."
    return not any(
        child.lower_ == "of" and any(whole.tag_ in ("NNS", "NNPS") for whole in child.children)
        for child in noun.rights
    )


def _is_year(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether a bare number of four digits dates something."""
    number = quantity.last
    text = index.text[number.start : number.end]
    if len(text) != 4 or not text.isdecimal() or not 1400 <= number.low <= 2100:
        return False
    token = index.first(number.start)
    if token.ent_type_ == "DATE":
        return True
    return number.low >= 1800 and not _counts_a_plural(index, quantity)


def _is_designated(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether the word before makes it a number in a series: "page 4", "No. 10"."""
    before = _before(index, quantity)
    if before is None or quantity.number.start != quantity.start:
        return False
    return before.lower_ in _DESIGNATORS and not _counts_a_plural(index, quantity)


def _counts_a_plural(index: TokenIndex, quantity: Quantity) -> bool:
    last = index.last(quantity.end)
    return last.dep_ == "nummod" and last.head.tag_ in ("NNS", "NNPS") and last.head.i > last.i


def _is_in_a_name(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether it belongs to the capitalised word before it: "Boeing 787", "the Six Nations"."""
    first, before = index.first(quantity.number.start), _before(index, quantity)
    words = quantity.number.style == "words"
    in_entity = first.ent_type_ in _THING_LABELS and first.ent_iob_ == "I"
    if _counts_a_plural(index, quantity):
        titled = words and first.is_title and not first.is_sent_start
        return (titled and first.ent_type_ in _NAME_LABELS) or (in_entity and not words)
    if before is None or not (before.whitespace_ or quantity.number.start == before.idx + len(before)):
        return False
    large = quantity.number.scale > 1 or "," in index.text[quantity.number.start : quantity.number.end]
    if large or quantity.number.low != int(quantity.number.low):
        return False
    capital = before.text[:1].isupper() or before.text[1:2].isupper()
    named = before.pos_ in ("PROPN", "NOUN", "ADJ", "NUM") or before.ent_type_ in _NAME_LABELS
    if capital and named and before.lower_ not in _OPENERS:
        return True
    return (in_entity and not words) or (first.is_title and words)


def _is_address(index: TokenIndex, quantity: Quantity) -> bool:
    """Whether a capitalised name of a street follows."""
    at = index.after(quantity.end)
    for token in index.doc[at : at + 4]:
        if not token.text[:1].isupper() and not token.text[:1].isdigit():
            return False
        if token.lower_ in _STREETS:
            return True
    return False
