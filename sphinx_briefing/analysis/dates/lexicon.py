"""The words of dates, from ``words.yaml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.analysis.lexicon import lists_in

if TYPE_CHECKING:
    from collections.abc import Iterable


_WORDS: Final = Path(__file__).with_name("words.yaml")


def lists() -> dict[str, Any]:
    """All lists by name."""
    return lists_in(_WORDS)


def numbered(name: str, first: int = 0) -> dict[str, int]:
    """The spellings of the list *name*, in lower case and without a stop, with the number of each."""
    found = enumerate(lists()[name], first)
    return {
        spelling.lower().rstrip("."): number
        for number, item in found
        for spelling in ([item] if isinstance(item, str) else item)
    }


def spellings(name: str) -> list[str]:
    """The spellings of the list *name* as they are printed."""
    return [word for item in lists()[name] for word in ([item] if isinstance(item, str) else item)]


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for the longest of *words*; apostrophes may be straight, spaces any white space."""
    ordered = (re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return "|".join(word.replace("’", "['’]").replace(r"\ ", r"\s+") for word in ordered)
