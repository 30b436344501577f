"""What no article's text may bring into the analysis or onto a page, however it got into the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles.decoding import line_at, unprintable
from sphinx_briefing.models import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_briefing.articles.draft import Block, Draft

#: As many characters of paragraphs are analysed: with the small English model about 20 seconds and 1.2 GB.
MAX_PROSE: Final = 300_000
#: A run without a space that is longer is data (a picture in base64, a minified script), and costs the
#: tokeniser minutes.
MAX_WORD: Final = 1_000
_LONG_WORD: Final = re.compile(rf"(?<!\S)\S{{{MAX_WORD + 1},}}")
#: Marks of the writing system that have no glyph; they are left out without a word.
_SILENT: Final = frozenset("\ufeff\u202d\u202e")


def within_limits(draft: Draft, name: str) -> Draft:
    """*draft* cut to what can be analysed, with control characters and endless words made markup."""
    if not draft.blocks:
        return draft
    blocks, cut = _shortened(draft.text, draft.blocks)
    start, end = blocks[0].start, blocks[-1].end
    text = draft.text[start:end]
    problems = [*draft.problems]
    if cut:
        message = (
            f"is longer than {MAX_PROSE} characters; the rest was left out, split it to have all of it read"
        )
        problems.append(_problem(message, name, line_at(draft.text, end)))
    controls = unprintable(text)
    loud = next((s for s in controls if not set(text[s.start : s.end]) <= _SILENT), None)
    if loud is not None:
        character = text[loud.start]
        message = f"has a control character (U+{ord(character):04X}), which was left out; remove it"
        problems.append(_problem(message, name, line_at(draft.text, start + loud.start)))
    endless = [Span(*found.span()) for found in _LONG_WORD.finditer(text)]
    if endless:
        length = endless[0].end - endless[0].start
        message = f"has {length} characters without a space, which were left out as data; remove them"
        problems.append(_problem(message, name, line_at(draft.text, start + endless[0].start)))
    found = [Span(start + a, start + b) for a, b in (*controls, *endless)]
    markup = tuple(merged([*(m for m in draft.markup if m.end <= end), *found]))
    return draft._replace(blocks=tuple(blocks), markup=markup, problems=tuple(problems))


def merged(spans: Iterable[Span]) -> list[Span]:
    """*spans* in order, overlapping and touching ones made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _shortened(text: str, blocks: tuple[Block, ...]) -> tuple[list[Block], bool]:
    """The blocks up to the limit; one that alone exceeds it is cut at a space."""
    kept: list[Block] = []
    left = MAX_PROSE
    for block in blocks:
        length = block.end - block.start
        if length > left:
            if not kept:
                kept.append(block._replace(end=_last_space(text, block.start, block.start + left)))
            return kept, True
        kept.append(block)
        left -= length
    return kept, False


def _last_space(text: str, start: int, limit: int) -> int:
    for at in range(limit, max(start, limit - MAX_WORD), -1):
        if text[at].isspace():
            return start + len(text[start:at].rstrip())
    return limit


def _problem(message: str, name: str, line: int) -> Problem:
    return Problem(subtype="article", message=message, path=name, line=line)
