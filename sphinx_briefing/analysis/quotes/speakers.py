"""From the head of a mention to a Speaker: the words here, the name, the role, the doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.names import beside_role
from sphinx_briefing.analysis.quotes.people import People
from sphinx_briefing.analysis.quotes.resolution import Resolver
from sphinx_briefing.analysis.quotes.roles import find_roles
from sphinx_briefing.analysis.quotes.subjects import is_document, mention_of
from sphinx_briefing.models import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.people import Person
    from sphinx_briefing.analysis.quotes.reading import Reading

#: In "the U.N.-led Operation Ararat" the first word describes, the rest is the name.
_MODIFIER: Final = re.compile(
    r"[-–](?:led|backed|based|run|owned|funded|born|sponsored|affiliated)$", re.IGNORECASE
)
_ABBREVIATED: Final = {
    "senator": "sen",
    "governor": "gov",
    "representative": "rep",
    "congressman": "rep",
    "congresswoman": "rep",
    "general": "gen",
    "professor": "prof",
    "lieutenant": "lt",
}


class Speakers:
    """Names whoever a mention means.

    Attributes:
        reading: the Doc.
        people: everybody it names.
        roles: what they are, as it tells.
    """

    def __init__(self, reading: Reading, heads: Iterable[Token]):
        self.reading = reading
        speaking = {head.i for head in heads}
        self.people = People(reading, speaking)
        self._resolver = Resolver(reading, self.people, speaking)
        self.roles = find_roles(reading, self.people, self._resolver)
        #: For each word of a role its bearers, and whether that word is the whole role.
        self._bearers: dict[str, list[tuple[Person, bool]]] = {}
        for person, role in self.roles.items():
            have = {word.strip(".,()").lower() for word in role.split()}
            for word in have:
                self._bearers.setdefault(word, []).append((person, len(have) == 1))

    def speaker(self, head: Token) -> Speaker:
        """The speaker whom *head* is the head of the mention of."""
        start, end = mention_of(self.reading, head)
        mention = self.reading.doc[start:end]
        persons = self._persons(head, start, end)
        only = persons[0] if len(persons) == 1 else None
        name = only.name if only else "" if persons else self._own_name(head, start, end)
        return Speaker(
            name=name,
            mention=mention.text,
            start=mention.start_char,
            end=mention.end_char,
            role=self.roles.get(only, "") if only else "",
            candidates=() if only else tuple(p.name for p in persons),
        )

    def _persons(self, head: Token, start: int, end: int) -> list[Person]:
        """Whom a mention can mean among the people of the article."""
        found = self._resolver.who(head)
        if found:
            return found
        if head.pos_ == "PROPN":
            last = next((i for i in range(end - 1, start - 1, -1) if i in self.people.meant), None)
            if last is not None:
                return self.people.meant[last]
        beside = beside_role(head) if head.pos_ == "NOUN" else None
        if beside is not None and beside.i in self.people.meant:
            return self.people.meant[beside.i]
        if head.text[0].isupper() and (found := self.people.called(head.text)):
            return found
        owner = next((c for c in head.lefts if c.dep_ == "poss"), None) if is_document(head) else None
        if owner is not None:
            return self._resolver.who(owner)
        return self.titled(head) if is_bare_title(head) else []

    def meant(self, head: Token) -> list[Person]:
        """Those whom a name or pronoun can mean; none where the article names nobody for it."""
        return self._resolver.who(head)

    def titled(self, head: Token) -> list[Person]:
        """Those whose role has the noun of "the senator" in it; the one whose role is just that, if any."""
        noun = head.lemma_.lower()
        wanted = dict.fromkeys((noun, _ABBREVIATED.get(noun, noun)))
        found = [bearer for word in wanted for bearer in self._bearers.get(word, ())]
        exact = [person for person, is_whole in found if is_whole]
        return exact if len(exact) == 1 else list(dict.fromkeys(person for person, _ in found))

    def _own_name(self, head: Token, start: int, end: int) -> str:
        """The mention's own words as a name; nothing for a pronoun or a title that could be anybody's."""
        doc = self.reading.doc
        if head.pos_ == "PRON" or head.lower_ in words("pronouns", "personal") or is_bare_title(head):
            return ""
        while start < head.i and (doc[start].lower_ == "the" or _MODIFIER.search(doc[start].text)):
            start += 1
        return doc[start:end].text


def is_bare_title(head: Token) -> bool:
    """Whether *head* is a title without a name for one person the reader knows ("the former minister")."""
    if (
        head.pos_ not in ("NOUN", "PROPN")
        or head.lower_ != head.text
        or head.lemma_.lower() not in words("role_nouns")
        or head.tag_ == "NNS"
    ):
        return False
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in head.lefts)
