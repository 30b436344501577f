"""The words of gaps and tensions, from ``words.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sphinx_briefing.analysis.lexicon import lists_in

_WORDS: Final = Path(__file__).with_name("words.yaml")


def lists() -> dict[str, Any]:
    """All lists by name."""
    return lists_in(_WORDS)


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(lists()[name])


def by_kind(name: str) -> dict[str, frozenset[str]]:
    """The words of the list *name* by the kind of gap they tell."""
    return {kind: frozenset(found) for kind, found in lists()[name].items()}
