"""Events of several articles in the order of time, what more than one of them tells put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from sphinx_briefing.corpus.sameness import same_event
from sphinx_briefing.corpus.telling import known_names, telling
from sphinx_briefing.edtf import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.corpus.corpus import Corpus, Hit
    from sphinx_briefing.corpus.telling import Telling
    from sphinx_briefing.models import Event


class Moment(NamedTuple):
    """An event, and the events of other articles that are the same."""

    hit: Hit
    also: tuple[Hit, ...] = ()

    @property
    def event(self) -> Event:
        """The event whose words stand for all."""
        return cast("Event", self.hit.excerpt)


def moments(corpus: Corpus, hits: Sequence[Hit]) -> list[Moment]:
    """The events of *hits* by time; those without a known year come last, as they were.

    Two events of two articles are one if they are of one date and tell the same. The most salient one stands for all.
    """
    told = _tellings(corpus, hits)
    groups: list[list[int]] = []
    for at in sorted(range(len(hits)), key=lambda at: -hits[at].excerpt.salience):
        fitting = next((group for group in groups if _belongs(at, group, hits, told)), None)
        if fitting is None:
            groups.append([at])
        else:
            fitting.append(at)
    found = [Moment(hits[first], tuple(hits[at] for at in sorted(rest))) for first, *rest in sorted(groups)]
    return sorted(found, key=lambda moment: order(moment.event.date.edtf))


def _tellings(corpus: Corpus, hits: Sequence[Hit]) -> list[Telling]:
    articles = {hit.article.id: hit.article for hit in hits}
    named = {name: known_names(article) for name, article in articles.items()}
    return [telling(hit, corpus.analyses[hit.article.id].figures, named[hit.article.id]) for hit in hits]


def _belongs(at: int, group: Iterable[int], hits: Sequence[Hit], told: Sequence[Telling]) -> bool:
    return all(_is_same(hits[at], hits[other]) and same_event(told[at], told[other]) for other in group)


def _is_same(one: Hit, other: Hit) -> bool:
    """Whether two events may be one: of two articles, of one date, and neither planned where the other is not."""
    a, b = cast("Event", one.excerpt), cast("Event", other.excerpt)
    return (
        one.article.id != other.article.id
        and bool(a.date.edtf)
        and a.date.edtf == b.date.edtf
        and (a.modality == "planned") == (b.modality == "planned")
    )
