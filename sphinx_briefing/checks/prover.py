"""Claims held against a corpus: the articles made ready once, each claim given to the rules of its kind."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.claims import Claim, Proof
from sphinx_briefing.checks.conflicts import Disagreements
from sphinx_briefing.checks.edits import prove_edits
from sphinx_briefing.checks.evidence import Evidence, Scope
from sphinx_briefing.checks.facts import prove_fact
from sphinx_briefing.checks.figures import prove_figure
from sphinx_briefing.checks.quotations import prove_quotation
from sphinx_briefing.checks.segments import joined
from sphinx_briefing.checks.verdicts import NOT_FOUND, failed
from sphinx_briefing.corpus import StatusQuery, status_of
from sphinx_briefing.corpus.query import unknown_article
from sphinx_briefing.models import Fact, Quote, applied

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sphinx_briefing.corpus import Corpus, Hit, Status
    from sphinx_briefing.models import Problem, Span

_KIND: Final = {"quote": "quotes", "figure": "figures", "fact": "facts"}
_RULES: Final = {"quote": prove_quotation, "figure": prove_figure, "fact": prove_fact}


class Prover:
    """Holds claims against one corpus. Whatever is wrong with a claim is a problem of its proof, never an error."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._evidence = {i: Evidence(article, corpus.analyses[i]) for i, article in corpus.articles.items()}

    @property
    def ids(self) -> Collection[str]:
        """The ids of the articles."""
        return self._evidence.keys()

    def evidence(self, patterns: Iterable[str]) -> list[Evidence]:
        """The articles that match *patterns*, all if there are none."""
        return [self._evidence[article.id] for article in self.corpus.matching(patterns)]

    def status(self, article: str) -> Status:
        """Whether the article of that id may be used as it is."""
        return status_of(self.corpus, StatusQuery(article=article))

    @cached_property
    def disagreements(self) -> Disagreements:
        """The figures on which the articles disagree."""
        return Disagreements(self.corpus)

    def unknown(self, patterns: Iterable[str]) -> list[Problem]:
        """One problem for each of *patterns* that matches no article."""
        return [unknown_article(self.corpus, pattern) for pattern in self.corpus.unmatched(patterns)]

    def prove(self, claim: Claim) -> Proof:
        """The proof of *claim*, or the verdicts against it."""
        unknown = self.unknown(claim.articles)
        if unknown:
            return Proof(text=claim.words, problems=tuple(unknown))
        named = self.evidence(claim.articles)
        if claim.item:
            return self._prove_item(claim, named)
        return self._hold(claim, named)

    def _hold(self, claim: Claim, named: Sequence[Evidence], within: Span | None = None) -> Proof:
        asked = {evidence.article.id for evidence in named}
        others = [evidence for i, evidence in self._evidence.items() if i not in asked]
        return _RULES[claim.kind](claim, Scope(named, others, within))

    def _prove_item(self, claim: Claim, named: Sequence[Evidence]) -> Proof:
        """The excerpt that the claim names by its id; its words must be the claim's if the claim has any."""
        hits = list(self.corpus.hits((e.article for e in named), _KIND[claim.kind]))
        hit = next((h for h in hits if h.excerpt.id == claim.item), None)
        if hit is None:
            known = ", ".join(h.excerpt.id for h in hits) or "none"
            message = f"{named[0].article.id} has no {claim.kind} called {claim.item!r}; there are: {known}"
            return failed(claim, "unknown_item", message)
        if not claim.words:
            return _whole(hit)
        proof = self._hold(claim, named, hit.excerpt.sentence)
        if proof.problems or all(hit.excerpt.sentence.overlaps(span) for span in proof.spans):
            return proof
        message = f"“{claim.words}” is not what {hit.name} says: “{hit.excerpt.text}”"
        return failed(claim, NOT_FOUND[claim.kind], message)


def _whole(hit: Hit) -> Proof:
    """The proof of an excerpt printed whole: it is an article's by being one."""
    text, spans = _as_printed(hit)
    return Proof(
        text=text,
        article=hit.article,
        spans=spans,
        passage=hit.excerpt.sentence,
        excerpt=hit.excerpt,
    )


def _as_printed(hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """The words of an excerpt, and where they stand."""
    article, excerpt = hit
    if isinstance(excerpt, Quote):
        return joined(article, excerpt), excerpt.segments
    if isinstance(excerpt, Fact) and prove_edits(article, excerpt) is None:
        return applied(article, excerpt), excerpt.kept()
    return article.printed(excerpt.span), (excerpt.span,)


def prove(corpus: Corpus, claim: Claim) -> Proof:
    """The proof of one *claim*; for many against one corpus, a :class:`Prover` is faster."""
    return Prover(corpus).prove(claim)
