"""All that was found in one article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args, get_type_hints

from sphinx_briefing.models.events import Event
from sphinx_briefing.models.excerpt import Excerpt
from sphinx_briefing.models.facts import Fact
from sphinx_briefing.models.figures import Change, Figure
from sphinx_briefing.models.gaps import Gap, Tension
from sphinx_briefing.models.people import Person
from sphinx_briefing.models.quotes import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All excerpts of one article, each kind in the order of the text; facts best first."""

    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    facts: tuple[Fact, ...] = ()
    changes: tuple[Change, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    unknowns: tuple[Gap, ...] = ()
    tensions: tuple[Tension, ...] = ()

    @property
    def gaps(self) -> tuple[Gap | Tension, ...]:
        """What is open: known unknowns, then tensions."""
        return (*self.unknowns, *self.tensions)


@cache
def analysis_fields() -> dict[str, type[Excerpt]]:
    """The record of the excerpts in each field of an :class:`Analysis`."""
    return {name: get_args(hint)[0] for name, hint in get_type_hints(Analysis).items()}
