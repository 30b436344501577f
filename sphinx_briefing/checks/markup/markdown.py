"""MyST Markdown read lightly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml

from sphinx_briefing.checks.markup.restructured import read_nested
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

_FENCE: Final = re.compile(
    r"(?P<fence>`{3,}|~{3,}|:{3,})\s*(?:\{(?P<name>[\w:.+-]+)\})?\s*(?P<argument>.*)\Z"
)
_HEADING: Final = re.compile(r"#{1,6}\s+(?P<title>.*)\Z")
_UNDERLINE: Final = re.compile(r"(?:=+|-+)\Z")
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
_QUOTED: Final = re.compile(r"> ?")
_RULER: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\Z")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]]+\]:\s*")


def read_markdown(text: str) -> Page:
    """What a page of MyST Markdown holds."""
    page = Page("myst")
    lines = numbered(text)
    at = 0
    if lines and lines[0].text == "---":
        at = next((i + 1 for i, line in enumerate(lines[1:], 1) if line.text in ("---", "...")), 0)
        page.fields = _front_matter("\n".join(line.text for line in lines[1 : at - 1])) if at else {}
    _read(page, lines[at:])
    return page


def _front_matter(text: str) -> dict[str, str]:
    try:
        given = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    if not isinstance(given, dict):
        return {}
    return {
        str(name): " ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in given.items()
    }


def _read(page: Page, lines: Sequence[Line]) -> None:
    read_blocks(page, lines, _block)


def _block(page: Page, lines: Sequence[Line], at: int) -> int:
    """Take up the block at *at*; where it ends."""
    line = lines[at]
    text = line.text.lstrip()
    if line.indent >= 4:
        return body_end(lines, at, 4)
    fence = _FENCE.match(text)
    if fence is not None:
        return _fenced(page, lines, at, fence)
    if text.startswith("<!--"):
        return next((i + 1 for i in range(at, len(lines)) if "-->" in lines[i].text), len(lines))
    if text.startswith("%"):
        return at + 1
    heading = _HEADING.match(text)
    if heading is not None:
        page.add([Line(line.number, heading["title"])], prose=False)
        return at + 1
    return _text(page, lines, at)


def _text(page: Page, lines: Sequence[Line], at: int) -> int:
    """Take up a list item, block quote, table or paragraph."""
    line = lines[at]
    item = _ITEM.match(line.text, line.indent)
    if item is not None:
        end = body_end(lines, at, item.end())
        first = Line(line.number, " " * item.end() + line.text[item.end() :])
        _read(page, dedented([first, *lines[at + 1 : end]]))
        return end
    end = at + 1
    while end < len(lines) and not lines[end].blank and not _begins_block(lines[end]):
        end += 1
    block = lines[at:end]
    if _QUOTED.match(line.text.lstrip()):
        _read(page, [Line(each.number, _QUOTED.sub("", each.text.lstrip(), count=1)) for each in block])
    elif len(block) > 1 and "|" in line.text and _RULER.match(block[1].text.strip()):
        for row in (block[0], *block[2:]):
            for cell in re.split(r"(?<!\\)\|", row.text):
                page.add([Line(row.number, cell.strip())])
    elif len(block) > 1 and _UNDERLINE.match(block[-1].text.strip()):
        page.add(block[:-1], prose=False)
    else:
        footnote = _FOOTNOTE.match(line.text)
        page.add([Line(line.number, line.text[footnote.end() :]), *block[1:]] if footnote else block)
    return end


def _begins_block(line: Line) -> bool:
    text = line.text.lstrip()
    return bool(_FENCE.match(text) or _HEADING.match(text) or _ITEM.match(text))


def _fenced(page: Page, lines: Sequence[Line], at: int, fence: re.Match[str]) -> int:
    """Take up a directive; other fenced blocks are code."""
    closing = re.compile(rf"\s*{re.escape(fence['fence'][0])}{{{len(fence['fence'])},}}\s*\Z")
    end = next((i for i in range(at + 1, len(lines)) if closing.match(lines[i].text)), len(lines))
    content = dedented(_plain_options(lines[at + 1 : end]))
    name, argument = fence["name"] or "", fence["argument"]
    if name.startswith("briefing:"):
        page.call(name.removeprefix("briefing:"), argument, content, lines[at].number, _read)
    elif name == "eval-rst":
        read_nested(page, content)
    elif name in PROSE_BODIES | ADMONITIONS:
        if name in TITLED | ADMONITIONS:
            page.add([Line(lines[at].number, argument)])
        _read(page, options_and_body(content)[1])
    return end + 1


def _plain_options(content: Sequence[Line]) -> list[Line]:
    """Options between ``---`` written as ``:name: value``."""
    if not content or content[0].text.strip() != "---":
        return list(content)
    end = next((i for i, line in enumerate(content[1:], 1) if line.text.strip() == "---"), len(content))
    written = []
    for line in content[1:end]:
        name, _colon, value = line.text.partition(":")
        written.append(Line(line.number, f":{name.strip()}: {value.strip()}"))
    return [*written, *content[end + 1 :]]
