"""Who of those an article seems to name is somebody: the model takes places, bodies and headings for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.quotes.people import Person as Known
    from sphinx_briefing.analysis.quotes.reading import Reading
    from sphinx_briefing.analysis.quotes.speakers import Speakers

#: What the model calls other than people; a name labelled so throughout is none.
_OTHERS: Final = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})


def is_somebody(speakers: Speakers, person: Known, places: Sequence[Tokens], *, speaks: bool) -> bool:
    """Whether the name at *places* is a person's, by more than its capitals.

    A full name is, unless the article says "the" before it or the model takes it for something else. A name of
    one word must have a role besides, or speak and never be called a place: "Tarn" may be anything.

    Args:
        speakers: what the quotes' resolution found out.
        person: the bearer of the name.
        places: where the name stands.
        speaks: whether a quote is theirs.
    """
    reading = speakers.reading
    outside = [place for place in places if not _in_title(reading, place)]
    if not outside or _takes_article(reading, outside):
        return False
    has_role = bool(speakers.roles.get(person))
    labels = _labels(places)
    human = labels["PERSON"]
    if person.given:
        return human > 0 or has_role or (speaks and not sum(labels[label] for label in _OTHERS))
    called_else = sum(labels[label] for label in _OTHERS)
    return has_role or (speaks and human > 0 and (bool(person.gender) or not called_else))


def is_body(speakers: Speakers, person: Known, places: Sequence[Tokens]) -> bool:
    """Whether a name that is no person's is that of a body: it takes "the", or the model mostly says so."""
    if person.gender or speakers.roles.get(person):
        return False
    labels = _labels(places)
    return _takes_article(speakers.reading, places) or 2 * (labels["ORG"] + labels["GPE"]) > len(places)


def _labels(places: Sequence[Tokens]) -> Counter[str]:
    """How often the model gives which label to the name's last word."""
    return Counter(place[-1].ent_type_ for place in places if place[-1].ent_type_)


def _in_title(reading: Reading, place: Tokens) -> bool:
    home = reading.homes[place.start]
    return home >= 0 and reading.titled[home]


def _takes_article(reading: Reading, places: Sequence[Tokens]) -> bool:
    """Whether the name mostly stands after "the", and so is that of a thing or a body."""
    after = [p for p in places if p.start > 0 and reading.doc[p.start - 1].lower_ == "the"]
    return 2 * len(after) >= len(places)
