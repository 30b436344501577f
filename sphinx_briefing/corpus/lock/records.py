"""What a lock holds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from sphinx_briefing.models import Excerpt, Span, analysis_fields
from sphinx_briefing.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that an excerpt rests on besides its own: a ``TextQuoteSelector`` and a ``TextPositionSelector``."""

    exact: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The range of code points."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One excerpt as it was accepted.

    All offsets, those of the excerpt's record too, count into the version of the article that has the hash.

    Attributes:
        article: the id of its article.
        excerpt: its record, its paragraph left out: that follows from where the words stand.
        exact: the article's text from its start to its end.
        prefix: what stands before.
        suffix: what stands behind.
        sha256: the hash of the article's file.
        passages: what it rests on besides, as far as that lies outside its own words.
        reviewed_by: who accepted it, ``""`` if that was not told.
        reviewed_on: when, in ISO 8601.
    """

    article: str
    excerpt: Excerpt
    exact: str
    prefix: str = ""
    suffix: str = ""
    sha256: str = ""
    passages: tuple[Passage, ...] = ()
    reviewed_by: str = ""
    reviewed_on: str = ""

    @property
    def key(self) -> str:
        """Its name in the whole corpus, as of a :class:`~sphinx_briefing.corpus.Hit`."""
        return f"{self.excerpt.type}:{self.article}/{self.excerpt.id}"

    @property
    def span(self) -> Span:
        """Where it stood."""
        return self.excerpt.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """All that was accepted.

    Attributes:
        articles: the hash of each article there was, by its id.
        questions: what pages asked, as :func:`question_name` puts it, with the keys of the excerpts that answered.
        entries: the excerpts by their keys.
    """

    articles: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)


@cache
def excerpt_records() -> dict[str, type[Excerpt]]:
    """The record of each type of excerpt."""
    return {"passage": Excerpt, **{record.type: record for record in analysis_fields().values()}}


def question_name(question: Any) -> str:
    """A question in words that tell it from each other one: ``Query(wanted="figures", about=["wardens"])``."""
    given = (
        f"{f.name}={json.dumps(to_plain(value), ensure_ascii=False, default=str)}"
        for f in fields(question)
        if (value := getattr(question, f.name)) != f.default
    )
    return f"{type(question).__name__}({', '.join(given)})"
