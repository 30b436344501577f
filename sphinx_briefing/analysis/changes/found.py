"""A change as the passes find it: its levels with the figures they come from, before it is put in words.

One that has an earlier value only is not a change yet: "That is down from 2,000."
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.models import Basis, Figure, Level, Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one change.

    Attributes:
        figures: those that it rests on; the first tells its status and who says so.
        before: the earlier value.
        after: the later value.
        amount: the stated difference.
        direction: which way, as far as the words tell; ``None`` leaves it to the values.
        subject: what changed, by the words of change; ``""`` where they name nothing.
        start: where the words begin that state it.
        end: where they end.
        basis: stated in one sentence or linked.
        supposed: whether it is only said to be possible.
        factor: whether the amount is a factor.
        word: the word of change.
    """

    figures: tuple[Figure, ...]
    before: Level | None = None
    after: Level | None = None
    amount: Level | None = None
    direction: Trend | None = None
    subject: str = ""
    start: int
    end: int
    basis: Basis = "stated"
    supposed: bool = False
    factor: bool = False
    word: Token | None = None
