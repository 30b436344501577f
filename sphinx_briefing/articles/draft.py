"""What the readers of the formats hand on: an article before roles, metadata and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sphinx_briefing.articles.front_matter import Header
    from sphinx_briefing.models import Problem, Span

BlockRole = Literal["", "title", "heading", "boilerplate"]


class Block(NamedTuple):
    """A paragraph-to-be.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        role: what the format itself says about it, ``""`` if nothing.
    """

    start: int
    end: int
    role: BlockRole = ""


class Draft(NamedTuple):
    """A file's text, taken apart as far as its format tells.

    Attributes:
        text: the whole text, ``""`` where there is none.
        blocks: in the order of the text.
        markup: spans inside blocks that are not words, in order, none overlapping another.
        header: the metadata that the file itself carries.
        problems: what was wrong.
        key: what tells it from the other articles of its file, ``""`` where a file is one article.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    markup: tuple[Span, ...] = ()
    header: Header | None = None
    problems: tuple[Problem, ...] = ()
    key: str = ""
