"""Which statements come first, each said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.merit import merit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.facts.candidates import Candidate
    from sphinx_briefing.models import Figure, Quote

#: How many of its content words a statement may share with a better one before it repeats it.
_REPEATED: Final = 0.45
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def ranked(
    found: Iterable[Candidate], figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()
) -> list[tuple[Candidate, float]]:
    """The candidates best first, each with its merit; those that repeat a better one come after the rest."""
    pairs = ((c, merit(c, figures, quotes)) for c in found)
    chosen: list[tuple[Candidate, float]] = []
    repeated: list[tuple[Candidate, float]] = []
    seen: list[frozenset[str]] = []
    for pair in sorted(pairs, key=lambda pair: (-pair[1], pair[0].place)):
        words = _content(pair[0].words)
        if any(_share(words, other) >= _REPEATED for other in seen):
            repeated.append(pair)
        else:
            chosen.append(pair)
            seen.append(words)
    return chosen + repeated


def _content(words: Tokens) -> frozenset[str]:
    """The lemmas of the content words."""
    return frozenset(t.lemma_.lower() for t in words if t.pos_ in _CONTENT and not t.is_stop)


def _share(words: frozenset[str], other: frozenset[str]) -> float:
    return len(words & other) / max(1, min(len(words), len(other)))
