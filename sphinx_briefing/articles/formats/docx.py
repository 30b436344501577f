"""Word documents: mammoth makes HTML of them, which is read like any other."""

from __future__ import annotations

import io
import re
import struct
import zlib
from lzma import LZMAError
from typing import TYPE_CHECKING, Any, Final
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from sphinx_briefing.articles.formats.assembly import assembled, folded, unusable
from sphinx_briefing.articles.formats.fragment import fragment_pieces
from sphinx_briefing.articles.formats.properties import printed_properties
from sphinx_briefing.articles.formats.xml import UnsafeXmlError, parse_xml
from sphinx_briefing.articles.front_matter import Header

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from sphinx_briefing.articles.draft import Draft

#: What a document's parts may grow to together; more is there to fill the memory.
MAX_UNPACKED: Final = 200_000_000
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_PROPERTIES: Final = "docProps/core.xml"
_STYLES: Final = "p[style-name='Title'] => h1:fresh"
#: As mammoth writes them: the mark of a note in the text, and the way back to it.
_NOTE_MARK: Final = re.compile(r'<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]</a></sup>')
_NOTE_RETURN: Final = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
#: What zipfile and mammoth raise for damaged files.
_DAMAGED: Final = (
    *(BadZipFile, ExpatError, LZMAError, zlib.error, struct.error),
    *(ValueError, LookupError, TypeError, AttributeError, OSError, EOFError, RuntimeError),
)


def read_docx(raw: bytes, name: str) -> Draft:
    """Read the bytes of a ``.docx`` file; footnotes stand at the end of the text, their marks are left out."""
    try:
        import mammoth  # noqa: PLC0415 - an extra
    except ImportError:
        return unusable(
            'the document can\'t be read without mammoth; run: pip install "sphinx-briefing[docx]"', name
        )
    if raw.startswith(_OLD_OFFICE):
        return unusable(
            "the document is locked with a password or in Word's old format; save it as .docx", name
        )
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            fault = _fault(archive)
            properties = _properties(archive) if not fault else {}
        if fault:
            return unusable(fault, name)
        html = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
        ).value
    except _DAMAGED:
        return unusable("the file is no Word document, or a damaged one; save it again as .docx", name)
    pieces = fragment_pieces(_NOTE_RETURN.sub("", _NOTE_MARK.sub("", html)))
    printed = printed_properties(properties.get("title", ""), properties.get("creator", ""), pieces)
    values = {**printed, "language": properties.get("language", "")}
    return assembled(pieces, Header(values, {}, 0, name))


def _fault(archive: ZipFile) -> str:
    """Why the document must not be unpacked; ``""`` if it may be."""
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
        return f"the document grows to more than {MAX_UNPACKED // 1_000_000} MB; leave its pictures out"
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part):
            return "the document has a DOCTYPE, which no Word document has; save it again as .docx"
    return ""


def _properties(archive: ZipFile) -> dict[str, str]:
    if _PROPERTIES not in archive.namelist():
        return {}
    try:
        root: Element = parse_xml(archive.read(_PROPERTIES).decode("utf-8", "replace"))
    except UnsafeXmlError:
        return {}
    return {element.tag.rpartition("}")[2]: folded(element.text or "") for element in root}


def _no_picture(image: Any) -> dict[str, str]:
    del image
    return {"src": ""}
