"""Markup inside a Markdown paragraph, as spans: what is left are the words, where they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: All lengths are bounded, so that no text makes the scan slow.
_TARGET: Final = (
    r"\([ \t]*(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)"
    r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t]*\)"
)
_LABEL: Final = r"\[[^\[\]]{0,200}\]"
_TOKEN: Final = re.compile(
    rf"""
      (?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<hard_break>\\(?=\n))
    | (?P<code>(?<!`)(?P<ticks>`{{1,3}})(?!`)(?:[^`]|`(?!(?P=ticks))){{1,500}}?(?<!`)(?P=ticks)(?!`))
    | (?P<image>!\[(?:[^\[\]]|\[[^\[\]]{{0,200}}\]){{0,500}}\](?:{_TARGET}|{_LABEL}))
    | (?P<footnote>\[\^[^\]\s]{{1,60}}\])
    | (?P<autolink><(?:https?://|mailto:)[^<>\s]{{1,500}}>)
    | (?P<tag></?[A-Za-z][A-Za-z0-9-]{{0,20}}(?:\s[^<>]{{0,500}})?/?>)
    | (?P<open>\[)
    | (?P<close>\](?P<target>{_TARGET}|{_LABEL})?)
    | (?P<nbsp>&nbsp;)
    | (?P<emphasis>\*{{1,3}}|_{{1,3}}|~~)
    """,
    re.VERBOSE,
)
_DEFINED: Final = re.compile(r"\[([^\]]+)\]:")


class _Delimiter(NamedTuple):
    start: int
    end: int
    text: str


def reference_labels(definitions: Iterable[str]) -> frozenset[str]:
    """The labels that link definitions such as ``[label]: https://…`` define."""
    found = (_DEFINED.match(definition) for definition in definitions)
    return frozenset(_label(match[1]) for match in found if match)


def inline_markup(text: str, start: int, end: int, labels: frozenset[str]) -> list[Span]:
    """The spans between *start* and *end* of *text* that are markup, in no order.

    Args:
        text: the whole text.
        start: where the paragraph begins.
        end: where it ends.
        labels: see :func:`reference_labels`; only with them is ``[words]`` alone a link.
    """
    out = _comments(text, start, end)
    brackets: list[int] = []
    openers: dict[str, list[_Delimiter]] = {}
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup or ""
        if kind == "open":
            brackets.append(token.start())
        elif token["close"]:
            out += _link(text, token, brackets, labels)
        elif kind == "emphasis":
            out += _emphasis(text, token, openers, start, end)
        elif token["code"]:
            size = len(token["ticks"])
            out += (Span(token.start(), token.start() + size), Span(token.end() - size, token.end()))
        else:
            out += _plain(token, kind)
    return out


def _comments(text: str, start: int, end: int) -> list[Span]:
    out: list[Span] = []
    at = text.find("<!--", start, end)
    while at >= 0:
        last = text.find("-->", at + 4, end)
        if last < 0:
            break
        out.append(Span(at, last + 3))
        at = text.find("<!--", last + 3, end)
    return out


def _plain(token: re.Match[str], kind: str) -> Iterator[Span]:
    if kind == "escape":
        yield Span(token.start(), token.start() + 1)
    elif kind == "autolink":
        yield from (Span(token.start(), token.start() + 1), Span(token.end() - 1, token.end()))
    else:
        yield Span(*token.span())


def _link(text: str, token: re.Match[str], brackets: list[int], labels: frozenset[str]) -> Iterator[Span]:
    if not brackets:
        return
    opening = brackets.pop()
    target = token["target"] or ""
    words = text[opening + 1 : token.start()]
    label = _label(target[1:-1] or words) if target.startswith("[") or not target else ""
    if target.startswith("(") or label in labels:
        yield Span(opening, opening + 1)
        yield Span(token.start(), token.end())


def _emphasis(
    text: str, token: re.Match[str], openers: dict[str, list[_Delimiter]], start: int, end: int
) -> Iterator[Span]:
    before = text[token.start() - 1] if token.start() > start else " "
    after = text[token.end()] if token.end() < end else " "
    inside_word = before.isalnum() and after.isalnum()
    mark = token[0]
    # `snake_case` and `2 * 3` are no emphasis; `**bold**ly` is.
    can_open = not after.isspace() and not (mark[0] == "_" and inside_word)
    can_close = not before.isspace() and not (mark[0] == "_" and inside_word)
    stack = openers.setdefault(mark[0], [])
    if can_close and any(opener.text == mark for opener in stack[-3:]):
        while stack:
            opener = stack.pop()
            if opener.text == mark:
                yield from (Span(opener.start, opener.end), Span(*token.span()))
                return
    elif can_open:
        stack.append(_Delimiter(token.start(), token.end(), mark))


def _label(words: str) -> str:
    return " ".join(words.casefold().split())
