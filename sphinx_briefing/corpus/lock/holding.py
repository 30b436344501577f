"""A corpus held to its lock: what was accepted is what pages are answered with, as far as it still stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_briefing.corpus.lock.anchoring import Anchored, Text, anchor
from sphinx_briefing.models import Analysis, Excerpt, Person, Quote, analysis_fields
from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sphinx_briefing.corpus.corpus import Corpus
    from sphinx_briefing.corpus.lock.records import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A corpus and its lock.

    Attributes:
        lock: what was accepted.
        accepted: the corpus with nothing in the articles of the lock but what was accepted and still stands, and what
            took the place of what changed: it answers what pages asked when the lock was made.
        present: the corpus as it is read now, with what was accepted in its place: it answers what they did not ask.
        anchored: what became of each excerpt, by its key.
        read: what the present analysis made of the words of each, by the same keys; none where it made nothing.
    """

    lock: Lock
    accepted: Corpus
    present: Corpus
    anchored: Mapping[str, Anchored]
    read: Mapping[str, Excerpt]

    def narrowed(self, keys: Collection[str]) -> Corpus:
        """The accepted corpus with no other excerpts of the lock's articles than those of *keys*."""
        standing = [self.anchored[key] for key in keys if key in self.anchored]
        return _accepted(self.lock, self.present, standing, self.read)


def hold(lock: Lock, corpus: Corpus) -> Held:
    """Hold *corpus*, as it is read now, to *lock*."""
    texts = {article.id: Text(article) for article in corpus.articles.values()}
    anchored: dict[str, Anchored] = {}
    read: dict[str, Excerpt] = {}
    for key, entry in lock.entries.items():
        if entry.article not in texts:
            anchored[key] = Anchored(entry=entry, state="gone", lost="article", intact=False)
            continue
        found = anchor(entry, texts[entry.article])
        now = _reading(found, corpus.analyses[entry.article])
        if now is not None:
            read[key] = now
        anchored[key] = _given_to_another(found, now)
    standing = list(anchored.values())
    if lock.articles.keys() >= corpus.articles.keys():  # nothing need be analysed
        corpus = replace(corpus, problems=tuple(p for p in corpus.problems if p.subtype != "model"))
    return Held(
        lock=lock,
        accepted=_accepted(lock, corpus, standing, read),
        present=_present(corpus, standing),
        anchored=anchored,
        read=read,
    )


def _reading(found: Anchored, analysis: Analysis) -> Excerpt | None:
    """What *analysis* makes of the words of an excerpt, or of those that took their place."""
    span = found.excerpt.span if found.excerpt else found.now
    accepted = found.entry.excerpt
    field = next((name for name, record in analysis_fields().items() if type(accepted) is record), "")
    candidates: Iterable[Excerpt] = getattr(analysis, field, ())
    if span is None:
        return None
    if isinstance(accepted, Person):
        return next((c for c in candidates if c.id == accepted.id), None)
    overlapping = [c for c in candidates if c.span.overlaps(span)]
    return max(
        overlapping,
        key=lambda c: (min(c.end, span.end) - max(c.start, span.start), -(c.end - c.start)),
        default=None,
    )


def _given_to_another(found: Anchored, now: Excerpt | None) -> Anchored:
    """The same, changed if the article was edited and a quotation is somebody else's now.

    Where its own surroundings are as they were, only a quotation whose speaker is named elsewhere can have become so.
    """
    accepted = found.excerpt
    if not isinstance(accepted, Quote) or not isinstance(now, Quote) or not accepted.speaker or found.current:
        return found
    name = _words(accepted.speaker.printed)
    if name & _words(now.speaker.printed if now.speaker else ""):
        return found
    if found.intact and name & _words(accepted.speaker.mention):
        return found
    return replace(found, state="changed", excerpt=None, now=accepted.span, lost="speaker")


def _words(name: str) -> set[str]:
    return set(fold(name).split())


def _accepted(
    lock: Lock, corpus: Corpus, standing: Iterable[Anchored], read: Mapping[str, Excerpt]
) -> Corpus:
    """The corpus with nothing but *standing* in the articles that the lock was made with."""
    kept: defaultdict[str, dict[Excerpt, None]] = defaultdict(dict)
    for one in standing:
        excerpt = one.excerpt or (read.get(one.entry.key) if one.state == "changed" else None)
        if excerpt is not None:
            kept[one.entry.article][excerpt] = None
    analyses = {
        article.id: _analysis(kept[article.id])
        if article.id in lock.articles
        else corpus.analyses[article.id]
        for article in corpus.articles.values()
    }
    return replace(corpus, analyses=analyses)


def _present(corpus: Corpus, standing: Iterable[Anchored]) -> Corpus:
    """The corpus with what was accepted in the place of what is read there now."""
    kept: defaultdict[str, dict[Excerpt, None]] = defaultdict(dict)
    for one in standing:
        if one.excerpt is not None:
            kept[one.entry.article][one.excerpt] = None
    return replace(
        corpus,
        analyses={i: _with_accepted(analysis, kept[i]) for i, analysis in corpus.analyses.items()},
    )


def _with_accepted(analysis: Analysis, accepted: Iterable[Excerpt]) -> Analysis:
    ours = list(accepted)
    taken = {(type(e), e.span) for e in ours} | {(type(e), e.id) for e in ours}
    rest = [
        excerpt
        for field in analysis_fields()
        for excerpt in getattr(analysis, field)
        if not {(type(excerpt), excerpt.span), (type(excerpt), excerpt.id)} & taken
    ]
    return _analysis([*ours, *rest])


def _analysis(excerpts: Iterable[Excerpt]) -> Analysis:
    """An analysis of these excerpts, each kind in its order: that of the text, facts best first."""
    found = list(excerpts)
    by_field = {
        field: sorted((e for e in found if type(e) is record), key=lambda e: (e.start, e.end))
        for field, record in analysis_fields().items()
    }
    by_field["facts"].sort(key=lambda fact: -fact.salience)
    return Analysis(**{field: tuple(ordered) for field, ordered in by_field.items()})  # type: ignore[arg-type]
