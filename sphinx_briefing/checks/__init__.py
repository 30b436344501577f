"""Fourth stage: words on a page are held against the corpus."""

from __future__ import annotations

from sphinx_briefing.checks.claims import Claim, Proof
from sphinx_briefing.checks.prover import Prover, prove

__all__ = ["Claim", "Proof", "Prover", "prove"]
