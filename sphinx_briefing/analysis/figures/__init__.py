"""Figures of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Figure, Quote


def find_figures(doc: Doc, quotes: Sequence[Quote] = ()) -> list[Figure]:
    """The figures of *doc* in the order of the text."""
    return []
