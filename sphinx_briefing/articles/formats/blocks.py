"""Lines become paragraphs, whatever an author's editor made of line breaks.

Three customs are told apart: paragraphs separated by blank lines, one paragraph a line, and lines broken by
hand at some width. A break is taken for the end of a paragraph only where the next word would still have
fitted on the line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.articles.limits import MAX_PROSE, prose_length
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Nobody breaks lines by hand at more than this; longer lines are paragraphs of their own.
_WIDEST_WRAP: Final = 120
#: Nor is a text wrapped at less than this: such lines are verse, lists, captions.
_NARROWEST_WRAP: Final = 50
#: A line that leaves this much of the width empty was not filled up to its end.
_EARLY: Final = 0.7
_LINE: Final = re.compile(r"[^\n]+")
_RULE: Final = re.compile(r"[-=_*~#+•·—–][-=_*~#+•·—– ]{2,200}\Z")
_BULLET: Final = re.compile(r"\s*(?:[•‣▪●◦*–—-]|\d{1,3}[.)])\s+\S")
_ENDS: Final = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_RUNS_ON: Final = re.compile(
    r"(?:[,;:–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))\Z", re.IGNORECASE
)


class Line(NamedTuple):
    """One line with its place in the text, white space at both ends left out."""

    start: int
    end: int
    text: str
    indent: int


def text_blocks(text: str, start: int) -> list[Span]:
    """The paragraphs of *text* from offset *start* on, white space at both ends left out.

    Stops where there is more than is ever analysed.
    """
    groups = list(_groups(text, start))
    wide = wrap_width([line for group in groups for line in group])
    out: list[Span] = []
    for number, group in enumerate(groups):
        if len(groups) == 1:
            out += split_group(group, wide, at_sentences=True)
        else:
            out += split_group(group, wide, head=number == 0)
    return out


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which *lines* were broken by hand; 0 where each is a paragraph."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if not lengths:
        return 0
    width = lengths[(len(lengths) * 9) // 10] if len(lengths) >= 10 else lengths[-1]
    return width if width <= _WIDEST_WRAP else 0


def split_group(
    group: Sequence[Line], width: int, *, head: bool = False, at_sentences: bool = False
) -> list[Span]:
    """The paragraphs in lines that no blank line separates.

    Args:
        group: the lines, at least one.
        width: see :func:`wrap_width`; taken from the group itself where the text has none.
        head: the group is a text's first of several, in which title, byline and date may stand line by line.
        at_sentences: blank lines separate nothing here, so an early break after a sentence ends a paragraph.
    """
    width = width or wrap_width(group)
    out: list[Span] = []
    start = group[0].start
    for line, following in pairwise(group):
        if _BULLET.match(following.text) or _ends_paragraph(
            line, following, width, head=head, at_sentences=at_sentences
        ):
            out.append(Span(start, line.end))
            start = following.start
    out.append(Span(start, group[-1].end))
    return out


def _ends_paragraph(line: Line, following: Line, width: int, *, head: bool, at_sentences: bool) -> bool:
    if not width or len(line.text) > _WIDEST_WRAP or len(following.text) > _WIDEST_WRAP:
        return True
    first_word = following.text.split(None, 1)[0]
    filled = line.indent + len(line.text) + 1 + len(first_word)
    if filled > width >= _NARROWEST_WRAP:
        return at_sentences and following.indent > line.indent
    if at_sentences:
        early = len(line.text) < _EARLY * width or width < _NARROWEST_WRAP or bool(_ENDS.search(line.text))
        return early and not _RUNS_ON.search(line.text) and not following.text[0].islower()
    return (
        head
        and not _RUNS_ON.search(line.text)
        and not _ENDS.search(line.text)
        and following.text[0].isupper()
    )


def _groups(text: str, start: int) -> Iterator[list[Line]]:
    """Lines that neither a blank line nor a rule separates; a rule is a group of its own."""
    group: list[Line] = []
    last_end = start
    length = 0
    for found in _LINE.finditer(text, start):
        if length > MAX_PROSE:
            break
        line = trimmed_line(text, *found.span())
        is_rule = _RULE.match(line.text) is not None
        if group and (is_rule or not line.text or text.count("\n", last_end, found.start()) > 1):
            yield group
            group = []
        if is_rule:
            yield [line]
        elif line.text:
            group.append(line)
            length += prose_length(text, line.start, line.end)
        last_end = found.end()
    if group:
        yield group


def trimmed_line(text: str, start: int, end: int) -> Line:
    """The line at *start* to *end* without the white space, and byte order mark, round it."""
    whole = text[start:end]
    words = whole.strip().strip("\ufeff").strip()
    indent = whole.index(words) if words else 0
    return Line(start + indent, start + indent + len(words), words, indent)
