"""From offsets to tokens, by bisection: a Doc's own look-up walks from its first token."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class TokenIndex:
    """The tokens of a Doc by the offsets of their characters."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text  # a Doc joins its tokens anew each time it is asked for it
        self._starts = [int(offset) for offset in doc.to_array(["IDX"]).ravel()]

    def at(self, offset: int) -> int:
        """The index of the token that holds *offset*, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def first(self, start: int) -> Token:
        """The token that holds *start*."""
        return self.doc[self.at(start)]

    def last(self, end: int) -> Token:
        """The token that holds the character before *end*."""
        return self.doc[self.at(end - 1)]

    def after(self, end: int) -> int:
        """The index of the first token that begins at *end* or later."""
        return bisect_right(self._starts, end - 1)
