"""Where an accepted excerpt stands in the article of today: the same, moved, changed or gone.

Never by likeness: words are found again only as they were, typography and white space folded, and what lies between
an unchanged beginning and an unchanged end has changed.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from sphinx_briefing.corpus.lock.walking import LostError, put
from sphinx_briefing.folding import Folded, fold
from sphinx_briefing.models import Alias, Cue, Excerpt, Fact, Person, Quote, Span, Speaker, applied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus.lock.records import Entry, Passage
    from sphinx_briefing.models import Article

State = Literal["same", "moved", "changed", "gone"]
Lost = Literal["", "words", "speaker", "passage", "article"]

#: So many words are enough to know a passage by, whatever stands round it.
_TELLING: Final = 5
#: A context may be cut to half where the edit reaches into it, but not to less than this many characters.
_LEAST_CONTEXT: Final = 12
#: How much further from a quotation than before the words may stand that say whose it is.
_ASIDE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """What has become of an accepted excerpt.

    Attributes:
        entry: the excerpt as it was accepted.
        state: whether its article leaves it as it was.
        excerpt: the accepted record with the places of today, ``None`` if it changed or is gone.
        now: where the words stand that took the place of a changed one's, ``None`` otherwise.
        lost: what of it is not there any more.
        intact: whether all that surrounds it is as it was, too.
        current: whether the article is the version it was accepted in.
    """

    entry: Entry
    state: State
    excerpt: Excerpt | None = None
    now: Span | None = None
    lost: Lost = ""
    intact: bool = True
    current: bool = False


class Text:
    """An article to find words in."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def folded(self) -> Folded:
        """All of the text, its markup and boilerplate too, folded: contexts reach into them."""
        return fold(self.article.text)

    @cached_property
    def _prose(self) -> str:
        """The text with front matter and boilerplate blanked out, where no excerpt stands."""
        return replace(self.article, markup=()).prose

    def places(self, words: str) -> Iterator[int]:
        """Where folded *words* begin in the prose, the case of the first letter included."""
        return (
            p
            for p in self.folded.occurrences(words)
            if self.folded.text[p] == words[0] and not self._prose[self.folded.at[p]].isspace()
        )

    def paragraph(self, span: Span) -> Span:
        """The paragraph that *span* begins in."""
        return self.article.paragraphs[self.article.paragraph_at(span.start)].span


def anchor(entry: Entry, text: Text) -> Anchored:
    """What has become of *entry* in the article of *text*."""
    if _is_untouched(entry, text.article):
        return Anchored(
            entry=entry, state="same", excerpt=_numbered(entry.excerpt, text.article), current=True
        )
    place = _place(entry, text)
    if place is None:
        now = _between(entry, text)
        return Anchored(entry=entry, state="changed" if now else "gone", now=now, lost="words", intact=False)
    places = _Places(entry, text, place)
    try:
        found = places.excerpt()
    except LostError as error:
        lost: Lost = "speaker" if isinstance(error.record, (Cue, Speaker)) else "passage"
        return Anchored(entry=entry, state="changed", now=places.hull, lost=lost, intact=False)
    stays = found.span == entry.span and text.article.text[slice(*found.span)] == entry.exact
    return Anchored(
        entry=entry,
        state="same" if stays else "moved",
        excerpt=_numbered(_worded(found, entry, text.article), text.article),
        intact=places.intact,
    )


def _is_untouched(entry: Entry, article: Article) -> bool:
    """Whether the article is the version that the excerpt was accepted in, read as it was then."""
    there = [(entry.exact, entry.span), *((p.exact, p.span) for p in entry.passages)]
    return entry.sha256 == article.sha256 and all(
        article.text[slice(*span)] == words for words, span in there
    )


def _worded(found: Excerpt, entry: Entry, article: Article) -> Excerpt:
    """The record with its words as they stand now: their typography may be another."""
    words = article.text[slice(*found.span)]
    if isinstance(found, Fact) and found.edits:
        words = applied(article, found)
    elif isinstance(found, Quote) and found.text != entry.exact:
        words = " ".join(article.text[slice(*segment)] for segment in found.segments)
    return replace(found, text=words)


def _numbered(excerpt: Excerpt, article: Article) -> Excerpt:
    return replace(excerpt, paragraph=article.paragraph_at(excerpt.start))


def _place(entry: Entry, text: Text) -> int | None:
    """Where the words of *entry* begin in the folded text; ``None`` where that is nowhere, or one of several places."""
    words = fold(entry.exact).text
    places = list(text.places(words)) if words else []
    sides = {p: _surrounded(entry, text.folded, p, len(words)) for p in places}
    unmoved = [p for p in places if text.folded.at[p] == entry.span.start]
    for fitting in ([p for p in places if sides[p] == 2], unmoved, [p for p in places if sides[p] == 1]):
        if fitting:
            return fitting[0] if len(fitting) == 1 else next((p for p in unmoved if p in fitting), None)
    if places and isinstance(entry.excerpt, Person):  # its words are the first place that names somebody
        return places[0]
    if len(places) == 1 and (len(words.split()) >= _TELLING or _in_its_passage(entry, text, places[0])):
        return places[0]
    return None


def _surrounded(entry: Entry, folded: Folded, place: int, length: int) -> int:
    """On how many sides of a place the context is as it was."""
    before, behind = fold(entry.prefix).text, fold(entry.suffix).text
    left = folded.text[max(0, place - len(before) - 2) : place].rstrip()
    right = folded.text[place + length : place + length + len(behind) + 2].lstrip()
    return bool(before and left.endswith(before)) + bool(behind and right.startswith(behind))


def _in_its_passage(entry: Entry, text: Text, place: int) -> bool:
    """Whether a place lies in a passage that the excerpt stood in."""
    at = text.folded.at[place]
    return any(
        passage.span.contains(entry.span)
        and text.folded.original(p, p + len(words)).contains(Span(at, at + 1))
        for passage in entry.passages
        if (words := fold(passage.exact).text)
        for p in text.places(words)
    )


def _between(entry: Entry, text: Text) -> Span | None:
    """What stands between the contexts now; ``None`` if that is nothing, or the contexts are not there just once."""
    before, behind = fold(entry.prefix).text, fold(entry.suffix).text
    halves = before[len(before) // 2 :], behind[: len(behind) // 2]
    cuts = ((halves[0], behind), (before, halves[1]), halves)
    telling = [cut for cut in cuts if min(map(len, cut)) >= _LEAST_CONTEXT]
    for left, right in ((before, behind), *telling):
        gaps = _gaps(text.folded.text, left, right, 2 * len(entry.exact) + 100)
        if len(gaps) == 1:
            start, end = gaps[0]
            return text.folded.original(start, end) if start < end else None
    return None


def _gaps(text: str, left: str, right: str, longest: int) -> list[tuple[int, int]]:
    """The stretches between *left* and *right*, without white space at their ends.

    Where one of them is empty, the text began or ended with the excerpt.
    """
    found = []
    for start in [place + len(left) for place in _finds(text, left)] if left else [0]:
        end = text.find(right, start) if right else len(text)
        if 0 <= end - start <= longest:
            gap = text[start:end]
            found.append((start + len(gap) - len(gap.lstrip()), start + len(gap.rstrip())))
    return found


def _finds(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


class _Places:
    """Where the spans of an excerpt's record stand, its words being at *place* of the folded text."""

    def __init__(self, entry: Entry, text: Text, place: int) -> None:
        self._entry = entry
        self._text = text
        self._place = place
        self._words = fold(entry.exact)
        self.hull = text.folded.original(place, place + len(self._words.text))
        self._passages = [(passage, self._passage(passage)) for passage in entry.passages]
        contexts = bool(entry.prefix) + bool(entry.suffix)
        self.intact = (
            all(found is not None for _, found in self._passages)
            and _surrounded(entry, text.folded, place, len(self._words.text)) == contexts
        )

    def excerpt(self) -> Excerpt:
        """The record with the places of today; its sentence is the paragraph where that sentence was edited.

        Raises:
            LostError: it rests on something that is not there any more.
        """
        accepted = self._entry.excerpt
        sentence = self.at(accepted.sentence, "", accepted) or self._text.paragraph(self.hull)
        found: Excerpt = put(replace(accepted, sentence=Span(0, 0)), self.at)
        return replace(found, sentence=sentence)

    def at(self, span: Span, words: str, record: Any) -> Span | None:
        """Where a span of the record stands, ``None`` if nowhere."""
        if span.start == span.end:
            return span
        if self._entry.span.contains(span):
            return self._inside(span, self._entry.span, self._words, self._place)
        for passage, place in self._passages:
            if place is not None and passage.span.contains(span):
                return self._inside(span, passage.span, fold(passage.exact), place)
        return self._named(span, words, record) if words else None

    def _inside(self, span: Span, around: Span, words: Folded, place: int) -> Span | None:
        """The place of a span of *around*, whose folded words begin at *place* now."""
        first = bisect_left(words.at, span.start - around.start)
        last = bisect_left(words.at, span.end - around.start)
        return self._text.folded.original(place + first, place + last) if first < last else None

    def _passage(self, passage: Passage) -> int | None:
        """Where a passage begins in the folded text, ``None`` if nowhere or if it could be any of several places."""
        folded = fold(passage.exact)
        places = list(self._text.places(folded.text)) if folded.text else []
        if passage.span.contains(self._entry.span):
            inside = bisect_left(folded.at, self._entry.span.start - passage.span.start)
            places = [p for p in places if p + inside == self._place]
            return places[0] if places else None
        return self._as_far(places, passage.span)

    def _as_far(self, places: list[int], span: Span) -> int | None:
        """The only one of *places*, or the one that lies from the excerpt about as far as *span* did."""
        if len(places) < 2:
            return places[0] if places else None
        distance = span.start - self._entry.span.start
        off = {p: abs(self._text.folded.at[p] - self.hull.start - distance) for p in places}
        nearest = min(places, key=lambda p: off[p])
        return nearest if off[nearest] <= _ASIDE else None

    def _named(self, span: Span, words: str, record: Any) -> Span | None:
        """Where the words for somebody stand: who speaks no further from the quotation than before."""
        wanted = fold(words).text
        ours = self._entry.span
        start, end = self._place, self._place + len(self._words.text)
        places = [p for p in self._text.places(wanted) if not start < p < end] if wanted else []
        if span.start >= ours.end:
            near = sorted(p - end for p in places if p >= end)
            distance, side = span.start - ours.end, end
        else:
            near = sorted(start - p - len(wanted) for p in places if p < start)
            distance, side = ours.start - span.end, start - len(wanted)
        if isinstance(record, Alias):
            return self._text.folded.original(places[0], places[0] + len(wanted)) if places else None
        if not near or near[0] > distance + _ASIDE:
            return None
        found = side + near[0] if side == end else side - near[0]
        return self._text.folded.original(found, found + len(wanted))
