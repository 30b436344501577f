"""Quotations and paraphrases with their speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from sphinx_briefing.models.article import Span
from sphinx_briefing.models.excerpt import Excerpt

QuoteKind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said something.

    Attributes:
        name: the fullest name the article gives, ``""`` where it leaves it open.
        mention: the words that name the speaker at this place.
        start: where the mention begins.
        end: where it ends.
        role: the role as the article states it anywhere.
        candidates: the names in doubt where more than one is possible (``name`` is then empty).
        person: the id of the :class:`Person` of that name, ``""`` where there is none.
    """

    name: str = ""
    mention: str = ""
    start: int = 0
    end: int = 0
    role: str = ""
    candidates: tuple[str, ...] = ()
    person: str = ""

    @property
    def printed(self) -> str:
        """The name, or the words of the mention where there is none."""
        return self.name or self.mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that make a passage somebody's: ``said``, ``according to``.

    Attributes:
        text: the words.
        start: where they begin.
        end: where they end.
        lemma: their base form.
        neutral: whether they only report ("said"), without a judgement of the article ("claimed", "boasted").
    """

    text: str
    start: int
    end: int
    lemma: str = ""
    neutral: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Excerpt):
    """Somebody's words, or their content in the article's words (``indirect``).

    Attributes:
        segments: what lies between the marks, marks excluded; several where the quotation is interrupted.
        kind: whole clauses in marks, a marked fragment inside a paraphrase, or no marks.
        speaker: the first speaker, ``None`` if the article names none.
        co_speakers: further speakers of the same words.
        cue: ``None`` where the article has none.
        clause: the clause round a fragment, to show it in context.
    """

    type: ClassVar[str] = "quote"

    segments: tuple[Span, ...] = ()
    kind: QuoteKind = "direct"
    speaker: Speaker | None = None
    co_speakers: tuple[Speaker, ...] = ()
    cue: Cue | None = None
    clause: Span | None = None
