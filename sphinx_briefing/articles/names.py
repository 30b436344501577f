"""People's names in bylines and metadata, and the names that articles are addressed by."""

from __future__ import annotations

import re
from typing import Final

from sphinx_briefing.naming import fold

#: One capitalised word of a name, or a particle between two of them.
_WORD: Final = (
    r"(?:[^\W\d_a-z][\w'’.-]*|(?:de|da|di|del|der|den|dos|du|la|le|van|von|bin|ibn|al|el|y|af|zu)\b)"
)
#: Two to five words that can be somebody's name; the first is capitalised.
NAME: Final = rf"[^\W\d_a-z][\w'’.-]*(?:\s+{_WORD}){{1,4}}"
_PERSON: Final = re.compile(NAME)
_JOINTS: Final = re.compile(r"\s*(?:;|,?\s+and\s+|\s+&\s+|,\s+)\s*")
_PREFIX: Final = re.compile(r"(?:written\s+)?by:?\s+", re.IGNORECASE)


def is_person(words: str) -> bool:
    """Whether *words* look like a person's full name."""
    return _PERSON.fullmatch(words) is not None and not words.startswith(("The ", "THE "))


def split_names(words: str) -> list[str]:
    """The names in *words*, one where splitting them would not leave full names on all sides.

    ``Jane Doe and John Roe`` are two people, ``Ministry of Food and Agriculture`` is one author.
    """
    whole = _PREFIX.sub("", words, count=1).strip() if _PREFIX.match(words) else words.strip()
    if ";" in whole:
        return [part.strip() for part in whole.split(";") if part.strip()]
    parts = _JOINTS.split(whole)
    return parts if len(parts) > 1 and all(map(is_person, parts)) else [whole] * bool(whole)


def slug(words: str) -> str:
    """*words* in lower case, accents dropped, everything between letters and digits a hyphen."""
    return re.sub(r"[\W_]+", "-", fold(words)).strip("-")
