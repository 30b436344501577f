"""Names for excerpts: slugs of their content, never counters, so that inserting a paragraph changes none."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from sphinx_briefing.models import Excerpt, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

E = TypeVar("E", bound=Excerpt)

_WORD: Final = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*")
_FILLERS: Final = frozenset(
    "a an the of to in on at for and or but that this it is was were be been are as by with from we i you he she "
    "they s t re ve ll d m".split()
)
_MOST_WORDS: Final = 5


def slug(text: str, most: int = _MOST_WORDS) -> str:
    """The first *most* telling words of *text*, lower case, in ASCII where they can be, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace(",", "")).encode("ascii", "ignore").decode().lower()
    words = _WORD.findall(plain)
    telling = [w for w in words if w not in _FILLERS] or words
    return "-".join(telling[:most]) or _digest(text)


def named(excerpts: Sequence[E], doc: Doc) -> tuple[E, ...]:
    """The excerpts with their ids; those that would share one get a short digest of their sentence added."""
    names = [_name(e) for e in excerpts]
    shared = {name for name, times in Counter(names).items() if times > 1}
    taken: set[str] = set()
    out: list[E] = []
    for excerpt, name in zip(excerpts, names, strict=True):
        unique = _first_free(_longer(name, excerpt, doc) if name in shared else (lambda _: name), taken)
        taken.add(unique)
        out.append(replace(excerpt, id=unique))
    return tuple(out)


def _name(excerpt: Excerpt) -> str:
    if isinstance(excerpt, Quote) and excerpt.speaker and excerpt.speaker.printed:
        who = slug(excerpt.speaker.printed).split("-")[-1]
        return f"{who}-{slug(excerpt.text, 4)}"
    return slug(excerpt.text, _MOST_WORDS if isinstance(excerpt, Figure) else 6)


def _longer(name: str, excerpt: Excerpt, doc: Doc) -> Callable[[int], str]:
    """Names to try in turn: with the digest of the sentence, then of ever more of what stands before it."""

    def attempt(n: int) -> str:
        start = max(0, excerpt.sentence.start - 200 * n)
        context = doc.text[start : excerpt.start] if n else doc.text[start : excerpt.sentence.end]
        return f"{name}-{_digest(context)}"

    return attempt


def _first_free(attempt: Callable[[int], str], taken: set[str]) -> str:
    n = 0
    while (name := attempt(n)) in taken:
        n += 1
        if n > 50:  # the same sentence over and over: only its place tells it apart
            return f"{name}-{len(taken)}"
    return name


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:6]
