"""Facts of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Fact, Figure, Quote


def find_facts(doc: Doc, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()) -> list[Fact]:
    """The facts of *doc* in the order of the text."""
    return []
