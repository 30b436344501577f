"""The verdict on words that a page gives as a fact of an article: they stand there, or they don't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.checks.places import standing
from sphinx_briefing.checks.verdicts import elsewhere, failed, not_found, proved

if TYPE_CHECKING:
    from sphinx_briefing.checks.claims import Claim, Proof
    from sphinx_briefing.checks.evidence import Scope


def prove_fact(claim: Claim, scope: Scope) -> Proof:
    """Hold the words of a fact against the articles they may be from, and those they should not be from."""
    named, others, within = scope
    if not claim.words.strip():
        return failed(claim, "fact", "there are no words to look for")
    found = [p for evidence in named for p in standing(evidence, claim.words, evidence.analysis.facts)]
    if found:
        return proved(claim, next((place for place in found if place.is_in(within)), found[0]))
    return elsewhere(claim, named, others) or not_found(claim, named, "fact")
