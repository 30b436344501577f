"""Word lists beside the rules that use them: a text file, an entry a line, ``#`` for remarks; or several in YAML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path


@cache
def entries(path: Path) -> frozenset[str]:
    """The entries of the list at *path*, words or phrases, as they are written there."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def lists_in(path: Path) -> dict[str, Any]:
    """The lists of the YAML file at *path* by their names."""
    lists: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return lists
