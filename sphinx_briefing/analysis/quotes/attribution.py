"""Which cue and which speaker a marked passage belongs to: a ladder of rules, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes import around, beside
from sphinx_briefing.analysis.quotes.governing import governing
from sphinx_briefing.analysis.quotes.place import Attribution, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_briefing.analysis.quotes.cues import Credit
    from sphinx_briefing.analysis.quotes.reading import Reading

#: Each rule answers with a credit, or with ``None`` where it has nothing to say.
LADDER: Final[tuple[Callable[[Place], Credit | None], ...]] = (
    beside.headline_colon,
    beside.interrupted,
    beside.before_the_mark,
    beside.that_clause,
    beside.after_the_mark,
    beside.second_part,
    around.after_colon,
    around.parenthetical,
    governing,
    around.introduced,
    around.in_the_sentence,
    around.in_the_sentence_before,
    around.in_the_paragraph,
    around.carried,
)

#: These find a speaker without any word that ties the passage to them.
WEAK_RULES: Final = frozenset({"carried", "in_the_paragraph", "in_the_sentence_before"})


def attribute(reading: Reading, found: Sequence[Credit]) -> list[Attribution | None]:
    """For each passage of *reading* what it belongs to.

    Args:
        reading: the Doc and its passages.
        found: the credits outside marks, as :func:`~.cues.find_credits` gives them.
    """
    out: list[Attribution | None] = []
    for number in range(len(reading.passages)):
        out.append(_climb(Place(reading, number, found, out)))
    _look_ahead(reading, out)
    return out


def _look_ahead(reading: Reading, out: list[Attribution | None]) -> None:
    """Give a passage left open at its paragraph's end the credit of the next paragraph, where it goes on."""
    for number in range(len(out) - 2, -1, -1):
        passage, following = reading.passages[number], reading.passages[number + 1]
        here, there = out[number], out[number + 1]
        goes_on = not passage.marked.closed and following.paragraph == passage.paragraph + 1
        is_open = here is None or here.rule in WEAK_RULES
        if goes_on and is_open and there is not None and there.rule not in WEAK_RULES:
            out[number] = Attribution(there.credit, "look_ahead")


def _climb(place: Place) -> Attribution | None:
    for rule in LADDER:
        found = rule(place)
        if found is not None:
            return Attribution(found, rule.__name__)
    return None
