"""Which excerpts a page shows, by what it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.analysis.ids import slug
from sphinx_briefing.checks import Conflicts, Proof, Traced
from sphinx_briefing.corpus import Hit, PeopleSelection, Selection, Summary
from sphinx_briefing.models import Excerpt, Figure, Span
from sphinx_briefing.pages.rendering.words import digest6

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.corpus.question import Answer
    from sphinx_briefing.models import Article


def used_excerpts(corpus: Corpus, answer: Answer) -> Iterator[Hit]:
    """The excerpts that an answer gives."""
    if isinstance(answer, Selection):
        yield from answer.hits
    elif isinstance(answer, Summary):
        for point in answer.points:
            yield from (point.hit, *point.also)
    elif isinstance(answer, PeopleSelection):
        for profile in answer.profiles:
            yield from (*profile.hits, *profile.quotes)
    elif isinstance(answer, Conflicts):
        yield from (hit for conflict in answer.conflicts for hit in conflict.hits)
    elif isinstance(answer, Proof):
        yield from _proved(corpus, answer)
    elif isinstance(answer, Traced) and answer.proof is not None:
        yield from _proved(corpus, answer.proof)


def _proved(corpus: Corpus, proof: Proof) -> Iterator[Hit]:
    """The excerpt that proved words are of, else one for each of their fragments."""
    article = proof.article
    if article is None or proof.problems:
        return
    if proof.excerpt is None:
        yield from (Hit(article, _passage(article, span, proof.passage)) for span in proof.spans)
    elif isinstance(proof.excerpt, Figure):  # as it stands in one of its places: the record knows all of them
        named = (f for f in corpus.analyses[article.id].figures if f.id == proof.excerpt.id)
        yield Hit(article, next(named, proof.excerpt))
    else:
        yield Hit(article, proof.excerpt)


def _passage(article: Article, span: Span, around: Span) -> Excerpt:
    """An excerpt of words that the analysis made nothing of; named as excerpts are, by its words and sentence."""
    words = article.text[slice(*span)]
    return Excerpt(
        id=f"{slug(words)}-{digest6(article.text[slice(*around)] + str(span.start - around.start))}",
        text=words,
        start=span.start,
        end=span.end,
        sentence=around,
        paragraph=article.paragraph_at(span.start),
    )
