"""Whether people whom two articles name are one: the same full name, and roles that one person can have."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from sphinx_briefing.models import Person

_WORD: Final = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_PARTICLE: Final = re.compile(r"\b(?:al|el|ul|bin|ibn|abu|de|da|di|del|der|van|von|la|le)[-\s]+")
_AGE: Final = re.compile(r"\b(\d{1,3})-year-old\b|^(\d{1,3})$")
#: Two articles' ages of one person may lie a birthday or two apart; archives reach further back.
_YEARS: Final = 10
#: Words of a role that tell nothing of who has it.
_SILENT: Final = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "former",
        "from",
        "his",
        "her",
        "in",
        "its",
        "late",
        "new",
        "of",
        "on",
    }
    | {"retired", "s", "the", "their", "then", "to", "who", "with", "acting", "deputy", "vice", "ex"}
    | {"city", "country", "island", "nation", "national", "province", "region", "state", "town"}
)
_LONG_FORMS: Final = {
    "adm": "admiral",
    "amb": "ambassador",
    "atty": "attorney",
    "capt": "captain",
    "cmdr": "commander",
    "col": "colonel",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "rep": "representative",
    "sen": "senator",
    "sgt": "sergeant",
}


def same_person(a: Person, b: Person) -> bool:
    """Whether two articles mean one person or body, each by the fullest name it gives.

    Full names decide unless the roles contradict each other; names of one word only together with a role that
    both give. Spelling with or without accents and particles ("Assad", "al-Assad") makes no difference.
    """
    if a.kind != b.kind:
        return False
    if a.kind == "organisation":
        return fold(a.name) == fold(b.name)
    left, right = name_parts(a.name), name_parts(b.name)
    if len(left) > 1 and len(right) > 1:
        return _same_full(left, right) and not contradict(a.role, b.role)
    return left[-1:] == right[-1:] and share_role(a.role, b.role) and not contradict(a.role, b.role)


def family(person: Person) -> tuple[str, str]:
    """What two people must have in common to be one: the kind, and the surname or a body's whole name."""
    last = fold(person.name) if person.kind == "organisation" else name_parts(person.name)[-1]
    return person.kind, last


def name_parts(name: str) -> list[str]:
    """The words of a name, folded, without particles."""
    folded = fold(name).replace("’", "'")
    parts = _WORD.findall(_PARTICLE.sub("", folded))
    return [part.rstrip(".") for part in parts] or [folded]


def _same_full(a: list[str], b: list[str]) -> bool:
    """Whether first and last words are the same, and those between them can be one person's."""
    if (a[0], a[-1]) != (b[0], b[-1]):
        return False
    middle, other = a[1:-1], b[1:-1]
    if not middle or not other:
        return True
    return any(m == o or (1 in (len(m), len(o)) and m[0] == o[0]) for m in middle for o in other)


def share_role(a: str, b: str) -> bool:
    """Whether two roles have a telling word in common."""
    return bool(_telling(a) & _telling(b))


def contradict(a: str, b: str) -> bool:
    """Whether nobody can have both roles.

    Nobody does who has an office in one article and a trade in the other, or the same highest office of two
    places, or ages far apart. Roles that merely differ do not contradict: people change them, and articles choose.
    """
    if not a or not b:
        return False
    left, right = _telling(a), _telling(b)
    years = [_age(a), _age(b)]
    if years[0] and years[1] and abs(years[0] - years[1]) > _YEARS:
        return True
    one = left & right & _nouns("one")
    if one and left - right and right - left:
        return left & right == one
    public, private = _nouns("public"), _nouns("private")
    apart = not left & right
    return apart and bool((left & public and right & private) or (left & private and right & public))


def _age(role: str) -> int:
    found = _AGE.search(role)
    return int(found[1] or found[2]) if found else 0


def _telling(role: str) -> set[str]:
    words = (word.rstrip(".") for word in _WORD.findall(fold(role).replace("’", "'").replace("'s", "")))
    return {_LONG_FORMS.get(word, word) for word in words} - _SILENT


@cache
def _nouns(group: str) -> frozenset[str]:
    """The words under a heading of the list of offices."""
    lines = Path(__file__).with_name("offices.txt").read_text(encoding="utf-8").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("#"))
    found = re.search(rf"\[{group}\]([^\[]*)", body)
    return frozenset(found[1].split()) if found else frozenset()
