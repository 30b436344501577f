"""Fourth stage: words on a page are held against the corpus."""

from __future__ import annotations

from sphinx_briefing.checks.claims import Claim, Proof
from sphinx_briefing.checks.conflicts import ConflictQuery, Conflicts, OneSided, Sides
from sphinx_briefing.checks.edits import prove_edits
from sphinx_briefing.checks.prover import Prover, prove
from sphinx_briefing.checks.statements import Statement, statements
from sphinx_briefing.checks.tracing import Trace, Traced, trace, trace_of

__all__ = [
    "Claim",
    "ConflictQuery",
    "Conflicts",
    "OneSided",
    "Proof",
    "Prover",
    "Sides",
    "Statement",
    "Trace",
    "Traced",
    "prove",
    "prove_edits",
    "statements",
    "trace",
    "trace_of",
]
