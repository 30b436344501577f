"""The people an article names, and whom each of its names can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.names import find_names
from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sphinx_briefing.analysis.quotes.names import Gender, Name
    from sphinx_briefing.analysis.quotes.reading import Reading

#: "Philip" and "Phillip" are one person, mistyped.
_DOUBLED: Final = re.compile(r"(.)\1")
#: A longer run of capitals is no fuller name but a mistake ("Justice Ada Lund President").
_MOST_PARTS: Final = 4


@dataclass(eq=False, slots=True)
class Person:
    """Somebody the article names.

    Attributes:
        name: the fullest name it gives, without titles.
        given: the first given name, folded; ``""`` where the article gives none.
        surname: the last word of the name, folded.
        gender: the pronoun that titles or the given name call for, ``""`` if unknown.
    """

    name: str
    given: str
    surname: str
    gender: Gender = ""


class People:
    """Everybody an article names.

    Attributes:
        persons: in the order in which a full name, or else a bare one, first stands in the text.
        names: for each token of a name that name.
        meant: for each token of a name those it can mean.
    """

    def __init__(self, reading: Reading, speakers: Collection[int]):
        found = find_names(reading, speakers)
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self.persons: list[Person] = []
        self.names: dict[int, Name] = {}
        self.meant: dict[int, list[Person]] = {}
        self._get_to_know(found)
        for name in found:
            self._place(name)

    def called(self, word: str) -> list[Person]:
        """Those whose surname is *word*, whatever the model took it for where it stands."""
        return self._by_surname.get(fold(word), [])

    def _get_to_know(self, names: Sequence[Name]) -> None:
        """Make persons of full names first, then of bare ones that nobody known bears."""
        for name in names:
            if len(name.parts) > 1:
                self._meet(name)
        for name in names:
            word = fold(name.parts[0])
            if len(name.parts) == 1 and word not in self._by_surname and word not in self._by_given:
                self._add(Person(name.parts[0], "", word, _gender_of(word)))

    def _meet(self, name: Name) -> None:
        surname, given = fold(name.parts[-1]), fold(name.parts[0])
        known = next((p for p in self._by_surname.get(surname, ()) if _same_given(p.given, given)), None)
        if known is None:
            self._add(Person(" ".join(name.parts), given, surname, _gender_of(given)))
        elif len(known.name.split()) < len(name.parts) <= _MOST_PARTS:
            known.name = " ".join(name.parts)

    def _add(self, person: Person) -> None:
        self.persons.append(person)
        self._by_surname.setdefault(person.surname, []).append(person)
        if person.given:
            self._by_given.setdefault(person.given, []).append(person)

    def _place(self, name: Name) -> None:
        found = self._bearers(name)
        for i in range(name.start, name.end):
            self.meant[i] = found
            self.names[i] = name
        if len(found) == 1:
            found[0].gender = found[0].gender or name.gender

    def _bearers(self, name: Name) -> list[Person]:
        """Those a name can mean: several where it is a bare surname that two people share."""
        surname, given = fold(name.parts[-1]), fold(name.parts[0])
        if len(name.parts) > 1:
            return [p for p in self._by_surname.get(surname, ()) if _same_given(p.given, given)]
        found = self._by_surname.get(surname) or self._by_given.get(given) or []
        fitting = [p for p in found if not name.gender or p.gender in ("", name.gender)]
        return fitting or found


def _same_given(a: str, b: str) -> bool:
    """Whether two given names can be one person's: equal, or one the other's initial."""
    a, b = _DOUBLED.sub(r"\1", a), _DOUBLED.sub(r"\1", b)
    is_initial = len(a.rstrip(".")) == 1 or len(b.rstrip(".")) == 1
    return a == b or (is_initial and a[:1] == b[:1])


def _gender_of(given: str) -> Gender:
    if given in words("given_names", "male"):
        return "he"
    return "she" if given in words("given_names", "female") else ""
