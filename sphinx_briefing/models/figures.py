"""Figures, and the changes that two of them or one sentence make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from sphinx_briefing.models.article import Span
from sphinx_briefing.models.excerpt import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator


Bound = Literal["=", "~", "<", ">", "<=", ">="]
Trend = Literal["up", "down"]
FigureKind = Literal["count", "money", "percent", "measure", "duration", "ordinal", "ratio", "age"]
Modality = Literal["reported", "claimed", "planned"]
Basis = Literal["stated", "linked"]


class Recurrence(NamedTuple):
    """Where else an article gives a figure: the words, and their sentence."""

    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Excerpt):
    """A number with what it counts or measures.

    Attributes:
        value: the number, or ``None`` where the text gives a range.
        low: the lower end of a range.
        high: the upper end of a range.
        bound: how the value is hedged: ``~`` about, ``>`` more than, ``>=`` at least, and so on.
        trend: the direction of a stated change.
        unit: the normalised singular unit (``troop``), ``%``, an ISO 4217 code, or ``""``.
        unit_phrase: the unit with its modifiers (``U.S. troop``).
        kind: what sort of number it is.
        subject: what is counted or measured, in words of the article.
        hedge: the words that hedge it (``about``), ``""`` if none.
        attribution: who says so, as far as the article tells.
        modality: stated as so, claimed by a speaker, or planned.
        as_of: the words that date it (``since 2011``), ``""`` if none.
        person: the id of the :class:`Person` who says so, ``""`` where it is open who that is.
        places: where else the article gives the same figure, in the order of the text.
    """

    type: ClassVar[str] = "figure"

    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "="
    trend: Trend | None = None
    unit: str = ""
    unit_phrase: str = ""
    kind: FigureKind = "count"
    subject: str = ""
    hedge: str = ""
    attribution: str = ""
    modality: Modality = "reported"
    as_of: str = ""
    person: str = ""
    places: tuple[Recurrence, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of every place, its own first."""
        return (self.span, *(place.span for place in self.places))

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentence of every place, its own first."""
        return (self.sentence, *(place.sentence for place in self.places))

    def mentions(self, text: str) -> Iterator[Figure]:
        """The figure as the article's *text* gives it in each of its places, its own first."""
        yield self
        for (start, end), sentence in self.places:
            yield replace(self, text=text[start:end], start=start, end=end, sentence=sentence, places=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A number that a change takes from the article.

    Attributes:
        figure: the id of the figure it belongs to, ``""`` for a word such as "doubled".
        start: where its words begin, hedge included.
        end: where they end; for a count, before what is counted.
        low: the value, or the lower end of a range.
        high: the value, or the upper end of a range.
        bound: how it is hedged.
    """

    figure: str = ""
    start: int
    end: int
    low: float
    high: float
    bound: Bound = "="

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)

    @property
    def value(self) -> float | None:
        """The number, or ``None`` for a range."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What was computed from the two ends of a change; the article does not say it.

    Attributes:
        delta: the later value less the earlier one.
        percent: the same in per cent of the earlier one, ``None`` where that would mislead.
        bound: how both are hedged, since their ends are.
    """

    delta: float
    percent: float | None = None
    bound: Bound = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Excerpt):
    """Two values of one subject, or an amount by which it changed. At least one of the three is there.

    The excerpt's own span is that of the words that state the change, or of its later value where two passages
    had to be linked.

    Attributes:
        before: the earlier value, ``None`` where the article does not give it.
        after: the later value.
        amount: by how much, in the article's words ("2.5 %", "doubled").
        direction: whether it went up or down.
        subject: what changed, in words of the article.
        unit: the unit of the two values, as of a figure.
        status: that of the later value: a plan is never a fact.
        attribution: who says so, as far as the article tells.
        basis: whether one sentence states the change or two figures were linked.
        evidence: the sentences that it rests on, in the order of the text.
        computed: the difference of the two values, ``None`` where their hedges allow none.
    """

    type: ClassVar[str] = "change"

    before: Level | None = None
    after: Level | None = None
    amount: Level | None = None
    direction: Trend = "up"
    subject: str = ""
    unit: str = ""
    status: Modality = "reported"
    attribution: str = ""
    basis: Basis = "stated"
    evidence: tuple[Span, ...] = ()
    computed: Difference | None = None

    @property
    def levels(self) -> tuple[Level, ...]:
        """The numbers it gives, the earlier value first."""
        return tuple(r for r in (self.before, self.after, self.amount) if r is not None)

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentences that it rests on."""
        return self.evidence
