"""A figure in its sentence: what a link to another figure has to agree with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.changes.grammar import (
    is_infinitive,
    meant_verb,
    noun_of,
    owner_of,
    places_of,
    possessor_of,
    tokens_of,
    verb_of,
)
from sphinx_briefing.analysis.changes.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Figure

_KINDS: Final = frozenset({"count", "money", "percent", "measure"})
_GENERIC: Final = words("generic units")
_STEPS: Final = words("steps")
_LEFT: Final = words("left adjectives")
_STAYING: Final = words("staying") | words("keeping")
_PART: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:the|those|them|its|their|these|his|her|our|whom|which)(?!\w)", re.IGNORECASE
)
_PART_BEFORE: Final = re.compile(
    r"(?<!\w)(?:including|among\s+them|of\s+whom|of\s+them|of\s+which),?\s+\Z", re.IGNORECASE
)
_OTHERS: Final = frozenset({"a", "an", "another", "new", "other", "second"})
_DEFINITE: Final = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
_WINDOW: Final = 24


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with its place in the parse.

    Attributes:
        figure: the figure, with its id.
        tokens: its tokens.
        noun: the noun that stands for it in the sentence.
        verb: the verb it hangs on, or whose subject it is meant to be: "wants 400 troops to stay".
        subject: whether it is the subject of that verb.
        unit: that of the figure, or of the one before it, of which it is a part.
        part: whether it is said to be a part: "400 of the troops".
        owner: who has or does it, if that is not the figure itself.
        places: names of places that it is tied to.
        names: its modifiers that are names ("U.S.").
        modifiers: its other modifiers.
    """

    figure: Figure
    tokens: Tokens
    noun: Token
    verb: Token | None
    subject: bool
    unit: str
    part: bool
    owner: Token | None
    places: frozenset[str]
    names: frozenset[str]
    modifiers: frozenset[str]

    @property
    def low(self) -> float:
        """The value, or the lower end."""
        return self.figure.low if self.figure.low is not None else self.figure.value or 0.0

    @property
    def high(self) -> float:
        """The value, or the upper end."""
        return self.figure.high if self.figure.high is not None else self.figure.value or 0.0

    @property
    def definite(self) -> bool:
        """Whether the article takes the group for known: "the 2,000 troops", "its 2,000 troops"."""
        first = self.tokens[0]
        return first.i > 0 and first.nbor(-1).lower_ in _DEFINITE


def mentions_of(index: TokenIndex, figures: Sequence[Figure]) -> list[Mention]:
    """The figures that can be values of a change: neither times nor steps ("400 more troops")."""
    out: list[Mention] = []
    for figure in figures:
        if figure.kind in _KINDS and not _is_step(index.text, figure):
            unit = figure.unit or _lent(figure, out[-1] if out else None)
            if unit:
                out.append(_mention(index, figure, unit.lower()))
    return out


def _is_step(text: str, figure: Figure) -> bool:
    said = {word.lower() for word in figure.text.split()}
    before = text[max(0, figure.start - _WINDOW) : figure.start].lower().split()
    return bool(said & _STEPS or _STEPS.intersection(before[-1:]))


def _lent(figure: Figure, before: Mention | None) -> str:
    """The unit of a bare number, if a count stands before it in the same sentence or the one before."""
    if before is None or figure.kind != "count" or before.figure.kind != "count":
        return ""
    return before.unit if figure.sentence.start - before.figure.sentence.end < _WINDOW else ""


def _mention(index: TokenIndex, figure: Figure, unit: str) -> Mention:
    tokens = tokens_of(index, figure)
    noun = noun_of(tokens)
    verb, subject = verb_of(noun), False
    meant = meant_verb(noun, verb) if verb is not None else None
    if meant is not None:
        verb, subject = meant, True
    elif verb is not None:
        subject = noun.head == verb and noun.dep_ in ("nsubj", "nsubjpass")
    owner = (
        possessor_of(noun)
        or possessor_of(tokens.root)
        or (owner_of(verb, noun) if verb is not None else None)
    )
    before = index.text[max(0, figure.start - _WINDOW) : figure.start]
    said = [w for w in figure.unit_phrase.split() if w.lower() != unit and w.lower() not in _LEFT]
    return Mention(
        figure=figure,
        tokens=tokens,
        noun=noun,
        verb=verb,
        subject=subject,
        unit=unit,
        part=bool(_PART.match(index.text, figure.end) or _PART_BEFORE.search(before)),
        owner=owner,
        places=places_of(noun, verb) | places_of(tokens.root, None),
        names=frozenset(w.lower() for w in said if w[:1].isupper()),
        modifiers=frozenset(w.lower() for w in said if not w[:1].isupper()) | _participles(tokens.root),
    )


def _participles(noun: Token) -> frozenset[str]:
    """Those before the noun, which its unit leaves out: "wounded soldiers"."""
    found = (child.lower_ for child in noun.lefts if child.dep_ == "amod" and child.pos_ == "VERB")
    return frozenset(found) - _LEFT


def same_group(one: Mention, other: Mention) -> bool:
    """Whether two figures can count one and the same group at two times.

    The later in the text may name it in fewer words, never in more: "400 wounded troops" are others than the
    "2,000 troops" before them. A generic unit ("people") needs something else that they share.
    """
    first, second = sorted((one, other), key=lambda m: m.figure.start)
    if first.unit != second.unit or _are_apart(first.places, second.places):
        return False
    narrower = second.modifiers - first.modifiers or _is_restricted(second)
    renamed = second.names - first.names and not first.places & second.places
    if narrower or renamed or _differ(first.owner, second.owner):
        return False
    shared = first.places & second.places or first.names & second.names or first.modifiers & second.modifiers
    plain = first.figure.kind == "count" and first.unit not in _GENERIC
    return bool(plain or shared or _same(first.owner, second.owner) or _same_subject(first, second))


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _is_restricted(mention: Mention) -> bool:
    """Whether a clause or phrase behind the noun makes it another group: "who were wounded", "with cancer"."""
    for child in mention.tokens.root.rights:
        clause = child.dep_ in ("relcl", "acl")
        if clause and not (is_infinitive(child) and child.lemma_ in _STAYING):
            return True
        if child.lower_ == "of" and mention.part:
            continue
        if child.dep_ == "prep" and child.lower_ in ("with", "without", "of", "under", "over", "aged"):
            return True
    return False


def _differ(one: Token | None, other: Token | None) -> bool:
    """Whether two owners are named and are not the same; "a new bridge" is never the one before."""
    if other is not None and any(c.lower_ in _OTHERS for c in other.children):
        return True
    return (
        one is not None
        and other is not None
        and not _same(one, other)
        and "PRON" not in (one.pos_, other.pos_)
    )


def _same(one: Token | None, other: Token | None) -> bool:
    return one is not None and other is not None and one.lemma_.lower() == other.lemma_.lower()


def _same_subject(first: Mention, second: Mention) -> bool:
    """Whether two subjects are the same words, or the second is a pronoun right after the first's sentence."""
    one, other = first.figure, second.figure
    pronoun = second.owner is not None and second.owner.lower_ in ("it", "they", "he", "she")
    if pronoun and 0 <= other.sentence.start - one.sentence.end < _WINDOW:
        return True
    return bool(one.subject) and one.subject.lower() == other.subject.lower()
