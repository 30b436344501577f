"""Which quotations and figures are whose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.models import Figure, Person, Quote, Speaker


def linked(
    people: Sequence[Person], quotes: Sequence[Quote], figures: Sequence[Figure]
) -> tuple[tuple[Person, ...], tuple[Quote, ...], tuple[Figure, ...]]:
    """The same with the ids of people in quotes and figures, and of quotes and figures in people.

    A name that two could bear links to neither.
    """
    by_name = _unambiguous([(p.name, p) for p in people])
    by_any_name = {**_unambiguous([(a.text, p) for p in people for a in p.aliases]), **by_name}

    def known(speaker: Speaker) -> Speaker:
        return replace(speaker, person=by_name.get(_key(speaker.name), ""))

    said = tuple(
        replace(
            quote,
            speaker=quote.speaker and known(quote.speaker),
            co_speakers=tuple(map(known, quote.co_speakers)),
        )
        for quote in quotes
    )
    given = tuple(replace(f, person=by_any_name.get(_key(f.attribution), "")) for f in figures)
    quoted = _by_person([(who, quote.id) for quote in said for who in _speaking(quote)])
    told = _by_person([(figure.person, figure.id) for figure in given])
    who = (replace(p, quotes=quoted.get(p.id, ()), figures=told.get(p.id, ())) for p in people)
    return tuple(who), said, given


def _by_person(pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """What is whose, in order."""
    found: dict[str, list[str]] = {}
    for person, excerpt in pairs:
        found.setdefault(person, []).append(excerpt)
    return {person: tuple(excerpts) for person, excerpts in found.items()}


def _speaking(quote: Quote) -> list[str]:
    speakers = (s.person for s in (quote.speaker, *quote.co_speakers) if s is not None)
    return list(dict.fromkeys(speakers))


def _unambiguous(names: Sequence[tuple[str, Person]]) -> dict[str, str]:
    """The ids by names that only one bears."""
    bearers: dict[str, set[str]] = {}
    for name, person in names:
        bearers.setdefault(_key(name), set()).add(person.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if name and len(ids) == 1}


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")
