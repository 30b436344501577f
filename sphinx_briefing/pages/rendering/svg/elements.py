"""SVG elements as text; whatever comes from an article is escaped here and nowhere else."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

#: What no XML may hold, however it is written.
_ILLEGAL: Final = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_DIGITS: Final = 2


def element(name: str, *content: str, **attributes: str | float) -> str:
    """An element.

    Args:
        name: of the element.
        content: elements, or words that :func:`words` made.
        attributes: ``stroke_width`` is ``stroke-width``, ``class_`` is ``class``; numbers are rounded.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_legal(_plain(value)))}"
        for key, value in attributes.items()
    )
    inner = "".join(content)
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def words(text: str) -> str:
    """*text* as the content of an element."""
    return escape(_legal(text))


def drawing(
    content: str, *, width: float, height: float, title: str, description: str, name: str, class_: str = ""
) -> str:
    """A whole drawing: one image to a screen reader, with a title and a description.

    Args:
        content: elements in the order they are painted.
        width: in units; a line of text is about 14 of them high.
        height: in the same units.
        title: what it is, in a few words.
        description: what can be seen on it, in words.
        name: an id that nothing else on the page has.
        class_: its classes.
    """
    told = element("title", words(title), id=f"{name}-title")
    told += element("desc", words(description), id=f"{name}-desc")
    classes = {"class_": class_} if class_ else {}
    return element(
        "svg",
        told,
        content,
        xmlns=_NAMESPACE,
        **classes,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        width=width,
        height=height,
        fill="currentColor",
    )


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, _DIGITS):g}"


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
