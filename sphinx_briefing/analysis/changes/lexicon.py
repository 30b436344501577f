"""The words that tell a change, from ``words.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sphinx_briefing.analysis.lexicon import lists_in

_WORDS: Final = Path(__file__).with_name("words.yaml")


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(lists_in(_WORDS)[name])


def factors() -> dict[str, float]:
    """The verbs that multiply, each with its factor."""
    return {verb: float(factor) for verb, factor in lists_in(_WORDS)["multiples"].items()}
