"""Quotes of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Quote


def find_quotes(doc: Doc) -> list[Quote]:
    """The quotes of *doc* in the order of the text."""
    return []
