"""What somebody is, in the article's words: titles, appositions, offices left or held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.names import Name
    from sphinx_briefing.analysis.quotes.people import People, Person
    from sphinx_briefing.analysis.quotes.reading import Reading
    from sphinx_briefing.analysis.quotes.resolution import Resolver

#: Longer appositions are stories, not roles.
_LONGEST: Final = 25
#: An apposition begins at most this many tokens after the name.
_NEAR: Final = 20
#: Where an apposition ends at the latest.
_ENDINGS: Final = frozenset({"(", "—", ";", "who", "which", "whose"})
_COURTESY: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "late"})
#: "Her deputy" says nothing where "her" has no one to stand for.
_DETERMINER: Final = re.compile(r"^(?:the|an?|his|her|their|its|our|my)\s+", re.IGNORECASE)
_AFFILIATION: Final = re.compile(r"\s*\(([A-Z][A-Za-z.]{0,4}[-–][A-Z][A-Za-z.]*\.?)\)")


@dataclass(frozen=True, slots=True)
class Role:
    """A description of a person.

    Attributes:
        text: the words of the article.
        worth: how telling they are: 3 an apposition or office, 2 a title with more words, 1 a bare title.
    """

    text: str
    worth: int


def find_roles(reading: Reading, people: People, resolver: Resolver) -> dict[Person, str]:
    """The most telling description of each person, the first of equals."""
    best: dict[Person, Role] = {}
    for person, role in (*_beside_names(reading, people), *_offices(reading, people, resolver)):
        if person not in best or role.worth > best[person].worth:
            best[person] = role
    return {person: role.text for person, role in best.items()}


def _beside_names(reading: Reading, people: People) -> Iterator[tuple[Person, Role]]:
    """What stands beside each name that can mean one person only."""
    for name in dict.fromkeys(people.names.values()):
        bearers = people.meant[name.start]
        role = described(reading, name) if len(bearers) == 1 and not reading.inside[name.start] else None
        if role is not None:
            yield bearers[0], role


def _offices(reading: Reading, people: People, resolver: Resolver) -> Iterator[tuple[Person, Role]]:
    """The offices that somebody holds or leaves."""
    for i in reading.places_of("as", "from"):
        office = None if reading.inside[i] else _office(reading, reading.doc[i])
        persons = _holder(reading, people, resolver, reading.doc[i]) if office is not None else []
        if office is not None and len(persons) == 1:
            yield persons[0], office


def _holder(reading: Reading, people: People, resolver: Resolver, preposition: Token) -> list[Person]:
    """Who left or holds an office: the subject of the verb, else whoever the sentence named last."""
    subject = subject_of(reading, preposition.head)
    if subject is not None:
        return resolver.who(subject)
    for i in range(preposition.i - 1, preposition.sent.start - 1, -1):
        if i in people.meant and not reading.inside[i]:
            return people.meant[i]
    return []


def described(reading: Reading, name: Name) -> Role | None:
    """What the article says beside a name."""
    before = _before(reading, name)
    party = _AFFILIATION.match(reading.text, reading.doc[name.end - 1].idx + len(reading.doc[name.end - 1]))
    after = _apposition(reading, name)
    if party:
        before = f"{before} ({party.group(1)})".strip()
    text = ", ".join(part for part in (before, after) if part)
    if not text:
        return None
    return Role(text, 3 if after else 2 if " " in before else 1)


def _before(reading: Reading, name: Name) -> str:
    """The words of the noun phrase before a name, its article and titles of courtesy left out."""
    doc = reading.doc
    head = doc[name.end - 1]
    start = name.start
    while start > 0 and _describes(reading, doc[start - 1], head):
        start -= 1
    tokens = list(doc[start : name.start])
    while tokens and (
        tokens[0].dep_ == "det"
        or tokens[0].is_punct
        or tokens[0].lower_ in ("'s", "’s")
        or tokens[0].pos_ in ("CCONJ", "ADP", "PRON")
    ):
        tokens.pop(0)
    while tokens and (tokens[-1].is_space or (tokens[-1].is_punct and tokens[-1].text != ".")):
        tokens.pop()
    if not tokens or all(t.lower_.rstrip(".") in _COURTESY for t in tokens):
        return ""
    last = tokens[-1]
    if last.pos_ == "NOUN" and last.text.islower():
        return doc[tokens[0].i : last.i + 1].text
    word = last.lower_.rstrip(".")
    is_role = word in words("titles") or last.lemma_.lower().rstrip(".") in words("role_nouns")
    return doc[tokens[0].i : last.i + 1].text if is_role else ""


def _describes(reading: Reading, token: Token, head: Token) -> bool:
    """Whether *token* stands in the noun phrase of *head* before it."""
    if (
        reading.inside[token.i]
        or token.is_space
        or token.pos_ in ("VERB", "ADP", "SCONJ", "ADV", "AUX", "CCONJ")
    ):
        return False
    at = token
    for _ in range(4):
        if at.head.i in (head.i, at.i):
            break
        at = at.head
    return at.head.i == head.i and at.dep_ not in ("punct", "appos", "relcl", "conj") and token.i < head.i


def _head(reading: Reading, name: Name) -> Token:
    """The token other words hang on: the surname, or the "Jr." after it."""
    doc = reading.doc
    last = doc[name.end - 1]
    return last.head if last.dep_ == "compound" and last.head.i == name.end else last


def _apposition(reading: Reading, name: Name) -> str:
    """What stands between commas beside a name: after it, or the noun that the name is beside to."""
    doc = reading.doc
    head = _head(reading, name)
    if head.dep_ == "appos" and head.head.i < name.start and head.head.pos_ in ("NOUN", "PROPN"):
        noun = head.head
        if noun.lemma_.lower() in words("role_nouns") and not reading.inside[noun.i]:
            comma = next((k for k in range(noun.i + 1, name.start) if doc[k].text == ","), noun.i + 1)
            return _without_determiner(doc[noun.left_edge.i : comma].text)
    for child in head.rights:
        is_near = child.dep_ == "appos" and child.i - name.end < _NEAR and not reading.inside[child.i]
        is_plural = child.tag_ == "NNS"  # "Lund and Ek, old friends": it describes both
        in_brackets = doc[child.left_edge.i - 1].text == "(" or doc[child.i - 1].text == "("
        found = _extent(reading, child, name.end) if is_near and not is_plural and not in_brackets else ""
        if found:
            return found
    return ""


def _extent(reading: Reading, noun: Token, after: int) -> str:
    """The words of an apposition, without clauses that follow it."""
    doc = reading.doc
    start = max(noun.left_edge.i, after)
    end = noun.right_edge.i + 1
    for child in noun.rights:
        if child.dep_ in ("relcl", "appos", "advcl") and child.left_edge.i > noun.i:
            end = min(end, child.left_edge.i)
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    stop = start
    while stop < end and not (reading.inside[stop] or doc[stop].is_space or doc[stop].lower_ in _ENDINGS):
        stop += 1
    stop = _through_name(reading, stop)
    while stop > start and (doc[stop - 1].is_punct or doc[stop - 1].pos_ in ("CCONJ", "ADP")):
        stop -= 1
    if not 0 < stop - start <= _LONGEST or not any(t.pos_ in ("NOUN", "PROPN") for t in doc[start:stop]):
        return ""
    return _without_determiner(doc[start:stop].text)


def _through_name(reading: Reading, stop: int) -> int:
    """Past words that go on with a name which the parse broke ("Coalition | to Protect Rivers")."""
    doc = reading.doc
    while stop + 1 < len(doc) and doc[stop].text == "-" and not doc[stop].whitespace_:
        stop += 2  # "co-director"
        while stop < len(doc) and not doc[stop].is_punct and not doc[stop].is_space:
            stop += 1
    while stop + 1 < len(doc) and doc[stop].lower_ in ("to", "of", "for") and doc[stop + 1].text[0].isupper():
        stop += 2
        while stop < len(doc) and doc[stop].text[0].isupper():
            stop += 1
    return stop


def _without_determiner(text: str) -> str:
    return _DETERMINER.sub("", text)


def _office(reading: Reading, preposition: Token) -> Role | None:
    """``stepped down as director of the agency``: the office."""
    doc = reading.doc
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or noun.i < preposition.i or noun.lemma_.lower() not in words("role_nouns"):
        return None
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    if of is None or preposition.head.lemma_.lower() not in words("office_verbs"):
        return None
    place = next((c for c in of.children if c.dep_ == "pobj"), None)
    if place is None or place.pos_ != "PROPN":
        return None
    start = noun.left_edge.i
    return Role(_without_determiner(doc[start : _through_name(reading, place.i + 1)].text), 3)
