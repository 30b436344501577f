"""The YAML an author writes at the top of an article or beside it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml

from sphinx_briefing.models import Problem

#: With the base loader every scalar stays the string that was written: YAML's own typing would turn
#: ``2019-04-05`` into a date, ``no`` into a boolean and ``1:30`` into ninety.
LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: Metadata is small and flat; more is a mistake or an attack.
_MAX_LENGTH: Final = 65_536
_MAX_DEPTH: Final = 8
_OPENING: Final = re.compile(r"\ufeff?---[ \t]*\n")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_KEY_LINE: Final = re.compile(r"[A-Za-z][\w -]*:(?:\s|$)")
_OPEN_TOKENS: Final = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSE_TOKENS: Final = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


class Header(NamedTuple):
    """Metadata as written.

    Attributes:
        values: by key; every scalar is a string.
        lines: the 1-based line of each key at the top level.
        end: the offset in the text at which the article proper begins (0 for a sidecar).
        path: the file it was read from.
        problems: why there is less than was written.
    """

    values: dict[str, object]
    lines: dict[str, int]
    end: int
    path: str
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str, path: str) -> Header:
    """The front matter that *text* begins with; an empty header where there is none."""
    opening = _OPENING.match(text)
    if opening is None:
        return Header({}, {}, 0, path)
    start = opening.end()
    closing = _CLOSING.search(text, start)
    if closing is None:
        if not _KEY_LINE.match(text, start):
            return Header({}, {}, 0, path)
        message = "the front matter is never closed; end it with a line of three dashes"
        return Header({}, {}, 0, path, (_problem(message, path, 1),))
    return parse_header(text[start : closing.start()], path, first_line=2)._replace(end=closing.end())


def parse_header(block: str, path: str, first_line: int = 1) -> Header:
    """The mapping written in *block*, whose first line is line *first_line* of the file at *path*."""
    if len(block) > _MAX_LENGTH:
        message = f"the metadata is longer than {_MAX_LENGTH} characters and was left out; shorten it"
        return Header({}, {}, 0, path, (_problem(message, path, first_line),))
    try:
        check_depth(block)
        values = yaml.load(block, Loader=LOADER)  # noqa: S506 - the base loader builds only strings, lists, dicts
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Header({}, {}, 0, path, (_yaml_problem(error, path, first_line),))
    if values is None or values == "":
        return Header({}, {}, 0, path)
    if not isinstance(values, dict):
        message = (
            "the metadata is not a list of keys and was left out; write lines such as 'title: My article'"
        )
        return Header({}, {}, 0, path, (_problem(message, path, first_line),))
    named = {key: value for key, value in values.items() if isinstance(key, str)}
    return Header(named, _key_lines(named, block, first_line), 0, path)


def check_depth(block: str) -> None:
    """Raise ``ValueError`` for nesting that would exhaust the parser, which works recursively in C."""
    depth = 0
    for token in yaml.scan(block, Loader=LOADER):
        if isinstance(token, _OPEN_TOKENS):
            depth += 1
        elif isinstance(token, _CLOSE_TOKENS):
            depth -= 1
        if depth > _MAX_DEPTH:
            msg = "it is nested too deeply"
            raise ValueError(msg)


def _key_lines(values: dict[str, object], block: str, first_line: int) -> dict[str, int]:
    lines = {}
    for number, line in enumerate(block.split("\n"), first_line):
        key = line.partition(":")[0].strip().strip("'\"")
        if key in values and not line[:1].isspace():
            lines[key] = number
    return lines


def _yaml_problem(error: Exception, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
    line = first_line + (mark.line if mark is not None else 0)
    return _problem(f"the metadata is not valid YAML and was left out ({reason}); correct it", path, line)


def _problem(message: str, path: str, line: int) -> Problem:
    return Problem(subtype="metadata", message=message, path=path, line=line)
