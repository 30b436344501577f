"""The bodies an article names: those that speak, and those that are plainly bodies by name or by repetition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.quotes.reading import Reading
    from sphinx_briefing.models import Quote

_NOUNS: Final = entries(Path(__file__).with_name("bodies.txt"))
#: ``People's Harbour Union (PHU)`` and ``People's Harbour Union, or PHU,``
_SHORT: Final = re.compile(
    r"\s*(?:\((?:the\s)?([A-Z][A-Z.&]{1,7})\)|,\s+or\s+(?:the\s)?([A-Z][A-Z.&]{1,7})\b)"
)
_MODIFIER: Final = re.compile(r"[-–](?:led|backed|based|run|owned|funded)$", re.IGNORECASE)
#: A name said so often is no slip of the model.
_OFTEN: Final = 2
_LONGEST: Final = 8


def find_bodies(
    reading: Reading, quotes: Sequence[Quote], people: Collection[str]
) -> dict[str, list[Tokens]]:
    """The places of each body by its name, which has no "the".

    Args:
        reading: the Doc.
        quotes: its quotes, with their speakers.
        people: the folded names of persons, which no body bears.
    """
    speaking = [place for place in _speaking(reading, quotes) if fold(place.text) not in people]
    voices = {fold(place.text) for place in speaking}
    found: dict[str, list[Tokens]] = {}
    seen: set[int] = set()
    for place in (*speaking, *_entities(reading)):
        key = fold(place.text)
        if key not in people and place.start not in seen:
            seen.add(place.start)
            found.setdefault(key, []).append(place)
    short = _short_forms(reading, found)
    for key, full in short.items():
        found[full] += found.pop(key)
    kept = (
        sorted(places, key=lambda place: place.start)
        for key, places in found.items()
        if key in voices or _is_plain(places)
    )
    return {_name(places): places for places in kept}


def _name(places: Sequence[Tokens]) -> str:
    """The fullest of the wordings."""
    return max((" ".join(place.text.split()) for place in places), key=len)


def _speaking(reading: Reading, quotes: Sequence[Quote]) -> Iterator[Tokens]:
    """The mentions of speakers that are names of bodies, "the" and what describes them left out."""
    for quote in quotes:
        for speaker in (quote.speaker, *quote.co_speakers):
            if speaker is None or not speaker.name or speaker.role:
                continue
            mention = reading.doc.char_span(speaker.start, speaker.end, alignment_mode="expand")
            place = None if mention is None else _trimmed(mention)
            if place is not None and place.root.pos_ == "PROPN" and _may_be_body(reading, place):
                yield place


def _may_be_body(reading: Reading, place: Tokens) -> bool:
    """Whether a name that speaks is a body's: the model says so, or it takes "the", or its last word tells.

    Otherwise it may as well be somebody whom the model does not know; a party's members are no body either.
    """
    last = place[-1]
    if last.ent_type_ in {"NORP", "PERSON"}:
        return False
    after_the = place.start > 0 and reading.doc[place.start - 1].lower_ == "the"
    return after_the or last.ent_type_ in ("ORG", "GPE") or last.lower_ in _NOUNS


def _entities(reading: Reading) -> Iterator[Tokens]:
    """What the model takes for bodies, outside titles and headings, where every word has a capital."""
    for entity in reading.doc.ents:
        home = reading.homes[entity.start]
        if entity.label_ == "ORG" and home >= 0 and not reading.titled[home]:
            place = _trimmed(entity)
            if place is not None and place[-1].pos_ not in ("ADP", "DET", "CCONJ", "PART"):
                yield place


def _trimmed(place: Tokens) -> Tokens | None:
    """A name without "the" and "U.S.-led" before it and the possessive after it; ``None`` if it is none."""
    doc, start = place.doc, place.start
    end = next((token.i for token in place if token.text == "("), place.end)
    while start < end and (doc[start].lower_ in ("the", "a", "an") or _MODIFIER.search(doc[start].text)):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if not start < end <= start + _LONGEST or any(token.is_space for token in doc[start:end]):
        return None
    first, last = doc[start], doc[end - 1]
    return doc[start:end] if first.text[0].isupper() and last.text[0].isupper() else None


def _is_plain(places: Sequence[Tokens]) -> bool:
    """Whether a name is surely a body's though nobody quotes it."""
    last = places[0][-1].lower_
    return (len(places[0]) > 1 and last in _NOUNS) or (
        len(places) >= _OFTEN and all(place[-1].ent_type_ == "ORG" for place in places)
    )


def _short_forms(reading: Reading, found: dict[str, list[Tokens]]) -> dict[str, str]:
    """Which names are the initials that the article gives for another, both folded."""
    out: dict[str, str] = {}
    for full, places in found.items():
        for place in places:
            told = _SHORT.match(reading.text, place.end_char)
            short = fold((told[1] or told[2]).rstrip(".")) if told else ""
            if short in found and short != full and full not in out:
                out[short] = full
    return out
