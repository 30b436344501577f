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
_KEEPING: Final = frozenset({"DET", "ADJ", "ADV", "PART", "PRON", "SYM"})
_ENDING: Final = frozenset({"VERB", "AUX", "SCONJ"})
_DEFINITE: Final = frozenset({"the", "its", "their", "his", "her", "our", "these", "those"})
#: "Soared above 20 C" gives the level that is reached, "soared more than 20 percent" the difference.
_LEVEL_HEDGES: Final = frozenset({"above", "below", "past", "beyond"})
_MOST_SKIPPED: Final = 9
_TIMES: Final = frozenset({"duration", "age", "ordinal"})


@dataclass(slots=True)
class Arguments:
    """The figures that a word of change takes, each with its role.

    Attributes:
        amount: the figure that states the difference.
        before: the earlier value; a range that holds both has this role.
        after: the later value.
        prepositional: whether the amount follows "by" or "of".
    """

    amount: Figure | None = None
    before: Figure | None = None
    after: Figure | None = None
    prepositional: bool = False


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
            if role == "amount" and not preposition:
                role = _bare_role(piece.figure, pieces[place - 1], pieces[place + 1 : place + 2])
            if role is not None and _take(found, role, piece.figure):
                found.prepositional |= role == "amount" and bool(preposition)
            if piece.figure.kind not in _TIMES or role is not None:
                skipped = 0
            role, preposition = None, ""
        elif _ends_clause(piece, pieces[place - 1]) or skipped > _MOST_SKIPPED:
            break
        elif piece.lower in _ROLES or (noun and piece.lower == "of"):
            role, preposition = _ROLES.get(piece.lower, "amount"), piece.lower
            if piece.lower == "to" and pieces[place - 1].lower == "up":
                role = None  # "can grow up to 32 feet" is a size
        elif not keeps_role(piece):
            role, preposition, skipped = None, "", skipped + 1
    return found


def _bare_role(figure: Figure, before: Piece, after: Sequence[Piece]) -> Role | None:
    """What a figure right behind a verb is: "cut the 36 holes to 18" cuts from 36, "fell below $30" falls to it."""
    if any(piece.lower == "into" for piece in after):
        return None  # "sink $30 billion into the towns"
    if before.lower in _DEFINITE:
        return "before"
    return "after" if figure.hedge.lower() in _LEVEL_HEDGES else "amount"


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
    return piece.pos in _ENDING and piece.token.dep_ not in ("amod", "compound")


def keeps_role(piece: Piece) -> bool:
    """Whether a figure behind this piece is still what the preposition before it announced."""
    if piece.pos == "ADP":
        return piece.lower == "of"
    return piece.pos in _KEEPING or piece.lemma in _LEVELS or piece.lower in ("'s", "’s", "-")
