"""An analysis as plain data for other programs: stable keys, ``None`` for what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from sphinx_briefing.corpus.selectors import quote_selector
from sphinx_briefing.models import FactForm, applied
from sphinx_briefing.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sphinx_briefing.models import (
        Analysis,
        Article,
        Change,
        Cue,
        Event,
        Excerpt,
        Fact,
        Figure,
        Gap,
        Level,
        Person,
        Quote,
        Speaker,
        Tension,
    )

KINDS: Final = ("figures", "quotes", "facts", "changes", "people", "events", "unknowns", "tensions")


def record(path: Path, article: Article, analysis: Analysis, kinds: Sequence[str] = KINDS) -> dict[str, Any]:
    """All that is known of one article.

    Args:
        path: its file as the user named it.
        article: as read.
        analysis: its excerpts.
        kinds: which of :data:`KINDS` to give.
    """
    return {
        "source": path.stem,
        "path": article.path,
        "title": article.metadata.title or None,
        "sha256": article.sha256 or None,
        **{k: [excerpt_record(e, article) for e in getattr(analysis, k)] for k in KINDS if k in kinds},
        "problems": to_plain(article.problems),
    }


def excerpt_record(excerpt: Excerpt, article: Article) -> dict[str, Any]:
    """All that is known of one excerpt of *article*, as :func:`record` gives it."""
    return _MAKERS[excerpt.type](excerpt, article)


def _figure(figure: Figure, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(figure, article),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "hedge": figure.hedge or None,
        "trend": figure.trend,
        "unit": figure.unit,
        "unit_phrase": figure.unit_phrase or None,
        "kind": figure.kind,
        "subject": figure.subject or None,
        "attribution": figure.attribution or None,
        "modality": figure.modality,
        "as_of": figure.as_of or None,
        "person": figure.person or None,
        "places": to_plain(figure.spans),
    }


def _quote(quote: Quote, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(quote, article),
        "text": " ".join(article.text[a:b] for a, b in quote.segments),
        "segments": to_plain(quote.segments),
        "kind": quote.kind,
        "speaker": quote.speaker and _speaker(quote.speaker),
        "co_speakers": [_speaker(s) for s in quote.co_speakers],
        "cue": quote.cue and _cue(quote.cue),
        "clause": to_plain(quote.clause),
    }


def _fact(fact: Fact, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(fact, article),
        **({"text": fact.text} if fact.edits else {}),
        "score": fact.salience,
        "condensed": bool(fact.edits),
        "edits": to_plain(fact.edits),
        "forms": {form: applied(article, fact, form) for form in get_args(FactForm)},
        "dates": to_plain(fact.dates),
        "loaded": to_plain(fact.loaded),
    }


def _change(change: Change, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(change, article),
        "from": change.before and (change.before.figure or None),
        "to": change.after and (change.after.figure or None),
        "by": change.amount and (change.amount.figure or None),
        "before": _level(change.before),
        "after": _level(change.after),
        "amount": _level(change.amount),
        "direction": change.direction,
        "subject": change.subject or None,
        "unit": change.unit,
        "status": change.status,
        "attribution": change.attribution or None,
        "basis": change.basis,
        "evidence": to_plain(change.evidence),
        "computed": to_plain(change.computed),
    }


def _level(level: Level | None) -> dict[str, Any] | None:
    if level is None:
        return None
    return {**to_plain(level), "figure": level.figure or None, "value": level.value}


def _person(person: Person, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(person, article),
        "name": person.name,
        "kind": person.kind,
        "role": person.role or None,
        "role_spans": to_plain(person.role_spans),
        "aliases": to_plain(person.aliases),
        "mentions": person.mentions,
        "quotes": to_plain(person.quotes),
        "figures": to_plain(person.figures),
    }


def _event(event: Event, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(event, article),
        "date": {**to_plain(event.date), "edtf": event.date.edtf or None},
        "modality": event.modality,
        "attribution": event.attribution or None,
        "quoted": event.quoted,
    }


def _gap(gap: Gap, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(gap, article),
        "kind": gap.kind,
        "cue": {"text": gap.cue, "start": gap.cue_span.start, "end": gap.cue_span.end},
        "attribution": gap.attribution or None,
        "quoted": gap.quoted,
    }


def _tension(tension: Tension, article: Article) -> dict[str, Any]:
    return {
        **_excerpt(tension, article),
        "claim": {
            "text": article.text[slice(*tension.claim)],
            "span": to_plain(tension.claim),
            "said_by": tension.claimed_by or None,
        },
        "answer": {
            "text": article.text[slice(*tension.answer)],
            "span": to_plain(tension.answer),
            "said_by": tension.answered_by or None,
        },
        "cue": tension.cue,
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name or None,
        "mention": speaker.mention or None,
        "start": speaker.start if speaker.mention else None,
        "end": speaker.end if speaker.mention else None,
        "role": speaker.role or None,
        "candidates": to_plain(speaker.candidates),
        "person": speaker.person or None,
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {"text": cue.text, "start": cue.start, "end": cue.end, "lemma": cue.lemma or None}


def _excerpt(excerpt: Excerpt, article: Article) -> dict[str, Any]:
    start, end = excerpt.span
    return {
        "id": excerpt.id,
        "text": article.text[start:end],
        "start": start,
        "end": end,
        "sentence": to_plain(excerpt.sentence),
        "paragraph": excerpt.paragraph,
        "salience": excerpt.salience,
        "selector": quote_selector(article.text, excerpt.span),
        "edited": to_plain(excerpt.edited),
        "note": excerpt.note or None,
        "grade": f"{excerpt.reliability}{excerpt.credibility}" or None,
    }


_MAKERS: Final[Mapping[str, Callable[[Any, Article], dict[str, Any]]]] = {
    "figure": _figure,
    "quote": _quote,
    "fact": _fact,
    "change": _change,
    "person": _person,
    "event": _event,
    "gap": _gap,
    "tension": _tension,
    "passage": _excerpt,
}
