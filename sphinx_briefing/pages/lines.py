"""The line of a page that words stand on, where docutils knows only that of the block which holds them."""

from __future__ import annotations

import linecache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxRole


def line_of(words: str, source: str, least: int) -> int:
    """The first line of a file, from line *least* on, that holds *words*; *least* if none does."""
    linecache.checkcache(source)
    lines = linecache.getlines(source)
    return next((i + 1 for i in range(max(0, least - 1), len(lines)) if words in lines[i]), least)


def place_of(role: SphinxRole) -> str:
    """Where a role begins, as ``file:line``."""
    source, least = role.get_source_info()
    first, _newline, _rest = role.rawtext.partition("\n")
    return f"{source}:{line_of(first, source, least)}"
