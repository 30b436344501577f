"""Statements that cannot stand alone take the one before them along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A longer passage is no longer a fact that one can take in at a glance.
_MOST_TOKENS: Final = 75
#: Further down, what leans on something else is not worth a second sentence.
_FURTHEST: Final = 10
#: Characters between two sentences that follow each other: white space of a new paragraph, no more. Where there
#: was something that is no prose, the analysis sees a longer blank.
_WIDEST_GAP: Final = 6


def joined(found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, one that leans on the sentence before it together with that one as a single passage.

    Only one that stands alone is joined to, so no passage has more than two sentences; what remains leaning
    is left as it is.

    Args:
        found: in the order of the text.
    """
    out: list[Candidate] = []
    for candidate in found:
        before = out[-1] if out else None
        if before and _belongs_to(candidate, before):
            words = candidate.words.doc[before.words.start : candidate.words.end]
            out[-1] = Candidate(words, before.place, before.quoted + candidate.quoted, edits=before.edits)
        else:
            out.append(candidate)
    return out


def _belongs_to(candidate: Candidate, before: Candidate) -> bool:
    return (
        candidate.place == before.place + 1
        and candidate.place < _FURTHEST
        and candidate.words.start_char - before.words.end_char <= _WIDEST_GAP
        and candidate.words.end - before.words.start <= _MOST_TOKENS
        and candidate.leaning != ""
        and before.leaning == ""
    )
