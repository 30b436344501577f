"""Python values as Typst source.

Every word of a document passes through `text` or `key`, so nothing an author writes can become Typst markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-zA-Z%]*)")
_POINTS = {"": 0.75, "px": 0.75, "pc": 12.0, "bp": 1.0, "dd": 1.07, "cc": 12.84, "rem": 11.0, "ex": 5.0}
_TYPST_UNITS = frozenset({"pt", "mm", "cm", "in", "em", "%"})


def text(words: str) -> str:
    """Return running text as a string literal on one line: line ends become spaces."""
    return verbatim(re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", words))


def verbatim(words: str) -> str:
    """Return text as a string literal on one line, with its line ends kept as escapes."""
    clean = _UNPRINTABLE.sub("", words).replace("\r\n", "\n").replace("\r", "\n")
    escaped = clean.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def key(words: str) -> str:
    """Return text that is never printed (a label, a path, metadata) as an ASCII string literal.

    What is not ASCII in the finished source is thus what the fonts must have glyphs for.
    """
    return "".join(c if c.isascii() else f"\\u{{{ord(c):x}}}" for c in text(words))


def array(items: Iterable[str]) -> str:
    """Return a Typst array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def dictionary(pairs: Mapping[str, str]) -> str:
    """Return a Typst dictionary of expressions."""
    return "(" + ", ".join(f"{key(name)}: {value}" for name, value in pairs.items()) + ")" if pairs else "(:)"


def value(thing: object) -> str:
    """Return a configuration value (text, number, truth, None, or lists and dicts of them).

    Raises:
        TypeError: the value has no Typst counterpart.
    """
    match thing:
        case None:
            return "none"
        case bool():
            return "true" if thing else "false"
        case int() | float():
            return repr(thing)
        case str():
            return text(thing)
        case list() | tuple():
            return array(value(item) for item in thing)
        case dict():
            return dictionary({str(name): value(item) for name, item in thing.items()})
        case _:
            raise TypeError(f"{type(thing).__name__} has no Typst counterpart")


def length(measure: str | None) -> str | None:
    """Return a docutils length (``12``, ``40px``, ``50%``, ``3em``) as a Typst length, None if it is none."""
    found = _LENGTH.fullmatch((measure or "").strip())
    if found is None:
        return None
    number, unit = float(found[1]), found[2].lower()
    if unit in _TYPST_UNITS:
        return f"{number:g}{unit}"
    return f"{number * _POINTS[unit]:g}pt" if unit in _POINTS else None
