"""Events as an article of 5 April 2019 tells them; the parses stand in ``events_parses.txt``."""

from __future__ import annotations

import pytest
import spacy
from quotes_docs import doc_of

from sphinx_briefing.analysis.context import Context
from sphinx_briefing.analysis.events import find_events
from sphinx_briefing.analysis.quotes import find_quotes
from sphinx_briefing.models import Event

PUBLISHED = "2019-04-05"


def events_of(*paragraphs: str, published: str = PUBLISHED) -> list[Event]:
    """The events of an article of these paragraphs."""
    doc = doc_of(*paragraphs)
    found = find_events(Context(doc, find_quotes(doc)), published)
    for event in found:
        assert doc.text[event.start : event.end] == event.text
        assert doc.text[event.date.start : event.date.end] == event.date.text
        assert event.sentence.contains(event.span)
        assert 0 <= event.salience <= 1
    return found


def told(*paragraphs: str) -> list[str]:
    """Each event in a line: date, its words, the clause, what sort of statement it is, who says so."""
    return [
        f"{e.date.edtf} | {e.date.text} | {e.text} | {e.modality}{' derived' * e.date.derived}{' quoted' * e.quoted} | {e.attribution}"
        for e in events_of(*paragraphs)
    ]


EVENTS = {
    "The ferry sank on March 7.": [
        "2019-03-07 | March 7 | The ferry sank on March 7 | reported | ",
    ],
    "The council will vote on Tuesday.": [
        "2019-04-09 | Tuesday | The council will vote on Tuesday | planned | ",
    ],
    "The trial opens tomorrow.": [
        "2019-04-06 | tomorrow | The trial opens tomorrow | planned | ",
    ],
    "The council voted on Tuesday.": [
        "2019-04-02 | Tuesday | The council voted on Tuesday | reported | ",
    ],
    "The bridge was closed last month.": [
        "2019-03 | last month | The bridge was closed last month | reported | ",
    ],
    "The war, which has claimed 400 lives since 2011, goes on.": [
        "2011/.. | since 2011 | The war, which has claimed 400 lives since 2011 | reported | ",
    ],
    "The attack in January killed four wardens.": [
        "2019-01 | January | The attack in January killed four wardens | reported | ",
    ],
    "The January attack killed four wardens.": [
        "2019-01 | January | The January attack killed four wardens | reported | ",
    ],
    "He won the 2016 election.": [
        "2016 | 2016 | He won the 2016 election | reported | ",
    ],
    "Ben Okoro, 43, left the islands in 2015.": [
        "2015 | 2015 | Ben Okoro, 43, left the islands in 2015 | reported | ",
    ],
    "The fleet plans to leave on Oct. 1.": [
        "2019-10-01 | Oct. 1 | The fleet plans to leave on Oct. 1 | planned | ",
    ],
    "The hearing is scheduled for May 3.": [
        "2019-05-03 | May 3 | The hearing is scheduled for May 3 | planned | ",
    ],
    "“We left the harbour in March,” said Ada Vale.": [
        "2019-03 | March | We left the harbour in March | claimed quoted | Ada Vale",
    ],
    "Ada Vale said that the fleet left in March.": [
        "2019-03 | March | the fleet left in March | claimed | Ada Vale",
    ],
    "Ada Vale said the fleet left in March.": [
        "2019-03 | March | the fleet left in March | claimed | Ada Vale",
    ],
    "According to the ministry, the fleet left in March.": [
        "2019-03 | March | According to the ministry, the fleet left in March | claimed | ministry",
    ],
    "On March 7, the dam broke. Three weeks later, the mayor resigned. The next day the council met.": [
        "2019-03-07 | March 7 | On March 7, the dam broke | reported | ",
        "2019-03-28~ | Three weeks later | Three weeks later, the mayor resigned | reported derived | ",
        "2019-03-29~ | The next day | The next day the council met | reported derived | ",
    ],
    "The mayor resigned three weeks later.": [
        " | three weeks later | The mayor resigned three weeks later | reported | ",
    ],
    "The pier was to open in May.": [
        "2019-05 | May | The pier was to open in May | planned | ",
    ],
    "By the end of 2020 the last lamp will be out.": [
        "../2020 | By the end of 2020 | By the end of 2020 the last lamp will be out | planned | ",
    ],
    "The tax will rise in 2030, the minister said on Monday.": [
        "2030 | 2030 | The tax will rise in 2030 | planned | the minister",
        "2019-04-01 | Monday | The tax will rise in 2030, the minister said on Monday | reported | ",
    ],
    "They met Tuesday night and agreed to talk again next month.": [
        "2019-04-02 | Tuesday night | They met Tuesday night and agreed to talk again next month | reported | ",
        "2019-05 | next month | They met Tuesday night and agreed to talk again next month | planned | ",
    ],
    "The dam broke on March 7, but the mayor stayed in his office.": [
        "2019-03-07 | March 7 | The dam broke on March 7 | reported | ",
    ],
    "“The gates were open,” Ada Vale said on Tuesday.": [
        "2019-04-02 | Tuesday | “The gates were open,” Ada Vale said on Tuesday | reported | ",
    ],
    "The minister of the islands, who had called the plan “a good one” in May, resigned.": [
        "2018-05 | May | The minister of the islands, who had called the plan “a good one” in May | reported | ",
    ],
    "Catches rose from 12 in 2007 to 31 last year.": [
        "2018 | last year | Catches rose from 12 in 2007 to 31 last year | reported | ",
    ],
}

NO_EVENT = [
    "It was the worst storm that the islands had seen since 1930.",
    "The council votes on Tuesday.",
    "She discussed the January attack.",
    "The 2011 Act bans nets.",
    "Did the fleet leave in March?",
    "If the fleet left in March, nobody saw it.",
    "Catches were lower than in 2017.",
    "The shoes he wore last year were red.",
    "HALLMERE, Dec. 11 (OPA) — The port froze overnight in heavy snow.",
    "It rained today.",
    "Updated March 7, 2019",
]


@pytest.mark.parametrize(("sentence", "events"), EVENTS.items(), ids=list(EVENTS))
def test_a_sentence_tells_events(sentence: str, events: list[str]) -> None:
    assert told(sentence) == events


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_a_date_that_tells_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_what_the_articles_date_adds_is_marked_as_resolved() -> None:
    sentence = "The ferry sank on March 7."
    (known,), (unknown,) = events_of(sentence), events_of(sentence, published="")
    assert (known.date.edtf, known.date.resolved) == ("2019-03-07", True)
    assert (unknown.date.edtf, unknown.date.resolved) == ("XXXX-03-07", False)
    (full,) = events_of("Ben Okoro, 43, left the islands in 2015.")
    assert (full.date.edtf, full.date.resolved) == ("2015", False)


def test_a_date_counts_only_from_one_in_its_paragraph() -> None:
    later = "The mayor resigned three weeks later."
    first, second = events_of("The ferry sank on March 7.", later)
    assert first.date.edtf == "2019-03-07"
    assert (second.date.edtf, second.date.derived) == ("", False)


def test_without_a_year_a_date_is_derived_without_one() -> None:
    paragraph = next(text for text in EVENTS if text.startswith("On March 7, the dam"))
    dates = [(e.date.edtf, e.date.resolved) for e in events_of(paragraph, published="")]
    assert dates == [("XXXX-03-07", False), ("XXXX-03-28~", False), ("XXXX-03-29~", False)]


def test_a_doc_without_a_parse_has_no_events() -> None:
    assert find_events(Context(spacy.blank("en")("The ferry sank on March 7."))) == []
