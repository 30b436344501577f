"""Whether facts of two articles tell the same event: told with care, for a wrong "also in" is worse than none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.corpus.telling import Sides, lists_of_words

if TYPE_CHECKING:
    from sphinx_briefing.corpus.telling import Telling

#: How many telling words two facts share at least, and what part of those of the shorter one: less is enough where
#: they share a figure.
_LEAST: Final = 5
_PART_WITH_FIGURE: Final = 0.6
_PART: Final = 0.75


def same_event(a: Telling, b: Telling) -> bool:
    """Whether two facts tell the same, neither what the other rules out."""
    shared = len(a.words & b.words)
    if shared < _LEAST or not (a.names & b.names or len(a.numbers & b.numbers) > 1):
        return False
    part = _PART_WITH_FIGURE if _share_figure(a, b) else _PART
    return shared >= part * min(len(a.words), len(b.words)) and not _differ(a, b)


def _share_figure(a: Telling, b: Telling) -> bool:
    return any(a.figures[kind] & b.figures[kind] for kind in a.figures.keys() & b.figures.keys())


def _differ(a: Telling, b: Telling) -> bool:
    """Whether one of two facts says what the other does not, where that makes them two."""
    return bool(
        a.denies != b.denies
        or a.unreal != b.unreal
        or (a.names - b.words and b.names - a.words)
        or not all(_nested(one, other) for one, other in zip(a.days, b.days, strict=True))
        or _figures_differ(a, b)
        or any((value, not upper) in b.limits for value, upper in a.limits)
        or _ways_differ(a, b)
        or _heads_differ(a, b)
        or _exclude(a.sides, b.sides)
        or _acts_differ(a, b)
        or _roles_differ(a, b)
    )


def _nested(one: frozenset[Any], other: frozenset[Any]) -> bool:
    """Whether one of two sets holds the other."""
    return one <= other or other <= one


def _figures_differ(a: Telling, b: Telling) -> bool:
    """Whether both give figures of a kind of which neither has all of the other's, or none that is the same."""
    kinds = a.figures.keys() & b.figures.keys()
    if not all(_nested(a.figures[kind], b.figures[kind]) for kind in kinds):
        return True
    return bool(a.figures and b.figures) and not _share_figure(a, b)


def _ways_differ(a: Telling, b: Telling) -> bool:
    """Whether a figure of both is told to be by so much in one, and to or from so much in the other."""
    both = {value for value, _way in a.ways} & {value for value, _way in b.ways}
    return any(value in both for value, _way in a.ways ^ b.ways)


def _heads_differ(a: Telling, b: Telling) -> bool:
    """Whether each begins with a word that the other has not: they may well be two names."""
    return bool(a.head and b.head) and a.head not in b.words and b.head not in a.words


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    return lists_of_words().are_opposed(one - other, other - one)


def _acts_differ(a: Telling, b: Telling) -> bool:
    """Whether each says that something happened, and neither that what the other says."""
    return bool(a.acts and b.acts) and not (a.acts.keys() & b.words or b.acts.keys() & a.words)


def _roles_differ(a: Telling, b: Telling) -> bool:
    """Whether who did it to whom is told the other way round: "Vale sued Okoro", "Okoro sued Vale".

    One of two that is in the passive voice has the names the other way round for the same.
    """
    turned = a.passive != b.passive
    for act in a.acts.keys() & b.acts.keys():
        one, other = a.acts[act], b.acts[act]
        if turned:
            other = Sides(other.after, other.before)
        if one.before & other.after and one.after & other.before:
            return True
    return False
