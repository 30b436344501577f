"""Who wrote an article and for whom, where its text says so outright."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.articles.boilerplate import HEAD_PARAGRAPHS
from sphinx_briefing.articles.names import NAME, is_person, split_names

if TYPE_CHECKING:
    from collections.abc import Sequence

_BYLINE: Final = re.compile(r"(?:written )?by:?\s+(?P<names>[^|•·]+)", re.IGNORECASE)
#: Words in a byline that are in nobody's name.
_NOBODY: Final = frozenset(
    {
        *(
            "staff",
            "desk",
            "bureau",
            "news",
            "team",
            "agency",
            "agencies",
            "service",
            "services",
            "wire",
            "press",
        ),
        *(
            "correspondent",
            "correspondents",
            "reporter",
            "reporters",
            "writer",
            "writers",
            "editor",
            "editors",
        ),
        *("board", "our", "the", "contributor", "contributors", "network"),
    }
)
_TRADE: Final = r"(?:[\w-]+ ){0,4}?(?:writer|reporter|correspondent|columnist|journalist)s?\b"
_NOTE: Final = re.compile(
    rf"(?P<names>{NAME}(?:(?:,|,? and|,? &) {NAME})*) (?:is|are) "
    rf"(?:an? |the |(?P<outlet>(?:[Tt]he )?[A-Z][\w.&-]*(?: (?:of|[A-Z][\w.&-]*))*)['’]s? )?{_TRADE}"
)


class Credit(NamedTuple):
    """Authors and publisher as far as the text states them."""

    authors: tuple[str, ...] = ()
    publisher: str = ""


def stated_credit(words: Sequence[str], boilerplate: Sequence[bool]) -> Credit:
    """What a byline above the story states, else a note of its author below it.

    Args:
        words: the paragraphs' words.
        boilerplate: which of them are boilerplate; others are never taken for a byline or note.
    """
    for one, flag in zip(words[:HEAD_PARAGRAPHS], boilerplate, strict=False):
        byline = _BYLINE.match(one) if flag else None
        authors = _names_in(byline["names"]) if byline is not None else ()
        if authors:
            return Credit(authors)
    for one, flag in zip(words, boilerplate, strict=True):
        note = _NOTE.match(one) if flag else None
        if note is not None:
            outlet = (note["outlet"] or "").removeprefix("the ")
            return Credit(tuple(split_names(note["names"])), outlet)
    return Credit()


def _names_in(byline: str) -> tuple[str, ...]:
    """The people in a byline without its ``By``; what follows a comma may be their outlet."""
    for words in (byline, byline.rpartition(",")[0], byline.partition(",")[0], byline.partition(" in ")[0]):
        names = split_names(words.strip(" .,"))
        if names and all(is_person(name) and _NOBODY.isdisjoint(name.lower().split()) for name in names):
            return tuple(name.title() if name.isupper() else name for name in names)
    return ()
