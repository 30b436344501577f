"""What a terminal can do and how words fit on it: colour, width, a counter; messages for its user."""

from __future__ import annotations

import io
import os
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.models import Problem

#: Columns where nothing tells how wide the output is, as in a pipe.
_WIDTH: Final = 100
_NARROWEST: Final = 40

Colour = Literal["auto", "always", "never"]


def complain(message: str) -> None:
    """Tell the user *message* on standard error."""
    sys.stderr.write(f"sphinx-briefing: {printable(message)}\n")


def complain_of(problem: Problem) -> None:
    """Tell the user of *problem*, with its place."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    complain(f"{place}: {problem.message}" if place else problem.message)


def write_utf8() -> None:
    """Make standard output UTF-8 without any change of line ends, whatever the locale and the system say."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def paints(choice: Colour) -> bool:
    """Whether to colour the output."""
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def columns() -> int:
    """How many columns the output has."""
    return max(_NARROWEST, shutil.get_terminal_size((_WIDTH, 24)).columns)


def printable(text: str) -> str:
    """*text* on one line, with nothing in it that a terminal would obey instead of show."""
    folded = " ".join(text.split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in folded)


def display_width(text: str) -> int:
    """How many columns *text* takes: two for each wide character, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """*text* in lines of at most *width* columns; a longer word is broken."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        need = display_width(word)
        if line and used + 1 + need <= width:
            line, used = f"{line} {word}", used + 1 + need
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, width)
        lines += full
        used = display_width(line)
    return [*lines, line]


def _broken(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for character in word:
        need = _columns_of(character)
        if piece and used + need > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + need
    yield piece


class Counter:
    """A line on standard error that tells how far the work is; silent unless that is a terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = sys.stderr.isatty() and total > 1

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._shown:
            sys.stderr.write(f"\r{self._done}/{self._total} articles")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line to what is written next."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
