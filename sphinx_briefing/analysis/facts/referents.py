"""Whom the "he", "she" or "the mayor" that opens a statement means, where the article leaves no doubt.

The resolution of the quotes' speakers says who may be meant. A name is put into a fact only if, besides, that person
is what the sentence before is about, and nobody else stands there whom the word could mean: a reader can look up who
"he" is, but not that a bracket is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.grammar import SUBJECTS
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.speakers import is_bare_title
from sphinx_briefing.models import Splice

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.people import Person
    from sphinx_briefing.analysis.quotes.speakers import Speakers

_POSSESSIVES: Final = frozenset({"his", "her"})
#: What narrows a title down to somebody else's: "the mayor of Arl", "the club's president".
_NARROWING: Final = frozenset({"prep", "relcl", "acl", "appos", "compound", "amod", "poss", "nmod"})
_WIDEST_GAP: Final = 6


def referent(sentence: Tokens, first: int, before: Tokens | None, speakers: Speakers | None) -> Splice | None:
    """The edit that names whom the first word of *sentence* means; ``None`` where it is open or says so itself.

    Args:
        sentence: its tokens.
        first: the number of the first token that is printed.
        before: the sentence before it.
        speakers: what the quotes' resolution found out.
    """
    if speakers is None or before is None or speakers.reading.inside[first]:
        return None
    if sentence.start_char - before.end_char > _WIDEST_GAP:
        return None
    word = sentence.doc[first]
    is_subject = word.lower_ in ("he", "she") and word.dep_ in SUBJECTS
    if not is_subject and not (word.lower_ in _POSSESSIVES and word.dep_ == "poss"):
        return _titled(word, before, speakers)
    somebody = _behind(word, before, speakers)
    if somebody is None:
        return None
    name = f"[{somebody.name}]" if is_subject else f"[{somebody.name}’s]"
    return Splice(word.idx, word.idx + len(word), name, "sentence")


def _titled(the: Token, before: Tokens, speakers: Speakers) -> Splice | None:
    """The name behind "the mayor", of whom the article knows one, who was just named."""
    noun = the.head
    if the.lower_ != "the" or noun.i != the.i + 1 or noun.dep_ not in SUBJECTS or not is_bare_title(noun):
        return None
    if any(c.dep_ in _NARROWING for c in noun.children):
        return None
    bearers = speakers.titled(noun)
    if len(bearers) != 1 or not _leads(bearers[0], before, speakers):
        return None
    return Splice(noun.idx, noun.idx + len(noun), f"{noun.text} [{bearers[0].name}]", "sentence")


def _behind(pronoun: Token, before: Tokens, speakers: Speakers) -> Person | None:
    found = speakers.meant(pronoun)
    if len(found) != 1 or not found[0].gender or not _leads(found[0], before, speakers):
        return None
    return found[0]


def _leads(person: Person, before: Tokens, speakers: Speakers) -> bool:
    """Whether *person* is named as the subject of the sentence before, and nobody else of the same kind there."""
    doc, people = before.doc, speakers.people
    subject = next((c for c in before.root.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or people.meant.get(subject.i) != [person]:  # a pronoun may be resolved wrongly twice
        return False
    own = {t.i for t in subject.subtree}
    for token in before:
        others = people.meant.get(token.i, [])
        if any(p is not person and p.gender in ("", person.gender) for p in others):
            return False
        if token.i not in own and token.tag_ == "NN" and token.lemma_.lower() in words("role_nouns"):
            return False
        if token.i not in own and token.ent_type_ == "PERSON" and people.meant.get(token.i) != [person]:
            return False
    return not any(c.dep_ in ("cc", "conj") for c in doc[subject.i].children)
