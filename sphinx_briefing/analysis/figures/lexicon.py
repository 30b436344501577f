"""Word lists: one small text format for all of them, read once.

A list is a ``.txt`` file beside this module. A line ``[name]`` begins a section; any other line is
``key: one, two, three``, or ``one, two, three`` with the key ``""``. ``#`` begins a comment line.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Section = dict[str, tuple[str, ...]]


@cache
def read_lists(name: str) -> dict[str, Section]:
    """The sections of the list *name*, each with its keys in the order of the file."""
    sections: dict[str, dict[str, list[str]]] = {}
    section: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[] "), {})
        elif line.strip() and not line.startswith("#"):
            key, colon, rest = line.partition(": ")
            values = rest if colon else line
            section.setdefault(key.strip() if colon else "", []).extend(
                v.strip() for v in values.split(", ") if v.strip()
            )
    return {name: {k: tuple(v) for k, v in section.items()} for name, section in sections.items()}


def read_words(name: str, section: str) -> frozenset[str]:
    """All words of one section, whatever their key."""
    return frozenset(word for words in read_lists(name)[section].values() for word in words)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for the longest of *words*; their spaces may be white space or hyphens."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]{1,2}") for w in ordered)


def plain(surface: str) -> str:
    """A surface as the lists have it: lower case, single spaces, also where the text has hyphens for them."""
    return " ".join(surface.lower().replace("-", " ").split())


def plurals(name: str) -> tuple[str, ...]:
    """A name with its regular plural."""
    return (name,) if name.endswith("s") else (name, f"{name}s")
