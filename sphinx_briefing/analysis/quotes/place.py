"""A marked passage in its surroundings: what the rules of attribution ask about it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.analysis.quotes.cues import Credit
    from sphinx_briefing.analysis.quotes.reading import Passage, Reading

#: Sentences are followed at most this many tokens to either side.
_SENTENCE_REACH: Final = 300


class Attribution(NamedTuple):
    """What a passage belongs to, and the name of the rule that found it."""

    credit: Credit
    rule: str


class Place:
    """A passage with its neighbours, its sentence and its paragraph.

    Attributes:
        reading: the Doc and its passages.
        number: the number of the passage.
        passage: the passage itself.
        paragraph: the first token of its paragraph, and the token after the last.
        before: the passage before it in the same paragraph.
        after: the passage after it in the same paragraph.
        earlier: what was found for the passages before it.
    """

    def __init__(
        self, reading: Reading, number: int, found: Sequence[Credit], earlier: Sequence[Attribution | None]
    ):
        self.reading = reading
        self.number = number
        self.passage: Passage = reading.passages[number]
        self.paragraph = reading.paragraphs[self.passage.paragraph]
        self.before = self._neighbour(number - 1)
        self.after = self._neighbour(number + 1)
        self.earlier = earlier
        self._found = found

    def _neighbour(self, number: int) -> Passage | None:
        passages = self.reading.passages
        if 0 <= number < len(passages) and passages[number].paragraph == self.passage.paragraph:
            return passages[number]
        return None

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The first token of the sentence round the passage, and the token after the last.

        An end inside marks is none, and neither is one that only the parser sees.
        """
        lo = max(self.paragraph[0], self.passage.start - _SENTENCE_REACH)
        hi = min(self.paragraph[1], self.passage.end + _SENTENCE_REACH)
        start, end = self.passage.start, self.passage.end
        while start > lo and not self._begins_sentence(start):
            start -= 1
        while end < hi and not self._begins_sentence(end):
            end += 1
        return start, end

    def _begins_sentence(self, i: int) -> bool:
        doc, inside = self.reading.doc, self.reading.inside
        if (inside[i] and inside[i - 1]) or not doc[i].is_sent_start:
            return False
        j = i - 1
        while j > 0 and (doc[j].is_space or doc[j].is_quote or doc[j].text == "''"):
            j -= 1
        return doc[j].text[-1] in ".?!…:"

    @property
    def next_token(self) -> int:
        """The first token after the closing mark."""
        doc, i = self.reading.doc, self.passage.end
        while i < self.paragraph[1] and doc[i].idx < self.passage.marked.outer_end:
            i += 1
        return i

    def credits_in(self, start: int, end: int) -> Sequence[Credit]:
        """The credits of verbs of speech and "according to" whose cue begins in a range of tokens."""
        first = bisect_left(self._found, start, key=lambda c: c.start)
        return self._found[first : bisect_left(self._found, end, lo=first, key=lambda c: c.start)]

    def nearest_in(self, start: int, end: int) -> Credit | None:
        """The credit in a range of tokens that is nearest to the passage."""
        first, last = self.passage.start, self.passage.end
        return min(
            self.credits_in(start, end),
            key=lambda c: first - c.start if c.start < first else c.start - last,
            default=None,
        )
