"""reStructuredText read lightly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.markup.source import (
    ADMONITIONS,
    PROSE_BODIES,
    TITLED,
    Line,
    Page,
    body_end,
    dedented,
    numbered,
    options_and_body,
    read_blocks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXPLICIT: Final = re.compile(r"\.\.(?:\s|\Z)")
_DIRECTIVE: Final = re.compile(r"\.\. (?:\|[^|]+\| )?(?P<name>[\w:.+-]+?)::(?:\s+(?P<argument>.*))?\Z")
_FOOTNOTE: Final = re.compile(r"\.\. \[(?:\d+|#[\w-]*|\*)\]\s+")
_ADORNMENT: Final = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\Z")
_FIELD: Final = re.compile(r":(?P<name>[^:`\s][^:`]*):(?:\s+(?P<value>.*))?\Z")
_ITEM: Final = re.compile(r"(?:[-*+•‣]|\(?(?:\d+|[a-zA-Z]|#|[ivxlcdm]+)[.)])\s+(?=\S)")
_GRID: Final = re.compile(r"\+(?:[-=]+\+)+\Z")
_SIMPLE: Final = re.compile(r"=+(?: +=+)+\Z")


def read_restructured(text: str) -> Page:
    """What a page of reStructuredText holds."""
    page = Page("rst")
    lines = numbered(text)
    at = next((i for i, line in enumerate(lines) if not line.blank), len(lines))
    while at < len(lines) and (found := _FIELD.match(lines[at].text)):
        end = body_end(lines, at, 1)
        more = " ".join(line.text.strip() for line in lines[at + 1 : end])
        page.fields[found["name"]] = f"{found['value'] or ''} {more}".strip()
        at = end
    _read(page, lines[at:])
    return page


def read_nested(page: Page, lines: Sequence[Line]) -> None:
    """Take up lines of reStructuredText inside another markup."""
    outer, page.syntax = page.syntax, "rst"
    _read(page, dedented(lines))
    page.syntax = outer


def _read(page: Page, lines: Sequence[Line]) -> None:
    read_blocks(page, lines, _block)


def _block(page: Page, lines: Sequence[Line], at: int) -> int:
    """Take up the block at *at*; where it ends."""
    line = lines[at]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if line.indent:
        end = body_end(lines, at, 1)
        _read(page, dedented(lines[at:end]))
        return end
    if _EXPLICIT.match(line.text):
        end = body_end(lines, at, 1)
        _explicit(page, lines[at:end])
        return end
    if _GRID.match(line.text) or _SIMPLE.match(line.text):
        return _table(page, lines, at)
    if _ADORNMENT.match(line.text):
        return at + 1
    if _ADORNMENT.match(following):
        page.add([line], prose=False)
        return at + 2
    return _text(page, lines, at)


def _text(page: Page, lines: Sequence[Line], at: int) -> int:
    """Take up a field, list item, definition or paragraph."""
    line = lines[at]
    if _FIELD.match(line.text):
        return body_end(lines, at, 1)
    item = _ITEM.match(line.text)
    if item is not None:
        end = body_end(lines, at, item.end())
        _read(
            page,
            dedented([Line(line.number, " " * item.end() + line.text[item.end() :]), *lines[at + 1 : end]]),
        )
        return end
    end = at + 1
    while end < len(lines) and not lines[end].blank and not lines[end].indent:
        end += 1
    if line.text.startswith("| "):
        for each in lines[at:end]:
            page.add([Line(each.number, each.text[2:])])
        return end
    page.add(lines[at:end])
    if lines[end - 1].text.endswith("::"):
        begin = next((i for i in range(end, len(lines)) if not lines[i].blank), len(lines))
        if begin < len(lines) and lines[begin].indent:
            return body_end(lines, begin, 1)
    return end


def _explicit(page: Page, lines: Sequence[Line]) -> None:
    """Take up a directive or a footnote; comments, targets and citations hold no text of the page."""
    first = lines[0]
    footnote = _FOOTNOTE.match(first.text)
    if footnote is not None:
        page.add([Line(first.number, first.text[footnote.end() :])])
        _read(page, dedented(lines[1:]))
        return
    found = _DIRECTIVE.match(first.text)
    if found is None:
        return
    name, argument = found["name"], found["argument"] or ""
    content = dedented(lines[1:])
    if name in ADMONITIONS:
        _read(page, [Line(first.number, argument), *content])
        return
    while content and content[0].blank:
        content.pop(0)
    if name.startswith("briefing:"):
        page.call(name.removeprefix("briefing:"), argument, content, first.number, _read)
    else:
        _foreign(page, name, Line(first.number, argument), content)


def _foreign(page: Page, name: str, argument: Line, content: Sequence[Line]) -> None:
    """Take up a directive that is not ours as far as it holds prose."""
    _options, body = options_and_body(content)
    if name == "replace" or name in TITLED:
        page.add([argument])
    if name == "csv-table":
        for line in body:
            page.add([Line(line.number, line.text.replace('"', " "))])
    elif name in PROSE_BODIES:
        _read(page, dedented(body))


def _table(page: Page, lines: Sequence[Line], at: int) -> int:
    """Take up the cells of a table, each line of a cell by itself."""
    simple = bool(_SIMPLE.match(lines[at].text))
    end = at + 1
    while end < len(lines) and not (lines[end].blank and (not simple or _SIMPLE.match(lines[end - 1].text))):
        end += 1
    for line in lines[at:end]:
        if not _ADORNMENT.match(line.text) and not _SIMPLE.match(line.text) and not _GRID.match(line.text):
            for cell in re.split(r"\s{2,}" if simple else r"\|", line.text):
                page.add([Line(line.number, cell.strip())])
    return end
