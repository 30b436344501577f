"""Who a mention means: the people of an article, and the one a surname, a pronoun or a bare title stands for.

A first name or a person that the article does not give is never supplied; where two people are possible, neither is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import is_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

Gender = Literal["he", "she", ""]

_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PARTICLES: Final = frozenset("al bin da de del della der di du el la le van von y abu ibn ben".split())
#: "Hilary" is Hillary, mistyped.
_DOUBLED: Final = re.compile(r"(.)\1")
#: How far back the person behind a pronoun may have been named, in paragraphs.
_MEMORY: Final = 8


def fold(name: str) -> str:
    """*name* in lower case without accents."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@dataclass(eq=False, slots=True)
class Person:
    """Somebody the article names.

    Attributes:
        name: the fullest name it gives, without titles.
        given: the first given name in :func:`fold` form, ``""`` where the article gives none.
        surname: the last word of the name in :func:`fold` form.
        gender: the pronoun the article's titles or the given name call for, ``""`` if unknown.
        mentions: the last tokens of the names that mean this person, in order.
    """

    name: str
    given: str
    surname: str
    gender: Gender = ""
    mentions: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    """A place where the article names a person.

    Attributes:
        start: the name's first token, after any title.
        end: the token after its last.
        parts: its words.
        gender: what a title before it tells.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    gender: Gender


class People:
    """The people an article names, found by the places where it does."""

    def __init__(self, reading: Reading, speakers: Collection[int]):
        self.reading = reading
        names = _names(reading, speakers)
        self.persons: list[Person] = _persons(names)
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        for person in self.persons:
            self._by_surname.setdefault(person.surname, []).append(person)
            if person.given:
                self._by_given.setdefault(person.given, []).append(person)
        #: For each token of a name, whom it can mean.
        self.meant: dict[int, list[Person]] = {}
        self.names: dict[int, Name] = {}
        for name in names:
            found = self.bearers(name)
            for i in range(name.start, name.end):
                self.meant[i] = found
                self.names[i] = name
            if len(found) == 1:
                found[0].mentions.append(name.end - 1)
                found[0].gender = found[0].gender or name.gender

    def bearers(self, name: Name) -> list[Person]:
        """Those a name can mean: several where only a surname is given that two people share."""
        surname, given = fold(name.parts[-1]), fold(name.parts[0])
        if len(name.parts) > 1:
            return [p for p in self._by_surname.get(surname, ()) if _same_given(p.given, given)]
        found = self._by_surname.get(surname) or self._by_given.get(given) or []
        fitting = [p for p in found if not name.gender or p.gender in ("", name.gender)]
        return fitting or found

    def called(self, word: str) -> list[Person]:
        """Those whose surname is *word*, whatever the model took it for there."""
        return self._by_surname.get(fold(word), [])

    def at(self, token: Token) -> list[Person]:
        """Whom the name at *token* can mean; none where there is no name."""
        return self.meant.get(token.i, [])


def _names(reading: Reading, speakers: Collection[int]) -> list[Name]:
    """All names of persons, in the order of the text, inside quotation marks too.

    The model's entities are not enough: it misses half the bare surnames. Whoever speaks is named, and whatever
    surname is known once is a name wherever it stands alone.
    """
    doc = reading.doc
    spans = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
    spans += _after_titles(reading)
    spans += (
        _with_given_names(reading, i) for i in speakers if doc[i].pos_ == "PROPN" and not doc[i].ent_type_
    )
    found = {span: name for span in spans if (name := _name(reading, *span)) is not None}
    out = _without_overlaps(found.values())
    known = {name.parts[-1] for name in out}
    out = _without_overlaps([*out, *_bare(reading, known, speakers)])
    known_bare = {name.parts[0] for name in out if len(name.parts) == 1}
    return _without_overlaps([*out, *_full_forms(reading, known_bare)])


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in order, the longest of those that overlap."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if out and name.start < out[-1].end:
            if name.end - name.start > out[-1].end - out[-1].start:
                out[-1] = name
        else:
            out.append(name)
    return out


def _name(reading: Reading, start: int, end: int) -> Name | None:
    start, end = _trimmed(reading, start, end)
    if start >= end:
        return None
    parts = tuple(reading.doc[start:end].text.split())
    if not all(part[0].isalpha() for part in parts):
        return None
    return Name(start, end, parts, _titled(reading, start))


def _after_titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Capitalised words after "Mr.", "Senator" and the like."""
    doc = reading.doc
    honorifics = words("titles", "honorific")
    for i in range(len(doc) - 1):
        if doc[i].lower_.rstrip(".") in honorifics and doc[i].text[0].isupper():
            j = i + 1
            while j < len(doc) and j < i + 5 and doc[j].text[0].isupper() and doc[j].pos_ == "PROPN":
                j += 1
            if j > i + 1:
                yield i + 1, j


def _with_given_names(reading: Reading, i: int) -> tuple[int, int]:
    """The capitalised words that end at token *i*."""
    doc, start = reading.doc, i
    while start > 0 and i - start < 3 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[0].isupper():
        start -= 1
    return start, i + 1


def _bare(reading: Reading, known: Collection[str], speakers: Collection[int]) -> Iterator[Name]:
    """The places where a known surname stands alone."""
    if not known:
        return
    doc = reading.doc
    pattern = re.compile(r"\b(?:%s)\b" % "|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    for m in pattern.finditer(reading.text):
        start = reading.token_at(m.start())
        end = reading.token_at(m.end() - 1) + 1
        last = doc[end - 1]
        if doc[start].idx == m.start() and last.pos_ == "PROPN" and (last.dep_ != "compound" or last.i in speakers):
            yield Name(start, end, (m.group(),), _titled(reading, start))


def _full_forms(reading: Reading, surnames: Collection[str]) -> Iterator[Name]:
    """The places where a given name stands before a surname known only alone."""
    titles = words("titles")
    for token in reading.doc[1:]:
        if token.text not in surnames or token.dep_ == "compound":
            continue
        first = reading.doc[token.i - 1]
        if (
            first.dep_ == "compound"
            and first.head.i == token.i
            and first.is_alpha
            and first.text[0].isupper()
        ):
            if (
                first.lower_ not in titles
                and not first.is_upper
                and first.ent_type_ in ("PERSON", "", "ORG", "GPE")
            ):
                yield Name(first.i, token.i + 1, (first.text, token.text), _titled(reading, first.i))


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The tokens of a name without titles before and possessives, suffixes and punctuation after it."""
    doc = reading.doc
    titles = words("titles")
    for k in range(start, end):
        if "\n" in doc[k].text:
            end = k
            break
    while start < end and (
        doc[start].lower_.rstrip(".") in titles
        or not doc[start].text[0].isalpha()
        or doc[start].text[0].islower()
        and doc[start].lower_ not in _PARTICLES
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in ("'s", "’s", "'", "’")
        or doc[end - 1].lower_ in _SUFFIXES
        or not doc[end - 1].text[0].isupper()
    ):
        end -= 1
    return start, end


def _titled(reading: Reading, start: int) -> Gender:
    """What the titles before a name tell of its bearer."""
    for k in range(start - 1, max(-1, start - 4), -1):
        word = reading.doc[k].lower_.rstrip(".")
        if word in words("titles", "male"):
            return "he"
        if word in words("titles", "female"):
            return "she"
        if word not in words("titles", "neutral"):
            break
    return ""


def _persons(names: Sequence[Name]) -> list[Person]:
    """The persons behind names: those with a given name first, then bare ones that none of them bears."""
    out: list[Person] = []
    for name in names:
        if len(name.parts) < 2:
            continue
        surname, given = fold(name.parts[-1]), fold(name.parts[0])
        same = next((p for p in out if p.surname == surname and _same_given(p.given, given)), None)
        if same is None:
            out.append(Person(" ".join(name.parts), given, surname, _gender_of(given)))
        elif len(name.parts) > len(same.name.split()) and len(name.parts) <= 4:
            same.name = " ".join(name.parts)
    known = {p.surname for p in out} | {p.given for p in out}
    for name in names:
        word = fold(name.parts[-1])
        if len(name.parts) == 1 and word not in known:
            known.add(word)
            out.append(Person(name.parts[0], "", word, _gender_of(word)))
    return out


def _same_given(a: str, b: str) -> bool:
    a, b = _DOUBLED.sub(r"\1", a), _DOUBLED.sub(r"\1", b)
    return a == b or (len(a.rstrip(".")) == 1 or len(b.rstrip(".")) == 1) and a[:1] == b[:1]


def _gender_of(given: str) -> Gender:
    if given in words("given_names", "male"):
        return "he"
    return "she" if given in words("given_names", "female") else ""


# ---------------------------------------------------------------------------------------- pronouns and titles


class Resolver:
    """Finds the person behind a mention, reading the article from its start."""

    def __init__(self, reading: Reading, people: People, speakers: Iterable[int]):
        self.reading = reading
        self.people = people
        self._speakers = frozenset(speakers)
        #: Tokens of subjects and whom they mean, in order: what a pronoun can refer back to.
        self._subjects: list[tuple[int, list[Person]]] = []
        self._pronouns: dict[int, list[Person]] = {}
        self._read()

    def _read(self) -> None:
        he, she = words("pronouns", "he"), words("pronouns", "she")
        for token in self.reading.doc:
            i = token.i
            if self.reading.inside[i]:
                continue
            if token.pos_ == "PRON" and (token.lower_ in he or token.lower_ in she):
                gender: Gender = "he" if token.lower_ in he else "she"
                found = self._behind(token, gender)
                self._pronouns[i] = found
                if len(found) == 1 and self._leads(token):
                    self._subjects.append((i, found))
            elif i in self.people.meant and i == self.people.names[i].end - 1 and self._leads(token):
                self._subjects.append((i, self.people.meant[i]))

    def _leads(self, token: Token) -> bool:
        """Whether *token* is what its sentence is about: a speaker, or the subject of a main clause."""
        if token.i in self._speakers:
            return True
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        verb = token.head
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        return verb.dep_ in ("ROOT", "ccomp") and not (verb.dep_ == "ccomp" and verb.i > verb.head.i)

    def _behind(self, token: Token, gender: Gender) -> list[Person]:
        """Whom a pronoun means: the nearest leading subject before it that the pronoun fits."""
        home = self.reading.homes[token.i]
        for i, found in reversed(self._subjects):
            distance = home - self.reading.homes[i]
            if distance > _MEMORY:
                break
            sure = [p for p in found if p.gender == gender]
            if sure:
                return sure
            unknown = [p for p in found if not p.gender]
            if unknown and distance <= 1:
                return unknown
        return []

    def who(self, head: Token) -> list[Person]:
        """The persons *head* can mean; empty where it names or means none that the article names."""
        if head.i in self._pronouns:
            return self._pronouns[head.i]
        found = self.people.at(head)
        if len(found) > 1:
            return found
        return found
