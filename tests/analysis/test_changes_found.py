"""Changes as the text states or implies them; the parses stand in ``changes_parses.txt``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from quotes_docs import doc_of

from sphinx_briefing.analysis.changes import find_changes
from sphinx_briefing.analysis.figures import find_figures
from sphinx_briefing.analysis.quotes import find_quotes
from sphinx_briefing.models import Change, Difference


def changes_of(*paragraphs: str) -> list[Change]:
    """The changes of an article of these paragraphs; a figure's id is where it stands."""
    doc = doc_of(*paragraphs)
    figures = [replace(f, id=str(f.start)) for f in find_figures(doc, find_quotes(doc))]
    found = find_changes(doc, figures)
    assert all(doc.text[c.start : c.end] == c.text for c in found)
    return found


def told(*paragraphs: str) -> list[str]:
    """Each change in a line: the words of its values and amount, its subject, direction, status and basis."""
    text = doc_of(*paragraphs).text
    lines = []
    for c in changes_of(*paragraphs):
        before, after, amount = (text[r.start : r.end] if r else "" for r in (c.before, c.after, c.amount))
        lines.append(f"{before} > {after} | {amount} | {c.subject} | {c.direction} {c.status} {c.basis}")
    return lines


STATED = {
    "Shares of Ostrand Steel fell 2.5% on Monday.": " >  | 2.5% | Shares of Ostrand Steel | down reported stated",
    "The number of nurses fell from 120 to 90 in two years.": "120 > 90 |  | number of nurses | down reported stated",
    "The Harbour Watch said it will cut its force from 2,000 wardens to about 400.": "2,000 > about 400 |  | wardens | down planned stated",
    "The toll rose to 15 from 12.": "12 > 15 |  | toll | up reported stated",
    "Membership doubled to 400 last year.": " > 400 | doubled | Membership | up reported stated",
    "Rents have nearly doubled to $900.": " > $900 | nearly doubled | Rents | up reported stated",
    "The number of seats more than doubled to 90.": " > 90 | more than doubled | number of seats | up reported stated",
    "The fund reported a 19% drop in donations.": " >  | 19% | donations | down reported stated",
    "The police made 12 arrests, an increase of 3.": " > 12 | 3 | arrests | up reported stated",
    "The minister announced a cut in the garrison from 2,000 soldiers to 400.": "2,000 > 400 |  | soldiers | down claimed stated",
    "A 12-point drop in the polls followed.": " >  | 12-point | polls | down reported stated",
    "The group has between 300 and 350 fighters, down from more than 1,200.": "more than 1,200 > between 300 and 350 |  | fighters | down reported stated",
    "The region has 41,000 ferry passengers a year, up 18 percent from the year before.": " > 41,000 | 18 percent | ferry passengers a year | up reported stated",
    "The town employs 310 people, down 20 from last year.": " > 310 | 20 | people | down reported stated",
    "Profit jumped 12 percent to $4.5 billion, from $4 billion in 2018.": "$4 billion > $4.5 billion | 12 percent | Profit | up reported stated",
    "The dam's level fell by 3 metres to 40 metres.": " > 40 metres | 3 metres | dam's level | down reported stated",
    "The number of members grew by 300 to 1,200.": " > 1,200 | 300 | number of members | up reported stated",
    "Unemployment was 5.2%, compared with 4.8% a year earlier.": "4.8% > 5.2% |  | Unemployment | up reported stated",
    "The price of bread went from $2 to $3.": "$2 > $3 |  | price of bread | up reported stated",
    "The agency extended the deadline from three to five years.": "three > five years |  | deadline | up reported stated",
    "The club's plan involved reducing the 36 holes to 18.": "36 > 18 |  | holes | down planned stated",
    "Temperatures soared above 20C.": " > above 20C |  | Temperatures | up reported stated",
    "“We went from 12 boats to 3,” said Oriel Tamsin.": "12 > 3 |  | boats | down claimed stated",
    "The company could cut its workforce from 900 to 700.": "900 > 700 |  | workforce | down planned stated",
    "The mayor supports raising the fare to $15 by 2030.": " > $15 |  | fare | up planned stated",
    "They want to bring the total to 30 ships from 20.": "20 > 30 |  | ships | up planned stated",
    "The bank lowered its forecast for growth from 3 percent to 2.5 percent.": "3 percent > 2.5 percent |  | forecast for growth | down reported stated",
    "The tax will rise by 2 percentage points to 20 percent.": " > 20 percent | 2 percentage points | tax | up planned stated",
    "The airline will grow its fleet from 40 planes to more than 60 by 2030.": "40 > more than 60 |  | planes | up planned stated",
    "There are 45 wolves in the park, compared with 12 in 1995.": "12 > 45 |  | wolves | up reported stated",
    "Inflation slowed to 2 percent from 3 percent in April.": "3 percent > 2 percent |  | Inflation | down reported stated",
    "The herd more than tripled from 200 to 700.": "200 > 700 | more than tripled | herd | up reported stated",
    "Arrivals rose from about 1,000 a day in June to 3,500 a day in August.": "about 1,000 > 3,500 |  | Arrivals | up reported stated",
    "The senator's lead has narrowed to 3 points from 12.": "12 > 3 |  | senator's lead | down reported stated",
    "Deaths dropped from 12 in 2015 to 3 last year.": "12 > 3 |  | Deaths | down reported stated",
    "The price fell to $30.": " > $30 |  | price | down reported stated",
    "An increase of 300 staff is planned.": " >  | 300 staff |  | up planned stated",
    "The fleet grew to 12 boats or so from 9 boats.": "9 > 12 boats or so |  | boats | up reported stated",
    "Lake levels dropped by 3 to 5 metres.": " >  | 3 to 5 metres | Lake levels | down reported stated",
    "Output fell by 20 tonnes to 300 tonnes.": " > 300 tonnes | 20 tonnes | Output | down reported stated",
    "The premium narrowed to $12 from $15.": "$15 > $12 |  | premium | down reported stated",
    "The deal would raise the debt from $3 to $5 billion.": "$3 > $5 billion |  | debt | up planned stated",
    "The number of guards was raised from 5,000 to 10 thousand.": "5,000 > 10 thousand |  | number of guards | up reported stated",
    "Sales were up 3 percent at $40 million.": " >  | 3 percent | Sales | up reported stated",
    "The number fell by two.": " >  | two | number | down reported stated",
}


@pytest.mark.parametrize(("sentence", "change"), STATED.items(), ids=list(STATED))
def test_a_sentence_states_a_change(sentence: str, change: str) -> None:
    assert told(sentence) == [change]


NOT_STATED = [
    "Prices range from $2 to $3.",
    "The trip from 12 villages to 3 cities took two days.",
    "Ages ranged from 5 to 12.",
    "Unemployment was 5.2%, compared with 4.8% in Hallmere.",
    "Sales did not fall 5%.",
    "If the price fell to $30, the company would lose money.",
    "She fell 30 feet from a ladder.",
    "He climbed from 3,000 metres to 4,500 metres.",
    "The planes dropped 12 bombs.",
    "The council raised $3 million to help 400 families.",
    "The school added 300 pupils.",
    "She lost by 13 points.",
    "Orcas can grow up to 32 feet.",
    "He dropped to one knee.",
    "Inflation has fallen to 50-year lows.",
    "Emissions fell by 5 percent to 15 percent.",
    "The vote went 218 to 210.",
    "Did the price rise 5% last year?",
    "Her plan is to sink $30 billion into the coal towns.",
    "Two cuts followed in May.",
    "Trees can grow up to 32 feet in 12 years.",
    "Sales doubled.",
    "The index was not down 2 percent.",
    "The union was down 12 men.",
    "The crew stood up at 6 percent of its posts.",
    "Prices rose from $12 to $5.",
    "Compared with 2018, the harvest was 12 tonnes.",
    "There were no cuts of 5 percent.",
    "He gave 12 percent, up from the usual.",
]


@pytest.mark.parametrize("sentence", NOT_STATED)
def test_a_range_a_journey_a_size_or_a_denial_is_no_change(sentence: str) -> None:
    assert told(sentence) == []


LINKED = {
    (
        "Aldmark plans to bring home most of the 2,000 troops it keeps in the archipelago.",
        "Quoyle told reporters that he wanted about 400 troops to stay.",
    ): "2,000 > about 400 |  | troops | down planned linked",
    (
        "The force numbered 2,000 soldiers in March. It has since shrunk to 400.",
    ): "2,000 > 400 |  | soldiers | down reported linked",
    (
        "There are 400 guards on the island. That is down from 2,000 last year.",
    ): "2,000 > 400 |  | guards on the island | down reported linked",
    (
        "The army will withdraw most of its 2,000 soldiers, leaving about 400 soldiers behind.",
    ): "2,000 > about 400 |  | soldiers | down planned linked",
    ("Of the 2,000 troops, only 400 remain.",): "2,000 > 400 |  | troops | down reported linked",
    ("The firm will keep 300 of its 1,200 employees.",): "1,200 > 300 |  | employees | down planned linked",
    (
        "A year ago the town had 30 shops. Today only 12 shops are left.",
    ): "30 > 12 |  | shops | down reported linked",
    (
        "Last year the ferry carried 41,000 passengers. This year it carried 60,000 passengers.",
    ): "41,000 > 60,000 |  | passengers | up reported linked",
    (
        "The price of a ticket was $2 in 2010. It is now $5.",
    ): "$2 > $5 |  | price of a ticket | up reported linked",
    (
        "The White House plans to withdraw most of the 2,000 U.S. troops in Corvane.",
        "The president insists that only a small residual force of about 400 troops can stay behind in Corvane.",
    ): "2,000 > about 400 |  | U.S. troops | down planned linked",
    (
        "The army has 2,000 soldiers in Corvane.",
        "Some 400 will remain, the minister said.",
    ): "2,000 > Some 400 |  | soldiers | down planned linked",
    (
        "The army has 2,000 soldiers in Corvane.",
        "Some 400 of them will remain.",
    ): "2,000 > Some 400 |  | soldiers | down planned linked",
    (
        "In 2010 the village had 12 doctors.",
        "Now it has 4 doctors.",
    ): "12 > 4 |  | doctors | down reported linked",
    (
        "Now it has 4 doctors.",
        "In 2010 the village had 12 doctors.",
    ): "12 > 4 |  | doctors | down reported linked",
    (
        "The company employs 1,200 workers in Leeds.",
        "Under the plan, it would have 300 workers by June.",
    ): "1,200 > 300 |  | workers in Leeds | down planned linked",
    (
        "The party holds 120 seats. It would keep 90 seats under the new map.",
    ): "120 > 90 |  | seats | down planned linked",
    ("The airline had 12 planes in 1990 and 40 planes in 2010.",): "12 > 40 |  | planes | up reported linked",
    (
        "The university has 900 students. In 1990 it had 200 students.",
    ): "200 > 900 |  | students | up reported linked",
    (
        "Vale employs 40 people. A decade ago she employed 12 people.",
    ): "12 > 40 |  | people | up reported linked",
    (
        "The troops were sent in 2003 with 40 tanks. There were still 12 tanks there in 2010.",
    ): "40 > 12 |  | tanks | down reported linked",
    (
        "The rest of the 2,000 troops would leave by April; 400 would remain until 2020.",
    ): "2,000 > 400 |  | troops | down planned linked",
    ("The fleet had 12 boats. It is down to 9.",): "12 > 9 |  | boats | down reported linked",
}


@pytest.mark.parametrize(("paragraphs", "change"), LINKED.items(), ids=[" ".join(p) for p in LINKED])
def test_two_figures_of_one_group_are_linked_where_the_text_gives_a_reason(
    paragraphs: tuple[str, ...], change: str
) -> None:
    assert told(*paragraphs) == [change]


NOT_LINKED = [
    ("Of the 2,000 troops 400 are engineers.",),
    ("The storm killed 12 people. Another 40 people remain missing.",),
    ("There were 12 people on the boat in 2010. Now there are 4 people in jail.",),
    ("Some officials say 500 troops are there. Others say 900 troops are there.",),
    ("In 2010, 12 people died in a fire in Tarn. In 2018, 15 people died in a flood.",),
    ("The bank has 900 branches. The plan is to close 300 branches.",),
    ("Some 2,000 soldiers took part in the parade, and 400 soldiers stayed behind to clean the square.",),
    ("The army has 2,000 soldiers in Corvane.", "Some 400 of them are engineers."),
    ("The army has 2,000 soldiers in Corvane.", "Some 400 of them remain in hospital."),
    ("The army has 2,000 soldiers in Corvane.", "About 400 soldiers remain in Hallmere."),
    ("The army has 2,000 soldiers in Corvane.", "About 400 wounded soldiers remain in the country."),
    ("The army has 2,000 soldiers in Corvane.", "The 400 soldiers will not remain."),
    ("The army has 2,000 soldiers in Corvane.", "The general allowed 400 soldiers to go home."),
    ("The army has 2,000 soldiers in Corvane.", "The navy kept 400 soldiers in Corvane."),
    ("In 2010 the village had 12 doctors.", "In 2018 the clinic had 15 doctors."),
    ("The company employs 1,200 workers in Leeds.", "It will hire 300 workers by June."),
    ("The bridge cost $3 million in 1960. A new bridge would cost $90 million today.",),
    ("The firm has 1,200 employees. It laid off 300 employees in May.",),
    ("The flood killed 400 people. About 2,000 people remain homeless.",),
    ("Some 60,000 refugees crossed in 2015. Only 2,000 refugees crossed in 2019.",),
    ("The council has 12 libraries. Hallmere has 40 libraries now.",),
    ("They have 12 children. Three children remain at home.",),
    ("The 2,000 employees got a letter. Another 400 employees will be kept.",),
    ("Did 400 of the 2,000 troops stay?",),
    ("The 12 guards left the 40 prisoners in the hall.",),
]


@pytest.mark.parametrize("paragraphs", NOT_LINKED, ids=[" ".join(p) for p in NOT_LINKED])
def test_two_groups_a_part_or_another_state_are_not_linked(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == []


def test_a_linked_change_rests_on_both_sentences_and_marks_what_is_computed() -> None:
    first = "The White House plans to withdraw most of the 2,000 U.S. troops in Corvane."
    second = "The president insists that only a small residual force of about 400 troops can stay behind in Corvane."
    text = doc_of(first, second).text
    (change,) = changes_of(first, second)
    assert [text[slice(*span)] for span in change.evidence] == [first, second]
    assert change.computed == Difference(delta=-1600, percent=-80, bound="~")
    assert (change.before.figure, change.after.figure) == (
        str(text.index("2,000")),
        str(text.index("about 400")),
    )
    assert (change.unit, change.status, change.attribution) == ("troop", "planned", "The president")


def test_a_change_told_twice_is_one() -> None:
    sentence = "The number of nurses fell from 120 to 90 in two years."
    doc = doc_of(sentence, sentence)
    figures = [replace(f, id=f.text) for f in find_figures(doc)]
    assert len(find_changes(doc, figures)) == 1


def test_a_claim_has_its_speaker() -> None:
    (change,) = changes_of("“We went from 12 boats to 3,” said Oriel Tamsin.")
    assert (change.status, change.attribution) == ("claimed", "Oriel Tamsin")


@pytest.mark.parametrize(
    ("sentence", "computed"),
    [
        ("Membership doubled to 400 last year.", Difference(delta=200, percent=100)),
        ("Rents have nearly doubled to $900.", Difference(delta=450, percent=100, bound="~")),
        ("The number of seats more than doubled to 90.", None),
        ("Shares of Ostrand Steel fell 2.5% on Monday.", None),
        ("The group has between 300 and 350 fighters, down from more than 1,200.", None),
    ],
)
def test_what_can_be_computed(sentence: str, computed: Difference | None) -> None:
    (change,) = changes_of(sentence)
    assert change.computed == computed
