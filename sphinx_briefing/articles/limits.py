"""What no article's text may bring into the analysis or onto a page, however it got into the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles.decoding import line_at, unprintable
from sphinx_briefing.models import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    text = draft.text
    blocks = shortened(text, draft.blocks)
    start, end = blocks[0].start, blocks[-1].end
    problems = [*draft.problems]

    def report(message: str, at: int) -> None:
        line = line_at(text, at)
        problems.append(Problem(subtype="article", message=message, path=name, line=line))

    if end < draft.blocks[-1].end:
        report(
            f"the text has more than {MAX_PROSE} characters; the rest was left out, split the file",
            end,
        )
    controls = unprintable(text, start, end)
    loud = next((s for s in controls if not set(text[s.start : s.end]) <= _SILENT), None)
    if loud is not None:
        code = ord(text[loud.start])
        report(f"the text has a control character (U+{code:04X}), which was left out; remove it", loud.start)
    endless = [Span(*found.span()) for found in _LONG_WORD.finditer(text, start, end)]
    if endless:
        length = endless[0].end - endless[0].start
        report(
            f"the text has {length} characters without a space, left out as data; remove them",
            endless[0].start,
        )
    markup = tuple(merged([*(m for m in draft.markup if m.end <= end), *controls, *endless]))
    return draft._replace(blocks=tuple(blocks), markup=markup, problems=tuple(problems))


def without_data(text: str, start: int, end: int) -> Iterator[Span]:
    """What lies between the endless words of that range of *text*."""
    if end - start > MAX_WORD:
        for found in _LONG_WORD.finditer(text, start, end):
            yield Span(start, found.start())
            start = found.end()
    yield Span(start, end)


def prose_length(text: str, start: int, end: int) -> int:
    """How many of the characters from *start* to *end* would be analysed."""
    return sum(span.end - span.start for span in without_data(text, start, end))


def shortened(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks up to the limit; where the first alone exceeds it, what is before it, cut at a space."""
    kept: list[Block] = []
    left = MAX_PROSE
    for block in blocks:
        length = prose_length(text, block.start, block.end)
        if length > left:
            return kept or [block._replace(end=_last_space(text, block.start, block.start + left))]
        kept.append(block)
        left -= length
    return kept


def merged(spans: Iterable[Span]) -> list[Span]:
    """*spans* in order, overlapping and touching ones made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _last_space(text: str, start: int, limit: int) -> int:
    for at in range(limit, max(start, limit - MAX_WORD), -1):
        if text[at].isspace():
            return start + len(text[start:at].rstrip())
    return limit
