"""The verdict on words that a page gives as a fact of an article: they stand there, or they don't.

An ellipsis leaves words out of a statement as it does out of a quotation: no negation, no more than the verbatim
contract lets it; and the statement must be one, a sentence or the passage of a fact.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.places import Place, standing
from sphinx_briefing.checks.verbatim import MOST_OMITTED, matches, ways_to_read
from sphinx_briefing.checks.verdicts import elsewhere, failed, not_found, proved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.checks.claims import Claim, Proof
    from sphinx_briefing.checks.evidence import Evidence, Scope

#: How many ways of standing in one article are looked at; only short fragments between ellipses have more.
_MOST_WAYS: Final = 200
#: Between two statements: the end of a paragraph, or of a sentence whose last word is no initial.
_PARTING: Final = re.compile(r"\n\s*\n|(?<=[^\W\d_]{2})[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?(?=[^\W\d_a-z])")


def prove_fact(claim: Claim, scope: Scope) -> Proof:
    """Hold the words of a fact against the articles they may be from, and those they should not be from."""
    named, others, within = scope
    if not claim.words.strip():
        return failed(claim, "fact", "there are no words to look for")
    found = [p for evidence in named for p in standing(evidence, claim.words, evidence.analysis.facts)]
    whole = [place for place in found if _is_one_statement(place)]
    if whole:
        return proved(claim, next((place for place in whole if place.is_in(within)), whole[0]))
    if found:
        message = f"the ellipsis in “{claim.words}” joins two statements: {found[0].evidence.printed(found[0].hull)}"
        return failed(claim, "fact", message)
    return _cut_wrongly(claim, named) or elsewhere(claim, named, others) or not_found(claim, named, "fact")


def _is_one_statement(place: Place) -> bool:
    if any(fact.span.contains(place.hull) for fact in place.evidence.analysis.facts):
        return True
    text = place.article.text
    return not any(_PARTING.search(text, a.end - 1, b.start + 1) for a, b in pairwise(place.spans))


def _cut_wrongly(claim: Claim, named: Sequence[Evidence]) -> Proof | None:
    """The verdict on an ellipsis that leaves out what it must not."""
    *_, wording = ways_to_read(claim.words)
    for evidence in named:
        for match in islice(matches(wording, evidence.text), _MOST_WAYS):
            if match.holds:
                continue
            why = (
                "leaves out a negation"
                if match.negated
                else f"leaves out more than {MOST_OMITTED} characters"
            )
            spans = [evidence.text.original(*found) for found in match.ranges]
            hull = Place(evidence, tuple(spans)).hull
            return failed(claim, "fact", f"the ellipsis in “{claim.words}” {why}: {evidence.printed(hull)}")
    return None
