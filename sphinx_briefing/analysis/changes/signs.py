"""The reasons a text gives to take one figure for the earlier value and another for the later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.changes.grammar import is_denied, is_future
from sphinx_briefing.analysis.changes.lexicon import words
from sphinx_briefing.analysis.figures.lexicon import alternatives

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sphinx_briefing.analysis.changes.mentions import Mention

_STAYING: Final = words("staying")
_KEEPING: Final = words("keeping")
_LEFT: Final = words("left adjectives")
_LEAVING: Final = words("leaving")
_CARRYING: Final = words("carrying")
_AWAY: Final = words("away")
_HOLDING: Final = words("holding")
_STATIC: Final = frozenset(
    {"be", "have", "number", "total", "keep", "retain", "employ", "maintain", "own", "operate"}
)
_PRESENT: Final = re.compile(rf"(?<!\w)(?:{alternatives(words('present'))})(?!\w)", re.IGNORECASE)
_PAST: Final = re.compile(rf"(?<!\w)(?:{alternatives(words('past'))})(?!\w)", re.IGNORECASE)
_YEAR: Final = re.compile(
    r"(?<!\w)(?:in|by|since|of|from|as\sof|at\sthe\s(?:end|start)\sof)\s((?:1[89]|20|21)\d\d)(?!\w)",
    re.IGNORECASE,
)
#: Tense alone tells nothing; against a word of time it does.
_LATER: Final = {(now, then) for now in ("present", "is") for then in ("past", "year")} | {("present", "was")}
_CUT: Final = re.compile(r";|,\s(?:but|while|whereas|and|though|although)\s", re.IGNORECASE)
_KEPT: Final = frozenset({"dobj", "nsubjpass", "attr", "conj"})
_BEHIND: Final = frozenset({"behind", "place"})
_PREDICATES: Final = frozenset({"acomp", "oprd", "attr", "xcomp", "ccomp"})
_CONFINED: Final = words("confined")


def stays(mention: Mention) -> bool:
    """Whether the article says that the group is what is left: "can stay behind", "keeps", "residual force"."""
    noun, verb = mention.noun, mention.verb
    if any(t.lower_ in _LEFT for t in (*noun.children, *mention.tokens.root.children) if t.dep_ == "amod"):
        return verb is None or not is_denied(verb)
    if verb is None or is_denied(verb):
        return False
    lemma = verb.lemma_.lower()
    if lemma in _STAYING or (lemma == "be" and any(c.lower_ == "still" for c in verb.children)):
        return mention.subject and not _is_in_a_state(verb)
    if lemma == "leave":
        return _is_left(verb, passive=mention.subject)
    return lemma in _KEEPING and noun.dep_ in _KEPT and noun.head == verb and not _is_in_a_state(verb)


def _is_left(verb: Token, *, passive: bool) -> bool:
    """Whether "leave" leaves the group where it is: "leaving 400 troops behind", "only 400 are left"."""
    if any(t.lower_ in _BEHIND for t in verb.subtree):
        return True
    return passive and verb.tag_ == "VBN" and not _is_in_a_state(verb)


def _is_in_a_state(verb: Token) -> bool:
    """Whether what remains is a state and not the group: "remain missing", "remain in custody"."""
    for child in verb.children:
        if child.dep_ in _PREDICATES and child.i > verb.i and child.pos_ != "ADV":
            return child.pos_ in ("ADJ", "VERB", "NOUN")
        if child.lower_ in ("in", "at", "under") and any(_is_state(c) for c in child.children):
            return True
    return False


def _is_state(noun: Token) -> bool:
    """Whether a noun behind "in" names a state: a bare one, or a house where one is kept ("in the hospital")."""
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN":
        return False
    bare = not any(c.dep_ in ("det", "poss", "amod", "compound", "nummod") for c in noun.children)
    return bare or noun.lemma_.lower() in _CONFINED


def is_there(mention: Mention) -> bool:
    """Whether the article speaks of the group as being there before: "the 2,000 troops", "sent 2,000 troops"."""
    verb = mention.verb
    if verb is not None and is_denied(verb):
        return False
    return mention.definite or leaves(mention) or (verb is not None and verb.lemma_.lower() in _HOLDING)


def leaves(mention: Mention) -> bool:
    """Whether the group, or a part of it, is being taken away: "bring home half of the 2,000 troops"."""
    verb = mention.verb
    if verb is None:
        return False
    carried = verb.lemma_.lower() in _CARRYING and any(c.lower_ in _AWAY for c in verb.children)
    return carried or verb.lemma_.lower() in _LEAVING


def is_planned_size(mention: Mention) -> bool:
    """Whether a plan gives the size that the group is to have, not what is to be added to it."""
    verb = mention.verb
    if mention.figure.modality != "planned" or verb is None or is_denied(verb):
        return False
    return verb.lemma_.lower() in _STATIC and is_future(verb)


def era_of(mention: Mention, text: str) -> tuple[str, int]:
    """When it was so: ``("year", 2010)``, ``("past", 0)`` or ``("present", 0)`` by the words of its clause.

    Else ``("was", 0)`` or ``("is", 0)`` by the tense of a verb that states a size, and ``("", 0)``.
    """
    start, end = _clause(mention, text)
    years = [(_distance(found, mention), int(found[1])) for found in _YEAR.finditer(text, start, end)]
    if years:
        return "year", min(years)[1]
    if _PRESENT.search(text, start, end):
        return "present", 0
    if _PAST.search(text, start, end):
        return "past", 0
    verb = mention.verb
    if verb is None or verb.lemma_.lower() not in _STATIC:
        return "", 0
    if verb.lemma_.lower() == "be" and not any(c.dep_ == "expl" for c in verb.children):
        return "", 0  # "the figure is as high as 190" is no size at a time
    return {"VBD": "was", "VBZ": "is", "VBP": "is"}.get(verb.tag_, ""), 0


def _distance(found: re.Match[str], mention: Mention) -> int:
    return max(found.start() - mention.figure.end, mention.figure.start - found.end())


def _clause(mention: Mention, text: str) -> tuple[int, int]:
    """The words round a figure up to a semicolon, or to a comma and a conjunction."""
    start, end = mention.figure.sentence
    cuts = list(_CUT.finditer(text, start, end))
    begin = max((c.start() for c in cuts if c.end() <= mention.figure.start), default=start)
    stop = min((c.start() for c in cuts if c.start() >= mention.figure.end), default=end)
    return begin, stop


def is_later(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether the era *one* is known to come after *other*."""
    if one[0] == other[0] == "year":
        return one[1] > other[1]
    return (one[0], other[0]) in _LATER


def says_the_same(earlier: Mention, later: Mention) -> bool:
    """Whether both are stated in one way: as the size of something, or by one verb of one subject."""
    one, other = earlier.verb, later.verb
    if one is None or other is None or is_denied(one) or is_denied(other):
        return False
    if one.lemma_.lower() in _HOLDING and other.lemma_.lower() in _HOLDING:
        return True
    owned = earlier.owner is not None and later.owner is not None
    return owned and one.lemma_ == other.lemma_
