"""A sentence as a row of pieces: each of its figures whole, and the tokens between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Figure


@dataclass(frozen=True, slots=True)
class Piece:
    """A token, or a figure with its last token."""

    token: Token
    figure: Figure | None = None

    @property
    def lower(self) -> str:
        """The token in lower case; ``""`` for a figure, which no word list holds."""
        return "" if self.figure else self.token.lower_

    @property
    def lemma(self) -> str:
        """The token's base form in lower case; ``""`` for a figure."""
        return "" if self.figure else self.token.lemma_.lower()

    @property
    def pos(self) -> str:
        """The token's part of speech; ``""`` for a figure."""
        return "" if self.figure else self.token.pos_


def pieces_of(index: TokenIndex, figures: Sequence[Figure]) -> list[Piece]:
    """The pieces of the sentence that holds *figures*, which are all that stand in it, in their order."""
    start, end = figures[0].sentence
    starts = [figure.start for figure in figures]
    out: list[Piece] = []
    for token in index.doc[index.at(start) : index.at(end - 1) + 1]:
        at = bisect_right(starts, token.idx) - 1
        figure = figures[at] if at >= 0 and token.idx < figures[at].end else None
        if figure is not None and out and out[-1].figure is figure:
            out[-1] = Piece(token, figure)
        elif not token.is_space:
            out.append(Piece(token, figure))
    return out
