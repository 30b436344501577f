"""Names for excerpts: slugs of their content, never counters, so that inserting a paragraph changes none."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.models import Change, Excerpt, Figure, Person, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

E = TypeVar("E", bound=Excerpt)

_WORD: Final = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*")
_INITIALISM: Final = re.compile(r"\b(?:[a-z]\.){2,}")
_FILLERS: Final = entries(Path(__file__).with_name("fillers.txt"))
_MOST_WORDS: Final = 5
#: How many characters before its sentence the longer names of an excerpt look at, in turn; bounded, since a
#: file may say the same thing thousands of times.
_CONTEXTS: Final = (0, 200, 800, 3200, 12800)


def slug(text: str, most: int = _MOST_WORDS) -> str:
    """The first *most* telling words of *text*, lower case, in ASCII where they can be, joined by hyphens."""
    straight = text.replace(",", "").replace("’", "'")
    plain = unicodedata.normalize("NFKD", straight).encode("ascii", "ignore").decode().lower()
    words = _WORD.findall(_INITIALISM.sub(lambda m: m.group().replace(".", ""), plain))
    telling = [w for w in words if w not in _FILLERS] or words
    return "-".join(telling[:most]) or _digest(text)


def named(excerpts: Sequence[E], text: str) -> tuple[E, ...]:
    """The excerpts of one kind with their ids.

    Excerpts that would share a name all get a short digest of their sentence added: were the plain name left
    to the first of them, a new paragraph could hand it to another excerpt without a word.

    Args:
        excerpts: in any order; the order decides only between those that nothing but their place tells apart.
        text: the article's, to which the spans refer.
    """
    names = [_name(e) for e in excerpts]
    shared = {name for name, times in Counter(names).items() if times > 1}
    taken: set[str] = set()
    out: list[E] = []
    for excerpt, name in zip(excerpts, names, strict=True):
        unique = _free(name, excerpt, text, taken, plain=name not in shared)
        taken.add(unique)
        out.append(replace(excerpt, id=unique))
    return tuple(out)


def free_name(excerpt: Excerpt, text: str, taken: Set[str]) -> str:
    """The id of one more excerpt of an article, none of those that are *taken*."""
    return _free(_name(excerpt), excerpt, text, taken, plain=True)


def _free(name: str, excerpt: Excerpt, text: str, taken: Set[str], *, plain: bool) -> str:
    candidates = chain((name,) if plain else (), _longer(name, excerpt, text))
    return next((n for n in candidates if n not in taken), f"{name}-{len(taken)}")


def _name(excerpt: Excerpt) -> str:
    if isinstance(excerpt, Quote) and excerpt.speaker and excerpt.speaker.printed:
        who = slug(excerpt.speaker.printed).split("-")[-1]
        return f"{who}-{slug(excerpt.text, 4)}"
    if isinstance(excerpt, Figure):
        return slug(excerpt.text.removeprefix(excerpt.hedge))
    if isinstance(excerpt, Change):
        subject = [slug(excerpt.subject, 3)] if excerpt.subject else []
        return "-".join([*subject, *map(_plain_number, _values(excerpt))])
    if isinstance(excerpt, Person):
        return slug(excerpt.name, 6)
    return slug(excerpt.text, 6)


def _values(change: Change) -> list[float]:
    return [end for level in change.levels for end in dict.fromkeys((level.low, level.high))]


def _plain_number(value: float) -> str:
    """A number as a slug has it: never with an exponent, and a minus would look like a hyphen."""
    return f"{abs(value):f}".rstrip("0").rstrip(".")


def _longer(name: str, excerpt: Excerpt, text: str) -> Iterator[str]:
    """Names to try in turn, with a digest of the sentence, of the place in it, of ever more before it.

    Where the same words stand over and over, none may be left: then only the place tells them apart.
    """
    start, end = excerpt.sentence
    yield f"{name}-{_digest(text[start:end])}"
    for before in _CONTEXTS:
        yield f"{name}-{_digest(text[max(0, start - before) : excerpt.end])}"


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:6]
