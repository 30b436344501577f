"""Bytes become text: UTF-8 first, older encodings with a warning, binaries not at all."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from sphinx_briefing.models import Problem, Span

#: Files that people put among their texts by mistake, told by their first bytes.
_MAGIC: Final = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an Office document or zip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
#: What else to do than to save it as text.
_REMEDIES: Final = {
    "a PDF": "name it .pdf",
    "an Office document or zip archive": "name a Word document .docx",
}
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE: Final = 65_536
#: Control characters that no text has, tabs, line and page ends apart.
_CONTROL_BYTES: Final = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
#: Compressed data has a tenth of its bytes in that range, text that was damaged on the way a few.
_BINARY_SHARE: Final = 0.05
#: A valid UTF-8 sequence of several bytes: its absence tells that a file is in an older encoding throughout.
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
#: Characters that print as nothing or disturb what is printed after them: controls, byte order marks inside
#: the text, and overrides of the writing direction, with which words can be made to read as others.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufffe\uffff]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """A file's text with universal newlines; ``text`` is ``None`` where it has none."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(raw: bytes, path: str, declared: str = "") -> Decoded:
    """The text of *raw*, all line ends made line feeds.

    A byte order mark stays in the text as its first character, as ``open(encoding="utf-8")`` reads it, so
    that offsets fit; it is part of no paragraph.

    Args:
        raw: the file's bytes.
        path: named in problems.
        declared: an encoding that the file claims for itself, tried where it is not UTF-8.
    """
    if raw.startswith(_UTF16):
        return _decode_utf16(raw, path)
    kind = _binary_kind(raw)
    if kind:
        message = f"the file is {kind}, not text; {_REMEDIES.get(kind, 'save it as UTF-8 text')}"
        return Decoded(None, (Problem(subtype="article", message=message, path=path),))
    try:
        return Decoded(_universal(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        return _decode_legacy(raw, path, declared, error.start)


def unprintable(text: str, start: int, end: int) -> list[Span]:
    """The runs of characters in that range of *text* that are part of no word and must never reach a page."""
    return [Span(*found.span()) for found in _UNPRINTABLE.finditer(text, start, end)]


def writable(text: str) -> str:
    """*text* with a mark in place of each half of a character, which JSON and YAML can hold and no file can."""
    return _SURROGATE.sub("\ufffd", text)


def line_at(text: str, offset: int) -> int:
    """The 1-based line that holds *offset*."""
    return text.count("\n", 0, offset) + 1


def _universal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _binary_kind(raw: bytes) -> str:
    for magic, kind in _MAGIC.items():
        if raw.startswith(magic):
            return kind
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return "a binary file" if controls > max(2, _BINARY_SHARE * len(sample)) else ""


def _decode_utf16(raw: bytes, path: str) -> Decoded:
    try:
        return Decoded(_universal(raw.decode("utf-16")))
    except UnicodeDecodeError:
        message = "the file begins as UTF-16 but is damaged; save it as UTF-8 text"
        return Decoded(None, (Problem(subtype="article", message=message, path=path),))


def _decode_legacy(raw: bytes, path: str, declared: str, bad: int) -> Decoded:
    line = len(_LINE_END.findall(raw, 0, bad)) + 1
    name, text = "Windows-1252", None
    if declared:
        try:
            name, text = declared, raw.decode(declared)
        except (LookupError, UnicodeDecodeError):
            name = "Windows-1252"
    if text is None:
        errors = _HANDLER if _MULTIBYTE.search(raw) else ""
        text = raw.decode("utf-8", errors) if errors else raw.decode("cp1252", "replace")
    message = f"the file is not UTF-8 (byte 0x{raw[bad]:02x}) and was read as {name}; save it as UTF-8"
    problem = Problem(subtype="article", message=message, path=path, line=line)
    return Decoded(_universal(text), (problem,))


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Decode one byte that is not UTF-8, for a file in which both encodings were pasted together."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.start + 1]
    return bad.decode("cp1252", "replace"), error.start + 1


_HANDLER: Final = "sphinx_briefing.cp1252"
codecs.register_error(_HANDLER, _as_cp1252)
