"""Word lists, read once: a file holds groups, a heading in brackets before each; ``#`` begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """The groups of words of the list *name*, by their headings; ``""`` for words before any heading.

    An underscore in a word of the file is a space.
    """
    found: dict[str, set[str]] = {}
    heading = ""
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].strip()
        if words.startswith("["):
            heading = words.strip("[]")
        elif words:
            found.setdefault(heading, set()).update(w.replace("_", " ") for w in words.split())
    return {heading: frozenset(words) for heading, words in found.items()}


@cache
def words(name: str, *headings: str) -> frozenset[str]:
    """The words of some groups of the list *name*, of all where no heading is given."""
    found = groups(name)
    return frozenset().union(*(found[h] for h in headings or found))
