"""The words of events, read once from ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load(
        Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    )
    return lists


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(_lists()[name])
