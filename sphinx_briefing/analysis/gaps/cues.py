"""The words that say that something is not known: phrases by their letters, the rest by the parse."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from sphinx_briefing.analysis.clauses import SUBJECTS, VERBS, governor, is_negated
from sphinx_briefing.analysis.gaps.lexicon import by_kind, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.models import GapKind

_ADJECTIVES: Final = by_kind("adjectives")
_DENIED: Final = by_kind("denied adjectives")
_OF_THESE: Final = words("of these")
_LINKING: Final = words("linking")
_KNOWING: Final = words("knowing")
_CONFIRMING: Final = words("confirming")
_TELLING: Final = words("telling")
_ALL_KNOWING: Final = _KNOWING | _CONFIRMING | _TELLING
_NOBODY: Final = words("nobody")
_AUTHORITIES: Final = words("authorities")
_QUESTIONS: Final = words("questions")
_DECLINING: Final = words("declining")
_DECLINED: Final = words("declined")
_ABLE: Final = frozenset({"can", "could", "ca"})
_PREDICATIVE: Final = frozenset({"acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "relcl", "csubj", "amod"})
_LAST_WORDS: Final = frozenset({"longer"})


class Cue(NamedTuple):
    """Words that say that something is not known.

    Attributes:
        kind: what sort of gap.
        start: their first token.
        end: the token after their last.
        verb: the verb of their clause.
    """

    kind: GapKind
    start: int
    end: int
    verb: Token


def find_cues(sentence: Tokens, text: str, telling: Iterable[int]) -> Iterator[Cue]:
    """The cues of a sentence; several may tell the same gap.

    Args:
        sentence: its tokens.
        text: its words.
        telling: the numbers of the tokens that may be the word on which a cue turns.
    """
    yield from _phrases(sentence, text)
    for token in (sentence.doc[at] for at in telling):
        word = token.lower_
        cue = _adjective(token, word) or _not_known(token, word) or _not_knowing(token) or _declining(token)
        if cue is not None:
            yield cue


@cache
def _phrase_pattern() -> re.Pattern[str]:
    kinds = (
        f"(?P<{kind}>{'|'.join(sorted(map(_flexible, phrases), key=len, reverse=True))})"
        for kind, phrases in by_kind("phrases").items()
    )
    return re.compile(rf"\b(?:{'|'.join(kinds)})\b", re.IGNORECASE)


def _flexible(phrase: str) -> str:
    return re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s")


def _phrases(sentence: Tokens, text: str) -> Iterator[Cue]:
    for found in _phrase_pattern().finditer(text):
        cue = sentence.char_span(*found.span())
        if cue is not None:
            inside = next((t for t in cue if t.pos_ in VERBS and t.dep_ not in ("aux", "auxpass")), None)
            verb = inside if inside is not None else governor(cue.root)
            if verb is not None:
                yield Cue(cast("GapKind", found.lastgroup), cue.start, cue.end, verb)


def _adjective(token: Token, word: str) -> Cue | None:
    """What is said to be unknown: "it remains unclear", "an unknown number", not "an unknown painter"."""
    kind = next((kind for kind, found in _ADJECTIVES.items() if word in found), None)
    if kind is None or token.dep_ not in _PREDICATIVE:
        return None
    head = token.head
    if token.dep_ == "amod":
        verb = governor(head) if head.lemma_.lower() in _OF_THESE or kind == "unconfirmed" else None
    else:
        verb = head if head.pos_ in VERBS and head.lemma_.lower() in _LINKING else None
    if (
        verb is None
        or is_negated(verb)
        or any(c.lower_ in _LAST_WORDS for c in (*token.children, *verb.children))
    ):
        return None
    start = verb.i if 0 < token.i - verb.i <= 3 and token.dep_ != "amod" else token.i
    if any(t.dep_ in SUBJECTS for t in token.doc[start : token.i]):
        start = token.i
    return Cue(cast("GapKind", kind), start, token.i + 1, verb)


def _not_known(token: Token, word: str) -> Cue | None:
    """What is said not to be known: "it is not known whether", "was not immediately clear"."""
    kind = next((kind for kind, found in _DENIED.items() if word in found), None)
    if kind is None:
        return None
    verb = token if token.pos_ in VERBS else token.head
    denial = next((c for c in (*token.lefts, *verb.children) if c.dep_ == "neg" and c.i < token.i), None)
    if denial is None or token.i - denial.i > 4:
        return None
    if verb != token and verb.lemma_.lower() not in _LINKING:
        return None
    asks = any(t.lower_ in _QUESTIONS for t in token.doc[token.i + 1 : token.i + 3])
    empty = any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in verb.children)
    if not asks and (
        empty or word not in ("known", "disclosed", "established", "determined", "confirmed", "verified")
    ):
        return None
    return Cue(cast("GapKind", kind), denial.i, token.i + 1, verb)


def _not_knowing(token: Token) -> Cue | None:
    """Who doesn't know or can't confirm: "we don't know where", "nobody can say", "cannot confirm that"."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in _ALL_KNOWING:
        return None
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or not _does_not(token, lemma, subject):
        return None
    start = subject.left_edge.i if _is_nobody(subject) else _first_auxiliary(token)
    return Cue("unconfirmed" if lemma in _CONFIRMING else "unknown", start, token.i + 1, token)


def _does_not(verb: Token, lemma: str, subject: Token) -> bool:
    """Whether somebody who should know doesn't: "know how to swim" is a skill, and what nobody knew may be known."""
    able = any(c.dep_ == "aux" and c.lower_ in _ABLE for c in verb.lefts)
    if _is_nobody(subject):
        return (able and _asks(verb)) if lemma in _TELLING else able or verb.tag_ in ("VBZ", "VBP")
    if not is_negated(verb) or lemma in _TELLING:
        return False
    return able if lemma in _CONFIRMING else _asks(verb) and _may_know(verb, subject)


def _is_nobody(subject: Token) -> bool:
    if subject.lower_ in _NOBODY:
        return True
    return subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.lefts)


def _first_auxiliary(verb: Token) -> int:
    return min((c.i for c in verb.lefts if c.dep_ in ("aux", "neg")), default=verb.i)


def _asks(verb: Token) -> bool:
    """Whether a question hangs on the verb: "know where he is"; "know how to swim" is a skill."""
    following = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]]
    for n, word in enumerate(following):
        if word in _QUESTIONS:
            return "to" not in following[n + 1 : n + 2] and word != "if"
        if word in ("that", ",", ".", "him", "her", "them", "me", "us"):
            return False
    return False


def _may_know(verb: Token, subject: Token) -> bool:
    """Whether what the subject doesn't know is told as unknown: in the past, only what those in charge don't."""
    word = subject.lemma_.lower()
    if subject.lower_ in ("i", "you"):
        return False
    past = any(c.lower_ in ("did", "had") for c in verb.lefts if c.dep_ == "aux")
    return not past or word in _AUTHORITIES or subject.lower_ in _AUTHORITIES


def _declining(token: Token) -> Cue | None:
    """Who would not say: "declined to say", "has refused to comment"."""
    if token.lemma_.lower() not in _DECLINING or token.pos_ != "VERB" or is_negated(token):
        return None
    said = next((c for c in token.rights if c.dep_ == "xcomp" and c.lemma_.lower() in _DECLINED), None)
    return Cue("declined", token.i, said.i + 1, token) if said is not None else None
