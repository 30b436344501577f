"""How much an event matters to a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.clauses import SUBJECTS
from sphinx_briefing.analysis.events.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.models import EventDate

_SAYING: Final = words("saying")
_GRAVE: Final = words("grave")
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW"})
_SPEAKING: Final = frozenset({"i", "we", "you", "me"})
_MOST_NAMES: Final = 4
_LONG: Final = 45


def salience(verb: Token, clause: Tokens, date: EventDate, place: float) -> float:
    """An event's salience, 0.0 to 1.0.

    Args:
        verb: what happened.
        clause: the words that tell it.
        date: when.
        place: where in the article it stands, 0.0 at its beginning and 1.0 at its end.
    """
    names = {token.text for token in clause if token.ent_iob_ == "B" and token.ent_type_ in _NAMED}
    score = 0.35 + 0.2 * (1 - place) + 0.04 * min(len(names), _MOST_NAMES)
    score += 0.15 * bool(date.edtf) + 0.1 * (verb.lemma_.lower() in _GRAVE)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is not None and subject.pos_ == "PRON":
        score -= 0.25 if subject.lower_ in _SPEAKING else 0.1
    score -= 0.15 * (verb.dep_ in ("relcl", "acl"))
    score -= 0.2 * (verb.lemma_.lower() in _SAYING) + 0.1 * (len(clause) > _LONG) + 0.1 * date.derived
    return round(min(1.0, max(0.0, score)), 3)
