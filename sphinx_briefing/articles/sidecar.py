"""The file beside an article: its metadata, and what people changed in its analysis."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: The key under which the changes stand.
OVERRIDES: Final = "overrides"
_OPENING: Final = re.compile(rf"\ufeff?{OVERRIDES}\s*:")
#: What a line of a block begins with that the key above it has: it is indented, an item, a comment or empty.
_GOES_ON: Final = (" ", "\t", "-", "#", "\r")


class Sidecar(NamedTuple):
    """The two halves of a sidecar, each with the other's lines left empty, so that line numbers hold.

    Attributes:
        metadata: the article's.
        overrides: the mapping of the one key :data:`OVERRIDES`, ``""`` where there is none.
    """

    metadata: str
    overrides: str


def split_sidecar(text: str) -> Sidecar:
    """The halves of a sidecar's *text*: one can be wrong without the other being lost.

    The metadata decide what an article is and so are part of what its analysis is kept under; the overrides are
    applied to the analysis, and may change as often as they like.
    """
    metadata: list[str] = []
    overrides: list[str] = []
    inside = False
    for line in text.split("\n"):
        if line and not (line.startswith(_GOES_ON) and not line.startswith("---")):
            inside = bool(_OPENING.match(line))
        metadata.append("" if inside else line)
        overrides.append(line if inside else "")
    return Sidecar("\n".join(metadata).rstrip(), "\n".join(overrides).rstrip())
