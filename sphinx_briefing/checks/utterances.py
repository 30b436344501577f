"""What one speaker says in one go, as one run of words: the measure of where a quotation may be cut and joined.

A quotation of the analysis is one, its segments joined where an attribution interrupts it; so is what stands in
quotation marks and was given to nobody, as when no model is installed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.marks import marked_passages
from sphinx_briefing.checks.verbatim import BREAK
from sphinx_briefing.folding import Folded, fold
from sphinx_briefing.models import Quote, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from sphinx_briefing.analysis.marks import Marked
    from sphinx_briefing.models import Analysis, Article

#: How long an attribution may be that interrupts a quotation.
_LONGEST_ATTRIBUTION: Final = 160
_MARKS: Final = " \n\"'“”„‟«»‘’"
_INTERRUPTED: Final = re.compile(r"[,?!—–-]\Z")
#: A sentence that ends inside the attribution: a new one speaks before the quotation goes on.
_NEW_SENTENCE: Final = re.compile(r"[^\W\d]{4,}[.?!]\s+\S")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A run of quoted words.

    Attributes:
        segments: what lies between the marks, in the order of the text.
        quotes: the quotations of the analysis it is made of; none if nobody is known to have said it.
        text: the words folded, :data:`~sphinx_briefing.checks.verbatim.BREAK` between the segments.
    """

    segments: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    text: Folded

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans of the article that a range of the folded words came from, one in each segment."""
        cuts = [i for i in range(start, end) if self.text.text[i] == BREAK]
        pieces = zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True)
        return tuple(self.text.original(a, b) for a, b in pieces if a < b)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds *offset*, else any."""
        at = [q for q in self.quotes if any(s.start <= offset < s.end for s in q.segments)]
        return next(iter([*at, *self.quotes]), None)


def utterances(article: Article, analysis: Analysis) -> list[Utterance]:
    """All that stands in quotation marks in *article*, in the order of the text."""
    paragraphs = [p.span for p in article.paragraphs if p.role != "boilerplate"]
    marked = marked_passages(article.prose, paragraphs)
    quotes = [q for q in analysis.quotes if q.kind != "indirect"]
    left_open = {m.end for m in marked if not m.closed}
    runs = [([_whole(s, marked) for s in q.segments or (q.span,)], [q]) for q in quotes]
    taken = [segment for segments, _ in runs for segment in segments]
    runs += [([m.span], []) for m in marked if not any(m.span.overlaps(s) for s in taken)]
    runs.sort(key=lambda run: run[0][0])
    joined: list[tuple[list[Span], list[Quote]]] = []
    for segments, said in runs:
        if joined and (
            _next_paragraph(article, joined[-1][0][-1], segments[0], left_open)
            or _goes_on(article, *joined[-1], segments[0], said)
        ):
            joined[-1] = [*joined[-1][0], *segments], [*joined[-1][1], *said]
        else:
            joined.append((segments, said))
    return [
        Utterance(tuple(segments), tuple(said), _run_of_words(article, segments)) for segments, said in joined
    ]


def _whole(segment: Span, marked: Iterable[Marked]) -> Span:
    """All that stands between the marks round *segment*, of which the analysis may have left out an edge."""
    return next((m.span for m in marked if m.span.contains(segment)), segment)


def _next_paragraph(article: Article, before: Span, after: Span, left_open: Container[int]) -> bool:
    """Whether a quotation runs on into the next paragraph: it was not closed, and that one opens with a mark."""
    number = article.paragraph_at(after.start)
    opens = not article.prose[article.paragraphs[number].start : after.start].strip(_MARKS)
    return before.end in left_open and article.paragraph_at(before.start) == number - 1 and opens


def _goes_on(
    article: Article, before: Sequence[Span], said_before: Sequence[Quote], after: Span, said: Sequence[Quote]
) -> bool:
    """Whether a quotation goes on after an interruption: ``“The harbour,” Vale said, “is not a museum.”``."""
    if article.paragraph_at(before[-1].end - 1) != article.paragraph_at(after.start):
        return False
    gap = article.prose[before[-1].end : after.start].strip(_MARKS)
    if not 0 < len(gap) <= _LONGEST_ATTRIBUTION or _NEW_SENTENCE.search(gap):
        return False
    interrupted = gap.startswith(",") or _INTERRUPTED.search(article.prose[before[-1].start : before[-1].end])
    names = [{q.speaker.printed for q in quotes if q.speaker} for quotes in (said_before, said)]
    cues = {
        q.cue.start for q in (*said_before, *said) if q.cue and before[-1].end <= q.cue.start < after.start
    }
    resumes = gap.endswith(",") or (gap.endswith(".") and not said_before and not said)
    return bool(interrupted) and resumes and len(cues) < 2 and (not all(names) or names[0] == names[1])


def _run_of_words(article: Article, segments: Sequence[Span]) -> Folded:
    chars: list[str] = []
    at: list[int] = []
    dashes: set[int] = set()
    long: dict[int, int] = {}
    for segment in segments:
        part = fold(article.prose[slice(*segment)], list(_markup_in(article, segment)))
        if chars:
            while chars[-1] in " .,;:-":
                chars.pop()
                at.pop()
            chars.append(BREAK)
            at.append(segment.start)
        moved = len(chars)
        dashes |= {i + moved for i in part.dashes}
        long |= {i + moved: end + segment.start for i, end in part.long.items()}
        chars.extend(part.text)
        at.extend(segment.start + i for i in part.at)
    return Folded("".join(chars), tuple(at), frozenset(dashes), long)


def _markup_in(article: Article, segment: Span) -> Iterator[Span]:
    for mark in article.markup:
        if mark.overlaps(segment):
            yield Span(max(0, mark.start - segment.start), min(mark.end, segment.end) - segment.start)
