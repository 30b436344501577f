"""The verdict on words that a page gives as somebody's quotation."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.checks.evidence import without_marks
from sphinx_briefing.checks.people import is_described_as, is_named_near, is_speaker, names_its_speaker
from sphinx_briefing.checks.places import Place
from sphinx_briefing.checks.verbatim import MOST_OMITTED, Match, Wording, matches, ways_to_read
from sphinx_briefing.checks.verdicts import failed, names, not_found, proved
from sphinx_briefing.folding import Folded
from sphinx_briefing.models import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_briefing.checks.claims import Claim, Proof
    from sphinx_briefing.checks.evidence import Evidence, Scope
    from sphinx_briefing.checks.utterances import Utterance
    from sphinx_briefing.models import Span

#: How many ways of standing in one utterance are looked at; only short fragments between ellipses have more.
_MOST_WAYS: Final = 200


class _Said(NamedTuple):
    """Words found inside one utterance."""

    place: Place
    utterance: Utterance
    wording: Wording
    match: Match


def prove_quotation(claim: Claim, scope: Scope) -> Proof:
    """Hold a quotation against the articles it may be from, and those it should not be from."""
    named, others, within = scope
    readings = [wording for wording in ways_to_read(claim.words) if wording.fragments]
    if not readings:
        return failed(claim, "misquote", "there are no words to look for")
    said = [found for wording in readings for evidence in named for found in _said(evidence, wording)]
    whole = [found for found in said if found.match.holds and not found.wording.denying]
    if whole:
        return _by_speaker(claim, [found for found in whole if found.place.is_in(within)] or whole)
    wording = readings[-1]
    if wording.denying:
        message = f"the addition in “{claim.words}” holds a negation: {wording.denying.strip()}"
        return failed(claim, "misquote", message)
    if said:
        return _cut_wrongly(claim, said[0])
    return (
        _not_quoted(claim, named, readings)
        or _elsewhere(claim, named, others, readings)
        or not_found(claim, named, "quotation", _out_of_order(named, wording))
    )


def _said(evidence: Evidence, wording: Wording) -> Iterator[_Said]:
    for utterance in evidence.utterances_for(wording):
        for match in islice(matches(wording, utterance.text), _MOST_WAYS):
            spans = tuple(span for start, end in match.ranges for span in utterance.spans(start, end))
            yield _Said(Place(evidence, spans, utterance.quote_at(spans[0].start)), utterance, wording, match)
            if match.holds:
                break


def _by_speaker(claim: Claim, said: Sequence[_Said]) -> Proof:
    """The proof of words that were said, if the speaker is the one the page names."""
    theirs = next((found for found in said if not claim.speaker or _spoke(claim.speaker, found)), None)
    if theirs is not None:
        return proved(claim, theirs.place)
    place = said[0].place
    quote = place.excerpt
    by = quote.speaker.printed if isinstance(quote, Quote) and quote.speaker else ""
    message = f"“{claim.words}” is said by {by or 'nobody named'} in {place.name}, not by {claim.speaker}"
    return failed(claim, "misattributed", message, place)


def _spoke(name: str, said: _Said) -> bool:
    """Whether *name* may have said the words: is their speaker, or is named beside them if nobody else is theirs."""
    article, quotes = said.place.article, said.utterance.quotes
    if any(is_speaker(name, quote) or is_described_as(name, quote, article) for quote in quotes):
        return True
    if any(edit.field == "speaker" for quote in quotes for edit in quote.edited):
        return False  # somebody has decided whose words they are; who else is named there is no matter
    if not any(quote.speaker is not None and quote.speaker.name for quote in quotes):
        return is_named_near(name, article, said.place.hull)
    inferred = not any(names_its_speaker(quote, article) for quote in quotes)
    return inferred and is_named_near(name, article, said.place.hull, paragraphs=0)


def _cut_wrongly(claim: Claim, said: _Said) -> Proof:
    """The verdict on an ellipsis inside one utterance that leaves out what it must not."""
    why = "leaves out a negation" if said.match.negated else f"leaves out more than {MOST_OMITTED} characters"
    message = f"the ellipsis in “{claim.words}” {why}: {said.place.evidence.printed(said.place.hull)}"
    return failed(claim, "misquote", message, said.place)


def _not_quoted(claim: Claim, named: Sequence[Evidence], readings: Sequence[Wording]) -> Proof | None:
    """The verdict on words that an article has, but not inside one quotation."""
    for evidence in named:
        spans = _anywhere(evidence, readings)
        if not spans:
            continue
        place = Place(evidence, spans)
        ends = [bool(evidence.utterance_at(at)) for span in spans for at in (span.start, span.end - 1)]
        if all(ends):
            message = f"“{claim.words}” joins what are different quotations in {place.name}"
            return failed(claim, "misquote", message)
        if len(spans) > 1 and any(ends):
            message = f"the ellipsis in “{claim.words}” leaves the quotation in {place.name}"
            return failed(claim, "misquote", message)
        quoted = "only part of it is quoted there" if any(ends) else "nobody is quoted there"
        message = f"“{claim.words}” stands in {place.name}, but as the article's own words: {quoted}"
        return failed(claim, "not_a_quotation", message, place)
    return None


def _anywhere(evidence: Evidence, readings: Sequence[Wording]) -> tuple[Span, ...]:
    """Where the fragments stand in the whole text, quotation marks disregarded."""
    ways = [(wording, evidence.text) for wording in readings]
    ways += [(_unmarked(wording), evidence.unmarked) for wording in readings]
    for wording, text in ways:
        match = next((m for m in islice(matches(wording, text), _MOST_WAYS) if not m.far), None)
        if match is not None:
            return tuple(text.original(start, end) for start, end in match.ranges)
    return ()


def _unmarked(wording: Wording) -> Wording:
    parts = [
        part._replace(words=without_marks(Folded(part.words, range(len(part.words)))).text)
        for part in wording.fragments
    ]
    return Wording(tuple(part for part in parts if part.words), wording.plain)


def _elsewhere(
    claim: Claim, named: Sequence[Evidence], others: Sequence[Evidence], readings: Sequence[Wording]
) -> Proof | None:
    for other in others:
        said = (found for wording in readings for found in _said(other, wording))
        if any(found.match.holds for found in said) or _anywhere(other, readings):
            message = f"“{claim.words}” is not in {names(named)}, but in {other.article.id}"
            return failed(claim, "wrong_article", message)
    return None


def _out_of_order(named: Sequence[Evidence], wording: Wording) -> str:
    """Why fragments that an article has, each by itself, are no quotation; ``""`` if it has not all of them."""
    if len(wording.fragments) < 2:
        return ""
    for evidence in named:
        if all(
            next(iter(evidence.text.occurrences(part.words)), None) is not None for part in wording.fragments
        ):
            return f"{evidence.article.id} has its parts, but not in this order inside one quotation"
    return ""
