"""Whom a mention means: the person behind a name, a pronoun or a bare title.

A first name or a person that the article does not give is never supplied; where two people are possible, both
are returned, for the caller to keep as candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import coordinated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.names import Gender
    from sphinx_briefing.analysis.quotes.people import People, Person
    from sphinx_briefing.analysis.quotes.reading import Reading

#: How far back the person behind a pronoun may have been named, in paragraphs ...
_MEMORY: Final = 8
#: ... and in subjects, for articles that are one paragraph.
_MOST_SUBJECTS: Final = 60
#: Between more people a pronoun is not in doubt, but unresolved.
_MOST_IN_DOUBT: Final = 3
#: A person who may be he or she is meant only by a pronoun in the same paragraph or the next.
_NEAR: Final = 1


class Resolver:
    """Finds the person behind a mention, reading the article from its start."""

    def __init__(self, reading: Reading, people: People, speakers: Iterable[int]):
        self._reading = reading
        self._people = people
        self._speakers = frozenset(speakers)
        #: The leading subjects and whom they mean, in order: what a pronoun can refer back to.
        self._subjects: list[tuple[int, list[Person]]] = []
        self._named: list[tuple[int, list[Person]]] = []
        self._pronouns: dict[int, list[Person]] = {}
        self._read()

    def who(self, head: Token) -> list[Person]:
        """The persons *head* can mean; empty where it names or means none that the article names."""
        if head.i in self._pronouns:
            return self._pronouns[head.i]
        return self._people.meant.get(head.i, [])

    def _read(self) -> None:
        """Go through names and pronouns outside marks in order, and remember who leads a sentence."""
        he, she = words("pronouns", "he"), words("pronouns", "she")
        ends = {name.end - 1 for name in self._people.names.values()}
        for i in sorted({*self._reading.places_of(*he, *she), *ends}):
            if self._reading.inside[i]:
                continue
            token = self._reading.doc[i]
            if i in ends:
                found = self._people.meant[i]
                self._named.append((i, found))
            else:
                found = self._pronouns[i] = self._behind(i, "he" if token.lower_ in he else "she")
            if found and (i in ends or len(found) == 1) and self._leads(token):
                self._subjects.append((i, [*found, *self._beside(token, found)]))

    def _beside(self, token: Token, found: list[Person]) -> list[Person]:
        """The further persons of a coordinated subject: after "Lund and Ek met", "she" can be either."""
        others = (self._people.meant.get(t.i, []) for t in coordinated(self._reading, token))
        return [p for persons in others if len(persons) == 1 for p in persons if p not in found]

    def _leads(self, token: Token) -> bool:
        """Whether *token* is what its sentence is about: a speaker, or the subject of a main clause.

        So is a name beside that subject: "its spokeswoman, Ada Lund, would not say".
        """
        if token.dep_ == "appos" and token.head.pos_ == "NOUN":
            token = token.head
        if token.i in self._speakers:
            return True
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        verb = token.head
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        # what is reported before its cue leads, too: "Lund is ready, said Ek"
        return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)

    def _behind(self, pronoun: int, gender: Gender) -> list[Person]:
        """Whom a pronoun means: the nearest leading subject before it that it fits."""
        homes = self._reading.homes
        for i, found in self._subjects[: -_MOST_SUBJECTS - 1 : -1]:
            distance = homes[pronoun] - homes[i]
            if distance > _MEMORY:
                break
            sure = [p for p in found if p.gender == gender]
            fitting = sure or ([p for p in found if not p.gender] if distance <= _NEAR else [])
            if fitting:
                rivals = self._named_back_to(homes[pronoun], gender) if distance else []
                return [*fitting, *(p for p in rivals if p not in fitting)]
        nearby = self._named_back_to(homes[pronoun] - _MEMORY, gender)
        return nearby if len(nearby) <= _MOST_IN_DOUBT else []

    def _named_back_to(self, paragraph: int, gender: Gender) -> list[Person]:
        """Those named from a paragraph on up to here whom a pronoun fits, whatever their part in a sentence.

        They stand against a leading subject of an earlier paragraph: after "The cameras found her rival" she
        who spoke in the paragraph before may be meant, or the rival.
        """
        out: list[Person] = []
        for i, found in self._named[: -_MOST_SUBJECTS - 1 : -1]:
            if self._reading.homes[i] < paragraph:
                break
            if len(found) == 1 and found[0].gender == gender and found[0] not in out:
                out += found
        return out
