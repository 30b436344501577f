"""Known unknowns and tensions; the parses stand in ``gaps_parses.txt``."""

from __future__ import annotations

import pytest
import spacy
from quotes_docs import doc_of

from sphinx_briefing.analysis.context import Context
from sphinx_briefing.analysis.gaps import find_gaps, find_tensions
from sphinx_briefing.analysis.quotes import find_quotes


def context_of(*paragraphs: str) -> Context:
    """What the rules look things up in, for an article of these paragraphs."""
    doc = doc_of(*paragraphs)
    return Context(doc, find_quotes(doc))


def gaps(*paragraphs: str) -> list[str]:
    """Each gap in a line: kind, cue, clause, who says so."""
    context = context_of(*paragraphs)
    found = find_gaps(context)
    for gap in found:
        assert context.text[gap.start : gap.end] == gap.text
        assert context.text[slice(*gap.cue_span)] == gap.cue
    return [f"{g.kind} | {g.cue} | {g.text}{' (quoted)' * g.quoted} | {g.attribution}" for g in found]


def tensions(*paragraphs: str) -> list[str]:
    """Each tension in a line: the claim, the cue, what is set against it."""
    context = context_of(*paragraphs)
    found = find_tensions(context, find_gaps(context))
    text = context.text
    for t in found:
        assert text[t.start : t.end] == t.text
        assert t.span.contains(t.claim)
        assert t.span.contains(t.answer)
        assert t.sentence.contains(t.span)
    return [
        f"{t.claimed_by}: {text[slice(*t.claim)]} | {t.cue} | {t.answered_by}: {text[slice(*t.answer)]}"
        for t in found
    ]


GAPS = {
    "The cause of the fire remains unclear.": "unknown | remains unclear | The cause of the fire remains unclear | ",
    "Still unknown are the names of the three wardens.": "unknown | unknown | Still unknown are the names of the three wardens | ",
    "It is not known whether the ferry was insured.": "unknown | not known | It is not known whether the ferry was insured | ",
    "It was not immediately clear how many people were hurt.": "unknown | not immediately clear | It was not immediately clear how many people were hurt | ",
    "Officials said it was too early to say how many boats were lost.": "unknown | too early to say | it was too early to say how many boats were lost | Officials",
    "“We don’t know who opened the gate,” said Ada Vale.": "unknown | don’t know | We don’t know who opened the gate (quoted) | Ada Vale",
    "The company declined to comment.": "declined | declined to comment | The company declined to comment | ",
    "A spokesman for the Harbour Watch did not respond to a request for comment.": "declined | did not respond | A spokesman for the Harbour Watch did not respond to a request for comment | ",
    "An unknown number of wardens have left.": "unknown | unknown | An unknown number of wardens have left | ",
    "Police did not know why the boat turned back.": "unknown | did not know | Police did not know why the boat turned back | ",
    "Nobody knows where the money went.": "unknown | Nobody knows | Nobody knows where the money went | ",
    "No one can confirm that the boats came home.": "unconfirmed | No one can confirm | No one can confirm that the boats came home | ",
    "The army cannot confirm the loss of the boat.": "unconfirmed | cannot confirm | The army cannot confirm the loss of the boat | ",
    "Nobody can say when the lamps will be lit.": "unknown | Nobody can say | Nobody can say when the lamps will be lit | ",
    "The report could not be independently verified.": "unconfirmed | could not be independently verified | The report could not be independently verified | ",
    "Whether the mayor will resign remains to be seen.": "unknown | remains to be seen | Whether the mayor will resign remains to be seen | ",
    "According to the ministry, 400 wardens have left, but nobody can confirm that they came home.": "unconfirmed | nobody can confirm | nobody can confirm that they came home | ",
}

NO_GAP = [
    "An unknown painter sold the picture.",
    "The plan is no longer unclear.",
    "Is it unknown where he is?",
    "If the cause is unknown, the insurer pays nothing.",
    "She does not know how to swim.",
    "He didn't know what hit him.",
    "Nobody knew of the plan.",
    "I don't know what to say.",
    "The names are known to the police.",
    "He refused to leave the islands.",
    "The army says it took the port, but the rebels deny that.",
    "The army said it took the port. The rebels denied the claim.",
    "Officials insist the water is safe, although residents dispute that.",
    "The minister said taxes fell, but she was happy.",
    "The union rejected the company's offer, but talks go on.",
    "“The strait is safe,” Vale said, but even as she spoke, boats were burning.",
    "Ruiz denied that he took the money.",
    "Ada Vale said that the bridge was safe. Critics disagree.",
    "The dam broke. The mayor denied this.",
]

TENSIONS = {
    "The army says it took the port, but the rebels deny that.": "army: it took the port | deny | the rebels: the rebels deny that",
    "The army said it took the port. The rebels denied the claim.": "army: it took the port | denied | The rebels: The rebels denied the claim",
    "Officials insist the water is safe, although residents dispute that.": "Officials: the water is safe | dispute | residents: residents dispute that",
    "“The strait is safe,” Vale said, but even as she spoke, boats were burning.": "Vale: The strait is safe | even as she spoke | : even as she spoke, boats were burning",
    "According to the ministry, 400 wardens have left, but nobody can confirm that they came home.": "ministry: 400 wardens have left | nobody can confirm | : nobody can confirm that they came home",
    "Ada Vale said that the bridge was safe. Critics disagree.": "Ada Vale: the bridge was safe | disagree | Critics: Critics disagree",
}


@pytest.mark.parametrize(("sentence", "gap"), GAPS.items(), ids=list(GAPS))
def test_what_is_not_known(sentence: str, gap: str) -> None:
    assert gaps(sentence) == [gap]


@pytest.mark.parametrize("sentence", NO_GAP)
def test_what_is_no_gap(sentence: str) -> None:
    assert gaps(sentence) == []


@pytest.mark.parametrize(("sentence", "tension"), TENSIONS.items(), ids=list(TENSIONS))
def test_a_claim_and_what_is_set_against_it(sentence: str, tension: str) -> None:
    assert tensions(sentence) == [tension]


@pytest.mark.parametrize("sentence", sorted({*GAPS, *NO_GAP} - {*TENSIONS}))
def test_what_is_no_tension(sentence: str) -> None:
    assert tensions(sentence) == []


def test_a_denial_in_another_paragraph_is_no_answer() -> None:
    assert tensions("The company declined to comment.", "Ruiz denied that he took the money.") == []


def test_a_doc_without_a_parse_has_neither() -> None:
    context = Context(spacy.blank("en")("It is not known where he is, but she denied that."))
    assert (find_gaps(context), find_tensions(context)) == ([], [])
