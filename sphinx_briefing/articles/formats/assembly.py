"""Paragraphs that were taken out of their format become a Draft: its text is made of them, the title first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.articles.decoding import writable
from sphinx_briefing.articles.draft import Block, BlockRole, Draft
from sphinx_briefing.articles.formats.blocks import text_blocks
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_briefing.articles.front_matter import Header

LINE_BREAK: Final = "\v"
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\Z")


class Piece(NamedTuple):
    """The words of a paragraph-to-be, and what the format says about it."""

    words: str
    role: BlockRole = ""


def folded(run: str) -> str:
    """*run* on one line, with nothing in it that can't be written to a file."""
    return writable(" ".join(run.split()))


def lines(run: str) -> Iterator[str]:
    """The paragraphs in a run of words with :data:`LINE_BREAK` in it, some of them empty.

    A line break after a sentence is what old pages end a paragraph with, two are what mail does.
    """
    gathered: list[str] = []
    for line in map(folded, run.split(LINE_BREAK)):
        gathered.append(line)
        if not line or _SENTENCE_END.search(line):
            yield " ".join(filter(None, gathered))
            gathered = []
    yield " ".join(filter(None, gathered))


def plain_pieces(text: str) -> list[Piece]:
    """The paragraphs of plain *text* with line feeds."""
    found = (folded(text[slice(*span)]) for span in text_blocks(text, 0))
    return [Piece(words) for words in found if any(c.isalnum() for c in words)]


def with_title(pieces: Iterable[Piece], title: str) -> Iterator[Piece]:
    """The pieces that have words, under *title* if there is one, which is not repeated."""
    title = folded(title)
    if title:
        yield Piece(title, "title")
    yield from (piece for piece in pieces if piece.words and piece.words.casefold() != title.casefold())


def assembled(pieces: Iterable[Piece], header: Header | None) -> Draft:
    """The draft of these paragraphs, an empty line between each two."""
    words: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        blocks.append(Block(at, at + len(piece.words), piece.role))
        words.append(piece.words)
        at += len(piece.words) + 2
    return Draft("\n\n".join(words), tuple(blocks), (), header)


def unusable(message: str, name: str, line: int | None = None) -> Draft:
    """A draft without text, for the reason that *message* gives."""
    return Draft("", problems=(Problem(subtype="article", message=message, path=name, line=line),))
