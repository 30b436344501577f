"""What the passes over a Doc look things up in, computed once: marked passages, and what lies inside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.analysis.layout import paragraphs, text_of
from sphinx_briefing.analysis.marks import Marked, marked_passages
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Passage(NamedTuple):
    """Something between marks: its characters, its tokens and its paragraph.

    Attributes:
        marked: its characters and marks.
        start: its first token.
        end: the token after its last.
        paragraph: the number of its paragraph, counted over the paragraphs of the Doc.
    """

    marked: Marked
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A Doc with its marked passages.

    Attributes:
        doc: the parsed Doc.
        text: its text.
        paragraphs: the first token of each paragraph and the token after its last.
        titled: for each paragraph whether it is a title or heading.
        passages: in the order of the text.
        inside: for each token whether it stands in a passage in double marks or is one of its marks.
        homes: for each token the number of its paragraph, -1 outside all.
        offsets: for each token where it begins.
        verbs: the tokens that are verbs, outside marks.
        nouns: the tokens that are common nouns, outside marks.
        places: where each word stands, by the hash of its lower-case form.
    """

    doc: Doc
    text: str
    paragraphs: list[tuple[int, int]]
    titled: list[bool]
    passages: list[Passage]
    inside: bytearray
    homes: list[int]
    offsets: list[int]
    verbs: list[int]
    nouns: list[int]
    places: dict[int, list[int]]

    def places_of(self, *wanted: str) -> list[int]:
        """The tokens that are one of the words *wanted*, in lower case, in the order of the text."""
        strings = self.doc.vocab.strings
        found = (self.places.get(strings[word], ()) for word in wanted if word in strings)
        return sorted(i for places in found for i in places)

    def token_at(self, offset: int) -> int:
        """The number of the token at *offset*, or of the last one before it."""
        return max(0, bisect_right(self.offsets, offset) - 1)


def read(doc: Doc) -> Reading:
    """Index *doc*."""
    text = text_of(doc)
    found = paragraphs(doc)
    starts: list[int] = doc.to_array("IDX").tolist()
    spans = [Span(p.start_char, p.end_char) for p in found]
    homes = [-1] * len(doc)
    for number, p in enumerate(found):
        homes[p.start : p.end] = [number] * (p.end - p.start)
    passages: list[Passage] = []
    inside = bytearray(len(doc))
    for marked in marked_passages(text, spans):
        start = bisect_right(starts, marked.start) - 1
        end = bisect_left(starts, marked.end)
        passages.append(Passage(marked, start, end, homes[start]))
        outer = range(bisect_right(starts, marked.outer_start) - 1, bisect_left(starts, marked.outer_end))
        for i in outer:
            inside[i] = 1
    tags: list[int] = doc.to_array("POS").tolist()
    verb, noun = doc.vocab.strings["VERB"], doc.vocab.strings["NOUN"]
    places: dict[int, list[int]] = {}
    for i, word in enumerate(doc.to_array("LOWER").tolist()):
        places.setdefault(word, []).append(i)
    return Reading(
        doc=doc,
        text=text,
        paragraphs=[(p.start, p.end) for p in found],
        titled=[p.label_ in ("title", "heading") for p in found],
        passages=passages,
        inside=inside,
        homes=homes,
        offsets=starts,
        verbs=[i for i, tag in enumerate(tags) if tag == verb and not inside[i]],
        nouns=[i for i, tag in enumerate(tags) if tag == noun and not inside[i]],
        places=places,
    )
