"""Where a claim's words stand in an article, and what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.marks import quoted_spans
from sphinx_briefing.checks.folding import Folded, fold, folded
from sphinx_briefing.checks.verbatim import Match, matches
from sphinx_briefing.models import Figure, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.models import Article, Excerpt

#: How much of a paragraph is shown round words whose sentence is not known.
_CONTEXT: Final = 240


class Place(NamedTuple):
    """One place where the words stand.

    ``excerpt`` is the quotation they are inside of, or the figure or fact they overlap; ``marked`` tells that
    they stand between quotation marks even if nothing tells whose words they are.
    """

    article: Article
    match: Match
    excerpt: Excerpt | None = None
    marked: bool = False

    @property
    def hull(self) -> Span:
        """From the first to the last of the words."""
        return Span(self.match.spans[0].start, self.match.spans[-1].end)

    @property
    def passage(self) -> Span:
        """The sentence that holds the words, else a stretch of their paragraph."""
        if self.excerpt and self.excerpt.sentence.contains(self.hull):
            return self.excerpt.sentence
        return surroundings(self.article, self.hull)


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


def quotation_places(corpus: Corpus, article: Article, words: str) -> Iterator[Place]:
    """Where *words* stand, each with the quotation that holds all of them; segments count as one run of words."""
    quotes = [q for q in corpus.analyses[article.id].quotes if q.kind != "indirect"]
    marked = quoted_spans(article.prose, [p.span for p in article.paragraphs if p.role != "boilerplate"])
    found = False
    for match in matches(words, folded(article)):
        found = True
        holder = next((q for q in quotes if _holds(q.segments, match)), None)
        yield Place(article, match, holder, holder is not None or _holds(marked, match))
    if found:
        return
    for quote in quotes:
        if len(quote.segments) > 1:
            for match in matches(words, _joined(article, quote)):
                yield Place(article, match, quote, marked=True)


def _holds(segments: tuple[Span, ...] | list[Span], match: Match) -> bool:
    return all(any(segment.contains(span) for segment in segments) for span in match.spans)


def _joined(article: Article, quote: Quote) -> Folded:
    """The segments of a quotation that its attribution interrupts, as one run of words."""
    chars: list[str] = []
    at: list[int] = []
    for start, end in quote.segments:
        part = fold(article.prose[start:end])
        if chars:
            chars.append(" ")
            at.append(start)
        chars.append(part.text)
        at.extend(start + i for i in part.at)
    return Folded("".join(chars), tuple(at))


def excerpt_places(corpus: Corpus, article: Article, words: str, kind: str) -> Iterator[Place]:
    """Where *words* stand, each with the figure or fact of *article* they overlap most."""
    candidates = [
        e for found in getattr(corpus.analyses[article.id], kind) for e in _at_each_place(found, article)
    ]
    for match in matches(words, folded(article)):
        hull = Span(match.spans[0].start, match.spans[-1].end)
        overlapping = [e for e in candidates if e.span.overlaps(hull)]
        best = max(overlapping, key=lambda e: _shared(e.span, hull), default=None)
        yield Place(article, match, best)


def _at_each_place(excerpt: Excerpt, article: Article) -> Iterator[Excerpt]:
    """The excerpt; a figure that the article gives several times as it stands in each place."""
    yield excerpt
    if isinstance(excerpt, Figure):
        for (start, end), sentence in excerpt.places:
            words = article.text[start:end]
            yield replace(excerpt, text=words, start=start, end=end, sentence=sentence, places=())


def _shared(one: Span, other: Span) -> tuple[int, int]:
    """How much of each other two spans hold: most in common first, then least besides."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common, common - (one.end - one.start)


def figure_words(figure: Figure) -> str:
    """How the article prints a figure, white space folded."""
    return " ".join(figure.text.split())
