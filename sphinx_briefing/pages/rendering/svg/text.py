"""How wide words are, roughly: the font is the page's and not known, so lines are broken a little early."""

from __future__ import annotations

import unicodedata
from typing import Final

from sphinx_briefing.pages.rendering.svg.elements import element, words

#: Widths in parts of the size of the font, by the sort of character; those of the rest are ``_USUAL``.
_WIDTHS: Final = {
    **dict.fromkeys("iljtfrI.,:;'’‘|!()[]{} -/\\", 0.34),
    **dict.fromkeys("mwMW@%—", 0.92),
    **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&", 0.7),
}
_USUAL: Final = 0.56
_BOLD: Final = 1.08


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of *text* in a font of that size, in the same unit."""
    width = sum(_width(char) for char in text)
    return width * size * (_BOLD if bold else 1)


def _width(char: str) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if unicodedata.combining(char):
        return 0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else _USUAL


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """*text* in lines that are no wider than *width*; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def line(text: str, x: float, y: float, size: float, *, bold: bool = False, anchor: str = "start") -> str:
    """A line of text whose base line is at *y*; *anchor* says what is at *x*: its ``start``, ``middle`` or ``end``."""
    weight = {"font_weight": "bold"} if bold else {}
    turned = {"text_anchor": anchor} if anchor != "start" else {}
    return element("text", words(text), x=x, y=y, font_size=size, **weight, **turned)
