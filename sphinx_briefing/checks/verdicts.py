"""How a verdict is told: the proof of words that were found, the problem of those that were not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.checks.claims import Claim, Proof
from sphinx_briefing.checks.nearest import differences
from sphinx_briefing.checks.places import standing
from sphinx_briefing.checks.verbatim import take_apart
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.checks.evidence import Evidence
    from sphinx_briefing.checks.places import Place
    from sphinx_briefing.models import Span

#: The verdict on words of each kind that no article holds.
NOT_FOUND: Final = {"quote": "misquote", "figure": "figure", "fact": "fact"}


def failed(claim: Claim, subtype: str, message: str, place: Place | None = None) -> Proof:
    """The proof that failed; *place* tells where the words stand nevertheless."""
    problem = Problem(subtype=subtype, message=message)
    return Proof(text=claim.words, problems=(problem,)) if place is None else proved(claim, place, problem)


def proved(claim: Claim, place: Place, *problems: Problem) -> Proof:
    """The proof that the claim's words stand at *place*."""
    return Proof(
        text=_as_printed(claim, place),
        article=place.article,
        spans=place.spans,
        passage=place.passage,
        excerpt=place.excerpt,
        problems=problems,
    )


def _as_printed(claim: Claim, place: Place) -> str:
    """The claim's words in the article's typography, where they stand there in one piece."""
    if len(place.spans) > 1 or not take_apart(claim.words).plain:
        return claim.words
    there = place.article.printed(place.spans[0])
    words = claim.words.strip()
    tail = words[len(words.rstrip(".,;:")) :]
    same_case = there[:1].casefold() == words[:1].casefold()
    return (words[0] + there[1:] if same_case else there) + (tail if not there.endswith(tail) else "")


class Near(NamedTuple):
    """The passage that comes nearest to words that no article holds."""

    share: float
    span: Span
    evidence: Evidence


def nearest(words: str, among: Sequence[Evidence]) -> Near | None:
    """The passage of some articles that shares most words with *words*."""
    near = [Near(*found, evidence) for evidence in among if (found := evidence.words.nearest(words))]
    return max(near, key=lambda one: one.share, default=None)


def not_found(claim: Claim, named: Sequence[Evidence], what: str, why: str = "") -> Proof:
    """That no article holds the words, with what comes nearest to them, its paragraph, speaker and what differs."""
    message = f"{what} not found in {names(named)}: “{claim.words}”" + (f"; {why}" if why else "")
    near = nearest(claim.words, named)
    if near is not None and not why:
        message += f"; {told(near, claim.words)}"
    return failed(claim, NOT_FOUND[claim.kind], message)


def told(near: Near, words: str) -> str:
    """A near passage and what differs, as a phrase."""
    article = near.evidence.article
    there = article.printed(near.span)
    said = near.evidence.utterance_at(near.span.start)
    quote = said.quote_at(near.span.start) if said else None
    by = f", {quote.speaker.printed}" if quote and quote.speaker and quote.speaker.printed else ""
    return (
        f"nearest there (¶{article.paragraph_at(near.span.start)}{by}): “{there}”"
        f" - {differences(words, there) or 'other punctuation'}"
    )


def elsewhere(claim: Claim, named: Sequence[Evidence], others: Sequence[Evidence]) -> Proof | None:
    """That the words stand in an article which is not among those they are said to be from."""
    for other in others:
        if next(standing(other, claim.words, ()), None) is not None:
            message = f"“{claim.words}” is not in {names(named)}, but in {other.article.id}"
            return failed(claim, "wrong_article", message)
    return None


def names(articles: Sequence[Evidence]) -> str:
    """The articles looked at, the first three by name."""
    shown = ", ".join(evidence.article.id for evidence in articles[:3])
    return shown + (" or any other" if len(articles) > 3 else "")
