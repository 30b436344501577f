"""Where a claim's words stand in an article, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.checks.verbatim import matches, ways_to_read
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.checks.evidence import Evidence
    from sphinx_briefing.models import Article, Excerpt

#: How much of a paragraph is shown round words whose sentence is not known.
_CONTEXT: Final = 240


class Place(NamedTuple):
    """One place where the words stand.

    Attributes:
        evidence: the article they stand in.
        spans: of each fragment of the words.
        excerpt: the quotation they are inside of, or the figure or fact they overlap.
    """

    evidence: Evidence
    spans: tuple[Span, ...]
    excerpt: Excerpt | None = None

    @property
    def article(self) -> Article:
        """The article."""
        return self.evidence.article

    @property
    def hull(self) -> Span:
        """From the first to the last of the words."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def passage(self) -> Span:
        """The sentence that holds the words, else a stretch of their paragraph."""
        if self.excerpt and self.excerpt.sentence.contains(self.hull):
            return self.excerpt.sentence
        return surroundings(self.article, self.hull)

    def is_in(self, span: Span | None) -> bool:
        """Whether each of the words' fragments is at least partly in *span*."""
        return span is not None and all(span.overlaps(part) for part in self.spans)

    @property
    def name(self) -> str:
        """The article and the number of the paragraph: ``harbour (¶2)``."""
        return f"{self.article.id} (¶{self.article.paragraph_at(self.hull.start)})"


def surroundings(article: Article, span: Span) -> Span:
    """The paragraph of *span*, or the stretch of it nearest to the span where it is long; cut between words."""
    paragraph = article.paragraphs[article.paragraph_at(span.start)].span
    start, end = max(paragraph.start, span.start - _CONTEXT), min(paragraph.end, span.end + _CONTEXT)
    if start > paragraph.start:
        space = article.text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else span.start
    if end < paragraph.end:
        space = article.text.rfind(" ", span.end, end)
        end = space if space >= 0 else span.end
    return Span(min(start, span.start), max(end, span.end))


def standing(evidence: Evidence, words: str, candidates: Sequence[Excerpt]) -> Iterator[Place]:
    """Where *words* stand in an article, each with the one of *candidates* that it overlaps most."""
    for wording in ways_to_read(words):
        for match in matches(wording, evidence.text):
            if match.holds and not wording.denying:
                spans = tuple(evidence.text.original(start, end) for start, end in match.ranges)
                yield Place(evidence, spans, _overlapped(Span(spans[0].start, spans[-1].end), candidates))


def _overlapped(hull: Span, candidates: Sequence[Excerpt]) -> Excerpt | None:
    overlapping = [e for e in candidates if e.span.overlaps(hull)]
    return max(overlapping, key=lambda e: _shared(e.span, hull), default=None)


def _shared(one: Span, other: Span) -> tuple[int, int]:
    """How much of each other two spans hold: most in common first, then least besides."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common, common - (one.end - one.start)
