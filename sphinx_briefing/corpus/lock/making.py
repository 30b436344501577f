"""A lock made of what the pages use, and brought together with the one there was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_briefing.corpus.lock.comparing import same_reading
from sphinx_briefing.corpus.lock.records import Entry, Lock, Passage
from sphinx_briefing.corpus.lock.walking import spans_without_words
from sphinx_briefing.corpus.selectors import quote_selector
from sphinx_briefing.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Article, Excerpt, Span


def entry_of(hit: Hit) -> Entry:
    """The block of an excerpt as it stands."""
    article, excerpt = hit
    selector = quote_selector(article.text, excerpt.span)
    return Entry(
        article=article.id,
        excerpt=replace(excerpt, paragraph=0),
        exact=selector["exact"],
        prefix=selector["prefix"],
        suffix=selector["suffix"],
        sha256=article.sha256,
        passages=tuple(
            Passage(exact=article.text[slice(*span)], start=span.start, end=span.end)
            for span in _passages(article, excerpt)
        ),
    )


def _passages(article: Article, excerpt: Excerpt) -> Iterator[Span]:
    """The spans of the record that lie outside the excerpt's own words, the longest of those that lie in others.

    What tells somebody's role stands by itself: the role holds whatever else becomes of the sentence.
    """
    spans = [span for span in spans_without_words(excerpt) if span.start < span.end <= len(article.text)]
    roles = excerpt.role_spans if isinstance(excerpt, Person) else ()
    for span in spans:
        inside = any(other.contains(span) for other in spans if other != span)
        if not excerpt.span.contains(span) and (span in roles or not inside):
            yield span


def brought_together(old: Lock, new: Lock, *, reviewer: str = "", today: str = "") -> Lock:
    """The lock *new*, with the blocks of *old* whose words, context and reading are still accepted.

    A block that stays keeps the offsets and the hash of the version it was accepted in, so that one edit in an
    article changes no block but those it concerns, and keeps its reviewer.

    Args:
        old: the lock there was.
        new: what the pages use now.
        reviewer: who accepts what is new or was reviewed by nobody, ``""`` if that is not told.
        today: the day, in ISO 8601.
    """
    entries = {}
    for key, entry in new.entries.items():
        before = old.entries.get(key)
        kept = before if before is not None and _is_accepted(before, entry) else entry
        if reviewer and not kept.reviewed_by:
            kept = replace(kept, reviewed_by=reviewer, reviewed_on=today)
        entries[key] = kept
    return replace(new, entries=entries)


def _is_accepted(before: Entry, now: Entry) -> bool:
    same_words = (before.exact, before.prefix, before.suffix) == (now.exact, now.prefix, now.suffix)
    passages = [[passage.exact for passage in entry.passages] for entry in (before, now)]
    return same_words and passages[0] == passages[1] and same_reading(before.excerpt, now.excerpt)
