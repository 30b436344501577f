"""A timeline as rows under one scale of time: a dot for a day, a bar for a longer time, and what it was above.

What is planned or claimed is hollow, and its label says so; a time that is open at one end runs to the edge, dashed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.pages.rendering.svg.elements import drawing, element
from sphinx_briefing.pages.rendering.svg.text import line, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

#: All in units of the drawing, as of the bars.
_WIDTH: Final = 400.0
_SIZE: Final = 14.0
_SMALL: Final = 12.0
_LEADING: Final = 1.3
_RADIUS: Final = 5.0
_GAP: Final = 8.0
_PALE: Final = 0.3
_LEFT: Final = _RADIUS + 1
_ROOM: Final = _WIDTH - 2 * _LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A row of a timeline.

    Attributes:
        start: when it begins, in days of any era, ``None`` where that is open.
        end: when it ends.
        label: the date in words, and whether it is a plan or a claim.
        note: what happened.
        sure: whether it is reported as so; otherwise it is a plan or a claim.
    """

    start: int | None
    end: int | None
    label: str
    note: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Scale:
    """The time that a drawing covers.

    Attributes:
        first: its first day, as those of the marks.
        last: its last day.
        ends: both in words.
    """

    first: int
    last: int
    ends: tuple[str, str]


def draw_moments(marks: Sequence[Mark], scale: Scale, *, title: str, name: str) -> str:
    """The drawing of *marks* from top to bottom.

    Args:
        marks: in the order of time, at least one.
        scale: what it covers.
        title: of the drawing.
        name: an id that nothing else on the page has.
    """
    y = _SMALL * _LEADING
    painted = [
        line(scale.ends[0], _LEFT, y - 0.3 * _SMALL, _SMALL),
        line(scale.ends[1], _WIDTH - _LEFT, y - 0.3 * _SMALL, _SMALL, anchor="end"),
    ]
    for mark in marks:
        texts, y = _texts(mark, y + _GAP)
        y += 2 * _RADIUS
        painted += [texts, _track(y - _RADIUS), _shape(mark, scale, y - _RADIUS)]
    return drawing(
        "".join(painted), width=_WIDTH, height=y + 1, title=title, description=told(marks), name=name
    )


def told(marks: Sequence[Mark]) -> str:
    """What *marks* show, in words."""
    return "; ".join(f"{mark.label}: {mark.note}" for mark in marks)


def _texts(mark: Mark, y: float) -> tuple[str, float]:
    """The lines above a row, and where its track begins."""
    lines = [(text, _SIZE, True) for text in wrapped(mark.label, _SIZE, _ROOM, bold=True)]
    lines += [(text, _SMALL, False) for text in wrapped(mark.note, _SMALL, _ROOM)]
    out = ""
    for text, size, bold in lines:
        y += size * _LEADING
        out += line(text, _LEFT, y - 0.3 * size, size, bold=bold)
    return out, y


def _track(y: float) -> str:
    """The whole of the scale, in which a mark has its place."""
    path = f"M{_LEFT:g} {y:g}H{_WIDTH - _LEFT:g}"
    return element("path", d=path, stroke="currentColor", stroke_width=1, opacity=_PALE)


def _shape(mark: Mark, scale: Scale, y: float) -> str:
    """A dot, or a bar as long as it lasted."""

    def at(day: int | None, edge: float) -> float:
        part = 0.0 if day is None else (day - scale.first) / max(1, scale.last - scale.first)
        return edge if day is None else _LEFT + _ROOM * part

    start, end = at(mark.start, _LEFT), at(mark.end, _WIDTH - _LEFT)
    paint = {} if mark.sure else {"fill": "none"}
    dashed = {"stroke_dasharray": "3 3"} if mark.start is None or mark.end is None else {}
    if end - start < 2 * _RADIUS and not dashed:
        middle = (start + end) / 2
        return element(
            "circle", cx=middle, cy=y, r=_RADIUS - 1, stroke="currentColor", stroke_width=1.5, **paint
        )
    bar = {"x": start, "y": y - 3, "width": max(end - start, 2.0), "height": 6.0, "rx": 3.0}
    pale = {"fill_opacity": _PALE} if dashed and mark.sure else {}
    return element("rect", **bar, stroke="currentColor", stroke_width=1, **paint, **dashed, **pale)
