"""Excerpts that the analysis missed, made of their words."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypedDict

from sphinx_briefing.analysis.ids import free_name
from sphinx_briefing.corpus.overrides.matching import UnmatchedError, excerpts_of, shortened
from sphinx_briefing.corpus.overrides.places import find_words, marked_in, sentence_round, sentences
from sphinx_briefing.models import Fact, Figure, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_briefing.analysis.marks import Marked
    from sphinx_briefing.corpus.overrides.entries import Override
    from sphinx_briefing.models import Analysis, Article, Excerpt

#: Whoever adds an excerpt wants to see it: it comes before all that was found.
_SALIENCE: Final = 1.0
_LIKE: Final = 0.4
_STOPS: Final = " .,;:!?…"


class _Words(TypedDict):
    """What every excerpt has of its words."""

    text: str
    start: int
    end: int
    sentence: Span


def added(override: Override, article: Article, analysis: Analysis) -> Excerpt:
    """The excerpt of the override's words; the article proves them, as it does all others.

    Raises:
        UnmatchedError: the words don't stand in the article, or in several paragraphs, or are no figure.
    """
    span = _place(override, article)
    made = _MAKERS[override.kind](article, span)
    placed = replace(
        made,
        sentence=sentence_round(article, analysis, span),
        paragraph=article.paragraph_at(span.start),
        salience=_SALIENCE,
    )
    taken = {excerpt.id for excerpt in excerpts_of(analysis, override.kind)}
    return replace(placed, id=free_name(placed, article.text, taken))


def _place(override: Override, article: Article) -> Span:
    places = find_words(article, override.words)
    if override.paragraph is not None:
        places = [span for span in places if article.paragraph_at(span.start) == override.paragraph]
    paragraphs = dict.fromkeys(article.paragraph_at(span.start) for span in places)
    if len(paragraphs) > 1:
        numbers = ", ".join(f"¶{number}" for number in paragraphs)
        message = (
            f"“{override.words}” stands in {numbers} of {article.id}; give the `paragraph` that is meant"
        )
        raise UnmatchedError(message)
    if places:
        return places[0]
    where = "" if override.paragraph is None else f", ¶{override.paragraph}"
    near = get_close_matches(override.words, list(sentences(article)), n=1, cutoff=_LIKE)
    nearest = f"; nearest there: “{shortened(near[0])}”" if near else ""
    message = f"“{override.words}” is not in {article.id}{where}{nearest}; correct the words, or take the override out"
    raise UnmatchedError(message)


def _quote(article: Article, span: Span) -> Quote:
    """What stands in quotation marks of *span*; an indirect quotation where it begins or ends outside of marks."""
    around = marked_in(article, span)
    marked = [Span(max(m.start, span.start), _end(article, span, m)) for m in around]
    if not around or span.start < around[0].outer_start or span.end > around[-1].outer_end:
        return Quote(segments=(span,), kind="indirect", **_words(article, span))
    whole = Span(marked[0].start, marked[-1].end)
    text = " ".join(article.text[slice(*segment)] for segment in marked)
    words = _words(article, whole)
    words["text"] = text
    return Quote(**words, segments=tuple(marked), kind="direct" if text[:1].isupper() else "mixed")


def _end(article: Article, span: Span, marked: Marked) -> int:
    """Where the words of *span* between two marks end: with a last stop before the closing one."""
    rest = article.prose[span.end : marked.end]
    return marked.end if span.end < marked.end and not rest.strip(_STOPS) else min(span.end, marked.end)


def _figure(article: Article, span: Span) -> Figure:
    """The one number of *span*, read by the grammar that reads all others."""
    words = article.prose[slice(*span)]
    from sphinx_briefing.analysis.figures import read_quantities  # noqa: PLC0415 - few projects add a figure
    from sphinx_briefing.analysis.figures.bounds import hedge_of  # noqa: PLC0415

    quantities = read_quantities(words)
    if len(quantities) != 1:
        held = f"{len(quantities)} numbers" if quantities else "no number"
        message = (
            f"“{words}” holds {held}; a figure is added by the words of one number, with its hedge and unit"
        )
        raise UnmatchedError(message)
    (quantity,) = quantities
    hedge = hedge_of(words, quantity, Span(0, len(words)))
    counted = " ".join(words[max(quantity.end, hedge.end) :].split())
    unit = quantity.by_rate(quantity.unit) or counted
    return Figure(
        **_words(article, span),
        value=None if quantity.is_range else quantity.low,
        low=quantity.low if quantity.is_range else None,
        high=quantity.high if quantity.is_range else None,
        bound=hedge.bound,
        hedge=hedge.words,
        unit=unit,
        unit_phrase=unit,
        subject=counted,
        kind=quantity.kind,
    )


def _fact(article: Article, span: Span) -> Fact:
    end = span.end + (article.prose[span.end : span.end + 1] in tuple(".!?…"))
    return Fact(**_words(article, Span(span.start, end)))


def _words(article: Article, span: Span) -> _Words:
    return {"text": article.text[slice(*span)], "start": span.start, "end": span.end, "sentence": span}


_MAKERS: Final[dict[str, Callable[[Article, Span], Excerpt]]] = {
    "figure": _figure,
    "quote": _quote,
    "fact": _fact,
}
