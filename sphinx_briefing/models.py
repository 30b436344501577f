"""The records that travel from stage to stage: articles, excerpts and what is said about them.

All offsets are Unicode code points into :attr:`Article.text`, end-exclusive. Records are frozen, compare by
value and hold plain data only, so that they can be cached as JSON and passed between processes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Bound = Literal["=", "~", "<", ">", "<=", ">="]
Trend = Literal["up", "down"]
FigureKind = Literal["count", "money", "percent", "measure", "duration", "ordinal", "ratio", "age"]
Modality = Literal["reported", "claimed", "planned"]
Basis = Literal["stated", "linked"]
QuoteKind = Literal["direct", "mixed", "indirect"]
PersonKind = Literal["person", "organisation"]
ParagraphRole = Literal["title", "heading", "body", "boilerplate"]
#: Markup that stands between words as a space does: table columns, line breaks.
_SEPARATOR = re.compile(r"\||<br\b|&nbsp;", re.IGNORECASE)


class Span(NamedTuple):
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Paragraph(NamedTuple):
    """A paragraph of an article; its number is its place in :attr:`Article.paragraphs`."""

    start: int
    end: int
    role: ParagraphRole = "body"

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with an input, told as a warning by the stage that talks to the user.

    Attributes:
        subtype: a key of :data:`sphinx_briefing.problems.SUBTYPES`.
        message: what is wrong and what to do about it, one sentence each.
        path: the file it is about, or ``""``.
        line: the 1-based line in that file, or ``None``.
    """

    subtype: str
    message: str
    path: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article besides its text; an unknown value is empty, never guessed.

    Dates are ISO 8601 (``2019-04-05``, ``2019-04`` or ``2019``) where they could be read as such, otherwise
    the words that were given.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    updated: str = ""
    url: str = ""
    archive_url: str = ""
    accessed: str = ""
    language: str = ""
    license: str = ""
    type: str = ""
    tags: tuple[str, ...] = ()
    description: str = ""
    reliability: str = ""
    credibility: str = ""
    descriptor: str = ""
    status: str = ""
    correction: str = ""
    supersedes: str = ""
    marking: str = ""
    expires: str = ""
    sha256: str = ""
    skip: tuple[str, ...] = ()
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Article:
    """An input document, read and laid out.

    Attributes:
        id: the slug it is addressed by, unique in a corpus.
        path: the file, as given by the caller, with ``/`` between its parts.
        text: the whole text; for ``.txt`` and ``.md`` the file with universal newlines, front matter
            (and a byte order mark) included.
        sha256: the hash of the file's bytes.
        metadata: see :class:`Metadata`.
        paragraphs: in the order of the text; front matter belongs to none.
        markup: spans inside paragraphs that are markup, not words (``**``, a link's target).
        problems: what was wrong with the file.
    """

    id: str
    path: str
    text: str
    sha256: str
    metadata: Metadata = field(default_factory=Metadata)
    paragraphs: tuple[Paragraph, ...] = ()
    markup: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """The title given or found, else the id."""
        return self.metadata.title or self.id

    @cached_property
    def prose(self) -> str:
        """:attr:`text` with all that is not prose blanked out, at the same offsets.

        Front matter, boilerplate paragraphs and markup become spaces (line breaks stay), so that spans found
        in the prose are spans of the text.
        """
        out: list[str] = []
        at = 0
        for paragraph in self.paragraphs:
            if paragraph.role != "boilerplate":
                out += (_blank(self.text[at : paragraph.start]), self.text[paragraph.start : paragraph.end])
                at = paragraph.end
        out.append(_blank(self.text[at:]))
        prose = "".join(out)
        if not self.markup:
            return prose
        pieces: list[str] = []
        at = 0
        for start, end in self.markup:
            pieces += (prose[at:start], _blank(prose[start:end]))
            at = end
        return "".join((*pieces, prose[at:]))

    def printed(self, span: Span) -> str:
        """The words of *span* as a page prints them: without markup, white space folded."""
        return printed_words(self.text, self.markup, span)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds *offset*, else of the last one before it (0 at least)."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1)


def printed_words(text: str, markup: Sequence[Span], span: Span) -> str:
    """The words of *text* in *span* without *markup* (in order, not overlapping), white space folded."""
    words: list[str] = []
    at = span.start
    first = bisect_right(markup, span.start, key=lambda mark: mark.end)
    for mark in islice(markup, first, None):
        if mark.start >= span.end:
            break
        words.append(text[at : max(at, mark.start)])
        if _SEPARATOR.search(text, mark.start, mark.end):
            words.append(" ")
        at = mark.end
    words.append(text[at : span.end])
    return " ".join("".join(words).split())


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A span of an article that a briefing can show.

    Attributes:
        id: a slug of the content, unique in its article for its kind; ``""`` until the analysis ends.
        text: the words, ``article.text[start:end]`` (for a quotation in several segments, those joined).
        start: where it begins.
        end: where it ends.
        sentence: the sentence it stands in; a quotation is never cut by it.
        paragraph: the number of its paragraph.
        salience: how much it matters to a briefing, 0.0 to 1.0, comparable within one article and kind.
    """

    id: str = ""
    text: str
    start: int
    end: int
    sentence: Span
    paragraph: int = 0
    salience: float = 0.0

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentences that it rests on."""
        return (self.sentence,)


class Place(NamedTuple):
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
    places: tuple[Place, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of every place, its own first."""
        return (self.span, *(place.span for place in self.places))

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentence of every place, its own first."""
        return (self.sentence, *(place.sentence for place in self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
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

    before: Reading | None = None
    after: Reading | None = None
    amount: Reading | None = None
    direction: Trend = "up"
    subject: str = ""
    unit: str = ""
    status: Modality = "reported"
    attribution: str = ""
    basis: Basis = "stated"
    evidence: tuple[Span, ...] = ()
    computed: Difference | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The numbers it gives, the earlier value first."""
        return tuple(r for r in (self.before, self.after, self.amount) if r is not None)

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentences that it rests on."""
        return self.evidence


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

    segments: tuple[Span, ...] = ()
    kind: QuoteKind = "direct"
    speaker: Speaker | None = None
    co_speakers: tuple[Speaker, ...] = ()
    cue: Cue | None = None
    clause: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Excerpt):
    """A sentence of the article that a reader should know, with the one before it where it leans on that."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Other words by which an article calls somebody, where they first stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Excerpt):
    """Somebody the article names, or a body that speaks or acts in it; the span is the first mention.

    Attributes:
        name: the fullest name the article gives, without titles.
        kind: a person or an organisation.
        role: what they are in the article's words, ``""`` where it does not tell.
        role_spans: where those words stand; several where the role is told in parts.
        role_sentence: the sentence they stand in, ``None`` where there is no role.
        aliases: the other words that mean them (``Vale``, ``President Vale``, ``the president``), each once.
        mentions: how often the article names them.
        quotes: the ids of the quotations that are theirs, alone or with others.
        figures: the ids of the figures that they give.
    """

    name: str
    kind: PersonKind = "person"
    role: str = ""
    role_spans: tuple[Span, ...] = ()
    role_sentence: Span | None = None
    aliases: tuple[Alias, ...] = ()
    mentions: int = 1
    quotes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentence that tells the role, else that of the first mention."""
        return (self.role_sentence or self.sentence,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All excerpts of one article, each kind in the order of the text; facts best first."""

    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    facts: tuple[Fact, ...] = ()
    changes: tuple[Change, ...] = ()
    people: tuple[Person, ...] = ()
