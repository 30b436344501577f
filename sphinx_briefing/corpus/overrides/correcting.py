"""Excerpts as people corrected them, and what that means for the people of the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinx_briefing.corpus.overrides.matching import UnmatchedError
from sphinx_briefing.corpus.overrides.places import find_words, sentence_round
from sphinx_briefing.models import Edit, Figure, Person, Quote, Speaker
from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from sphinx_briefing.corpus.overrides.entries import Override
    from sphinx_briefing.models import Analysis, Article, Excerpt


def corrected(excerpt: Excerpt, override: Override, article: Article, analysis: Analysis) -> Excerpt:
    """The excerpt with the corrections, the grade and the note of *override*, and what was changed."""
    edits = []
    found = excerpt
    for field, value in override.corrections:
        before = shown(found, field)
        excerpt = _with(excerpt, field, value, article, analysis)
        after = shown(excerpt, field)
        if after != before:
            edits.append(Edit(field=field, before=before, after=after))
    reliability, credibility = override.grade
    return replace(
        excerpt,
        edited=(*excerpt.edited, *edits),
        note=override.note or excerpt.note,
        reliability=reliability or excerpt.reliability,
        credibility=credibility or excerpt.credibility,
    )


def shown(excerpt: Excerpt, field: str) -> str:
    """What a page prints of a field that can be corrected."""
    if isinstance(excerpt, Quote):
        if field == "role":
            return excerpt.speaker.role if excerpt.speaker else ""
        speakers = (excerpt.speaker, *excerpt.co_speakers)
        return "; ".join(speaker.printed for speaker in speakers if speaker)
    return str(getattr(excerpt, field))


def _with(excerpt: Excerpt, field: str, value: str, article: Article, analysis: Analysis) -> Excerpt:
    if isinstance(excerpt, Quote):
        return _quote_with(excerpt, field, value, article, analysis)
    if isinstance(excerpt, Person):
        return _with_role(excerpt, value, article, analysis)
    if isinstance(excerpt, Figure) and field == "unit":
        return replace(excerpt, unit=value, unit_phrase=value)
    if isinstance(excerpt, Figure) and field == "attribution":
        person = person_called(value, analysis)
        return replace(excerpt, attribution=value, person=person.id if person else "")
    if isinstance(excerpt, Figure):
        return replace(excerpt, subject=value) if field == "subject" else replace(excerpt, as_of=value)
    other: dict[str, Any] = {field: value}
    return replace(excerpt, **other)


def _quote_with(quote: Quote, field: str, value: str, article: Article, analysis: Analysis) -> Quote:
    if field == "speaker":
        speaker = _speaker(value, quote, article, analysis) if value else None
        return replace(quote, speaker=speaker, co_speakers=())
    if quote.speaker is None:
        message = f"the quote {quote.id} has no speaker who could have a role; give its `speaker` too"
        raise UnmatchedError(message)
    return replace(quote, speaker=replace(quote.speaker, role=value))


def _speaker(name: str, quote: Quote, article: Article, analysis: Analysis) -> Speaker:
    """The speaker of that name: somebody whom the article names, with the role, or else a name and no more."""
    person = person_called(name, analysis)
    places = find_words(article, name)
    nearest = min(places, key=lambda span: abs(span.start - quote.start), default=None)
    made = Speaker(name=person.name, role=person.role, person=person.id) if person else Speaker(name=name)
    if nearest is None:
        return made
    return replace(made, mention=article.text[slice(*nearest)], start=nearest.start, end=nearest.end)


def person_called(name: str, analysis: Analysis) -> Person | None:
    """Who of the article's people is called *name*: by the full name, another one, or a last name of only one."""
    folded = fold(name)
    full = [p for p in analysis.people if fold(p.name) == folded]
    other = [p for p in analysis.people if any(fold(alias.text) == folded for alias in p.aliases)]
    last = [p for p in analysis.people if p.kind == "person" and fold(p.name).endswith(f" {folded}")]
    found = full or other or last
    return found[0] if len(found) == 1 else None


def _with_role(person: Person, role: str, article: Article, analysis: Analysis) -> Person:
    """Somebody with another role, and where the article has its words, if it has them."""
    spans = tuple(find_words(article, role)[:1]) if role else ()
    sentence = sentence_round(article, analysis, spans[0]) if spans else None
    return replace(person, role=role, role_spans=spans, role_sentence=sentence)
