"""Events: what happened, or is to happen, at a time that an article tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sphinx_briefing.models.article import Span
from sphinx_briefing.models.excerpt import Excerpt
from sphinx_briefing.models.figures import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When something happened, in the article's words and as far as they tell.

    Attributes:
        text: the words ("since 2011", "last month").
        start: where they begin.
        end: where they end.
        edtf: the date as :mod:`sphinx_briefing.edtf` has it, ``""`` where the words give none.
        resolved: whether it took the article's own date to know it.
        derived: whether it was computed from the date of another event.
    """

    text: str
    start: int
    end: int
    edtf: str = ""
    resolved: bool = False
    derived: bool = False

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Excerpt):
    """A clause that tells what happened at a time; its words are those of the article.

    Attributes:
        date: when.
        modality: reported as happened, claimed by a speaker, or planned.
        attribution: who says so, as far as the article tells.
        quoted: whether the words are a speaker's own, in quotation marks in the article.
    """

    type: ClassVar[str] = "event"

    date: EventDate
    modality: Modality = "reported"
    attribution: str = ""
    quoted: bool = False
