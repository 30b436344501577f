"""What a statement may begin with that is not part of it: a dateline, a word that ties it to the sentence before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.layout import text_of, words_of
from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.models import Splice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens

_OPENERS: Final = entries(Path(__file__).parent / "openers.txt")
_LONGEST: Final = max(len(opener.split()) for opener in _OPENERS)
#: These open a clause without a comma only as the conjunction of its verb: "But the plan failed", not "But for him".
_CONJUNCTIONS: Final = frozenset({"and", "but", "so", "yet"})
_DATELINE: Final = re.compile(
    r"(?:(?-i:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?:, (?:[A-Z][\w.’']*,? ?){1,3})?\s*)?"
    r"(?:\((?P<agency>[A-Z][\w.&’']*(?: [A-Z][\w.&’']*){0,3})\)\s*(?:(?:[—–]|--?)\s*)?|(?<=[\w.])\s*(?:[—–]|--)\s+)"
)
_WORDS_AFTER: Final = 4


class Opening(NamedTuple):
    """What may go at the beginning of a sentence.

    Attributes:
        first: the number in the Doc of the first token that stays.
        edits: the omission, and the capital that the first word then needs.
    """

    first: int
    edits: tuple[Splice, ...] = ()


def opening(sentence: Tokens, quoted: Sequence[tuple[int, int]] = ()) -> Opening:
    """What *sentence* may do without at its beginning; nothing inside quotation marks.

    Args:
        sentence: its tokens.
        quoted: the token ranges of what is quoted in it.
    """
    first = _after_opener(sentence, _after_dateline(sentence))
    if first == sentence.start or sentence.end - first < _WORDS_AFTER:
        return Opening(sentence.start)
    if any(a <= i < b for a, b in quoted for i in range(sentence.start, first)):
        return Opening(sentence.start)
    word = sentence.doc[first]
    edits = [Splice(sentence.start_char, word.idx, "", "sentence")]
    if word.text[0].islower():
        edits.append(Splice(word.idx, word.idx + 1, word.text[0].upper(), "sentence"))
    return Opening(first, tuple(edits))


def _after_dateline(sentence: Tokens) -> int:
    """The first token behind "OSMAR, Norland (AP) —"."""
    found = _DATELINE.match(words_of(sentence))
    if found is None or not found.group():
        return sentence.start
    end = sentence.start_char + found.end()
    first = next((t for t in sentence if t.idx >= end and not t.is_space), None)
    if (
        first is None or text_of(sentence.doc)[end : first.idx].strip()
    ):  # "(OPA)In May": one token to the tokeniser
        return sentence.start
    return first.i


def _after_opener(sentence: Tokens, first: int) -> int:
    """The first token behind "But" or "However,"."""
    doc, end = sentence.doc, sentence.end
    for length in range(min(_LONGEST, end - first - 1), 0, -1):
        after = first + length
        phrase = " ".join(t.lower_ for t in doc[first:after])
        comma = doc[after].text == ","
        if phrase in _CONJUNCTIONS and length == 1:
            return _after_conjunction(sentence, first, comma=comma)
        if comma and (phrase in _OPENERS or f"{phrase}," in _OPENERS):
            return after + 1
    return first


def _after_conjunction(sentence: Tokens, first: int, *, comma: bool) -> int:
    """The same for a conjunction, which needs no comma; with one, an aside or a clause follows that ends with one."""
    doc = sentence.doc
    word = doc[first]
    joins = word.dep_ == "cc" or (word.lower_ == "so" and word.dep_ == "advmod")
    if comma or not joins or word.head.i <= first or word.head.pos_ not in ("VERB", "AUX"):
        return first
    follows = doc[first + 1]
    is_clause = follows.dep_ in ("nsubj", "nsubjpass", "expl") or any(
        s.dep_ in ("nsubj", "nsubjpass", "expl") and s.left_edge.i == follows.i for s in word.head.lefts
    )
    return first + 1 if is_clause else first
