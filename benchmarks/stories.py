"""Invented news stories for the benchmarks: any number of them, the same ones for the same seed."""

from __future__ import annotations

import random
from typing import Final

_PLACES: Final = (
    "Osmar", "Velden", "Arl", "Tarn Harbour", "Corve", "Lindholt", "Brask", "Nieuwmeer", "Port Salen", "Hestervik",
)  # fmt: skip
_FIRST: Final = ("Ada", "Benno", "Ilse", "Edrik", "Mara", "Jorun", "Teodor", "Sanna", "Piet", "Livia")
_LAST: Final = (
    "Ruizen",
    "Haskold",
    "Varrow",
    "Solvane",
    "Okorie",
    "Lindqvor",
    "Tessmar",
    "Brannick",
    "Oduvale",
)
_ROLES: Final = (
    "the harbour master",
    "the city's head of energy",
    "a spokesman for the owners",
    "the chief auditor",
)
_BODIES: Final = (
    "Norrland Tidal",
    "the Strait Authority",
    "the Council of Ports",
    "Halden Ferries",
    "the Audit Office",
)
_THINGS: Final = ("ferries", "wardens", "households", "turbines", "fishing boats", "lamps", "dock workers")
_PROJECTS: Final = (
    "tidal barrage",
    "northern dock",
    "coal store",
    "lighthouse line",
    "strait tunnel",
    "fish market",
)
_MONTHS: Final = ("January", "March", "May", "June", "September", "November")

_HEADLINES: Final = (
    "{place} delays the {project}",
    "{body} to cut its {things} in {place}",
    "What the {project} costs {place}",
)
_SENTENCES: Final = (
    "{body} will cut its force from {big} to about {small} {things} by the end of {month}.",
    "The {project} of {place} was to cost {money} million crowns, but the price has risen by {percent} percent.",
    "“We would rather build it late than build it twice,” said {name}, {role}, on {day} {month} {year}.",
    "{name}, {role}, told reporters that at least {small} {things} had been counted in {place} since {year}.",
    "“Nobody has told us where the {things} are to go,” {last} said. “We have asked {count} times.”",
    "According to {body}, nearly {percent} percent of the {things} in {place} are more than {count} years old.",
    "The council voted {count} to {few} for the {project}, which opponents call “a costly pause.”",
    "More than {big} people live within {count} kilometres of the {project}.",
    "In {month}, {body} said that it had lost between {few} and {count} {things} to storms.",
    "He added that {place} could not wait another {few} years.",
    "The plan leaves {small} {things} in the hands of {body}, whose contract ends in {year}.",
    "{last} called the figures “old, partial and misleading” and asked for an inquiry.",
    "It is not clear who will pay for the remaining {things}, which cost ${money} million in {year}.",
    "A court in {place} fined {body} {money},000 crowns after {name} had complained about the noise.",
    "The {project} employs {small} people, down from {big} in {year}, and the owners expect no change.",
    "“Is it enough? I do not think so,” {name} wrote in a letter to the {count} members of the council.",
    "Water in the strait is on average {few}.{few} degrees warmer than in {year}, {body} found.",
    "But crews from {place} said they had seen {few} of the new {things} at most.",
    "The last time {body} closed a harbour, {count} families left within {few} months.",
    "“That is the way things are at sea,” said {name}. “You plan for one storm and you get {few}.”",
)


def story(random_: random.Random) -> str:
    """A story of a headline and eight to fourteen paragraphs of one to three sentences."""
    place, project, body = (random_.choice(words) for words in (_PLACES, _PROJECTS, _BODIES))
    paragraphs = [random_.choice(_HEADLINES).format_map(_words(random_, place, project, body))]
    for _ in range(random_.randint(8, 14)):
        chosen = random_.sample(_SENTENCES, random_.randint(1, 3))
        words = [s.format_map(_words(random_, place, project, body)) for s in chosen]
        paragraphs.append(" ".join(w[0].upper() + w[1:] for w in words))
    return "\n\n".join(paragraphs) + "\n"


def stories(count: int, seed: int = 1) -> list[str]:
    """So many stories, decided by the seed."""
    random_ = random.Random(seed)
    return [story(random_) for _ in range(count)]


def _words(random_: random.Random, place: str, project: str, body: str) -> dict[str, str]:
    last = random_.choice(_LAST)
    return {
        "place": place,
        "project": project,
        "body": body,
        "last": last,
        "name": f"{random_.choice(_FIRST)} {last}",
        "role": random_.choice(_ROLES),
        "things": random_.choice(_THINGS),
        "month": random_.choice(_MONTHS),
        "year": str(random_.randint(1998, 2025)),
        "day": str(random_.randint(1, 28)),
        "few": str(random_.randint(2, 9)),
        "count": str(random_.randint(11, 48)),
        "small": str(random_.randint(120, 900)),
        "big": f"{random_.randint(1, 60)},{random_.randint(100, 999)}",
        "money": str(random_.randint(15, 480)),
        "percent": str(random_.randint(3, 80)),
    }
