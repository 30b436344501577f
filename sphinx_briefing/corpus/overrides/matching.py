"""Which excerpt an override means: by its id, by its words, by some of its words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from sphinx_briefing.corpus.overrides.entries import kinds
from sphinx_briefing.corpus.overrides.places import plain
from sphinx_briefing.models import Figure, Person, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus.overrides.entries import Override
    from sphinx_briefing.models import Analysis, Article, Excerpt, Span

#: How like something has to be to be told as the nearest, and how much of it is told, in characters.
_LIKE: Final = 0.3
_SHOWN: Final = 80


class UnmatchedError(Exception):
    """An override fits nothing, or several; the message says what comes nearest and what to do."""


def excerpts_of(analysis: Analysis, kind: str) -> tuple[Excerpt, ...]:
    """The excerpts of one kind of override."""
    found: tuple[Excerpt, ...] = getattr(analysis, kinds()[kind])
    return found


def meant(override: Override, article: Article, analysis: Analysis) -> Excerpt | None:
    """The excerpt that *override* means, ``None`` if there is none; one to be added is there only as a whole.

    Raises:
        UnmatchedError: it could be several.
    """
    all_of_kind = excerpts_of(analysis, override.kind)
    named = [excerpt for excerpt in all_of_kind if excerpt.id == override.words]
    if named:
        return named[0]
    there = [e for e in all_of_kind if override.paragraph in (None, *_paragraphs(article, e))]
    wanted = plain(override.words)
    same = [e for e in there if wanted in map(plain, _words(article, e))]
    found = same
    if not same and not override.add and wanted.strip():
        found = [e for e in there if any(wanted in plain(words) for words in _words(article, e))]
    if len(found) > 1:
        ids = ", ".join(excerpt.id for excerpt in found)
        message = f"“{override.words}” fits several: {ids}; give one of these ids, or the `paragraph`"
        raise UnmatchedError(message)
    return found[0] if found else None


def nothing_like(override: Override, article: Article, analysis: Analysis) -> UnmatchedError:
    """That no excerpt is meant, with the one that comes nearest."""
    known: dict[str, Excerpt] = {}
    for excerpt in excerpts_of(analysis, override.kind):
        known.update(dict.fromkeys((excerpt.id, *_words(article, excerpt)), excerpt))
    near = get_close_matches(override.words, known, n=1, cutoff=_LIKE)
    told = "it has none"
    if near:
        excerpt = known[near[0]]
        told = f"nearest is {excerpt.id} (“{shortened(_words(article, excerpt)[0])}”)"
    elif known:
        told = "it has " + ", ".join(excerpt.id for excerpt in excerpts_of(analysis, override.kind))
    where = "" if override.paragraph is None else f" in ¶{override.paragraph}"
    return UnmatchedError(
        f"{article.id} has no {override.kind} “{override.words}”{where}; {told}; correct the override, or take it out"
    )


def shortened(words: str) -> str:
    """The first words, as many as a message has room for."""
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _words(article: Article, excerpt: Excerpt) -> Sequence[str]:
    """The words by which an excerpt can be meant."""
    if isinstance(excerpt, Person):
        return [excerpt.name, *(alias.text for alias in excerpt.aliases)]
    if isinstance(excerpt, Quote) and excerpt.segments:
        return [" ".join(article.printed(segment) for segment in excerpt.segments)]
    return [article.printed(span) for span in _spans(excerpt)]


def _spans(excerpt: Excerpt) -> tuple[Span, ...]:
    return excerpt.spans if isinstance(excerpt, Figure) else (excerpt.span,)


def _paragraphs(article: Article, excerpt: Excerpt) -> set[int]:
    return {article.paragraph_at(span.start) for span in _spans(excerpt)}
