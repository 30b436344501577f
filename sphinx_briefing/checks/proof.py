"""Claims proved: the verdicts on quotations, figures and facts that a page gives as an article's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.claims import Claim, Proof
from sphinx_briefing.checks.folding import folded
from sphinx_briefing.checks.nearest import differences, nearest_passage
from sphinx_briefing.checks.people import is_speaker
from sphinx_briefing.checks.places import Place, excerpt_places, figure_words, quotation_places
from sphinx_briefing.checks.verbatim import fragments, matches
from sphinx_briefing.corpus.query import unknown_article
from sphinx_briefing.models import Figure, Problem, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Corpus
    from sphinx_briefing.models import Article

_WANTED: Final = {"quote": "quotes", "figure": "figures", "fact": "facts"}
_DIGIT: Final = re.compile(r"\d")


def prove(corpus: Corpus, claim: Claim) -> Proof:
    """Hold *claim* against the corpus. Every way in which it can fail is a problem of the proof, never an error."""
    unknown = [unknown_article(corpus, pattern) for pattern in corpus.unmatched(claim.articles)]
    if unknown:
        return Proof(text=claim.words, problems=tuple(unknown))
    articles = corpus.matching(claim.articles)
    if claim.item:
        return _prove_item(corpus, claim, articles)
    if not fragments(claim.words):
        return _failed(claim, _MISSING[claim.kind], "there are no words to look for")
    if claim.kind == "quote":
        return _prove_quotation(corpus, claim, articles)
    return _prove_excerpt(corpus, claim, articles)


_MISSING: Final = {"quote": "misquote", "figure": "figure", "fact": "fact"}


def _failed(claim: Claim, subtype: str, message: str, place: Place | None = None) -> Proof:
    problem = Problem(subtype=subtype, message=message)
    return Proof(text=claim.words, problems=(problem,)) if place is None else _proved(claim, place, problem)


def _proved(claim: Claim, place: Place, *problems: Problem) -> Proof:
    return Proof(
        text=_as_printed(claim, place),
        article=place.article,
        spans=place.match.spans,
        passage=place.passage,
        excerpt=place.excerpt,
        problems=problems,
    )


def _as_printed(claim: Claim, place: Place) -> str:
    """The claim's words in the article's typography, where they stand there in one piece."""
    if len(place.match.spans) > 1 or any(c in claim.words for c in "[…"):
        return claim.words
    there = place.article.printed(place.match.spans[0])
    words = claim.words.strip()
    tail = words[len(words.rstrip(".,;:")) :]
    same_case = there[:1].casefold() == words[:1].casefold()
    return (words[0] + there[1:] if same_case else there) + (tail if not there.endswith(tail) else "")


def _prove_item(corpus: Corpus, claim: Claim, articles: Sequence[Article]) -> Proof:
    """The excerpt that the claim names by its id; its words must be the claim's if the claim has any."""
    hits = list(corpus.hits(articles, _WANTED[claim.kind]))
    hit = next((h for h in hits if h.excerpt.id == claim.item), None)
    if hit is None:
        known = ", ".join(h.excerpt.id for h in hits) or "none"
        message = f"{articles[0].id} has no {claim.kind} called {claim.item!r}; there are: {known}"
        return _failed(claim, "unknown_item", message)
    if not claim.words:
        spans = hit.excerpt.segments if isinstance(hit.excerpt, Quote) else (hit.excerpt.span,)
        return Proof(
            text=" … ".join(hit.article.printed(span) for span in spans),
            article=hit.article,
            spans=spans,
            passage=hit.excerpt.sentence,
            excerpt=hit.excerpt,
        )
    proof = prove(
        corpus, Claim(kind=claim.kind, words=claim.words, articles=claim.articles, speaker=claim.speaker)
    )
    inside = proof.article is not None and all(hit.excerpt.sentence.overlaps(span) for span in proof.spans)
    if proof.problems or inside:
        return proof
    return _failed(
        claim, _MISSING[claim.kind], f"“{claim.words}” is not what {hit.name} says: “{hit.excerpt.text}”"
    )


def _prove_quotation(corpus: Corpus, claim: Claim, articles: Sequence[Article]) -> Proof:
    places = [place for article in articles for place in quotation_places(corpus, article, claim.words)]
    if not places:
        return _not_there(corpus, claim, articles)
    judged = [(_quotation_problem(claim, place), place) for place in places]
    problem, place = min(judged, key=lambda one: -1 if one[0] is None else _SEVERITY.index(one[0].subtype))
    return _proved(claim, place, *([problem] if problem else []))


_SEVERITY: Final = ("misattributed", "misquote", "not_a_quotation")


def _quotation_problem(claim: Claim, place: Place) -> Problem | None:
    """What speaks against taking the words at *place* for the quotation claimed."""
    where = f"{place.article.id} (¶{place.article.paragraph_at(place.hull.start)})"
    if not place.marked:
        message = f"“{claim.words}” stands in {where}, but as the article's own words: nobody is quoted there"
        return Problem(subtype="not_a_quotation", message=message)
    if place.match.negated:
        message = f"the ellipsis in “{claim.words}” leaves out a negation: {_excerpt_of(place)}"
        return Problem(subtype="misquote", message=message)
    if claim.speaker and isinstance(place.excerpt, Quote) and not is_speaker(claim.speaker, place.excerpt):
        said_by = place.excerpt.speaker.printed if place.excerpt.speaker else "nobody named"
        message = f"“{claim.words}” is said by {said_by} in {where}, not by {claim.speaker}"
        return Problem(subtype="misattributed", message=message)
    return None


def _excerpt_of(place: Place) -> str:
    return f"“{place.article.printed(place.hull)}”"


def _prove_excerpt(corpus: Corpus, claim: Claim, articles: Sequence[Article]) -> Proof:
    wanted = _WANTED[claim.kind]
    places = [p for article in articles for p in excerpt_places(corpus, article, claim.words, wanted)]
    if not places:
        return _not_there(corpus, claim, articles)
    if claim.kind == "fact":
        return _proved(claim, places[0])
    judged = [(_figure_problem(claim, place), place) for place in places]
    problem, place = min(judged, key=lambda one: (one[0] is not None, one[1].excerpt is None))
    return _proved(claim, place, *([problem] if problem else []))


def _figure_problem(claim: Claim, place: Place) -> Problem | None:
    """What speaks against printing the words at *place* as a figure."""
    figure = place.excerpt
    if not isinstance(figure, Figure):
        if _DIGIT.search(claim.words):
            return None  # the words are there; no figure was recognised, so there is no hedge to compare
        return Problem(subtype="figure", message=f"no figure stands at “{claim.words}” in {place.article.id}")
    hedge_end = _hedge_end(figure)
    if hedge_end is not None and place.hull.start >= hedge_end:
        return Problem(
            subtype="hedge",
            message=f"the article hedges this figure: “{figure_words(figure)}”, the page prints “{claim.words}”; "
            f"write :briefing:figure:`{_with_hedge(figure, claim.words)} <{place.article.id}>`",
        )
    return None


def _hedge_end(figure: Figure) -> int | None:
    """The offset at which the words that hedge *figure* end, if they stand before its number."""
    if not figure.hedge:
        return None
    at = figure.text.casefold().find(figure.hedge.casefold())
    return figure.start + at + len(figure.hedge) if at == 0 else None


def _with_hedge(figure: Figure, words: str) -> str:
    return f"{figure.hedge} {words}" if words in figure.text else figure_words(figure)


def _not_there(corpus: Corpus, claim: Claim, articles: Sequence[Article]) -> Proof:
    """The verdict on words that stand in none of *articles*: in another one, hedged otherwise, or nowhere."""
    named = {article.id for article in articles}
    for other in corpus.articles.values():
        if other.id not in named and next(matches(claim.words, folded(other)), None):
            message = f"“{claim.words}” is not in {_names(articles)}, but in {other.id}"
            return _failed(claim, "wrong_article", message)
    if claim.kind == "figure" and (without := _without_hedge(corpus, claim, articles)):
        return without
    kind = "quotation" if claim.kind == "quote" else claim.kind
    message = f"{kind} not found in {_names(articles)}: “{claim.words}”"
    near = max(
        ((*near, article) for article in articles if (near := nearest_passage(claim.words, article))),
        key=lambda one: one[0],
        default=None,
    )
    if near:
        _, span, article = near
        words = article.printed(span)
        message += (
            f"; nearest there (¶{article.paragraph_at(span.start)}{_speaker_at(corpus, article, span)}): “{words}”"
            f" - {differences(claim.words, words) or 'other punctuation'}"
        )
    return _failed(claim, _MISSING[claim.kind], message)


def _without_hedge(corpus: Corpus, claim: Claim, articles: Sequence[Article]) -> Proof | None:
    """The verdict on a figure that the page hedges and the article does not, or otherwise."""
    words = claim.words.split()
    for cut in range(1, min(len(words), 4)):
        rest = " ".join(words[cut:])
        if _DIGIT.search(" ".join(words[:cut])):
            return None  # what differs is the number, not its hedge
        for article in articles:
            for place in excerpt_places(corpus, article, rest, "figures"):
                if isinstance(place.excerpt, Figure):
                    there = figure_words(place.excerpt)
                    message = (
                        f"the article says “{there}”, the page prints “{claim.words}”; write it as there"
                    )
                    return _failed(claim, "hedge", message, place)
    return None


def _speaker_at(corpus: Corpus, article: Article, span: Span) -> str:
    for quote in corpus.analyses[article.id].quotes:
        if quote.kind != "indirect" and quote.speaker and any(s.overlaps(span) for s in quote.segments):
            return f", {quote.speaker.printed}"
    return ""


def _names(articles: Sequence[Article]) -> str:
    return ", ".join(article.id for article in articles[:3]) + (" or any other" if len(articles) > 3 else "")
