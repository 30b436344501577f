"""Markup inside a line: roles, and what are not the author's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.markup.source import Role
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.checks.markup.source import Syntax

_LINK: Final = r"<?https?://[^\s>)\]]+>?"
_ROLE: Final[dict[Syntax, re.Pattern[str]]] = {
    "rst": re.compile(r"(?<![\w`]):(?P<name>(?:\w+[:+.-])*\w+):`(?P<content>(?:[^`\\]|\\.)+)`", re.DOTALL),
    "myst": re.compile(r"\{(?P<name>[\w:.+-]+)\}(?P<ticks>`+)(?P<content>.+?)(?P=ticks)(?!`)", re.DOTALL),
}
_NO_WORDS: Final[dict[Syntax, re.Pattern[str]]] = {
    "rst": re.compile(
        rf"``.+?``|(?P<link>`[^`<]+<[^`>]+>`__?)|`[^`]+`(?!_)|\|[^|\s][^|]*\|_?|\[[^\]\s]+\]_|{_LINK}",
        re.DOTALL,
    ),
    "myst": re.compile(
        rf"(?P<ticks>`+).+?(?P=ticks)(?!`)|(?<=\])\([^)\s]*\)|\[\^[^\]]+\]|<!--.*?-->|{_LINK}", re.DOTALL
    ),
}
_EMBEDDED: Final = re.compile(r"<[^<>]*>`__?\Z")


def roles(text: str, syntax: Syntax) -> Iterator[Role]:
    """The roles in *text* by their names as written."""
    for found in _ROLE[syntax].finditer(text):
        content = re.sub(r"\\(.)", r"\1", found["content"]) if syntax == "rst" else found["content"]
        yield Role(found["name"], " ".join(content.split()), Span(*found.span()))


def hidden(text: str, syntax: Syntax) -> list[Span]:
    """The spans of what are not the author's words: roles, code, references, addresses."""
    spans = [role.span for role in roles(text, syntax)]
    for found in _NO_WORDS[syntax].finditer(text):
        embedded = _EMBEDDED.search(found.group()) if found.lastgroup == "link" else None
        start = found.start() + embedded.start() if embedded else found.start()
        if not any(span.overlaps(Span(start, found.end())) for span in spans):
            spans.append(Span(start, found.end()))
    return sorted(spans)
