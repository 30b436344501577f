"""The words that tell a change, read once from ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return lists


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(_lists()[name])


def factors() -> dict[str, float]:
    """The verbs that multiply, each with its factor."""
    return {verb: float(factor) for verb, factor in _lists()["multiples"].items()}
