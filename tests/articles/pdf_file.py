"""PDFs with words at given places, by hand: the smallest that a reader has to understand."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

WIDTH, HEIGHT = 600, 800


class Words(NamedTuple):
    """Words on a page, from the left lower corner in points; letters of Courier are 0.6 of the size wide."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


def lines(
    x: float, y: float, text: str, *, size: float = 10, indent: float = 0, lead: float = 1.2
) -> list[Words]:
    """The lines of *text* from *y* downwards, the first one indented."""
    return [
        Words(x + (indent if n == 0 else 0), y - n * lead * size, line, size)
        for n, line in enumerate(text.strip().splitlines())
    ]


def pdf_file(
    pages: Iterable[Iterable[Words]],
    info: Mapping[str, str] | None = None,
    *,
    font: str = "",
    objects: Iterable[bytes] = (),
    catalog: str = "",
) -> bytes:
    """The bytes of a PDF.

    Args:
        pages: the words of each.
        info: what the file says of itself.
        font: what else the plain font has, in PDF's syntax.
        objects: more objects; the first is number 6.
        catalog: what else the catalog has.
    """
    bodies: list[bytes] = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        b"",
        f"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding {font}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>",
        b"<<" + b"".join(f"/{key}({value})".encode("latin-1") for key, value in (info or {}).items()) + b">>",
        *objects,
    ]
    kids = []
    for page in pages:
        stream = zlib.compress(b"".join(map(_shown, page)))
        bodies.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
        content = len(bodies)
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R"
            "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>".encode()
        )
        kids.append(len(bodies))
    bodies[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    return _file(bodies)


def _shown(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = "F2" if words.bold else "F1"
    return f"BT /{font} {words.size} Tf {words.x} {words.y} Td (".encode() + text + b") Tj ET\n"


def _file(bodies: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, start)
    return bytes(out)
