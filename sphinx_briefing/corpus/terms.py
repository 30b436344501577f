"""Whether a text has one of some terms in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"\w+(?:\.\w+)*")


def any_term(terms: Sequence[str], text: str) -> bool:
    """Whether the words of one of *terms* stand side by side in *text*; case and plural are free."""
    words = [_stem(w) for w in _WORD.findall(text)]
    for term in terms:
        wanted = [_stem(w) for w in _WORD.findall(term)]
        n = len(wanted)
        if n and any(words[i : i + n] == wanted for i in range(len(words) - n + 1)):
            return True
    return False


def _stem(word: str) -> str:
    """The word without case and plural ending; crude, but the same on both sides."""
    plain = word.casefold()
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if plain.endswith(ending) and len(plain) > len(ending) + 2 and not plain.endswith(("ss", "us", "is")):
            return plain[: -len(ending)] + instead
    return plain
