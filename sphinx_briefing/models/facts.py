"""Facts, the sentences that a reader should know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sphinx_briefing.models.excerpt import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Excerpt):
    """A sentence of the article that a reader should know, with the one before it where it leans on that."""

    type: ClassVar[str] = "fact"
