"""Changes that one sentence states: by a verb, a noun, "up" or "down", or a comparison with an earlier value."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.changes.arguments import Arguments, keeps_role, read_arguments
from sphinx_briefing.analysis.changes.difference import direction_of
from sphinx_briefing.analysis.changes.found import Found
from sphinx_briefing.analysis.changes.grammar import changed_by, is_denied, is_supposed
from sphinx_briefing.analysis.changes.levels import amount_of, ends_of, level_of
from sphinx_briefing.analysis.changes.lexicon import factors, words
from sphinx_briefing.analysis.changes.pieces import Piece, pieces_of
from sphinx_briefing.analysis.figures.lexicon import read_words
from sphinx_briefing.models import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Figure, Trend

_VERBS: Final[dict[str, Trend]] = {
    **dict.fromkeys(read_words("trends", "up"), "up"),
    **dict.fromkeys(read_words("trends", "down"), "down"),
}
_ONLY_RATES: Final = read_words("trends", "only rates")
_NOUNS: Final[dict[str, Trend]] = {
    **dict.fromkeys(words("nouns up"), "up"),
    **dict.fromkeys(words("nouns down"), "down"),
}
_PARTICLES: Final[dict[str, Trend]] = {"up": "up", "higher": "up", "down": "down", "lower": "down"}
_NEUTRAL: Final = words("neutral")
_FACTORS: Final = factors()
_MOVES: Final = words("moves")
_EARLIER: Final = words("earlier")
_COMPARING: Final = frozenset({"compared", "versus", "against"})
_RATES: Final = frozenset({"%", "point", "percentage point", "basis point"})
_PERSONS: Final = frozenset({"he", "she", "who", "i", "you"})
_TIMES: Final = frozenset({"duration", "age", "ordinal", "ratio"})
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
#: "It comes down to two things", "they went up to 12 men".
_ELSEWHERE: Final = frozenset({"come", "go"})
_FARTHEST_LEVEL: Final = 14
_NEAR: Final = 7
_APART: Final = 3


def stated_changes(index: TokenIndex, figures: Sequence[Figure]) -> list[Found]:
    """The changes that sentences of an article state, in the order of the text.

    Args:
        index: the tokens of the parsed article.
        figures: all of its figures in order, each place of a repeated one by itself.
    """
    out: list[Found] = []
    for _sentence, inside in groupby(figures, key=lambda figure: figure.sentence):
        pieces = pieces_of(index, list(inside))
        used: set[int] = set()
        for at in range(len(pieces)):
            found = _change_at(pieces, at)
            if found is not None and used.isdisjoint(starts := {f.start for f in found.figures}):
                used |= starts
                out.append(found)
    return out


def _change_at(pieces: Sequence[Piece], at: int) -> Found | None:
    """The change that the word at place *at* tells, if it is a word of change and has figures."""
    piece = pieces[at]
    if piece.figure is not None:
        return _in_a_compound(piece)
    reading = _reading_for(piece)
    return reading(pieces, at) if reading is not None else None


def _reading_for(piece: Piece) -> Callable[[Sequence[Piece], int], Found | None] | None:
    """How to read on from a word of change; ``None`` where it is none, or is denied."""
    if piece.lower in _PARTICLES:
        return _by_particle
    if piece.lower in _COMPARING:
        return _by_comparison
    reading = None
    if piece.pos == "NOUN":
        reading = _by_noun if piece.lemma in _NOUNS else None
    elif piece.pos in ("VERB", "AUX"):
        told = piece.lower in _VERBS or piece.lemma in _NEUTRAL
        reading = _by_factor if piece.lemma in _FACTORS else _by_verb if told else None
    return None if reading is None or is_denied(piece.token) else reading


def _by_verb(pieces: Sequence[Piece], at: int) -> Found | None:
    """As in "fell 2.5 percent to 400 from 410", "cut its force from 2,000 to 400"."""
    piece = pieces[at]
    found = read_arguments(pieces, at, noun=False)
    direction = _VERBS.get(piece.lower)
    if found.amount is not None and not _is_amount(found, piece):
        found.amount = None
    if _moves_itself(piece.token) or (piece.lemma == "lose" and (found.after or found.prepositional)):
        return None
    if (direction is None and not _has_both_ends(found)) or _is_range_of_rates(found):
        return None
    return _found(pieces, at, found, direction, supposed=is_supposed(piece.token))


def _is_range_of_rates(found: Arguments) -> bool:
    """Whether "by 5 percent to 15 percent" leaves open if the second is a level."""
    amount, after = found.amount, found.after
    return amount is not None and after is not None and amount.unit == "%" == after.unit


def _is_amount(found: Arguments, piece: Piece) -> bool:
    """Whether the figure behind a verb is a difference: "fell 2 percent", not "dropped 12 bombs" or "fell 30 feet"."""
    amount = found.amount
    if amount is None or amount.unit in _RATES:
        return amount is not None
    if amount.bound == "<=" and amount.kind == "measure":
        return False  # "can grow up to 32 feet"
    levels = [f for f in (found.before, found.after) if f is not None]
    if any(_agree(amount, level) for level in levels) or found.prepositional:
        return True
    return not levels and piece.lower not in _ONLY_RATES and amount.kind in ("money", "measure")


def _moves_itself(verb: Token) -> bool:
    """Whether a person moves, rather than a value: "she climbed 3,000 metres", "he lost by 13 points"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and (subject.lower_ in _PERSONS or subject.ent_type_ == "PERSON")


def _by_noun(pieces: Sequence[Piece], at: int) -> Found | None:
    """As in "a 19% drop", "a drop of 19% to 400", "a cut in the force from 2,000 to 400"."""
    piece = pieces[at]
    found = read_arguments(pieces, at, noun=True)
    lead = at - 1
    while lead > 0 and pieces[lead].pos in ("DET", "ADJ", "ADV"):
        lead -= 1
    other = found.before or found.amount
    if lead > 0 and pieces[lead].lower in (",", "—", "–", "(") and found.after is None and other is not None:
        found.after = _level_before(pieces, lead, other)  # "12 arrests, an increase of 3"
    before = next((p.figure for p in reversed(pieces[max(0, at - 3) : at]) if p.pos != "ADJ"), None)
    if found.amount is None and before is not None and _is_rate_or_sum(before):
        found.amount = before
    return _found(pieces, at, found, _NOUNS[piece.lemma], supposed=is_supposed(piece.token.head))


def _is_rate_or_sum(figure: Figure) -> bool:
    return figure.kind in ("percent", "money", "measure") or figure.unit in _RATES


def _in_a_compound(piece: Piece) -> Found | None:
    """As in "a 12-point drop": the noun of change is the last word of the figure's own."""
    figure = piece.figure
    noun = piece.token.lemma_.lower()
    if figure is None or piece.token.pos_ != "NOUN" or noun not in _NOUNS or figure.kind in ("count", "age"):
        return None
    return Found(
        figures=(figure,),
        amount=amount_of(figure),
        direction=_NOUNS[noun],
        subject=changed_by(piece.token, ()),
        start=figure.start,
        end=figure.end,
    )


def _by_particle(pieces: Sequence[Piece], at: int) -> Found | None:
    """As in "400 troops, down from 2,000", "was up 2 percent at 400"."""
    lead = at - 1
    while lead > 0 and pieces[lead].pos == "ADV":
        lead -= 1
    aside = lead >= 0 and pieces[lead].lower in (",", "(", "—", "–")
    moved = lead >= 0 and pieces[lead].lemma in _MOVES
    if not (aside or moved) or (moved and is_denied(pieces[lead].token)):
        return None
    found = read_arguments(pieces, at, noun=False)
    reached = moved and found.after is not None and pieces[lead].lemma not in _ELSEWHERE
    if found.before is None and found.amount is None and not reached:
        return None
    if aside and found.after is None:
        found.after = _level_before(pieces, lead, found.before or found.amount)
    if found.amount is not None and not _steps(found):
        return None
    return _found(pieces, at, found, _PARTICLES[pieces[at].lower])


def _steps(found: Arguments) -> bool:
    """Whether the amount behind "up" is one: a rate, money, a measure, or of the same unit as a value."""
    amount = found.amount
    if amount is None or _is_rate_or_sum(amount):
        return True
    return any(level is not None and _agree(amount, level) for level in (found.before, found.after))


def _level_before(pieces: Sequence[Piece], at: int, other: Figure | None) -> Figure | None:
    """The value that stands before an aside: the nearest figure that what is in the aside can be compared to."""
    for piece in reversed(pieces[max(0, at - _FARTHEST_LEVEL) : at]):
        figure = piece.figure
        if figure is not None and figure.kind not in _TIMES:
            rate = other is not None and other.unit in _RATES
            return figure if other is None or rate or _agree(figure, other) else None
    return None


def _by_comparison(pieces: Sequence[Piece], at: int) -> Found | None:
    """As in "400, compared with 2,000 a year earlier"; without a word of time it is another's value."""
    start = at + 1 + (pieces[at].lower == "compared")
    place = next((i for i, p in enumerate(pieces[start:], start) if not keeps_role(p)), start)
    before = pieces[place].figure if place < len(pieces) else None
    if before is None or not at:
        return None
    around = (*pieces[start:place], *pieces[place + 1 : place + _NEAR])
    if not any(p.lemma in _EARLIER or p.lower in _EARLIER or _YEAR.fullmatch(p.lower) for p in around):
        return None
    after = _level_before(pieces, at, before)
    if after is None:
        return None
    return _found(pieces, at, Arguments(before=before, after=after), None)


def _by_factor(pieces: Sequence[Piece], at: int) -> Found | None:
    """As in "doubled to 400", "has nearly halved from 2,000"."""
    piece = pieces[at]
    found = read_arguments(pieces, at, noun=False)
    token = piece.token
    factor = _FACTORS[piece.lemma]
    start = at
    hedge = (
        {"nearly": "~", "almost": "~", "roughly": "~", "about": "~"}.get(pieces[at - 1].lower) if at else None
    )
    more = at > 1 and [p.lower for p in pieces[at - 2 : at]] == ["more", "than"]
    start -= 1 if hedge else 2 if more else 0
    amount = Level(
        start=pieces[start].token.idx,
        end=token.idx + len(token),
        low=factor,
        high=factor,
        bound="~" if hedge else ">" if more else "=",
    )
    if found.amount is not None or (found.after is None and found.before is None):
        return None
    figures = tuple(f for f in (found.after, found.before) if f is not None)
    before, after, _none = _values(found)
    return Found(
        figures=figures,
        before=before,
        after=after,
        amount=amount,
        direction="down" if factor < 1 else "up",
        subject=changed_by(token, figures),
        start=min(amount.start, *(f.start for f in figures)),
        end=max(amount.end, *(f.end for f in figures)),
        supposed=is_supposed(token),
        factor=True,
    )


def _has_both_ends(found: Arguments) -> bool:
    if found.before is not None and found.after is not None:
        return True
    return any(f is not None and ends_of(f) is not None for f in (found.before, found.after))


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be values of one thing: of one unit, or one of them a bare number."""
    if one.kind in _TIMES and other.kind in _TIMES:
        return one.unit == other.unit
    bare = "" in (one.unit, other.unit) and {one.kind, other.kind} <= {"count", "money", "measure"}
    return one.unit == other.unit or bare


def _found(
    pieces: Sequence[Piece], at: int, found: Arguments, direction: Trend | None, *, supposed: bool = False
) -> Found | None:
    """The change of these arguments, if they agree with each other and with the direction of the word."""
    before, after, amount = _values(found)
    if (before is None or after is None) and not _can_stand_alone(found):
        return None
    if before is not None and after is not None:
        went = direction_of(before, after)
        if went is None or direction not in (None, went):
            return None
        direction = went
    if direction is None or not (before or after or amount):
        return None
    figures = tuple(f for f in (found.after, found.amount, found.before) if f is not None)
    word = pieces[at].token
    return Found(
        figures=figures,
        before=before,
        after=after,
        amount=amount,
        direction=direction,
        subject=changed_by(word, figures),
        start=min(word.idx, *(f.start for f in figures)),
        end=max(word.idx + len(word), *(f.end for f in figures)),
        supposed=supposed,
        word=word,
    )


def _can_stand_alone(found: Arguments) -> bool:
    """Whether one value is told without the other: not "to one knee", nor "to 50-year lows"."""
    levels = [f for f in (found.before, found.after) if f is not None]
    return not any(f.kind in ("duration", "age") or (f.value == 1 and f.kind == "count") for f in levels)


def _values(found: Arguments) -> tuple[Level | None, Level | None, Level | None]:
    """The earlier and the later value and the amount; a figure that joins two of them is taken apart."""
    amount = amount_of(found.amount) if found.amount is not None else None
    if found.after is None and found.before is not None and (ends := ends_of(found.before)):
        return *ends, amount
    if found.before is None and found.after is not None and " from " in found.after.text:
        return *(ends_of(found.after) or (None, None)), amount
    if found.after is None and found.amount is not None and (step := _step_and_level(found)):
        return None, step[1], step[0]
    if found.before is not None and found.after is not None and not _agree(found.before, found.after):
        found.before = None
    before = level_of(found.before) if found.before is not None else None
    after = level_of(found.after) if found.after is not None else None
    return before, after, amount


def _step_and_level(found: Arguments) -> tuple[Level, Level] | None:
    """As in "by 300 to 1,200": the two are too far apart for the ends of a range."""
    amount = found.amount
    if amount is None or not found.prepositional or not amount.low or not amount.high:
        return None
    apart = amount.kind == "count" and amount.high >= _APART * amount.low
    return ends_of(amount) if apart else None
