"""What is read of a page: our directives, pieces of text with our roles, and the page's own fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sphinx_briefing.analysis.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinx_briefing.models import Span

Syntax = Literal["rst", "myst"]

_LEXICON: Final = Path(__file__).parent.parent / "lexicon"
ADMONITIONS: Final = entries(_LEXICON / "admonitions.txt")
PROSE_BODIES: Final = entries(_LEXICON / "prose_directives.txt")
TITLED: Final = entries(_LEXICON / "titled_directives.txt")
#: Our directives whose body is the author's prose, and whether that is traced even where prose is not.
_AUTHORED: Final = {"bluf": True, "judgement": False}
_OPTION: Final = re.compile(r":(?P<name>[\w-]+):(?:\s+(?P<value>.*))?\Z")


class Line(NamedTuple):
    """A line of a page, without the indentation of what holds it."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """How far it is indented still."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text.strip()


class Role(NamedTuple):
    """A role in a text: its name without a domain of ours, its content, and where it stands in the text."""

    name: str
    content: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, cell, title or the like.

    Attributes:
        text: the words with their markup; line breaks are those of the page.
        line: the line of the page on which it begins.
        syntax: of the markup.
        prose: whether what it states by hand is looked at; a heading's is not.
        strict: whether it is looked at even where the page's prose is not.
    """

    text: str
    line: int
    syntax: Syntax
    prose: bool = True
    strict: bool = False

    def line_at(self, offset: int) -> int:
        """The line of the page that an offset of the text is on."""
        return self.line + self.text.count("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Call:
    """A directive of ours."""

    name: str
    argument: str
    options: Mapping[str, str]
    body: str
    line: int


@dataclass(slots=True)
class Page:
    """What a page holds, in its order.

    Attributes:
        syntax: of what is being taken up.
        fields: the page's own field list or front matter.
        calls: our directives.
        pieces: text.
        strict: whether what is being taken up is looked at even where the page's prose is not.
    """

    syntax: Syntax
    fields: dict[str, str] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    strict: bool = False

    def add(self, lines: Sequence[Line], *, prose: bool = True) -> None:
        """Take up lines of text as one piece."""
        if any(not line.blank for line in lines):
            text = "\n".join(line.text for line in lines)
            self.pieces.append(Piece(text, lines[0].number, self.syntax, prose, self.strict))

    def call(
        self,
        name: str,
        argument: str,
        content: Sequence[Line],
        line: int,
        read: Callable[[Page, Sequence[Line]], None],
    ) -> None:
        """Take up a directive of ours; *read* takes up its body where that is prose."""
        options, body = options_and_body(content)
        words = "\n".join(each.text.strip() for each in body).strip()
        self.calls.append(Call(name, argument.strip(), options, words, line))
        if name in _AUTHORED:
            outer, self.strict = self.strict, self.strict or _AUTHORED[name]
            read(self, dedented(body))
            self.strict = outer


def options_and_body(content: Sequence[Line]) -> tuple[dict[str, str], list[Line]]:
    """The options at the beginning of a directive's content, and the rest."""
    options: dict[str, str] = {}
    at = 0
    while at < len(content) and (found := _OPTION.match(content[at].text.strip())):
        options[found["name"]] = (found["value"] or "").strip()
        at += 1
    return options, list(content[at:])


def read_blocks(page: Page, lines: Sequence[Line], read: Callable[[Page, Sequence[Line], int], int]) -> None:
    """Let *read* take up one block after the other; it tells where the one that begins at a line ends."""
    at = 0
    while at < len(lines):
        at = at + 1 if lines[at].blank else read(page, lines, at)


def dedented(lines: Iterable[Line], by: int | None = None) -> list[Line]:
    """*lines* without the indentation they share, or without that of so many columns."""
    kept = list(lines)
    if by is None:
        by = min((line.indent for line in kept if not line.blank), default=0)
    return [Line(line.number, line.text[min(by, line.indent) :]) for line in kept]


def numbered(text: str) -> list[Line]:
    """The lines of a page."""
    return [Line(number, line.expandtabs(8).rstrip()) for number, line in enumerate(text.splitlines(), 1)]


def body_end(lines: Sequence[Line], at: int, indent: int) -> int:
    """The end of the block that begins at line *at* and whose further lines are indented by *indent* at least."""
    end = at + 1
    while end < len(lines) and (lines[end].blank or lines[end].indent >= indent):
        end += 1
    while end > at + 1 and lines[end - 1].blank:
        end -= 1
    return end
