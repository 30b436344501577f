"""What becomes of the people of an article when an excerpt of theirs is dropped, corrected or added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_briefing.models import Edit, Figure, Person, Quote

if TYPE_CHECKING:
    from sphinx_briefing.models import Analysis, Excerpt, Speaker


def relinked(analysis: Analysis, old: Excerpt, new: Excerpt | None) -> Analysis:
    """*analysis*, in which *new* already stands for *old*, with its people and what is theirs in accord again.

    Args:
        analysis: in which *new* stands instead of *old*.
        old: the excerpt as it was.
        new: as it is now, ``None`` if it was dropped.
    """
    if isinstance(old, Person):
        return _renamed(analysis, old, new if isinstance(new, Person) else None)
    before, now = _people_of(old), _people_of(new)
    if before == now:
        return analysis
    return replace(analysis, people=tuple(_given(person, analysis, old, now) for person in analysis.people))


def _people_of(excerpt: Excerpt | None) -> set[str]:
    """The ids of those whom an excerpt is from."""
    if isinstance(excerpt, Quote):
        return {s.person for s in (excerpt.speaker, *excerpt.co_speakers) if s and s.person}
    return {excerpt.person} if isinstance(excerpt, Figure) and excerpt.person else set()


def _given(person: Person, analysis: Analysis, excerpt: Excerpt, theirs: set[str]) -> Person:
    """A person with *excerpt* among what they said if it is one of *theirs*, and else without."""
    if isinstance(excerpt, Quote):
        ids = _ids(person.quotes, excerpt.id, added=person.id in theirs)
        return replace(person, quotes=tuple(q.id for q in analysis.quotes if q.id in ids))
    ids = _ids(person.figures, excerpt.id, added=person.id in theirs)
    return replace(person, figures=tuple(f.id for f in analysis.figures if f.id in ids))


def _ids(known: tuple[str, ...], one: str, *, added: bool) -> set[str]:
    return {*known, one} if added else {*known} - {one}


def _renamed(analysis: Analysis, old: Person, new: Person | None) -> Analysis:
    """The quotations and figures of a person who got another role, or who is none."""
    quotes = tuple(_said_by(quote, old, new) for quote in analysis.quotes)
    if new is not None:
        return replace(analysis, quotes=quotes)
    figures = tuple(replace(f, person="") if f.person == old.id else f for f in analysis.figures)
    return replace(analysis, quotes=quotes, figures=figures)


def _said_by(quote: Quote, old: Person, new: Person | None) -> Quote:
    speakers = [_speaker(speaker, old, new) for speaker in (quote.speaker, *quote.co_speakers) if speaker]
    if speakers == [s for s in (quote.speaker, *quote.co_speakers) if s]:
        return quote
    edits = () if new is None else (Edit(field="role", before=old.role, after=new.role),)
    return replace(
        quote, speaker=speakers[0], co_speakers=tuple(speakers[1:]), edited=(*quote.edited, *edits)
    )


def _speaker(speaker: Speaker, old: Person, new: Person | None) -> Speaker:
    if speaker.person != old.id:
        return speaker
    return replace(speaker, person="") if new is None else replace(speaker, role=new.role)
