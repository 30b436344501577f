"""An article made ready to hold many words against it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.checks.nearest import Words
from sphinx_briefing.checks.stated import Stated, stated
from sphinx_briefing.checks.utterances import Utterance, utterances
from sphinx_briefing.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.checks.verbatim import Wording
    from sphinx_briefing.models import Analysis, Article, Figure, Span


@dataclass(frozen=True)
class Evidence:
    """An article with its analysis, and what comparing needs of it, made when first asked for."""

    article: Article
    analysis: Analysis

    @cached_property
    def text(self) -> Folded:
        """The prose, folded."""
        return fold(self.article.prose, self.article.markup)

    @cached_property
    def unmarked(self) -> Folded:
        """The prose, folded, without any quotation mark or apostrophe."""
        return without_marks(self.text)

    @cached_property
    def utterances(self) -> list[Utterance]:
        """All that stands in quotation marks."""
        return utterances(self.article, self.analysis)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures found in it, one that it gives several times as it stands in each place."""
        return [m for figure in self.analysis.figures for m in figure.mentions(self.article.text)]

    @cached_property
    def stated(self) -> list[Stated]:
        """The numbers that it states."""
        return stated(self.article, self.figures)

    @cached_property
    def words(self) -> Words:
        """The words, for the look-up of what comes nearest to others."""
        return Words(self.text)

    @cached_property
    def _interrupted(self) -> list[Utterance]:
        return [u for u in self.utterances if len(u.segments) > 1]

    def utterances_for(self, wording: Wording) -> Iterator[Utterance]:
        """Those utterances that may hold *wording*: a look for its letters spares a look for its words."""
        parts = [part.words[1:] for part in wording.fragments]
        whole = all(part in self.text.text for part in parts)
        for utterance in self.utterances if whole else self._interrupted:
            if len(utterance.segments) > 1 or all(part in utterance.text.text for part in parts):
                yield utterance

    def utterance_at(self, offset: int) -> Utterance | None:
        """What is said at an offset of the article, ``None`` where nothing is."""
        return next((u for u in self.utterances if any(s.start <= offset < s.end for s in u.segments)), None)

    @cached_property
    def _cores(self) -> list[tuple[Span, Stated]]:
        return sorted((core, stated) for stated in self.stated for core in stated.cores)

    def stated_in(self, span: Span) -> list[Stated]:
        """The numbers stated of which *span* holds a part."""
        first = max(0, bisect_right(self._cores, span.start, key=lambda one: one[0].start) - 1)
        inside = takewhile(lambda one: one[0].start < span.end, islice(self._cores, first, None))
        return list(dict.fromkeys(stated for core, stated in inside if core.overlaps(span)))

    def printed(self, span: Span) -> str:
        """The words of *span* with the number of their paragraph: ``“not safe” (¶2)``."""
        return f"“{self.article.printed(span)}” (¶{self.article.paragraph_at(span.start)})"


class Scope(NamedTuple):
    """Where the words of a claim are looked for.

    Attributes:
        named: the articles they may be from.
        others: the rest, to tell words of another article from words of none.
        within: the passage that is meant, if the words stand at several.
    """

    named: Sequence[Evidence]
    others: Sequence[Evidence]
    within: Span | None = None


def without_marks(text: Folded) -> Folded:
    """*text* without quotation marks and apostrophes."""
    kept = [i for i, character in enumerate(text.text) if character != "'"]
    return Folded("".join(text.text[i] for i in kept), tuple(text.at[i] for i in kept))
