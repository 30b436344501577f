"""Who does what a verb says: subjects of verbs, and the words that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: A verb without a subject of its own shares that of the verb it hangs on through one of these.
_SHARING: Final = frozenset({"conj", "xcomp", "advcl", "ccomp", "dep", "prep", "pcomp", "parataxis"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVES: Final = frozenset({"who", "which", "that"})
#: What belongs to the name or noun to its right.
_BEFORE_HEAD: Final = frozenset(
    {
        "advmod",
        "amod",
        "case",
        "compound",
        "det",
        "neg",
        "nmod",
        "npadvmod",
        "nummod",
        "poss",
        "predet",
        "quantmod",
    }
)
_MOST_STEPS: Final = 8


def subject_of(reading: Reading, verb: Token) -> Token | None:
    """The head of the subject of *verb*, its own or inherited; ``None`` if it has none outside marks."""
    for _ in range(_MOST_STEPS):
        own = own_subject(reading, verb)
        if own is not None:
            return antecedent(own)
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in _NOUNS:
            holder = _holder(verb)
            if holder is None or holder.pos_ not in _VERBS:
                return None if holder is None or reading.inside[holder.i] else holder
            verb = holder
        elif verb.dep_ in _SHARING and verb.head.i != verb.i:
            verb = verb.head
        else:
            return None
    return None


def _holder(verb: Token) -> Token | None:
    """The noun that a clause is about, or the verb whose subject speaks through that noun.

    "An ad that says ..." is the ad; "they ran an ad calling it ..." are they; in "a class called ..." nobody
    calls.
    """
    noun = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return None
    if not is_document(noun) or noun.dep_ in _SUBJECTS:
        return noun
    while noun.head.i != noun.i and noun.pos_ not in _VERBS:
        noun = noun.head
    return noun if noun.pos_ in _VERBS else None


def own_subject(reading: Reading, verb: Token) -> Token | None:
    """The head of the subject that hangs on *verb* itself, or of the agent of a passive."""
    children = [c for c in verb.children if not reading.inside[c.i]]
    active = min((c for c in children if c.dep_ == "nsubj"), key=lambda c: abs(c.i - verb.i), default=None)
    for by in (c for c in children if c.dep_ == "agent" and active is None):  # else it is "said by email"
        doer = next((c for c in by.children if c.dep_ == "pobj" and not reading.inside[c.i]), None)
        if doer is not None:
            return doer
    if active is None and verb.lemma_.lower() in words("speech_verbs", "passive"):
        return next((c for c in children if c.dep_ == "nsubjpass"), None)
    return active


def antecedent(subject: Token) -> Token:
    """The noun that a relative pronoun stands for, else *subject* itself."""
    if subject.lower_ in _RELATIVES and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def mention_of(reading: Reading, head: Token) -> tuple[int, int]:
    """The words that name whom *head* is the head of: titles and first names, no clause that follows.

    Returns:
        The first token and the token after the last.
    """
    doc = reading.doc
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in _BEFORE_HEAD and not reading.inside[child.i]:
            start = min(start, child.left_edge.i)
    while start < head.i and (reading.inside[start] or doc[start].is_punct or doc[start].is_space):
        start += 1
    if head.ent_type_ and head.pos_ in ("PROPN", "NOUN"):
        while end < len(doc) and doc[end].ent_iob_ == "I" and not reading.inside[end]:
            end += 1
        while start > 0 and doc[start].ent_iob_ == "I" and not reading.inside[start - 1]:
            start -= 1
    return start, end


def coordinated(reading: Reading, head: Token) -> list[Token]:
    """The further members of a coordination that *head* begins ("the ministry and the mayor")."""
    out: list[Token] = []
    at: Token | None = head
    while at is not None:
        at = next((c for c in at.rights if c.dep_ == "conj" and not reading.inside[c.i]), None)
        if at is None or at.pos_ not in _NOUNS:
            break
        out.append(at)
    return out


def issuer(reading: Reading, head: Token) -> Token:
    """Whoever *head* stands for: the name beside a description, or whom a document is from; else itself.

    "Her campaign manager, Ada Lund" is Ada Lund; "a press release from the ministry" is the ministry.
    """
    if head.pos_ == "NOUN":
        beside = next((c for c in head.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
        if beside is not None and not reading.inside[beside.i]:
            return beside
    if not is_document(head):
        return head
    issued = [c for verb in head.rights if verb.dep_ == "acl" for c in verb.rights if c.dep_ == "agent"]
    for preposition in (*head.rights, *issued):
        if preposition.lower_ in ("from", "by") and not reading.inside[preposition.i]:
            source = next((c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            if source is not None:
                return source
    return head


def is_document(token: Token) -> bool:
    """Whether *token* is something written or sent that speaks for whoever it is from."""
    return token.lemma_.lower() in words("nouns", "document")


def can_speak(token: Token) -> bool:
    """Whether *token*, the head of a subject, can be a speaker at all."""
    return token.lower_ not in words("pronouns", "mute") and not any(c.lower_ == "no" for c in token.lefts)


def is_somebody(token: Token) -> bool:
    """Whether *token* is a person, a body or a document, as far as words tell: "critics", not "growth"."""
    if not can_speak(token):
        return False
    if token.pos_ in ("PROPN", "PRON") or token.tag_ == "NNS":
        return True
    lemma = token.lemma_.lower()
    return lemma in words("role_nouns") or lemma in words("nouns", "body", "document")
