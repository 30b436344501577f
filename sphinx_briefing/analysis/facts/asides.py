"""What a condensed fact leaves out: asides that the parse shows to be no part of what is said.

Each rule wants signs on both sides that the words between two commas, dashes or brackets are an aside, and none of
them touches a quotation. What holds a negation, a hedge, a condition, a number, a date or a word of saying stays, and
so does what a later word of the fact could refer to: a longer fact costs a line, a wrong one the reader's trust.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.grammar import FINITE, SUBJECTS
from sphinx_briefing.analysis.facts.wholeness import single_marks_pair
from sphinx_briefing.analysis.layout import words_of
from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.models import OMISSION, Splice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

#: Token ranges, the marks at both ends included.
Range = tuple[int, int]

_HERE: Final = Path(__file__).parent
_GUARDS: Final = entries(_HERE / "guards.txt")
_CAPTION_WORDS: Final = entries(_HERE / "caption_words.txt")
_NUMBERS: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_QUOTES: Final = frozenset({"``", "''"})
_BEFORE_VERB: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_FIRST_PERSONS: Final = frozenset({"i", "me", "my", "we", "us", "our"})
_RELATIVES: Final = frozenset({"who", "which", "whose", "where"})
#: What may stand for any noun before it, and what only for somebody who has a name.
_REFERRING: Final = frozenset(
    {"it", "its", "itself", "they", "them", "their", "theirs", "this", "that", "these", "those", "both"}
    | {"former", "latter", "one", "ones", "so", "there", "such", "which", "who"}
)  # fmt: skip
_PERSONAL: Final = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_FEWEST_WORDS: Final = 3
#: As much as the verbatim contract lets an ellipsis leave out, and a reader.
_MOST_CHARACTERS: Final = 200
_ENDS: Final = frozenset(".!?")


def find_asides(passage: Tokens, quoted: Sequence[Range]) -> tuple[Splice, ...]:
    """The omissions that condense *passage*, in order.

    Args:
        passage: one sentence or two.
        quoted: the token ranges of what is quoted in it, marks excluded.
    """
    tokens = list(passage)  # a span makes its tokens anew each time
    if _is_speech(passage, tokens, quoted):
        return ()
    taken: list[Range] = []
    rules = (_bracketed, _in_dashes, _beside_names, _clauses)
    for start, end in sorted({aside for rule in rules for aside in rule(passage, tokens)}):
        free = not any(a - 1 < end and start < b + 1 for a, b in quoted)
        apart = not taken or taken[-1][1] <= start
        if free and apart and _may_go(passage, start, end):
            taken.append((start, end))
    return tuple(_omission(passage, start, end) for start, end in taken)


def _is_speech(passage: Tokens, tokens: Sequence[Token], quoted: Sequence[Range]) -> bool:
    """Whether *passage* may be somebody's words although no pair of marks says so."""
    persons = (t.i for t in tokens if t.lower_ in _FIRST_PERSONS)
    return not single_marks_pair(words_of(passage)) or any(
        not any(a <= i < b for a, b in quoted) for i in persons
    )


def _omission(passage: Tokens, start: int, end: int) -> Splice:
    """The edit that leaves a range out: with an ellipsis, unless the sentence ends there."""
    doc = passage.doc
    before = doc[start - 1]
    begin = before.idx + len(before)
    closes = end >= passage.end or doc[end].text in _ENDS
    return Splice(begin, doc[end - 1].idx + len(doc[end - 1]), "" if closes else f" {OMISSION}")


def _may_go(passage: Tokens, start: int, end: int) -> bool:
    words = [t for t in passage.doc[start:end] if not (t.is_punct or t.is_space)]
    first = passage.doc[start]
    if first.text != "(" and len(words) < _FEWEST_WORDS:
        return False
    if passage.doc[start:end].end_char - first.idx > _MOST_CHARACTERS:
        return False
    return not any(map(_bears_on_the_rest, words)) and not _is_referred_to(passage, words, end)


def _bears_on_the_rest(word: Token) -> bool:
    return (
        word.lower_ in _GUARDS
        or word.lemma_.lower() in _GUARDS
        or word.dep_ == "neg"
        or word.like_num
        or word.ent_type_ in _NUMBERS
        or word.tag_ in _QUOTES
        or word.is_quote
        or any(c.isdigit() for c in word.text)
    )


def _is_referred_to(passage: Tokens, words: Sequence[Token], end: int) -> bool:
    """Whether a word behind the aside could stand for something that only the aside names."""
    named = {t.lemma_.lower() for t in words if t.pos_ in ("NOUN", "PROPN")}
    if not named:
        return False
    referring = _REFERRING | (_PERSONAL if any(t.pos_ == "PROPN" for t in words) else frozenset())
    rest = [t for t in passage.doc[end : passage.end] if not t.is_punct]
    return any(t.lower_ in referring and t.dep_ not in ("mark", "expl") for t in rest) or any(
        t.lemma_.lower() in named for t in rest
    )


def _bracketed(passage: Tokens, tokens: Sequence[Token]) -> Iterator[Range]:
    """Brackets that point at a picture; what else stands in brackets is often needed, or an editor's word."""
    opened = passage.start
    for token in tokens:
        if token.text == "(":
            opened = token.i
        elif token.text == ")" and passage.start < opened:
            inner = [t for t in passage.doc[opened + 1 : token.i] if not t.is_punct]
            if inner and all(t.lower_ in _CAPTION_WORDS for t in inner):
                yield opened, token.i + 1


def _in_dashes(passage: Tokens, tokens: Sequence[Token]) -> Iterator[Range]:
    """What stands between a subject and its verb in a pair of dashes."""
    dashes = [t.i for t in tokens if t.text in ("—", "–", "--") or (t.text == "-" and _is_spaced(t))]
    if len(dashes) == 2 and _goes_on_with_verb(passage, dashes[0], dashes[1] + 1):
        yield dashes[0], dashes[1] + 1


def _is_spaced(token: Token) -> bool:
    return bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _beside_names(passage: Tokens, tokens: Sequence[Token]) -> Iterator[Range]:
    """Who somebody is, between a name and its verb, or behind a name at the end: "Ada Ruiz, the chief warden, said"."""
    for noun in tokens:
        if noun.dep_ != "appos" or noun.pos_ != "NOUN" or noun.head.pos_ != "PROPN":
            continue
        name = noun.head
        start, end = noun.left_edge.i - 1, noun.right_edge.i + 1
        determined = noun.left_edge.lower_ in _DETERMINERS and noun.left_edge.head.i == noun.i
        alone = not any(c.dep_ in ("cc", "conj") for c in (*noun.children, *name.children))
        phrase = not any(t.tag_ in FINITE for t in noun.subtree)
        if determined and alone and phrase and _is_set_off(passage, name, start, end):
            yield start, end + (end < passage.end and passage.doc[end].text == ",")


def _clauses(passage: Tokens, tokens: Sequence[Token]) -> Iterator[Range]:
    """Relative clauses behind a comma: ", who took office in May,"."""
    for verb in tokens:
        if verb.dep_ != "relcl" or verb.left_edge.lower_ not in _RELATIVES:
            continue
        noun = verb.head
        start, end = verb.left_edge.i - 1, verb.right_edge.i + 1
        simple = not any(t.text == "," or t.dep_ in ("cc", "conj") for t in passage.doc[start + 1 : end])
        ends = end >= passage.end or passage.doc[end].text in _ENDS
        if ends and not _is_background(verb):
            continue
        if _is_definite(noun) and simple and not _is_cleft(noun) and _is_set_off(passage, noun, start, end):
            yield start, end + (end < passage.end and passage.doc[end].text == ",")


def _is_background(verb: Token) -> bool:
    """Whether a clause describes a state; one that tells an event may go on with the story: "where he died"."""
    tensed = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    copula = verb.lemma_ == "be" or (tensed.lemma_ == "be" and verb.tag_ == "VBG")
    return tensed.tag_ in ("VBZ", "VBP") or tensed.lower_ == "had" or copula


def _is_cleft(noun: Token) -> bool:
    """Whether the clause behind *noun* is what the sentence says: "It is the mayor, not the council, who decides"."""
    return any(
        verb.lemma_ in ("be", "’s", "'s") and any(c.lower_ in ("it", "that", "this") for c in verb.lefts)
        for verb in noun.ancestors
    )


def _is_definite(noun: Token) -> bool:
    """Whether *noun* means the same without the clause behind it: a name, or one certain thing."""
    if noun.pos_ == "PROPN":
        return True
    return noun.pos_ == "NOUN" and any(
        c.i < noun.i and c.lower_ in _DETERMINERS and c.dep_ in ("det", "poss") for c in noun.children
    )


def _is_set_off(passage: Tokens, noun: Token, start: int, end: int) -> bool:
    """Whether a range from the comma at *start* stands between *noun* and its verb, or between it and the end."""
    doc = passage.doc
    if start <= max(noun.i, passage.start) or doc[start].text != "," or end > passage.end:
        return False
    if any(t.text == "," for t in doc[noun.left_edge.i : start]):
        return False
    if end >= passage.end or doc[end].text in _ENDS:
        *_, root = noun, *noun.ancestors
        return any(t.tag_ in FINITE for t in (root, *root.lefts))
    return doc[end].text == "," and _goes_on_with_verb(passage, start, end + 1, noun)


def _goes_on_with_verb(passage: Tokens, start: int, after: int, noun: Token | None = None) -> bool:
    """Whether the subject that ends before *start* has its verb right behind *after*, but for what belongs to that."""
    doc: Doc = passage.doc
    if after >= passage.end:
        return False
    verb = doc[after]
    while verb.dep_ in _BEFORE_VERB and verb.i < verb.head.i and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or any(
        t.head.i != verb.i or t.dep_ not in _BEFORE_VERB for t in doc[after : verb.i]
    ):
        return False
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i < start), None)
    return subject is not None and (noun is None or noun.i == subject.i or subject.is_ancestor(noun))
