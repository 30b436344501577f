"""The words of gaps and tensions, read once from ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def lists() -> dict[str, Any]:
    """All lists by name."""
    read: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return read


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(lists()[name])


def by_kind(name: str) -> dict[str, frozenset[str]]:
    """The words of the list *name* by the kind of gap they tell."""
    return {kind: frozenset(found) for kind, found in lists()[name].items()}
