"""Articles, their paragraphs and metadata, and what was wrong with them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ParagraphRole = Literal["title", "heading", "body", "boilerplate"]
#: Markup that stands between words as a space does: table columns, line breaks.
_SEPARATOR: Final = re.compile(r"\||<br\b|&nbsp;", re.IGNORECASE)


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
        path: the file, as given by the caller, with ``/`` between its parts; of several articles in a file, each
            has its key behind it, ``gazette.xml#ferry-stops``.
        text: the whole text; for ``.txt`` and ``.md`` the file with universal newlines, front matter
            (and a byte order mark) included.
        sha256: the hash of the file's bytes.
        metadata: see :class:`Metadata`.
        paragraphs: in the order of the text; front matter belongs to none.
        markup: spans inside paragraphs that are markup, not words (``**``, a link's target).
        problems: what was wrong with the file.
        bibliography: a digest of the bibliography's item on it, ``""`` if there is none.
    """

    id: str
    path: str
    text: str
    sha256: str
    metadata: Metadata = field(default_factory=Metadata)
    paragraphs: tuple[Paragraph, ...] = ()
    markup: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    bibliography: str = ""

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

    @cached_property
    def printed_text(self) -> str:
        """All paragraphs, boilerplate too, as a page prints them, with a space between them."""
        return " ".join(self.printed(paragraph.span) for paragraph in self.paragraphs)

    def printed(self, span: Span) -> str:
        """The words of *span* as a page prints them: without markup, white space folded."""
        return printed_words(self.text, self.markup, span)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds *offset*, else of the last one before it (0 at least)."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1)


def printed_words(text: str, markup: Sequence[Span], span: Span) -> str:
    """The words of *text* in *span* without *markup* (in order, not overlapping), white space folded."""
    return " ".join(words_between(text, markup, span).split())


def words_between(text: str, markup: Sequence[Span], span: Span) -> str:
    """The words of *text* in *span* without *markup*, with their white space."""
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
    words.append(text[at : max(at, span.end)])
    return "".join(words)


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
