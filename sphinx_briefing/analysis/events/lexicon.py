"""The words of events, from ``words.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sphinx_briefing.analysis.lexicon import lists_in

_WORDS: Final = Path(__file__).with_name("words.yaml")


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(lists_in(_WORDS)[name])
