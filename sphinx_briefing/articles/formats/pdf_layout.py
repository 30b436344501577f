"""Lines placed on pages become paragraphs in reading order. Nothing here knows what a PDF is.

Lengths are in points; ``y`` grows upwards, as on a PDF's page.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: Columns are farther apart than this, and have more than a line or two: words of a justified line, and the cells
#: of a table, may stand as far apart.
_GUTTER: Final = 5.0
_COLUMN_LINES: Final = 3
#: Pieces that share so much of their height are on one line.
_SAME_LINE: Final = 0.6
#: Paragraphs are farther apart than lines are, by this share of the letters' size.
_APART: Final = 0.3
#: A page of more boxes is no article's; it is read from top to bottom.
_MOST_BOXES: Final = 1_500
#: Running heads and feet stand in this share of a page's height, and on this share of the pages.
_MARGIN: Final = 0.12
_REPEATED: Final = 0.3
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|\|)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+")
#: Sizes that differ by less are one.
_SAME_SIZE: Final = 1.12
#: A first line is indented by more of its size than this.
_INDENT: Final = 0.5
_SENTENCE_END: Final = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_BULLET: Final = re.compile(r"[•‣▪●◦–—*-]\s|\d{1,2}[.)]\s")
_HYPHENS: Final = ("-", "\u2010", "\u00ad")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+(?=[-\u2010]\Z)")
#: Two words of at least this length that the text has on their own were joined by their author.
_WHOLE_WORD: Final = 4


class Line(NamedTuple):
    """A line of words on a page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False


class Page(NamedTuple):
    """What stands on a page: boxes of lines that are close to each other, and how high the page is."""

    boxes: list[list[Line]]
    bottom: float
    top: float


class Passage(NamedTuple):
    """A paragraph with how it is set.

    Attributes:
        words: its words.
        size: of its letters.
        bold: whether all of them are.
        page: from 0.
    """

    words: str
    size: float
    bold: bool
    page: int


class _Box(NamedTuple):
    """Lines with the rectangle round them."""

    lines: list[Line]
    x0: float
    y0: float
    x1: float
    y1: float


def passages(pages: Sequence[Page]) -> list[Passage]:
    """The paragraphs of *pages* in reading order, without running heads, feet and page numbers."""
    running = _running_lines(pages)
    found: list[tuple[int, list[Line]]] = []
    for number, page in enumerate(pages):
        kept = ([line for line in box if not _is_running(line, page, running)] for box in page.boxes)
        for region in _regions([_box(lines) for lines in kept if lines]):
            for box in _boxes(_whole_lines(region)):
                found += ((number, lines) for lines in _paragraphs(box))
    known = _vocabulary(line for page in pages for box in page.boxes for line in box)
    return [
        Passage(_joined(lines, known), lines[0].size, all(line.bold for line in lines), number)
        for number, lines in _continued(found)
    ]


def _box(lines: list[Line]) -> _Box:
    return _Box(
        lines,
        min(line.x0 for line in lines),
        min(line.y0 for line in lines),
        max(line.x1 for line in lines),
        max(line.y1 for line in lines),
    )


def _running_lines(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """What stands, but for the number, in the margins of several pages."""
    counted = Counter(
        words
        for page in pages
        for words in {_without_number(line) for box in page.boxes for line in box if _in_margin(line, page)}
    )
    enough = max(2.0, _REPEATED * len(pages))
    return {words for words, times in counted.items() if times >= enough}


def _is_running(line: Line, page: Page, running: set[tuple[str, int]]) -> bool:
    return _in_margin(line, page) and (
        _without_number(line) in running or _PAGE_NUMBER.fullmatch(line.text) is not None
    )


def _in_margin(line: Line, page: Page) -> bool:
    margin = _MARGIN * (page.top - page.bottom)
    return line.y0 >= page.top - margin or line.y1 <= page.bottom + margin


def _without_number(line: Line) -> tuple[str, int]:
    """A line as it is repeated; the title may well be repeated over the pages, but smaller."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.size)


def _regions(boxes: list[_Box]) -> list[list[_Box]]:
    """The boxes in runs that are one column, in reading order.

    Columns go from left to right, each from top to bottom; what spans columns parts them.
    """
    if len(boxes) > _MOST_BOXES:
        return [boxes]
    columns = _columns(boxes)
    if len(columns) > 1:
        return [region for column in columns for region in _regions(column)]
    out: list[list[_Box]] = []
    single: list[_Box] = []
    for group in _column_groups(boxes):
        if len(_columns(group)) == 1:
            single += group
            continue
        out += [single] if single else []
        out += _regions(group)
        single = []
    return [*out, single] if single else out


def _column_groups(boxes: list[_Box]) -> list[list[_Box]]:
    """The boxes from top to bottom, those together that stand in columns beside each other."""
    out: list[list[_Box]] = []
    for band in _parted(boxes, lambda box: (-box.y1, -box.y0), 0):
        if out and len(_beside([*out[-1], *band])) > 1:
            out[-1] += band
        else:
            out.append(band)
    return out


def _columns(boxes: list[_Box]) -> list[list[_Box]]:
    """The boxes by column; all in one where what stands beside each other is too low to be columns."""
    columns = _beside(boxes)
    lines = [sum(len(box.lines) for box in column) for column in columns]
    return columns if min(lines, default=0) >= _COLUMN_LINES else [boxes]


def _beside(boxes: list[_Box]) -> list[list[_Box]]:
    return _parted(boxes, lambda box: (box.x0, box.x1), _GUTTER)


def _parted(boxes: list[_Box], extent: Callable[[_Box], tuple[float, float]], gap: float) -> list[list[_Box]]:
    """The boxes in groups between which more than *gap* is free, in order."""
    out: list[list[_Box]] = []
    reached = 0.0
    for box in sorted(boxes, key=extent):
        start, end = extent(box)
        if not out or start > reached + gap:
            out.append([])
            reached = end
        out[-1].append(box)
        reached = max(reached, end)
    return out


def _whole_lines(region: list[_Box]) -> list[Line]:
    """The lines of a column from top to bottom, those put together that wide spaces had parted."""
    out: list[Line] = []
    for line in sorted((line for box in region for line in box.lines), key=lambda line: (-line.y1, line.x0)):
        shared = min(line.y1, out[-1].y1) - max(line.y0, out[-1].y0) if out else 0.0
        if out and shared > _SAME_LINE * min(line.y1 - line.y0, out[-1].y1 - out[-1].y0):
            out[-1] = _one_line(out[-1], line)
        else:
            out.append(line)
    return out


def _one_line(one: Line, other: Line) -> Line:
    left, right = sorted((one, other), key=lambda line: line.x0)
    return left._replace(
        text=f"{left.text} {right.text}",
        x1=max(left.x1, right.x1),
        y0=min(left.y0, right.y0),
        y1=max(left.y1, right.y1),
        bold=left.bold and right.bold,
    )


def _boxes(lines: list[Line]) -> list[_Box]:
    """The lines of a column in groups that are as close as lines of a paragraph are."""
    gaps = sorted(
        line.y0 - following.y1 for line, following in pairwise(lines) if _set_alike(line, following)
    )
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    out = [[lines[0]]]
    for line, following in pairwise(lines):
        if line.y0 - following.y1 > usual + _APART * following.size:
            out.append([])
        out[-1].append(following)
    return [_box(group) for group in out]


def _paragraphs(box: _Box) -> list[list[Line]]:
    out = [[box.lines[0]]]
    for line, following in pairwise(box.lines):
        if _begins_paragraph(line, following, box):
            out.append([])
        out[-1].append(following)
    return out


def _begins_paragraph(line: Line, following: Line, box: _Box) -> bool:
    if not _set_alike(line, following) or _BULLET.match(following.text):
        return not line.text.endswith(_HYPHENS)
    if _SENTENCE_END.search(line.text) is None:
        return False
    indented = following.x0 - line.x0 > _INDENT * following.size and line.x0 - box.x0 < following.size
    per_letter = (line.x1 - line.x0) / max(1, len(line.text))
    first_word = following.text.split(None, 1)[0]
    return indented or line.x1 + (len(first_word) + 1) * per_letter < box.x1


def _set_alike(line: Line, other: Line) -> bool:
    small, large = sorted((line.size, other.size))
    return large <= _SAME_SIZE * small and line.bold == other.bold


def _continued(found: Iterable[tuple[int, list[Line]]]) -> list[tuple[int, list[Line]]]:
    """The paragraphs, those that a column or page broke made one again."""
    out: list[tuple[int, list[Line]]] = []
    for number, lines in found:
        if out and _goes_on(out[-1][1], lines, jumps=number != out[-1][0] or lines[0].y0 > out[-1][1][-1].y0):
            out[-1] = (out[-1][0], [*out[-1][1], *lines])
        else:
            out.append((number, lines))
    return out


def _goes_on(before: list[Line], lines: list[Line], *, jumps: bool) -> bool:
    last, first = before[-1], lines[0]
    if not _set_alike(last, first) or _SENTENCE_END.search(last.text) or _BULLET.match(first.text):
        return False
    if last.text.endswith(_HYPHENS) or first.text[0].islower():
        return True
    return jumps and len(before) > 1 and not first.bold


def _vocabulary(lines: Iterable[Line]) -> set[str]:
    """The words that are not broken at a line's end."""
    out: set[str] = set()
    for line in lines:
        whole = _LAST_WORD.sub("", line.text)
        out.update(found.casefold() for found in _WORD.findall(whole))
    return out


def _joined(lines: Sequence[Line], known: set[str]) -> str:
    """The words of a paragraph on one line, those broken at a line's end made whole."""
    words = lines[0].text
    for line in lines[1:]:
        if words.endswith("\u00ad"):
            words = words[:-1] + line.text
        elif not words.endswith(_HYPHENS) or words[-2:-1].isspace():
            words = f"{words} {line.text}"
        elif _is_broken(words, line.text, known):
            words = words[:-1] + line.text
        else:
            words += line.text
    return words


def _is_broken(words: str, following: str, known: set[str]) -> bool:
    """Whether the hyphen at the end of *words* is the printer's, not the author's."""
    left, right = _LAST_WORD.search(words), _FIRST_WORD.match(following)
    if left is None or right is None or not right[0].islower():
        return False
    if words[: left.start()].endswith(_HYPHENS) or following[right.end() :].startswith(_HYPHENS):
        return False  # one of the hyphens of "step-by-step"
    one, other = left[0].casefold(), right[0].casefold()
    if one + other in known:
        return True
    whole = len(one) >= _WHOLE_WORD <= len(other) and {one, other} <= known
    return not whole and f"{one}-{other}" not in known
