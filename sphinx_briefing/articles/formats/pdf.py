"""PDFs: the text that is in them, through pdfminer.six, in paragraphs."""

from __future__ import annotations

import io
import logging
import re
import struct
import unicodedata
import zlib
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.articles.formats.assembly import Piece, assembled, folded, unusable
from sphinx_briefing.articles.formats.pdf_layout import Line, Page, passages
from sphinx_briefing.articles.formats.properties import printed_properties
from sphinx_briefing.articles.front_matter import Header
from sphinx_briefing.articles.limits import MAX_PROSE
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.articles.draft import BlockRole, Draft
    from sphinx_briefing.articles.formats.pdf_layout import Passage

#: More pages are a book; reading them would take minutes.
MAX_PAGES: Final = 400
#: A stream that grows larger than this is there to fill the memory.
MAX_STREAM: Final = 200_000_000
#: pdfminer takes memory in proportion to a page's sides (in points) and to the codes of a font's letters.
_LONGEST_SIDE: Final = 20_000
_LAST_CODE: Final = 0xFFFF
_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
#: Letters set larger than the text by this are a heading's, or the title's.
_HEADING: Final = 1.14
_TITLE: Final = 1.25
_HEADING_WORDS: Final = 25
_BOLD_WORDS: Final = 12
_SENTENCE_END: Final = re.compile(r"[.!?…:,;][\"'”’)\]]*\Z")
_UNKNOWN: Final = re.compile(r"\(cid:\d+\)")
#: With so many letters that the file does not name, no word is certain.
_MOST_UNKNOWN: Final = 0.05
_RIGHT_TO_LEFT: Final = 0.3
_LIGATURES: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
#: What pdfminer lets through for damaged files besides its own errors.
_DAMAGED: Final = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RuntimeError),
    *(EOFError, OSError, struct.error, zlib.error),
)


def read_pdf(raw: bytes, name: str) -> Draft:
    """Read the bytes of a ``.pdf`` file; the text is its paragraphs in reading order."""
    try:
        from pdfminer.pdfdocument import PDFEncryptionError  # noqa: PLC0415 - an extra, and slow to import
        from pdfminer.psexceptions import PSException  # noqa: PLC0415
    except ImportError:
        what = 'the PDF can\'t be read without pdfminer.six; run: pip install "sphinx-briefing[pdf-articles]"'
        return unusable(what, name)
    if _has_bomb(raw):
        return unusable(
            f"a part of the PDF grows to more than {MAX_STREAM // 1_000_000} MB; print it anew", name
        )
    try:
        with _quiet("pdfminer"):
            return _draft(raw, name)
    except PDFEncryptionError:
        return unusable("the PDF is locked with a password; save a copy without one", name)
    except (PSException, *_DAMAGED):
        return unusable("the PDF is damaged; save or print it again", name)


def _draft(raw: bytes, name: str) -> Draft:
    from pdfminer.pdfdocument import PDFDocument  # noqa: PLC0415
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415

    document = PDFDocument(PDFParser(io.BytesIO(raw)), caching=False)
    pages = list(_pages(document))
    found = passages(pages)
    text = "".join(passage.words for passage in found)
    fault = _fault(text)
    if fault:
        return unusable(fault, name)
    pieces = _pieces(found)
    properties = printed_properties(_info(document, "Title"), _info(document, "Author"), pieces)
    values: dict[str, object] = {**properties, "language": _language(document)}
    return assembled(pieces, Header(values, {}, 0, name))._replace(problems=_left_out(pages, name))


def _pages(document: Any) -> Iterator[Page]:
    """The pages of *document*, as far as they are analysed."""
    from pdfminer.converter import PDFPageAggregator  # noqa: PLC0415
    from pdfminer.layout import LAParams  # noqa: PLC0415
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager  # noqa: PLC0415
    from pdfminer.pdfpage import PDFPage  # noqa: PLC0415

    manager = PDFResourceManager()
    # pdfminer's own order of boxes takes time in the square of their number, and breaks ties by memory address.
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None, all_texts=True))
    interpreter = PDFPageInterpreter(manager, device)
    length = 0
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number == MAX_PAGES or length > MAX_PROSE:
            return
        _check_sizes(page)
        interpreter.process_page(page)
        layout = device.get_result()
        boxes = list(_boxes(layout, figures=False)) or list(_boxes(layout, figures=True))
        length += sum(len(line.text) for box in boxes for line in box)
        yield Page(boxes, layout.y0, layout.y1)


def _check_sizes(page: Any) -> None:
    """Raise ``ValueError`` for a page that memory would not be enough for."""
    from pdfminer.pdftypes import dict_value, list_value, resolve1  # noqa: PLC0415

    left, bottom, right, top = page.mediabox
    sizes = [right - left <= _LONGEST_SIDE, top - bottom <= _LONGEST_SIDE]
    for font in dict_value(page.resources.get("Font", {})).values():
        for descendant in list_value(dict_value(font).get("DescendantFonts", [])):
            codes = map(resolve1, list_value(dict_value(descendant).get("W", [])))
            sizes += [code <= _LAST_CODE for code in codes if isinstance(code, int)]
    if not all(sizes):
        msg = "a size is beyond all measure"
        raise ValueError(msg)


def _boxes(container: Any, *, figures: bool) -> Iterator[list[Line]]:
    """The lines of each box of text; those in drawings are labels, unless the whole page is one."""
    from pdfminer.layout import LTFigure, LTTextBox  # noqa: PLC0415

    for element in container:
        if isinstance(element, LTTextBox):
            lines = [line for line in map(_line, element) if line.text]
            if lines:
                yield lines
        elif figures and isinstance(element, LTFigure):
            yield from _boxes(element, figures=True)


def _line(element: Any) -> Line:
    from pdfminer.layout import LTChar  # noqa: PLC0415

    words = _UNKNOWN.sub("\ufffd", folded(element.get_text().translate(_LIGATURES)))
    letters = [char for char in element if isinstance(char, LTChar) and not char.get_text().isspace()]
    sizes = sorted(round(char.size, 1) for char in letters)
    bold = bool(letters) and all("bold" in char.fontname.lower() for char in letters)
    size = sizes[len(sizes) // 2] if sizes else element.height
    return Line(words, element.x0, element.y0, element.x1, element.y1, size, bold)


def _fault(text: str) -> str:
    """Why *text* can't be used; ``""`` if it can."""
    letters = [c for c in text if c.isalnum() or c == "\ufffd"]
    if not letters:
        return "the PDF has no text, only pictures; it needs OCR (text recognition)"
    if letters.count("\ufffd") > _MOST_UNKNOWN * len(letters):
        return "the PDF does not say which letters it shows; it needs OCR (text recognition)"
    from_right = sum(unicodedata.bidirectional(c) in {"R", "AL"} for c in letters)
    if from_right > _RIGHT_TO_LEFT * len(letters):
        return "the order of text from right to left is not kept in PDFs; save it in another format"
    return ""


def _pieces(found: Sequence[Passage]) -> list[Piece]:
    """The passages with their roles: the largest of the first page is the title, larger ones are headings."""
    found = [passage for passage in found if any(c.isalnum() for c in passage.words)]
    sizes = Counter[tuple[float, bool]]()
    for passage in found:
        sizes[passage.size, passage.bold] += len(passage.words)
    body, body_bold = sizes.most_common(1)[0][0]
    largest = max((p.size for p in found if p.page == 0), default=0.0)
    out: list[Piece] = []
    titled = False
    for passage in found:
        role = _role(passage, body, body_bold=body_bold)
        if role and not titled and passage.page == 0 and passage.size == largest >= _TITLE * body:
            role, titled = "title", True
        out.append(Piece(passage.words, role))
    return out


def _role(passage: Passage, body: float, *, body_bold: bool) -> BlockRole:
    count = len(passage.words.split())
    larger = passage.size >= _HEADING * body and count <= _HEADING_WORDS
    bold = passage.bold and not body_bold and count <= _BOLD_WORDS and not _SENTENCE_END.search(passage.words)
    return "heading" if larger or bold else ""


def _left_out(pages: Sequence[Page], name: str) -> tuple[Problem, ...]:
    messages = []
    empty = sum(not page.boxes for page in pages)
    if 2 * empty >= len(pages):
        messages.append(
            f"{empty} of the PDF's {len(pages)} pages have no text; they need OCR (text recognition)"
        )
    if len(pages) == MAX_PAGES:
        messages.append(f"the PDF has more than {MAX_PAGES} pages; the rest was left out, split the file")
    return tuple(Problem(subtype="article", message=message, path=name) for message in messages)


def _info(document: Any, key: str) -> str:
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415
    from pdfminer.utils import decode_text  # noqa: PLC0415

    values = (resolve1(info.get(key)) for info in document.info if isinstance(info, dict))
    return next((folded(decode_text(value)) for value in values if isinstance(value, bytes)), "")


def _language(document: Any) -> str:
    value = document.catalog.get("Lang")
    return folded(value.decode("ascii", "replace")) if isinstance(value, bytes) else ""


def _has_bomb(raw: bytes) -> bool:
    """Whether a compressed stream of the file grows beyond all measure."""
    for found in _STREAM.finditer(raw):
        end = raw.find(b"endstream", found.end())
        packed = raw[found.end() : end if end >= 0 else len(raw)]
        try:
            unpacked = zlib.decompressobj().decompress(packed, MAX_STREAM + 1)
        except zlib.error:
            continue
        if len(unpacked) > MAX_STREAM:
            return True
    return False


@contextmanager
def _quiet(library: str) -> Iterator[None]:
    """Keep what *library* finds odd about a file to itself: what matters becomes a problem of the article."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
