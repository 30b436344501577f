"""HTML taken apart into tags and words, in a time that grows with its length alone, whatever it holds.

``html.parser`` needs minutes for a few kilobytes of tags that are never closed; mail, feeds and wire items come
from strangers.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = re.compile(r"/?([A-Za-z][A-Za-z0-9:-]*)")
_STOP: Final = re.compile(r"[>\"']")
#: Elements whose content is no markup; each ends with its own end tag only.
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "noscript", "iframe", "template"})
#: A tag with more quoted values is no tag.
_MOST_VALUES: Final = 100
_ATTRIBUTE: Final = re.compile(r"([A-Za-z][\w:-]{0,40})\s{0,20}=\s{0,20}(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")


class Tag(NamedTuple):
    """A start or end tag.

    Attributes:
        name: in lower case, without a namespace's prefix.
        opens: whether it is a start tag.
        source: what stands between its brackets.
    """

    name: str
    opens: bool
    source: str

    def attributes(self) -> dict[str, str]:
        """The values of its attributes that have one."""
        return {
            found[1].lower(): unescape(found[2].strip("\"'")) for found in _ATTRIBUTE.finditer(self.source)
        }


def tokens(markup: str) -> Iterator[Tag | str]:
    """The tags of *markup* and the words between them; comments and elements without prose are left out."""
    at = 0
    while at < len(markup):
        opening = markup.find("<", at)
        if opening < 0:
            break
        if opening > at:
            yield unescape(markup[at:opening])
        if markup[opening + 1 : opening + 2] in {"!", "?"}:
            at = _declaration_end(markup, opening)
            continue
        named = _NAME.match(markup, opening + 1)
        end = _tag_end(markup, named.end()) if named else -1
        if named is None or end < 0:
            yield "<"
            at = opening + 1
            if named is not None and markup.find(">", at) < 0:
                break
            continue
        tag = Tag(named[1].rpartition(":")[2].lower(), named[0][0] != "/", markup[named.end() : end])
        yield tag
        at = end + 1
        if tag.opens and tag.name in _RAW and not tag.source.endswith("/"):
            at = _raw_end(markup, at, tag.name)
    if at < len(markup):
        yield unescape(markup[at:])


def _declaration_end(markup: str, at: int) -> int:
    """The end of the comment or declaration at *at*; that of the text where it is never closed."""
    if markup.startswith("<![CDATA[", at):  # left in the text by those who escaped their markup twice
        return at + len("<![CDATA[")
    mark = "-->" if markup.startswith("<!--", at) else ">"
    end = markup.find(mark, at + 2)
    return len(markup) if end < 0 else end + len(mark)


def _tag_end(markup: str, at: int) -> int:
    """Where the tag that has begun before *at* is closed; a bracket in a quoted value closes none."""
    start = at
    for _ in range(_MOST_VALUES):
        stop = _STOP.search(markup, at)
        if stop is None:
            return -1
        if stop[0] == ">":
            return stop.start()
        closing = markup.find(stop[0], stop.end())
        if closing < 0:
            break
        at = closing + 1
    return markup.find(">", start)


def _raw_end(markup: str, at: int, name: str) -> int:
    found = re.compile(rf"</{name}[^>]*>?", re.IGNORECASE).search(markup, at)
    return found.end() if found else len(markup)
