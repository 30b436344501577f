"""What a page asks for, and what comes back: query -> selection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_briefing.corpus.aliases import names_of
from sphinx_briefing.corpus.digest import digest_of, shown
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.corpus.terms import any_term
from sphinx_briefing.edtf import OPEN, overlaps, parse
from sphinx_briefing.models import Change, Event, Excerpt, Fact, Figure, Gap, Problem, Quote, Tension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.corpus.corpus import Corpus, Hit

Wanted = Literal["figures", "quotes", "facts", "changes", "events", "gaps"]
Order = Literal["text", "salience", "value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Question["Selection"]):
    """What a directive asks the corpus for. Within one option any term counts; all options must hold.

    Attributes:
        wanted: the kind of excerpt.
        articles: ids or globs, all articles if empty.
        about: terms of which one must occur in the excerpt, its subject or its speaker.
        speaker: names of which one must be the speaker's (for figures: in who says so).
        kinds: the kinds of figure, quote or gap to take; of events, whether reported, claimed or planned.
        include: ids (``id`` or ``article/id``) that are taken whatever the other options say.
        exclude: ids that are not.
        figures: names (``article/id``) of which all figures of a change must be one; any if empty.
        since: the first day (EDTF) that an event may be of; an event without a known year is then left out.
        until: the last day.
        dated: whether a fact must have a date.
        with_figures: whether a fact must have a figure.
        order: how the selection is arranged; ``value`` is largest first.
        limit: how many at most; the most salient are kept.
    """

    wanted: Wanted
    articles: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    dated: bool = False
    with_figures: bool = False
    order: Order = "text"
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The excerpts that answer a query, arranged; and what was wrong with the query."""

    hits: tuple[Hit, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page prints of the selection does."""
        return digest_of([*(shown(hit) for hit in self.hits), *(p.message for p in self.problems)])


def select(corpus: Corpus, query: Query) -> Selection:
    """The excerpts of *corpus* that *query* asks for."""
    problems = [unknown_article(corpus, pattern) for pattern in corpus.unmatched(query.articles)]
    candidates = list(corpus.hits(corpus.matching(query.articles), query.wanted))
    if query.articles and len(problems) == len(query.articles):
        candidates = []
    problems += [
        _unknown_item(name, candidates)
        for name in (*query.include, *query.exclude)
        if not any(is_named(hit, name) for hit in candidates)
    ]
    named = [h for h in candidates if any(is_named(h, name) for name in query.include)]
    about = {a.id: names_of(corpus, a, query.about) for a in corpus.matching(query.articles)}
    rest = [
        h
        for h in candidates
        if h not in named and _asked_for(h, query, about[h.article.id]) and _has(corpus, h, query)
    ]
    if query.limit is not None:
        room = max(0, query.limit - len(named))
        rest = sorted(rest, key=lambda h: -h.excerpt.salience)[:room]
    return Selection(tuple(_arranged([*named, *rest], candidates, query.order)), tuple(problems))


def unknown_article(corpus: Corpus, pattern: str) -> Problem:
    """That no article is called *pattern*, with those that are."""
    known = ", ".join(corpus.articles) or "none was found"
    return Problem(
        subtype="unknown_article", message=f"no article matches {pattern!r}; the articles are: {known}"
    )


def _unknown_item(name: str, candidates: Iterable[Hit]) -> Problem:
    known = ", ".join(h.excerpt.id for h in candidates) or "none"
    return Problem(subtype="unknown_item", message=f"nothing is called {name!r}; there are: {known}")


def is_named(hit: Hit, name: str) -> bool:
    """Whether *name*, an id or ``article/id``, is that of an excerpt."""
    return name in (hit.excerpt.id, hit.name)


def _asked_for(hit: Hit, query: Query, about: Sequence[str]) -> bool:
    excerpt = hit.excerpt
    return (
        not any(is_named(hit, name) for name in query.exclude)
        and (not query.kinds or _kind_of(excerpt) in query.kinds)
        and (not query.about or any_term(about, _about(hit)))
        and (not query.speaker or any_term(query.speaker, _said_by(excerpt)))
        and (not query.figures or _is_change_of(query.figures, hit))
        and (not (query.since or query.until) or _is_between(excerpt, query))
    )


def _kind_of(excerpt: Excerpt) -> str:
    return excerpt.modality if isinstance(excerpt, Event) else getattr(excerpt, "kind", "")


def _is_between(excerpt: Excerpt, query: Query) -> bool:
    """Whether an event may be of the days that the query asks for."""
    bounds = parse(f"{query.since or OPEN}/{query.until or OPEN}").days()
    return isinstance(excerpt, Event) and bounds is not None and overlaps(excerpt.date.edtf, *bounds)


def _has(corpus: Corpus, hit: Hit, query: Query) -> bool:
    """Whether a fact has the date or the figure that it must have, in the words that it prints."""
    fact = hit.excerpt
    if not isinstance(fact, Fact):
        return True
    figures = corpus.analyses[hit.article.id].figures if query.with_figures else ()
    given = any(part.contains(s) for f in figures for s in f.spans for part in fact.kept())
    return (not query.dated or bool(fact.dates)) and (not query.with_figures or given)


def _is_change_of(figures: Sequence[str], hit: Hit) -> bool:
    levels = hit.excerpt.levels if isinstance(hit.excerpt, Change) else ()
    return all(f"{hit.article.id}/{r.figure}" in figures for r in levels if r.figure)


def _about(hit: Hit) -> str:
    excerpt = hit.excerpt
    words = [excerpt.text, _said_by(excerpt)]
    if isinstance(excerpt, Figure):
        words += [excerpt.subject, excerpt.unit_phrase, excerpt.unit]
    elif isinstance(excerpt, Change):
        words += [excerpt.subject, excerpt.unit]
    else:  # a quotation's or a fact's sentence says what it is about
        words.append(hit.article.text[slice(*excerpt.sentence)])
    return " ".join(words)


def _said_by(excerpt: Excerpt) -> str:
    if isinstance(excerpt, Quote):
        speakers = [s for s in (excerpt.speaker, *excerpt.co_speakers) if s]
        return " ".join(f"{s.name} {s.mention} {s.role}" for s in speakers)
    if isinstance(excerpt, Tension):
        return f"{excerpt.claimed_by} {excerpt.answered_by}"
    return excerpt.attribution if isinstance(excerpt, (Figure, Change, Event, Gap)) else ""


def _arranged(hits: list[Hit], candidates: list[Hit], order: Order) -> list[Hit]:
    articles = {article: i for i, article in enumerate(dict.fromkeys(h.article.id for h in candidates))}
    in_text = sorted(hits, key=lambda h: (articles[h.article.id], h.excerpt.start))
    if order == "salience":
        return sorted(in_text, key=lambda h: -h.excerpt.salience)
    if order == "value":
        return sorted(in_text, key=lambda h: -_size(h.excerpt))
    return in_text


def _size(excerpt: Excerpt) -> float:
    if isinstance(excerpt, Change):
        return max((level.high for level in excerpt.levels), default=0.0)
    if not isinstance(excerpt, Figure):
        return 0.0
    ends = [n for n in (excerpt.value, excerpt.high, excerpt.low) if n is not None]
    return ends[0] if ends else 0.0
