"""Words by which an article judges instead of telling: a briefing's reader should see whose judgement it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

_LOADED: Final = entries(Path(__file__).parent / "loaded.txt")
_OPEN_CLASSES: Final = frozenset({"VERB", "ADJ", "ADV", "NOUN"})


def loaded_in(passage: Iterable[Token], quoted: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of the words in *passage* that judge, outside quotation marks: there they are somebody's.

    Args:
        passage: its tokens.
        quoted: the token ranges of what is quoted in it, marks excluded.
    """
    return tuple(
        Span(t.idx, t.idx + len(t))
        for t in passage
        if (t.lemma_ in _LOADED or t.lower_ in _LOADED)
        and t.pos_ in _OPEN_CLASSES
        and not any(a <= t.i < b for a, b in quoted)
    )
