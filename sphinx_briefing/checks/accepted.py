"""How what a page shows stands to what was accepted: whether its article still has it, and reads as it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.checks.nearest import Words, differences
from sphinx_briefing.corpus.lock.comparing import differences as reading_differences
from sphinx_briefing.folding import fold
from sphinx_briefing.models import Excerpt, Fact, Problem, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.corpus.lock.anchoring import Anchored
    from sphinx_briefing.corpus.lock.holding import Held
    from sphinx_briefing.models import Article, Span

REMEDY: Final = "to accept what is there now, run: sphinx-briefing lock"
#: How many excerpts a message names, how many characters of each, and how many differences.
_MOST_NAMED: Final = 3
_LONGEST: Final = 120
#: What has no reading but its words.
_UNREAD: Final = (Fact, Excerpt)


class Asked(NamedTuple):
    """What a page asked, as far as the lock is concerned.

    Attributes:
        keys: the excerpts that were accepted as the answer, ``None`` if it was not asked then.
        shown: the excerpts of the present answer, by their keys.
    """

    keys: Sequence[str] | None
    shown: Mapping[str, Hit]


def standing(held: Held, asked: Asked) -> tuple[Problem, ...]:
    """What is to be told of an answer: of each excerpt that drifted or is read otherwise, and of what is not locked."""
    found: list[Problem] = []
    unlocked: list[str] = []
    instead = {held.read.get(key) for key in asked.keys or () if held.anchored[key].excerpt is None}
    for key in dict.fromkeys([*(asked.keys or ()), *asked.shown]):
        if key in held.anchored:
            found += _of_accepted(held, held.anchored[key])
        elif asked.shown[key].excerpt not in instead:
            unlocked.append(key)
    return (*found, *_of_unlocked(held, asked, unlocked))


def moved(held: Held, keys: Iterable[str]) -> tuple[str, ...]:
    """Those of some excerpts that stand elsewhere than when they were accepted, with both places."""
    return tuple(
        f"{key} moved from character {was.entry.span.start} to {was.excerpt.start}"
        for key in keys
        if (was := held.anchored[key]).state == "moved" and was.excerpt
    )


def _of_unlocked(held: Held, asked: Asked, unlocked: Sequence[str]) -> Iterator[Problem]:
    if unlocked:
        more = len(unlocked) - _MOST_NAMED
        named = ", ".join(unlocked[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        message = f"the lock does not hold {named}; review it, then run: sphinx-briefing lock"
        yield Problem(subtype="unlocked", message=message)
    elif asked.keys is None and held.present.unanalysed:
        yield Problem(
            subtype="unlocked",
            message="the lock does not know what is asked here, and without a spaCy model the articles can't be "
            "searched; run sphinx-briefing lock where there is one",
        )


def _of_accepted(held: Held, found: Anchored) -> Iterator[Problem]:
    article = held.present.articles.get(found.entry.article)
    if article is None:
        message = (
            f"{found.entry.key}: the article {found.entry.article} is gone; restore it, or take this out"
        )
        yield Problem(subtype="drift", message=message)
    elif found.excerpt is None:
        told = f"{found.entry.key} is {found.state} in {article.path}: {_drifted(found, article)}; {REMEDY}"
        yield Problem(subtype="drift", message=told)
    elif article.id not in held.present.unanalysed:
        yield from _read_otherwise(found.entry.key, found.excerpt, held.read.get(found.entry.key))


def _read_otherwise(key: str, accepted: Excerpt, now: Excerpt | None) -> Iterator[Problem]:
    """The warning that the present analysis makes something else of the same words.

    Whether a sentence is picked as a fact is no reading of it, and words in no excerpt have none.
    """
    if now is None:
        if type(accepted) not in _UNREAD:
            message = (
                f"{key}: the present analysis finds nothing there; the page shows what was accepted; {REMEDY}"
            )
            yield Problem(subtype="reading", message=message)
        return
    told = [
        f"{part} “{_short(new)}”, accepted “{_short(old)}”"
        for part, old, new in reading_differences(accepted, now)
    ]
    if told:
        message = (
            f"{key} is read otherwise now: {'; '.join(told[:_MOST_NAMED])}; the page shows what was accepted"
        )
        yield Problem(subtype="reading", message=f"{message}; {REMEDY}")


def _drifted(found: Anchored, article: Article) -> str:
    """What became of words that do not stand as they did."""
    entry = found.entry
    old = " ".join(entry.exact.split())
    if found.lost == "speaker" and isinstance(entry.excerpt, Quote) and entry.excerpt.speaker:
        return f"“{_short(old)}” is no longer given to {entry.excerpt.speaker.printed} there"
    if found.lost == "passage":
        there = [p.exact for p in entry.passages if p.exact not in article.text]
        told = f"“{_short(old)}” stands, but not what it rests on"
        return f"{told}: {_nearest(there[0], article)}" if there else told
    if found.now is not None:
        return f"it was “{_short(old)}”, {_now(found.now, old, article)}"
    return _nearest(old, article)


def _nearest(words: str, article: Article) -> str:
    """The words, and the passage that comes nearest to them."""
    gone = f"“{_short(words)}” is not there"
    near = Words(fold(article.prose, article.markup)).nearest(words)
    return f"{gone}, nearest {_now(near[1], words, article)}" if near else gone


def _now(span: Span, old: str, article: Article) -> str:
    """What a passage says, with its paragraph and what differs, as far as that is short."""
    now = article.printed(span)
    told = f"now “{_short(now)}” (¶{article.paragraph_at(span.start)})"
    return f"{told} - {differences(now, old, more_than_there='is added') or 'other punctuation'}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
