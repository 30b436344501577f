"""Events: clauses that tell when something happened or is to happen.

The passes: sentences that may hold a date are read for dates (:mod:`~sphinx_briefing.analysis.dates`), each date is
tied to the verb whose time it tells (:mod:`.tying`), the clause of that verb becomes the event, its date is resolved
by the clause's tense and the article's own date, and a date that counts from another event ("three weeks later") is
computed from it (:mod:`.deriving`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.clauses import SUBJECTS, is_compared, is_negated, is_supposed, time_of
from sphinx_briefing.analysis.context import joined, span_of
from sphinx_briefing.analysis.dates import find_dates, may_tell_date, today_of
from sphinx_briefing.analysis.dates.expressions import Day
from sphinx_briefing.analysis.events.deriving import derived
from sphinx_briefing.analysis.events.tying import tied_to
from sphinx_briefing.analysis.events.weighing import salience
from sphinx_briefing.edtf import parse
from sphinx_briefing.models import Event, EventDate, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.clauses import Time
    from sphinx_briefing.analysis.context import Context, Source
    from sphinx_briefing.analysis.dates import DateWords, Today
    from sphinx_briefing.models import Modality

_FEWEST_WORDS: Final = 4
#: What stands before a story in the place of a sentence: "HALLMERE, Dec. 11 (OPA) —".
_DATELINE_END: Final = re.compile(r"[^\w\n]{0,3}(?:\([^)\n]{1,20}\)\s?)?\s?(?:—|–|--|-\s)")


def find_events(context: Context, published: str = "") -> list[Event]:
    """The events of a Doc in the order of the text, one for each verb that has a date.

    Args:
        context: the Doc with its quotations, which say whose words an event is told in.
        published: the article's own date, from which "last month" is counted; ISO 8601, ``""`` if not known.

    Returns:
        Events without id and paragraph, which the pipeline knows; none where the Doc is not parsed.
    """
    found = _events(context, today_of(published))
    return sorted(found, key=lambda event: (event.start, event.date.start))


def _events(context: Context, today: Today | None) -> Iterator[Event]:
    """The events, sentence by sentence; within a paragraph a date may count from the one told before."""
    promising = context.marked(may_tell_date)
    before: EventDate | None = None
    last = 0
    for sentence in context.sentences:
        if "\n" in context.text[last : sentence.start_char]:
            before = None
        last = sentence.end_char
        if not any(promising[sentence.start : sentence.end]):
            continue
        told: set[int] = set()
        for words, verb in _dated_verbs(context, sentence):
            if verb.i not in told and (event := _event(context, today, words, verb, sentence, before)):
                told.add(verb.i)
                before = event.date if event.date.edtf else before
                yield event


def _dated_verbs(context: Context, sentence: Tokens) -> Iterator[tuple[DateWords, Token]]:
    """The dates of a sentence, each with the verb whose time it tells."""
    for words in find_dates(context.text, sentence.start_char, sentence.end_char):
        if not _is_dateline(context.text, words, sentence):
            verb = tied_to(context.tokens(Span(words.start, words.end)))
            if verb is not None and not _is_open(verb, sentence):
                yield words, verb


def _is_dateline(text: str, words: DateWords, sentence: Tokens) -> bool:
    """Whether the date belongs to the place and agency before a story's first words."""
    head = text[sentence.start_char : words.start]
    return bool(_DATELINE_END.match(text, words.end)) and not any(w.islower() for w in head.split())


def _event(
    context: Context,
    today: Today | None,
    words: DateWords,
    verb: Token,
    sentence: Tokens,
    before: EventDate | None,
) -> Event | None:
    """The event that a date tells; ``None`` if its clause says too little."""
    dated = Span(words.start, words.end)
    clause = context.clause(verb, context.tokens(dated))
    time = time_of(verb)
    if sum(token.is_alpha for token in clause) < _FEWEST_WORDS:
        return None
    if words.expression == Day(0) and time.tense == "present":  # nowadays
        return None
    date = derived(_dated(context.text, words, today, time), words.expression, before)
    source = context.source(verb, dated, sentence)
    return Event(
        text=clause.text,
        start=clause.start_char,
        end=clause.end_char,
        sentence=joined(span_of(sentence), span_of(clause)),
        date=date,
        modality=_modality(time.planned or _lies_ahead(date, today), source),
        attribution=source.name,
        quoted=context.is_quoted(clause),
        salience=salience(verb, clause, date, clause.start / len(context.doc)),
    )


def _dated(text: str, words: DateWords, today: Today | None, time: Time) -> EventDate:
    edtf = words.expression.edtf(today, time.tense)
    alone = words.expression.edtf(None, time.tense)
    start, end = words.start, words.end
    return EventDate(text=text[start:end], start=start, end=end, edtf=edtf, resolved=edtf != alone)


def _is_open(verb: Token, sentence: Tokens) -> bool:
    """Whether it is only asked or supposed that it happened, or told to say which thing is meant.

    "The shoes he wore last year" says which shoes, "the attack that killed four in January" what happened.
    """
    if any(token.text == "?" for token in sentence[-2:]):
        return True
    return _is_defining(verb) or is_compared(verb) or is_supposed(verb)


def _is_defining(verb: Token) -> bool:
    """Whether a clause tells which one is meant ("a paper published in April"), what is not there, or what for."""
    if verb.dep_ == "acl":
        purpose = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)
        return purpose or any(c.lower_ in ("a", "an") for c in verb.head.lefts)
    return verb.dep_ == "relcl" and (
        is_negated(verb) or any(c.dep_ in SUBJECTS and c.tag_ == "PRP" for c in verb.lefts)
    )


def _lies_ahead(date: EventDate, today: Today | None) -> bool:
    """Whether it is later than the article, whatever the tense: "the trial starts tomorrow"."""
    days = parse(date.edtf).days() if date.edtf else None
    return bool(days and today and today.exact and days[0] > today.exact)


def _modality(planned: bool, source: Source) -> Modality:
    if planned:
        return "planned"
    return "claimed" if source.is_said else "reported"
