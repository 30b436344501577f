"""Who is who in an article: its people and bodies with roles, other names and what is theirs.

The quotes' resolution has gathered whom names mean and what they are. Here it is decided who of them is
somebody (:mod:`.standing`), which bodies an article has (:mod:`.bodies`), by which words each is called
(:mod:`.mentions`), and which quotations and figures are theirs (:mod:`.linking`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.layout import sentence_of, sentences
from sphinx_briefing.analysis.people.bodies import find_bodies
from sphinx_briefing.analysis.people.mentions import aliases_of, mentions_of
from sphinx_briefing.analysis.people.role_spans import role_spans
from sphinx_briefing.analysis.people.standing import is_body, is_somebody
from sphinx_briefing.models import Person
from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.quotes.speakers import Speakers
    from sphinx_briefing.models import PersonKind, Quote, Span

#: So many mentions make somebody as present as can be.
_PRESENT: Final = 6


def find_people(speakers: Speakers, quotes: Sequence[Quote]) -> list[Person]:
    """The people and bodies of an article in the order of their first mentions.

    Args:
        speakers: what the quotes' resolution found out.
        quotes: the quotes of the article; who speaks in them is listed, whatever else is known.
    """
    gathering = _Gathering(speakers, quotes)
    known = mentions_of(speakers)
    named: set[str] = set()
    for somebody, places in known.items():
        if is_somebody(speakers, somebody, places, speaks=somebody.name in gathering.speaking):
            gathering.add(somebody.name, "person", places, speakers.roles.get(somebody, ""))
            named |= {fold(name.text) for name in places}
        elif is_body(speakers, somebody, places) and somebody.name in gathering.speaking:
            gathering.add(somebody.name, "organisation", places, "")
            named.add(fold(somebody.name))
    for name, places in find_bodies(speakers.reading, quotes, named).items():
        gathering.add(name, "organisation", places, "")
    return sorted(gathering.people, key=lambda person: person.start)


class _Gathering:
    """Makes the records."""

    def __init__(self, speakers: Speakers, quotes: Sequence[Quote]) -> None:
        self.people: list[Person] = []
        self.speaking = {s.name for q in quotes for s in (q.speaker, *q.co_speakers) if s is not None}
        self._reading = speakers.reading
        self._sentences = sentences(speakers.reading.doc)

    def add(self, name: str, kind: PersonKind, places: Sequence[Tokens], role: str) -> None:
        """Note somebody who is meant at *places*."""
        first, text = places[0], self._reading.text
        spans = role_spans(text, role, [(p.start_char, p.end_char) for p in places])
        start, end = first.start_char, first.end_char
        self.people.append(
            Person(
                text=text[start:end],
                start=start,
                end=end,
                sentence=self._sentence(start, end),
                name=name,
                kind=kind,
                role=role,
                role_spans=spans,
                role_sentence=self._sentence(min(spans).start, max(spans).end) if spans else None,
                aliases=aliases_of(name, places),
                mentions=len(places),
                salience=self._salience(name, kind, role, places),
            )
        )

    def _sentence(self, start: int, end: int) -> Span:
        return sentence_of(self._sentences, start, end)

    def _salience(self, name: str, kind: PersonKind, role: str, places: Sequence[Tokens]) -> float:
        """How much somebody matters: who speaks before who is spoken of, people before bodies."""
        value = 0.4 if name in self.speaking else 0.0
        value += 0.3 * min(1.0, len(places) / _PRESENT)
        value += 0.15 if role else 0.0
        value += 0.15 * (1.0 - places[0].start_char / (len(self._reading.text) or 1))
        return round(value if kind == "person" else value * 0.7, 4)
