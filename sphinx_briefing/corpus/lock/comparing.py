"""What differs between two readings of an excerpt, and between two locks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from sphinx_briefing.corpus.digest import shown_excerpt
from sphinx_briefing.folding import fold
from sphinx_briefing.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.corpus.lock.records import Entry, Lock
    from sphinx_briefing.models import Excerpt

#: Names, numbers and links that follow from other excerpts or from where the words stand, and how a reading came about.
_NOT_READ: Final = frozenset({"id", "paragraph", "person", "figure", "quotes", "edited"})

#: What follows from the words themselves, and is no news where these are told.
_OF_WORDS: Final = re.compile(
    r"value|low|high|bound|hedge|trend|unit|unit_phrase|kind|computed\..*|(?:before|after|amount)\..*"
    r"|cue\..*|.*\.mention|.*\.candidates \d+"
)


class Difference(NamedTuple):
    """A part of a reading that two have otherwise: ``speaker.name``, and what it is in each, in words."""

    part: str
    before: str
    after: str


def differences(before: Excerpt, after: Excerpt) -> list[Difference]:
    """What *after* is read as otherwise than *before*; typography and white space make no difference."""
    old, new = _reading(before), _reading(after)
    return [
        Difference(part, old.get(part, ""), new.get(part, ""))
        for part in dict.fromkeys([*old, *new])
        if fold(old.get(part, "")).text != fold(new.get(part, "")).text
    ]


def _reading(excerpt: Excerpt) -> dict[str, str]:
    """The parts of a reading by their names; of somebody it does not matter by which words they come in first."""
    parts = dict(_parts(shown_excerpt(excerpt)))
    if isinstance(excerpt, Person):
        del parts["text"]
    return parts


def same_reading(before: Excerpt, after: Excerpt) -> bool:
    """Whether two readings are the same, wherever the words stand."""
    return not differences(before, after)


def _parts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """The parts of a record by their names, none that is empty."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in _NOT_READ:
                yield from _parts(part, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for n, part in enumerate(value, 1):
            yield from _parts(part, f"{name} {n}")
    elif value not in (None, ""):
        yield name, f"{value:g}" if isinstance(value, float) else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What became of one excerpt from one lock to the next.

    Attributes:
        status: whether it came, went, or is read otherwise.
        before: its block in the older lock, ``None`` if it is new.
        after: its block in the newer lock, ``None`` if it is gone.
        differences: what is read otherwise.
    """

    status: Literal["added", "removed", "changed"]
    before: Entry | None = None
    after: Entry | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def entry(self) -> Entry:
        """Its block in the newer lock that has it."""
        found = self.after or self.before
        if found is None:
            msg = "a revision has at least one block"
            raise ValueError(msg)
        return found


def revisions(old: Lock, new: Lock) -> list[Revision]:
    """What differs between two locks, in the order of their blocks; words that merely moved do not."""
    found = []
    pairs = [*_paired(old, new)]
    for before, after in pairs:
        if before is None or after is None:
            found.append(Revision(status="removed" if after is None else "added", before=before, after=after))
        elif told := tuple(_told(before, after)):
            found.append(Revision(status="changed", before=before, after=after, differences=told))
    return sorted(found, key=lambda revision: _order(revision.entry))


def _told(before: Entry, after: Entry) -> Iterator[Difference]:
    told = differences(before.excerpt, after.excerpt)
    if before.exact.split() != after.exact.split() and not any(d.part == "text" for d in told):
        yield Difference("text", before.exact, after.exact)
    yield from told


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.article, entry.excerpt.type, entry.excerpt.id


def _paired(old: Lock, new: Lock) -> Iterator[tuple[Entry | None, Entry | None]]:
    """The blocks of one excerpt in both locks.

    Ids are made of words, so an edit gives another one: the only two blocks of one type that stand before or behind
    the same words are one excerpt too.
    """
    gone = [entry for key, entry in old.entries.items() if key not in new.entries]
    come = [entry for key, entry in new.entries.items() if key not in old.entries]
    for key, entry in old.entries.items():
        if key in new.entries:
            yield entry, new.entries[key]
    for entry in gone:
        after = [other for other in come if _stand_alike(entry, other)]
        if len(after) == 1 and sum(_stand_alike(other, after[0]) for other in gone) == 1:
            come.remove(after[0])
            yield entry, after[0]
        else:
            yield entry, None
    for entry in come:
        yield None, entry


def _stand_alike(one: Entry, other: Entry) -> bool:
    """Whether two blocks are of one type and stand before or behind the same words of one article."""
    if (one.article, one.excerpt.type) != (other.article, other.excerpt.type):
        return False
    return (
        one.prefix.strip() == other.prefix.strip() != "" or one.suffix.strip() == other.suffix.strip() != ""
    )


class Run(NamedTuple):
    """Words in a row of which all stayed, went or came."""

    words: str
    fate: Literal["stayed", "went", "came"]


def runs(before: str, after: str) -> list[Run]:
    """The words of two texts as one, those that went before those that came in their place."""
    old, new = before.split(), after.split()
    made: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            made.append(Run(" ".join(old[a:b]), "stayed"))
            continue
        made += [Run(" ".join(old[a:b]), "went")] if a < b else []
        made += [Run(" ".join(new[c:d]), "came")] if c < d else []
    return made


def telling(differences: Sequence[Difference]) -> list[Difference]:
    """Those of some differences that a reader must be told: where the words differ, not what follows from them."""
    if not any(d.part == "text" for d in differences):
        return list(differences)
    return [d for d in differences if not _OF_WORDS.fullmatch(d.part)]
