"""How much a figure matters to a briefing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.quantity import Quantity

_KINDS: Final = {
    "money": 0.45,
    "percent": 0.4,
    "count": 0.35,
    "measure": 0.25,
    "ratio": 0.2,
    "duration": 0.1,
    "age": 0.05,
    "ordinal": 0.05,
}
_PEOPLE: Final = read_words("speech", "people")
_GRAVE: Final = read_words("speech", "grave verbs")
_SMALL: Final = 5


def salience(root: Token, quantity: Quantity, *, hedged: bool, place: float, repeated: bool) -> float:
    """A figure's salience, 0.0 to 1.0.

    Args:
        root: the token of the figure on which its others hang.
        quantity: the figure's number and unit.
        hedged: whether the article hedges it, which it does where the number matters.
        place: where in the article it stands, 0.0 at its beginning and 1.0 at its end.
        repeated: whether the article gave the same number before.
    """
    score = _KINDS[quantity.kind]
    size = abs(quantity.high)
    grave = root.head.lemma_ in _GRAVE or any(c.lemma_ in _GRAVE for c in root.children)
    if quantity.kind in ("count", "money") and size > 1:
        score += min(0.25, 0.04 * math.log10(size))
    if quantity.kind == "count":
        score += 0.15 * (quantity.unit in _PEOPLE) + 0.25 * grave
        if size <= _SMALL and not grave:
            score -= 0.25
    score += 0.1 * hedged + 0.15 * (1.0 - place) - 0.2 * repeated
    if quantity.unit == "generation" or not quantity.unit:
        score -= 0.15
    return round(min(1.0, max(0.0, score)), 3)
