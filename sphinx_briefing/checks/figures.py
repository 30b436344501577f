"""The verdict on a number that a page gives as a figure of an article: value, hedge and unit, as printed there."""

from __future__ import annotations

import re
from math import inf, log
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.places import standing
from sphinx_briefing.checks.quantities import read
from sphinx_briefing.checks.verdicts import elsewhere, failed, nearest, not_found, proved
from sphinx_briefing.folding import fold
from sphinx_briefing.models import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.checks.claims import Claim, Proof
    from sphinx_briefing.checks.evidence import Evidence, Scope
    from sphinx_briefing.checks.places import Place
    from sphinx_briefing.checks.quantities import Reading
    from sphinx_briefing.checks.stated import Stated

_DIGIT: Final = re.compile(r"\d")
#: How far from a number the words are looked for that a page prints with it.
_AROUND: Final = 60
_WORD: Final = re.compile(r"\w(?:[\w.'’-]*\w)?")


def prove_figure(claim: Claim, scope: Scope) -> Proof:
    """Hold a figure against the articles it may be from, and those it should not be from."""
    named, others, within = scope
    if not claim.words.strip():
        return failed(claim, "figure", "there are no words to look for")
    found = [p for evidence in named for p in standing(evidence, claim.words, evidence.figures)]
    if found:
        meant = [place for place in found if place.is_in(within)] or found
        judged = [(_fault(claim, place), place) for place in meant]
        problem, place = min(judged, key=lambda one: (one[0] is not None, one[1].excerpt is None))
        return proved(claim, place, *([problem] if problem else []))
    return (
        (elsewhere(claim, named, others) if _telling(claim.words) else None)
        or _printed_otherwise(claim, named)
        or _not_found(claim, named)
    )


def _telling(words: str) -> bool:
    """Whether *words* would hardly stand in two articles by chance, as "12%" and "three years" would."""
    ours = next(iter(read(words)), None)
    if ours is None:
        return True
    digits = f"{ours.low:.10g}".replace(".", "").strip("0")
    rest = words[: ours.hedged.start] + words[max(ours.end, ours.hedged.end) :]
    return len(digits) > 2 or bool(_WORD.search(rest))


def _fault(claim: Claim, place: Place) -> Problem | None:
    """What speaks against printing the words at *place* as a figure, though they stand there."""
    inside = place.evidence.stated_in(place.hull)
    if not inside and not _DIGIT.search(claim.words):
        return Problem(subtype="figure", message=f"no figure stands at “{claim.words}” in {place.article.id}")
    # Where digits stand that nobody recognised as a figure, there is no hedge to compare.
    return next((fault for stated in inside if (fault := _misprint(claim, place, stated))), None)


def _misprint(claim: Claim, place: Place, stated: Stated) -> Problem | None:
    """What is left out of a number that the article states at *place*."""
    there = _printed(place.evidence, stated.span)
    if not any(place.hull.contains(core) for core in stated.cores):
        message = f"“{claim.words}” is only part of a figure in {place.name}: “{there}”"
        return Problem(subtype="figure", message=f"{message}; {_write(place.evidence, stated.span)}")
    if stated.hedge is not None and not place.hull.contains(stated.hedge):
        message = f"the article hedges this figure: “{there}”, the page prints “{claim.words}”"
        hedged = Span(min(stated.hedge.start, place.hull.start), max(stated.hedge.end, place.hull.end))
        return Problem(subtype="hedge", message=f"{message}; {_write(place.evidence, hedged)}")
    return None


def _printed(evidence: Evidence, span: Span) -> str:
    return evidence.article.printed(span)


def _write(evidence: Evidence, span: Span) -> str:
    """What the author should write."""
    return f"write :briefing:figure:`{_printed(evidence, span)} <{evidence.article.id}>`"


def _printed_otherwise(claim: Claim, named: Sequence[Evidence]) -> Proof | None:
    """The verdict on a value that an article has, but prints with another hedge, unit or notation."""
    ours = next(iter(read(claim.words)), None)
    if ours is None:
        return None
    same = [(e, s) for e in named for s in e.stated if s.has_value(ours.low, ours.high)]
    if not same:
        return None
    rest = _stems(claim.words[: ours.hedged.start] + " " + claim.words[ours.end :])
    evidence, stated = max(
        same, key=lambda one: (one[1].unit == ours.unit, len(rest & _stems(_printed(one[0], one[1].span))))
    )
    there = _printed(evidence, stated.span)
    subtype = _what_differs(claim.words, ours, evidence, stated)
    message = f"the article says “{there}”, the page prints “{claim.words}”; {_write(evidence, stated.span)}"
    return failed(claim, subtype, message)


def _what_differs(words: str, ours: Reading, evidence: Evidence, stated: Stated) -> str:
    """The subtype for a value that is printed otherwise: the unit before the hedge before the notation."""
    rest = words[: ours.hedged.start] + " " + words[max(ours.end, ours.hedged.end) :]
    there = evidence.article.prose[max(0, stated.span.start - _AROUND) : stated.span.end + _AROUND]
    if ours.unit != stated.unit or not _stems(rest) <= _stems(f"{there} {stated.subject}"):
        return "unit"
    written = {_notation(words, core) for core in ours.cores}
    printed = {_notation(evidence.article.prose, core) for core in stated.cores}
    if written != printed and "." in "".join(written):
        return "figure"  # "400.000" for "about 400" is more than a dropped hedge
    hedge = _printed(evidence, stated.hedge) if stated.hedge else ""
    if ours.hedge.casefold() != hedge.casefold():
        return "hedge"
    return "unit" if written == printed and not ours.unit else "figure"


def _notation(text: str, core: Span) -> str:
    return fold(text[core.start : core.end]).text.casefold()


def _stems(text: str) -> set[str]:
    """The words of *text* without case and plural ending."""
    words = (word.casefold() for word in _WORD.findall(text))
    return {word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word for word in words}


def _not_found(claim: Claim, named: Sequence[Evidence]) -> Proof:
    """That no article states the figure, with the passage or the value that comes nearest."""
    ours = next(iter(read(claim.words)), None)
    if ours is None or nearest(claim.words, named) is not None:
        return not_found(claim, named, "figure")
    stated = [(_distance(ours.low, s.low), e, s) for e in named for s in e.stated]
    close = min(stated, key=lambda one: one[0], default=None)
    if close is None:
        return not_found(claim, named, "figure")
    return not_found(claim, named, "figure", f"nearest there: {close[1].printed(close[2].span)}")


def _distance(one: float, other: float) -> float:
    """How far two values are from each other, in orders of magnitude."""
    return abs(log(one / other)) if one > 0 and other > 0 else inf if one != other else 0.0
