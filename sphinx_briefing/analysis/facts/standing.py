"""Whether a statement can stand alone, away from those that precede it in its article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sphinx_briefing.analysis.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Leaning = Literal["", "connective", "pronoun", "definite", "orphan"]

_HERE: Final = Path(__file__).parent
_PRONOUNS: Final = entries(_HERE / "pronouns.txt")
_SPEECH_PRONOUNS: Final = entries(_HERE / "speech_pronouns.txt")
_CONNECTIVES: Final = entries(_HERE / "connectives.txt")
_UNIQUE_NOUNS: Final = entries(_HERE / "unique_nouns.txt")
_LONGEST_CONNECTIVE: Final = max(len(c.split()) for c in _CONNECTIVES)

#: "In addition to the ferries", "as a result of the storm": what follows says what the phrase ties to.
_GOVERNED: Final = frozenset({"of", "to", "for", "than", "with"})
_PERSONAL: Final = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
_PLURAL: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
#: What says which one is meant: "the plan to close it", "the house that burnt down", "the town of Arl".
_POSTMODIFIERS: Final = frozenset({"prep", "relcl", "acl", "appos", "nummod", "dobj", "pcomp", "ccomp"})


def leaning(sentence: Tokens, quoted: Sequence[tuple[int, int]] = ()) -> Leaning:
    """What ties *sentence* to the text before it; ``""`` if it can stand alone.

    Args:
        sentence: its tokens.
        quoted: the token ranges of what is quoted in it, marks excluded.
    """
    words = [t for t in sentence if not (t.is_punct or t.is_quote or t.is_space)]
    if not words:
        return ""
    if _opens_with_connective(words):
        return "connective"
    if _opens_with_pronoun(words[0], sentence, quoted):
        return "pronoun"
    if _is_bare_definite(words):
        return "definite"
    return "orphan" if _has_orphan(words, sentence) else ""


def _opens_with_connective(words: list[Token]) -> bool:
    if words[0].dep_ == "expl":  # "There is ..."
        return False
    opening = words[:_LONGEST_CONNECTIVE]
    for n, last in enumerate(opening, 1):
        phrase = " ".join(w.lower_ for w in opening[:n])
        after = last.nbor().lower_ if last.i + 1 < len(last.doc) else ""
        if (phrase in _CONNECTIVES and after not in _GOVERNED) or (
            after == "," and f"{phrase}," in _CONNECTIVES
        ):
            return True
    return False


def _opens_with_pronoun(first: Token, sentence: Tokens, quoted: Sequence[tuple[int, int]]) -> bool:
    if first.lower_ in _SPEECH_PRONOUNS:
        return not _names_speaker(first, sentence, quoted)
    if first.lower_ not in _PRONOUNS or first.dep_ == "mark":
        return False
    return not (first.lower_ == "it" and _is_empty(first))


def _names_speaker(first: Token, sentence: Tokens, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether *first* is quoted and somebody is named beside the quotation: ("We won," said Ada Ruiz)."""

    def is_quoted(token: Token) -> bool:
        return any(a <= token.i < b for a, b in quoted)

    return is_quoted(first) and any(
        t.dep_ in _SUBJECTS and t.pos_ in _NOMINAL and not is_quoted(t) for t in sentence
    )


def _is_empty(it: Token) -> bool:
    """Whether *it* only keeps the subject's place: "It emerged that ...", "It is clear that ..."."""
    verb = it.head
    if it.dep_ == "expl":
        return True
    below = [*verb.children, *(g for c in verb.children if c.dep_ in {"acomp", "attr"} for g in c.children)]
    clauses = {"ccomp", "csubj", "csubjpass", "xcomp", "advcl"}
    impersonal = {"be", "become", "emerge", "seem", "appear", "take", "turn", "happen", "remain"}
    return verb.lemma_ in impersonal and any(c.dep_ in clauses and c.i > verb.i for c in below)


def _is_bare_definite(words: list[Token]) -> bool:
    """Whether the sentence opens with "the" and a common noun, and nothing says which one is meant."""
    the = words[0]
    if the.lower_ != "the":
        return False
    noun = the.head
    if any(c.i > noun.i and c.dep_ in _POSTMODIFIERS for c in noun.children):
        return False
    if noun.lower_.endswith("old"):  # "The 42-year-old won": whoever that is
        return True
    phrase = [t for t in the.doc[the.i + 1 : noun.i + 1] if not t.is_punct]
    if noun.pos_ != "NOUN" or not 1 <= len(phrase) <= 3:
        return False
    return not (
        any(t.pos_ in {"PROPN", "NUM"} or t.ent_type_ or t.tag_ in {"JJS", "RBS", "POS"} for t in phrase)
        or noun.lemma_.lower() in _UNIQUE_NOUNS
        or " ".join(t.lower_ for t in phrase) in _UNIQUE_NOUNS
    )


def _has_orphan(words: list[Token], sentence: Tokens) -> bool:
    """Whether a later "he", "she" or "they" has nothing before it, nor a named subject, to stand for."""
    for n, word in enumerate(words[1:], 1):
        if word.lower_ in _PERSONAL or word.lower_ in _PLURAL:
            return not any(w.pos_ in _NOMINAL for w in words[:n]) and not _has_named_subject(sentence)
    return False


def _has_named_subject(sentence: Tokens) -> bool:
    root = sentence.root
    return any(c.dep_ in _SUBJECTS and any(t.pos_ == "PROPN" for t in c.subtree) for c in root.children)
