"""Quotation marks: which of them belong together, paragraph by paragraph.

News text is full of mistyped, missing and doubled marks, so pairing never looks beyond a paragraph, with one
exception that is a convention: a quotation that runs over several paragraphs has an opening mark at each and
one closing mark. Marks inside a quotation nest; only outermost pairs are found.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Direction = Literal["open", "close", "either"]

_DOUBLE: Final = re.compile(r"''|``|[\"“”„‟«»〝〞＂]")
_MARKUP_TAG: Final = re.compile(r"</?[a-zA-Z][^<>\n]{0,600}>")
_BEFORE_OPENING: Final = frozenset("([{—–-/…‘'“\"")
_INVISIBLE: Final = "\u200b\u200e\u200f\u202a\u202b\ufeff"
_AFTER_CLOSING: Final = frozenset(")]}—–-/.,;:!?…’'”\"*")

#: What the next paragraph of a quotation begins with.
_MAY_GO_ON: Final = frozenset("“\"„«‟〝`'")

_SINGLE_OPENING: Final = re.compile(r"(?<![\w'’‘])['‘](?=[\w$#@…(\[.“\"])")
_SINGLE_CLOSING: Final = re.compile(r"(?<=[\w.,!?…;:)%\]*])['’](?![\w'’])")
#: Words that lost their beginning: their apostrophe opens nothing.
_ELISION: Final = re.compile(r"['‘’](?:em|til|cause|cos|tis|twas|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)
#: A quotation in single marks is short: a headline's phrase, a sentence or three.
_SINGLE_REACH: Final = 600


class Marked(NamedTuple):
    """A stretch of a paragraph between two quotation marks.

    Attributes:
        start: where the quoted words begin; white space beside the marks is left out.
        end: where they end.
        outer_start: the offset of the opening mark.
        outer_end: the offset after the closing mark; ``end`` where there is none.
        closed: whether a closing mark ends it; if not, its paragraph does, or a second opening mark.
        single: whether it stands between single marks.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    single: bool = False

    @property
    def span(self) -> Span:
        """The quoted words, marks excluded."""
        return Span(self.start, self.end)


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    direction: Direction


def quoted_spans(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """What stands between paired marks, marks excluded, in the order of the text; outermost pairs only."""
    return [m.span for m in marked_passages(text, paragraphs)]


def marked_passages(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """What stands between paired marks, in the order of the text; outermost pairs only.

    Args:
        text: the article's text.
        paragraphs: where its paragraphs are, in order and without overlap.
    """
    out: list[Marked] = []
    unfinished = False
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        continues = following is not None and text[following.start] in _MAY_GO_ON
        doubles = _pair_doubles(text, Span(start, end), continued=unfinished, continues=continues)
        unfinished = bool(doubles) and not doubles[-1].closed and doubles[-1].end >= _rstrip(text, start, end)
        if "'" in text[start:end] or "‘" in text[start:end]:
            doubles = sorted([*doubles, *_pair_singles(text, Span(start, end), doubles)])
        out += doubles
    return out


# ------------------------------------------------------------------------------------------- double marks


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """The double marks of a paragraph; those in left-over markup tags quote nothing."""
    tags = _MARKUP_TAG.finditer(text, *paragraph)
    tag = next(tags, None)
    for m in _DOUBLE.finditer(text, *paragraph):
        while tag and tag.end() <= m.start():
            tag = next(tags, None)
        if not (tag and tag.start() <= m.start()):
            yield _Mark(m.start(), m.end(), m.group(), _direction(text, m.start(), m.end(), m.group()))


def _direction(text: str, start: int, end: int, sign: str) -> Direction:
    """Which way a mark looks, from its shape and, for symmetric or mistyped ones, its neighbours."""
    left = text[start - 1] if start else "\n"
    right = text[end] if end < len(text) else "\n"
    blank_left = left.isspace() or left in _INVISIBLE
    gap_left = blank_left or left in _BEFORE_OPENING
    gap_right = right.isspace() or right in _AFTER_CLOSING
    if sign in "„«‟〝``":
        return "open"
    if sign in "”»〞":
        return "either" if blank_left else "close"
    if sign == "“":  # also the closing mark of German „…“
        return "either" if gap_right and not gap_left else "open"
    if gap_left != gap_right:
        return "open" if gap_left else "close"
    return "either"


def _pair_doubles(text: str, paragraph: Span, *, continued: bool, continues: bool) -> list[Marked]:
    """Pair the double marks of one paragraph.

    Args:
        text: the whole text.
        paragraph: where to look.
        continued: whether the paragraph before ended inside a quotation: then a lone closing mark ends what
            began with this paragraph.
        continues: whether the next paragraph begins with a mark: then the last quotation may be left open.
    """
    spare = 0 if continues else 1
    marks = list(_marks(text, paragraph))
    surplus = _closing_surplus(marks)
    out: list[Marked] = []
    opened: list[_Mark] = []
    for i, mark in enumerate(marks):
        opens = mark.direction == "open" or (mark.direction == "either" and not opened)
        if opens and opened and mark.sign == opened[0].sign and surplus[i + 1] <= spare * len(opened):
            # The same mark opens twice and too few close: the first one was left open by mistake.
            out += _passage(text, opened[0], mark.start, closed=False)
            opened = [mark]
        elif opens:
            opened.append(mark)
        elif opened:
            first = opened[0]
            opened.pop()
            if not opened:
                out += _passage(text, first, mark.start, mark.end)
        elif continued and i == 0:
            out += _passage(text, _Mark(paragraph.start, paragraph.start, "", "open"), mark.start, mark.end)
    if opened:
        out += _passage(text, opened[0], paragraph.end, closed=False)
    return out


def _closing_surplus(marks: Sequence[_Mark]) -> list[int]:
    """For each place, how many more marks close than open from there to the end."""
    out = [0]
    for mark in reversed(marks):
        out.append(out[-1] + {"close": 1, "open": -1, "either": 0}[mark.direction])
    return out[::-1]


def _passage(text: str, opening: _Mark, end: int, outer_end: int = 0, *, closed: bool = True) -> list[Marked]:
    start = opening.end
    while start < end and text[start].isspace():
        start += 1
    end = _rstrip(text, start, end)
    return [Marked(start, end, opening.start, outer_end or end, closed)] if start < end else []


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


# ------------------------------------------------------------------------------------------- single marks


def _pair_singles(text: str, paragraph: Span, doubles: Sequence[Marked]) -> Iterator[Marked]:
    """Passages in single marks outside double ones (headlines, British style); apostrophes are no marks."""
    at = paragraph.start
    for gap_end, gap_next in [
        *((d.outer_start, d.outer_end) for d in doubles),
        (paragraph.end, paragraph.end),
    ]:
        while opening := _SINGLE_OPENING.search(text, at, gap_end):
            at = opening.end()
            if _ELISION.match(text, opening.start()):
                continue
            closing = _single_closing(text, at, min(gap_end, at + _SINGLE_REACH))
            if closing is not None and closing > at:
                yield Marked(at, closing, opening.start(), closing + 1, single=True)
                at = closing + 1
        at = gap_next


def _single_closing(text: str, start: int, end: int) -> int | None:
    """The closing single mark, passing over a plural's apostrophe ("the workers' rights'")."""
    following = _SINGLE_OPENING.search(text, start, end)
    closings = [
        m.start() for m in _SINGLE_CLOSING.finditer(text, start, following.start() if following else end)
    ]
    for place, later in pairwise(closings):
        is_plural = (
            text[place - 1] == "s"
            and text[place + 1 : place + 2] == " "
            and text[place + 2 : place + 3].islower()
        )
        if not is_plural or text[later - 1] not in ".,!?s":
            return place
    return closings[-1] if closings else None
