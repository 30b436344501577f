"""Markdown: which lines make a paragraph, and what in them is markup.

A full parser gives lines, not characters, and drops what it takes apart; here each word must stay where it is
in the file. What is no prose (code, pictures, scripts, definitions) belongs to no paragraph or is markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.draft import Block, BlockRole, Draft
from sphinx_briefing.articles.formats.blocks import Line, split_group, trimmed_line, wrap_width
from sphinx_briefing.articles.formats.inline import inline_markup, reference_labels
from sphinx_briefing.articles.front_matter import split_front_matter
from sphinx_briefing.articles.limits import MAX_PROSE, merged, prose_length, shortened, without_data
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_NOT_BLANK: Final = re.compile(r"[^\n]")
_FENCE: Final = re.compile(r"(`{3,60}|~{3,60}|:{3,60})(.*)")
_HEADING: Final = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES: Final = re.compile(r"[ \t]+#+\Z")
_UNDERLINE: Final = re.compile(r"(?:=+|-{2,})\Z")
_RULE: Final = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_QUOTE_MARKS: Final = re.compile(r"(?:>[ \t]?)+")
_BULLET: Final = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_DEFINITION: Final = re.compile(r"\[[^\]^][^\]]{0,200}\]:[ \t]*\S")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,60}\]:[ \t]*")
_TABLE_RULE: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+\Z")
_LONGEST_RULE: Final = 300
_PIPE: Final = re.compile(r"(?<!\\)\|")
_DIRECTIVE: Final = re.compile(r":{3,}")
#: Elements whose content is never prose, and comments; each ends with its own mark.
_SILENT_HTML: Final = re.compile(r"<(script|style|pre|textarea|template|svg)\b|(<!--)", re.IGNORECASE)


def read_markdown(raw: bytes, name: str) -> Draft:
    """Read the bytes of a ``.md`` file."""
    text, problems = decode(raw, name)
    if text is None:
        return Draft("", problems=problems)
    header = split_front_matter(text, name)
    scanner = _Scanner(text)
    scanner.scan(header.end)
    labels = reference_labels(scanner.definitions)
    marks = list(scanner.markup)
    for block in shortened(text, scanner.blocks):
        for span in without_data(text, block.start, block.end):
            marks += inline_markup(text, span.start, span.end, labels)
    spans = (
        Span(max(mark.start, block.start), min(mark.end, block.end))
        for block, mark in _paired(scanner.blocks, merged(marks))
    )
    markup = tuple(span for span in spans if span.start < span.end)
    return Draft(text, tuple(scanner.blocks), markup, header, problems)


def _paired(blocks: list[Block], marks: list[Span]) -> list[tuple[Block, Span]]:
    """Each mark with each block that it touches, both lists being in order."""
    out: list[tuple[Block, Span]] = []
    at = 0
    for block in blocks:
        while at < len(marks) and marks[at].end <= block.start:
            at += 1
        touching = at
        while touching < len(marks) and marks[touching].start < block.end:
            out.append((block, marks[touching]))
            touching += 1
    return out


class _Scanner:
    """Goes through a text line by line and gathers paragraphs, markup and link definitions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.markup: list[Span] = []
        self.definitions: list[str] = []
        self._group: list[Line] = []
        self._steps: tuple[Callable[[Line], bool], ...] = (
            self._blank,
            self._rule,
            self._heading,
            self._definition,
            self._table,
            self._directive,
        )

    def scan(self, start: int) -> None:
        """Scan from offset *start* to the end, or until there is more prose than is ever analysed."""
        length = 0
        at = start
        while length <= MAX_PROSE and (found := _NOT_BLANK.search(self.text, at)):
            if found.start() > at:
                self._flush()
                at = found.start()
            end = self.text.find("\n", at) + 1 or len(self.text)
            line = self._without_quote_marks(trimmed_line(self.text, at, end))
            code_end = self._code_end(line, end)
            at = max(end, code_end)
            if code_end:
                self._flush()
            elif not any(step(line) for step in self._steps):
                self._prose(line)
                length += prose_length(self.text, line.start, line.end)
        self._flush()

    def _without_quote_marks(self, line: Line) -> Line:
        marks = _QUOTE_MARKS.match(line.text)
        if marks is None:
            return line
        self.markup.append(Span(line.start, line.start + marks.end()))
        return trimmed_line(self.text, line.start + marks.end(), line.end)

    def _code_end(self, line: Line, end: int) -> int:
        """The end of the fence, script or comment that *line* opens; 0 if it opens none."""
        fence = _FENCE.match(line.text)
        if fence is not None and fence[1][0] != ":" and "`" not in fence[2]:
            closing = re.compile(rf"^[ \t>]*{re.escape(fence[1])}[`~]*[ \t]*$\n?", re.MULTILINE)
            found = closing.search(self.text, end)
            return found.end() if found else len(self.text)
        silent = _SILENT_HTML.match(line.text)
        if silent is None:
            return 0
        mark = "-->" if silent[2] else f"</{silent[1]}"
        last = (
            self.text.lower().find(mark.lower(), line.start)
            if silent[1]
            else self.text.find(mark, line.start)
        )
        if last < 0:
            return len(self.text) if silent[1] else 0
        newline = self.text.find("\n", last)
        return len(self.text) if newline < 0 else newline + 1

    def _blank(self, line: Line) -> bool:
        if not line.text:
            self._flush()
        return not line.text

    def _rule(self, line: Line) -> bool:
        if len(line.text) > _LONGEST_RULE:
            return False
        if self._group and _UNDERLINE.match(line.text):
            self._underline("title" if line.text[0] == "=" else "heading")
            return True
        if _RULE.match(line.text):
            self._flush()
            return True
        return False

    def _underline(self, role: BlockRole) -> None:
        first, last = self._group[0], self._group[-1]
        self._group = []
        self._add(Span(first.start, last.end), role)

    def _heading(self, line: Line) -> bool:
        marks = _HEADING.match(line.text)
        if marks is None:
            return False
        self._flush()
        closing = _CLOSING_HASHES.search(line.text)
        start = line.start + marks.end()
        end = line.start + closing.start() if closing else line.end
        if start < end:
            self._add(Span(start, end), "title" if len(marks[1]) == 1 else "heading")
        return True

    def _definition(self, line: Line) -> bool:
        if not _DEFINITION.match(line.text) or self._group:
            return False
        self.definitions.append(line.text)
        return True

    def _table(self, line: Line) -> bool:
        is_rule = len(line.text) <= _LONGEST_RULE and _TABLE_RULE.match(line.text) is not None
        if not (line.text.startswith("|") or is_rule):
            return False
        self._flush()
        if not is_rule:
            self._add(Span(line.start, line.end))
            self.markup += (
                Span(line.start + m.start(), line.start + m.end()) for m in _PIPE.finditer(line.text)
            )
        return True

    def _directive(self, line: Line) -> bool:
        if not _DIRECTIVE.match(line.text):
            return False
        self._flush()
        return True

    def _prose(self, line: Line) -> None:
        marks = _FOOTNOTE.match(line.text) or _BULLET.match(line.text)
        if marks is not None and marks.end() < len(line.text):
            self._flush()
            line = trimmed_line(self.text, line.start + marks.end(), line.end)
        self._group.append(line)

    def _flush(self) -> None:
        if self._group:
            for span in split_group(self._group, wrap_width(self._group)):
                self._add(span)
        self._group = []

    def _add(self, span: Span, role: BlockRole = "") -> None:
        # Only the first heading can be the title: many files open each section with a single `#`.
        if role == "title" and self.blocks:
            role = "heading"
        self.blocks.append(Block(*span, role))
