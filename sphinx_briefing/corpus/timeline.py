"""Events of several articles in the order of time, what more than one of them tells put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from sphinx_briefing.corpus.sameness import same_event
from sphinx_briefing.corpus.telling import known_names, telling
from sphinx_briefing.edtf import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.corpus.corpus import Hit
    from sphinx_briefing.corpus.telling import Telling
    from sphinx_briefing.models import Event


class Moment(NamedTuple):
    """An event, and the events of other articles that are the same."""

    hit: Hit
    also: tuple[Hit, ...] = ()

    @property
    def event(self) -> Event:
        """The event whose words stand for all."""
        return _event(self.hit)


def moments(hits: Sequence[Hit]) -> list[Moment]:
    """The events of *hits* by time; those without a known year come last, as they were.

    Two events of two articles are one if they are of one date and tell the same. The most salient one stands for all.
    """
    told = _tellings(hits)
    groups: list[list[int]] = []
    of_date: dict[str, list[list[int]]] = {}
    for at in sorted(range(len(hits)), key=lambda at: -hits[at].excerpt.salience):
        near = of_date.setdefault(_event(hits[at]).date.edtf, [])
        group = next((group for group in near if _belongs(at, group, hits, told)), None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(at)
    found = [Moment(hits[first], tuple(hits[at] for at in sorted(rest))) for first, *rest in sorted(groups)]
    return sorted(found, key=lambda moment: order(moment.event.date.edtf))


def _event(hit: Hit) -> Event:
    return cast("Event", hit.excerpt)


def _tellings(hits: Sequence[Hit]) -> list[Telling]:
    articles = {hit.article.id: hit.article for hit in hits}
    named = {name: known_names(article) for name, article in articles.items()}
    return [telling(hit.excerpt.text, named[hit.article.id]) for hit in hits]


def _belongs(at: int, group: Iterable[int], hits: Sequence[Hit], told: Sequence[Telling]) -> bool:
    return all(_may_be_one(hits[at], hits[other]) and same_event(told[at], told[other]) for other in group)


def _may_be_one(one: Hit, other: Hit) -> bool:
    """Whether two events of a date are told by two articles, and neither as planned where the other is not."""
    a, b = _event(one), _event(other)
    planned = [event.modality == "planned" for event in (a, b)]
    return one.article.id != other.article.id and bool(a.date.edtf) and planned[0] == planned[1]
