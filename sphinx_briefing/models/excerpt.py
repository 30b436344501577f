"""What all excerpts have: a span of an article that a briefing can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sphinx_briefing.models.article import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What somebody changed in an excerpt by hand.

    Attributes:
        field: what was changed (``speaker``), ``added`` for an excerpt that was not found but added.
        before: what the analysis read.
        after: what stands there instead.
    """

    field: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A span of an article that a briefing can show.

    Attributes:
        type: what sort of excerpt it is, for other programs; one of no sort is a passage.
        id: a slug of the content, unique in its article for its kind; ``""`` until the analysis ends.
        text: the words, ``article.text[start:end]`` (for a quotation in several segments, those joined).
        start: where it begins.
        end: where it ends.
        sentence: the sentence it stands in; a quotation is never cut by it.
        paragraph: the number of its paragraph.
        salience: how much it matters to a briefing, 0.0 to 1.0, comparable within one article and kind.
        edited: what somebody changed by hand, in the order in which it was changed.
        note: somebody's words on it for the reader.
        reliability: the letter that somebody gave it in the Admiralty code, ``""`` if nobody did.
        credibility: the number.
    """

    type: ClassVar[str] = "passage"

    id: str = ""
    text: str
    start: int
    end: int
    sentence: Span
    paragraph: int = 0
    salience: float = 0.0
    edited: tuple[Edit, ...] = ()
    note: str = ""
    reliability: str = ""
    credibility: str = ""

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentences that it rests on."""
        return (self.sentence,)
