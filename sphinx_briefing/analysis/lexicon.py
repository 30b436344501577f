"""Word lists: text files beside the rules that use them, one entry a line, ``#`` for remarks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@cache
def entries(path: Path) -> frozenset[str]:
    """The entries of the list at *path*, words or phrases, as they are written there."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
