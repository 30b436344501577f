"""What a word of change takes: "fell (by) 300 to 1,200 from 1,500", in any order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sphinx_briefing.analysis.changes.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.analysis.changes.pieces import Piece
    from sphinx_briefing.models import Figure

Role = Literal["amount", "before", "after"]

_ROLES: Final[dict[str, Role]] = {"to": "after", "from": "before", "by": "amount"}
_LEVELS: Final = words("level nouns")
_STOPS: Final = frozenset(":;.?!—–")
_KEEPING: Final = frozenset({"DET", "ADJ", "ADV", "PART", "PRON", "NUM", "SYM", "ADP"})
_ENDING: Final = frozenset({"VERB", "AUX", "SCONJ"})
_MOST_SKIPPED: Final = 9
_TIMES: Final = frozenset({"duration", "age", "ordinal"})


@dataclass(slots=True)
class Arguments:
    """The figures that a word of change takes, each with its role; and where the last of them ended.

    Attributes:
        amount: the figure that states the difference.
        before: the earlier value; a range that holds both has this role.
        after: the later value.
        prepositional: whether the amount follows "by" or "of".
        last: the place of the last piece taken.
    """

    amount: Figure | None = None
    before: Figure | None = None
    after: Figure | None = None
    prepositional: bool = False
    last: int = -1


def read_arguments(pieces: Sequence[Piece], at: int, *, noun: bool) -> Arguments:
    """The arguments of the word of change at place *at*.

    Args:
        pieces: of the sentence.
        at: the word's place.
        noun: whether it is a noun, which takes its amount with "of"; a verb takes one right behind it.
    """
    found = Arguments()
    role: Role | None = None if noun else "amount"
    preposition = ""
    skipped = 0
    for place, piece in enumerate(pieces[at + 1 :], at + 1):
        if piece.figure is not None:
            if role is not None and _take(found, role, piece.figure):
                found.last = place
                found.prepositional |= role == "amount" and bool(preposition)
            if piece.figure.kind not in _TIMES or role is not None:
                skipped = 0
            role, preposition = None, ""
        elif _ends_clause(piece, pieces[place - 1]) or skipped > _MOST_SKIPPED:
            break
        elif piece.lower in _ROLES or (noun and piece.lower == "of"):
            role, preposition = _ROLES.get(piece.lower, "amount"), piece.lower
        elif not _keeps_role(piece):
            role, preposition, skipped = None, "", skipped + 1
    return found


def _take(found: Arguments, role: Role, figure: Figure) -> bool:
    """Give *figure* its role, unless that is taken or a time can't have it."""
    if getattr(found, role) is not None or (figure.kind in _TIMES and role == "amount"):
        return False
    setattr(found, role, figure)
    return True


def _ends_clause(piece: Piece, before: Piece) -> bool:
    """Whether nothing behind this piece belongs to the word of change any more."""
    if piece.lower in _STOPS or piece.token.text == "”":
        return True
    if piece.pos == "CCONJ" and before.lower == ",":
        return piece.lower in ("and", "but")
    return piece.pos in _ENDING and piece.token.dep_ not in ("amod", "compound", "acl")


def _keeps_role(piece: Piece) -> bool:
    """Whether a figure behind this piece is still what the preposition before it announced."""
    if piece.lower in (",", "(") or piece.pos == "CCONJ":
        return False
    if piece.pos == "ADP":
        return piece.lower == "of"
    return piece.pos in _KEEPING or piece.lemma in _LEVELS or piece.lower in ("'s", "’s", "-")
