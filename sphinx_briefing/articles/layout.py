"""Which paragraph is the title, which are headings, boilerplate and body."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.articles.boilerplate import find_boilerplate
from sphinx_briefing.articles.bylines import stated_credit
from sphinx_briefing.models import Paragraph, Span, printed_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.articles.draft import Draft
    from sphinx_briefing.models import Metadata, ParagraphRole

#: Where no headline stands out, the title is this much of the first words.
_TITLE_LENGTH: Final = 80
_HEADLINE_WORDS: Final = 25
#: With a full stop at the end a longer first paragraph is rather the lead.
_STOPPED_HEADLINE_WORDS: Final = 12
_HEADING_WORDS: Final = 10
_PLACE_LINE: Final = re.compile(
    r"(?:\([A-Z][\w./ ]{1,30}\)|[A-Z][A-Z.' -]{2,}\b[^.!?]{0,50}?\s(?:--|[–—-]))\s"
)
_STOP: Final = re.compile(r"[.…][\"'”’)\]]*\Z")
_SENTENCE_END: Final = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z")
#: Headlines save articles and auxiliaries and name no speaker; a sentence of the story does not.
_STORY_WORDS: Final = re.compile(
    r"\b(?:an?|the|said|told|is|are|was|were|be|been|has|have|had|will|would|never)\b", re.IGNORECASE
)
_SMALL_WORDS: Final = re.compile(
    r"(?:an?|and|as|at|but|by|for|from|in|is|of|on|or|the|to|v|vs|with|\W*)\Z", re.IGNORECASE
)


class LaidOut(NamedTuple):
    """The paragraphs with their roles, and the metadata with what they state."""

    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata


def lay_out(draft: Draft, metadata: Metadata) -> LaidOut:
    """Give each block of *draft* its role, and *metadata* the title and authors that only the text states."""
    words = [printed_words(draft.text, draft.markup, Span(b.start, b.end)) for b in draft.blocks]
    boilerplate = [
        flagged or block.role == "boilerplate"
        for flagged, block in zip(find_boilerplate(words, metadata), draft.blocks, strict=True)
    ]
    prose = [i for i, flagged in enumerate(boilerplate) if not flagged]
    if not prose:
        paragraphs = tuple(Paragraph(b.start, b.end, "boilerplate") for b in draft.blocks)
        return LaidOut(paragraphs, metadata)
    roles: list[ParagraphRole] = ["boilerplate" if flagged else "body" for flagged in boilerplate]
    for place, i in enumerate(prose):
        if draft.blocks[i].role or _is_heading(words, prose, place):
            roles[i] = "heading"
    first = prose[0]
    if draft.blocks[first].role == "title" or (len(prose) > 1 and _is_headline(words[first], metadata.title)):
        roles[first] = "title"
    if len(prose) == 1 and not draft.blocks[first].role:
        roles[first] = "body"
    paragraphs = tuple(Paragraph(b.start, b.end, role) for b, role in zip(draft.blocks, roles, strict=True))
    title = metadata.title or _short(words[first])
    if not metadata.authors:
        credit = stated_credit(words, boilerplate)
        metadata = replace(metadata, authors=credit.authors, publisher=metadata.publisher or credit.publisher)
    return LaidOut(paragraphs, replace(metadata, title=title))


def _is_headline(words: str, title: str) -> bool:
    """Whether a first paragraph reads as a headline rather than as the first sentence of the story."""
    if title and words.casefold() == title.casefold():
        return True
    count = len(words.split())
    if count > _HEADLINE_WORDS or _PLACE_LINE.match(words):
        return False
    if not _STOP.search(words):
        return not words.endswith((":", ","))
    return _in_title_case(words) or (count <= _STOPPED_HEADLINE_WORDS and not _STORY_WORDS.search(words))


def _in_title_case(words: str) -> bool:
    named = [w for w in words.split() if not _SMALL_WORDS.match(w)]
    capitals = sum(next((c for c in w if c.isalnum()), "a").isupper() or w[0].isdigit() for w in named)
    return capitals >= 0.8 * len(named)


def _is_heading(words: Sequence[str], prose: Sequence[int], place: int) -> bool:
    """Whether a paragraph is a short line over a longer one; one of several short lines is a list's item."""
    if place == 0 or place + 1 == len(prose) or not _title_like(words[prose[place]]):
        return False
    following, before = words[prose[place + 1]], words[prose[place - 1]]
    return not _title_like(following) and (place == 1 or not _title_like(before))


def _title_like(words: str) -> bool:
    first = next((c for c in words if c.isalnum()), "")
    return (
        len(words.split()) <= _HEADING_WORDS
        and not _SENTENCE_END.search(words)
        and words[-1] not in "\"'”’"
        and (first.isupper() or first.isdigit())
    )


def _short(words: str) -> str:
    if len(words) <= 2 * _TITLE_LENGTH and len(words.split()) <= _HEADLINE_WORDS:
        return words
    cut = words[: _TITLE_LENGTH + 1].rpartition(" ")[0] or words[:_TITLE_LENGTH]
    return cut.rstrip(" ,;:–—-") + "…"
