"""Bars on one scale that begins at zero, each under its label: the words of the article, and who says so.

What is planned or claimed is an outline with hatching, and its label says so; a range is pale between its ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.pages.rendering.svg.elements import drawing, element
from sphinx_briefing.pages.rendering.svg.text import line, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

#: All in units of the drawing, which is so wide that its text is legible on a phone and not loud on a desk.
_WIDTH: Final = 400.0
_SIZE: Final = 14.0
_SMALL: Final = 12.0
_LEADING: Final = 1.3
_THICK: Final = 14.0
_GAP: Final = 12.0
_EDGE: Final = 1.0
_HATCHING: Final = 6.0
#: How much of the colour of the text an area has, and what is uncertain in it.
_AREA: Final = 0.65
_PALE: Final = 0.3
#: The thinnest bar that can be seen.
_LEAST: Final = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar with its label.

    Attributes:
        low: where it ends, or where a range begins.
        high: the same as *low*, or where the range ends.
        label: the value in words, hedge and status included.
        note: what it counts and who says so, ``""`` for nothing.
        sure: whether it is reported as so; otherwise it is a plan or a claim.
        heading: what the group is called that begins with this bar, ``""`` if none does.
        grouped: whether it is of such a group.
    """

    low: float
    high: float
    label: str
    note: str = ""
    sure: bool = True
    heading: str = ""
    grouped: bool = False


def draw_bars(bars: Sequence[Bar], *, title: str, name: str) -> str:
    """The drawing of *bars*, at least one, from top to bottom.

    Args:
        bars: all of one unit.
        title: of the drawing.
        name: an id that nothing else on the page has.
    """
    least, most = min(0.0, *(bar.low for bar in bars)), max(0.0, *(bar.high for bar in bars))
    scale = (_WIDTH - 2 * _EDGE) / ((most - least) or 1.0)
    zero = _EDGE - least * scale
    painted: list[str] = []
    y = 0.0
    for bar in bars:
        texts, y = _texts(bar, y + (_GAP if painted else 0.0))
        painted += [texts, _shape(bar, zero, scale, y, f"{name}-hatching")]
        y += _THICK
    axis = element("path", d=f"M{zero:g} 0V{y:g}", stroke="currentColor", stroke_width=1, opacity=_PALE)
    hatched = _hatching(f"{name}-hatching") if any(not bar.sure for bar in bars) else ""
    content = hatched + axis + "".join(painted)
    return drawing(content, width=_WIDTH, height=y + _EDGE, title=title, description=told(bars), name=name)


def told(bars: Sequence[Bar]) -> str:
    """What *bars* show, in words."""
    return "; ".join(_told(bar) for bar in bars)


def _texts(bar: Bar, y: float) -> tuple[str, float]:
    """The lines above a bar, and where the bar begins."""
    lines = [(text, _SIZE, True) for text in wrapped(bar.heading, _SIZE, _WIDTH, bold=True)]
    lines += [(text, _SIZE, not bar.grouped) for text in wrapped(bar.label, _SIZE, _WIDTH, bold=True)]
    lines += [(text, _SMALL, False) for text in wrapped(bar.note, _SMALL, _WIDTH)]
    out = ""
    for text, size, bold in lines:
        y += size * _LEADING
        out += line(text, _EDGE + 3, y - 0.3 * size, size, bold=bold)
    return out, y


def _shape(bar: Bar, zero: float, scale: float, y: float, hatching: str) -> str:
    """A bar from zero to its value; of a range, the part between its ends is pale."""
    near, far = sorted((bar.low, bar.high), key=abs)
    shapes = [_rectangle(zero, zero + near * scale, y, sure=bar.sure, hatching=hatching)]
    if near != far:
        shapes.append(
            _rectangle(
                zero + near * scale, zero + far * scale, y, sure=bar.sure, hatching=hatching, pale=True
            )
        )
    return "".join(shapes)


def _rectangle(start: float, end: float, y: float, *, sure: bool, hatching: str, pale: bool = False) -> str:
    left, width = min(start, end), max(abs(end - start), _LEAST)
    place = {"x": left, "y": y, "width": width, "height": _THICK}
    if sure:
        return element("rect", **place, opacity=_PALE if pale else _AREA)
    dashed = {"stroke_dasharray": "2 2"} if pale else {}
    return element("rect", **place, fill=f"url(#{hatching})", stroke="currentColor", stroke_width=1, **dashed)


def _hatching(name: str) -> str:
    stripes = element("path", d=f"M0 {_HATCHING:g}L{_HATCHING:g} 0", stroke="currentColor", stroke_width=1)
    pattern = element(
        "pattern", stripes, id=name, width=_HATCHING, height=_HATCHING, patternUnits="userSpaceOnUse"
    )
    return element("defs", pattern)


def _told(bar: Bar) -> str:
    heading = f"{bar.heading}: " if bar.heading else ""
    return f"{heading}{bar.label}" + (f", {bar.note}" if bar.note else "")
