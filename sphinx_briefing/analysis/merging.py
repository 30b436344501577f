"""Duplicates: the same figure given again elsewhere in an article becomes one figure with several places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Recurrence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.models import Figure

#: Words that tell nothing of what is counted; a later mention has others than the first.
_SMALL_WORDS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "these", "those", ""})
#: "Three weeks" and "28-year-old" come again and again about other things.
_NEVER_MERGED: Final = frozenset({"duration", "age", "ordinal"})


def merged(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of an article in its order, those that are one and the same as one with several places.

    The fullest mention stands for all: "2,000 Aldmark troops on Corvane" for the "2,000 troops" before or after it.
    """
    out: list[Figure] = []
    for figure in figures:
        for i, known in enumerate(out):
            if says_again(known, figure):
                out[i] = replace(known, places=(*known.places, _place(figure)))
                break
            if says_again(figure, known):
                out[i] = replace(figure, places=(_place(known), *known.places))
                break
        else:
            out.append(figure)
    return sorted(out, key=lambda figure: figure.start)


def _place(figure: Figure) -> Recurrence:
    return Recurrence(figure.span, figure.sentence)


def with_ids(mentions: Iterable[Figure], figures: Iterable[Figure]) -> list[Figure]:
    """The mentions as they were before :func:`merged`, each with the id of the figure it became part of.

    Raises:
        KeyError: a mention is no place of any of *figures*.
    """
    ids = {place: figure.id for figure in figures for place in figure.spans}
    return [replace(mention, id=ids[mention.span]) for mention in mentions]


def says_again(full: Figure, other: Figure) -> bool:
    """Whether *other* is *full* in fewer words or as many, said in another sentence.

    Two mentions in one sentence stay apart, since who repeats a number there means another thing by it; and so
    do the words of two speakers, a plan and what has come to pass.
    """
    return (
        (full.value, full.low, full.high, full.unit, full.kind, full.trend)
        == (other.value, other.low, other.high, other.unit, other.kind, other.trend)
        and bool(full.unit)
        and full.kind not in _NEVER_MERGED
        and (other.bound == "=" or other.hedge == full.hedge)  # "about 400 troops", then "the 400 troops"
        and (full.modality == "planned") == (other.modality == "planned")
        and not (full.attribution and other.attribution and full.attribution != other.attribution)
        and not full.sentence.overlaps(other.sentence)
        and _counts_the_same(full, other)
    )


def _counts_the_same(full: Figure, other: Figure) -> bool:
    """Whether the other mention names what it counts with no word that the full one lacks."""
    told = _words(other.subject)
    known = _words(f"{full.text} {full.subject} {full.unit_phrase}")
    return bool(told) and told | _words(other.text.removeprefix(other.hedge)) <= known


def _words(phrase: str) -> set[str]:
    return {word.strip(".,;’'").lower() for word in phrase.split()} - _SMALL_WORDS
