"""Facts, the sentences that a reader should know, and what was edited in them so that they stand alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from sphinx_briefing.models.article import Article, Span, words_between
from sphinx_briefing.models.excerpt import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How a fact is printed: with all that may be left out left out, or as whole sentences.
FactForm = Literal["condensed", "sentence"]
#: What stands in the place of words that are left out inside a sentence.
OMISSION: Final = "…"


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters of a passage that are printed as something else, or not at all.

    Attributes:
        start: where they begin.
        end: where they end.
        text: what is printed instead: nothing, an ellipsis, a letter in the other case, words in brackets, or the
            same with words in brackets behind.
        form: ``sentence`` if the passage needs it to stand alone, so that every form has it.
    """

    start: int
    end: int
    text: str = ""
    form: FactForm = "condensed"

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Excerpt):
    """What an article says that a reader should know; the span is the passage that it is made of.

    The passage is a sentence, with the one before it where it leans on that. The text is what is printed: the
    passage with its edits.

    Attributes:
        edits: what is left out of the passage and put into it, in the order of the text, never overlapping.
        dates: the words that date it.
        loaded: the article's own words in it that judge instead of telling.
    """

    type: ClassVar[str] = "fact"

    edits: tuple[Splice, ...] = ()
    dates: tuple[Span, ...] = ()
    loaded: tuple[Span, ...] = ()

    def edits_of(self, form: FactForm) -> tuple[Splice, ...]:
        """Those edits that a form has."""
        return tuple(e for e in self.edits if form == "condensed" or e.form == "sentence")

    def kept(self, form: FactForm = "condensed") -> tuple[Span, ...]:
        """The parts of the passage that a form prints as they stand."""
        return tuple(_kept(self.span, self.edits_of(form)))


def applied(article: Article, fact: Fact, form: FactForm = "condensed") -> str:
    """What a fact prints in a form: its passage with the edits applied, without markup, white space folded."""
    return edited(article.text, article.markup, fact.span, fact.edits_of(form))


def edited(text: str, markup: tuple[Span, ...], passage: Span, edits: Iterable[Splice]) -> str:
    """The words of *passage* with *edits* applied.

    Args:
        text: an article's.
        markup: the spans of it that are markup.
        passage: the span to print.
        edits: in order, inside the passage, not overlapping.
    """
    pieces: list[str] = []
    at = passage.start
    for edit in edits:
        pieces += (words_between(text, markup, Span(at, edit.start)), edit.text)
        at = edit.end
    pieces.append(words_between(text, markup, Span(at, passage.end)))
    return " ".join("".join(pieces).split())


def _kept(passage: Span, edits: Iterable[Splice]) -> Iterable[Span]:
    at = passage.start
    for edit in edits:
        if at < edit.start:
            yield Span(at, edit.start)
        at = edit.end
    if at < passage.end:
        yield Span(at, passage.end)
