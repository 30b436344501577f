"""Dates in prose: 15 and more with no date of the article, 60 and more with one, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.analysis.dates import Tense, Today, find_dates, may_tell_date, today_of
from sphinx_briefing.edtf import parse

FRIDAY = Today(2019, 4, 5)


def told(text: str, today: Today | None = None, tense: Tense = "past") -> list[str]:
    """The dates of a text: their words and their EDTF."""
    return [f"{text[d.start : d.end]}: {d.expression.edtf(today, tense)}" for d in find_dates(text)]


ALONE = {
    "It opened on March 7.": "March 7: XXXX-03-07",
    "It opened on 7 March 2019.": "7 March 2019: 2019-03-07",
    "It opened on March 7th, 2019, a day late.": "March 7th, 2019: 2019-03-07",
    "It opened on 2019-03-07.": "2019-03-07: 2019-03-07",
    "It opened on 25/3/2019.": "25/3/2019: 2019-03-25",
    "It opened on 3/25/2019.": "3/25/2019: 2019-03-25",
    "In March 2019 it opened.": "March 2019: 2019-03",
    "It opened in January.": "January: XXXX-01",
    "It opened in 2011.": "2011: 2011",
    "It opened in the 1990s.": "the 1990s: 199X",
    "It opened in the early '90s.": "early '90s: 199X",
    "It opened in the 19th century.": "the 19th century: 18XX",
    "It has been open since 2011.": "since 2011: 2011/..",
    "It was open between 2011 and 2013.": "between 2011 and 2013: 2011/2013",
    "It was open from 2011 to 2013.": "from 2011 to 2013: 2011/2013",
    "It was open in 2011-13.": "2011-13: 2011/2013",
    "It was open from November to March 2019.": "from November to March 2019: 2018-11/2019-03",
    "It was open March 7-9.": "March 7-9: XXXX-03-07/XXXX-03-09",
    "It was open between March 7 and 9.": "between March 7 and 9: XXXX-03-07/XXXX-03-09",
    "It was open from March 2 to April 3.": "from March 2 to April 3: XXXX-03-02/XXXX-04-03",
    "It opened in the spring of 2017.": "the spring of 2017: 2017-21",
    "It opened in the third quarter of 2018.": "the third quarter of 2018: 2018-07/2018-09",
    "It opened on Jan. 3.": "Jan. 3: XXXX-01-03",
    "It opened on Christmas Eve.": "Christmas Eve: XXXX-12-24",
    "It opened around March 7.": "around March 7: XXXX-03-07~",
    "It opened in about 2011.": "about 2011: 2011~",
    "It opened by the end of 2018.": "by the end of 2018: ../2018",
    "It opened last March.": "last March: XXXX-03",
    "It opened last month.": "last month: ",
    "It opened on Tuesday.": "Tuesday: ",
    "It opened two weeks ago.": "two weeks ago: ",
    "It opened yesterday.": "yesterday: ",
    "It opened last summer.": "last summer: ",
    "It opened over the weekend.": "over the weekend: ",
    "It opened three weeks later.": "three weeks later: ",
    "It opened the previous day.": "the previous day: ",
    "It opened earlier this year.": "earlier this year: ",
}


@pytest.mark.parametrize(("text", "date"), ALONE.items(), ids=list(ALONE))
def test_without_an_articles_date_no_year_is_invented(text: str, date: str) -> None:
    assert told(text) == [date]


#: By an article of Friday, 5 April 2019.
PAST = {
    "It opened on March 7.": "March 7: 2019-03-07",
    "It opened on Dec. 25.": "Dec. 25: 2018-12-25",
    "It opened on Tuesday, April 2.": "Tuesday, April 2: 2019-04-02",
    "It opened on Tuesday, March 7.": "Tuesday, March 7: XXXX-03-07",
    "It opened on April 6.": "April 6: XXXX-04-06",
    "It opened on Feb. 29.": "Feb. 29: 2016-02-29",
    "It opened in January.": "January: 2019-01",
    "It opened in May.": "May: 2018-05",
    "It opened last month.": "last month: 2019-03",
    "It opened this month.": "this month: 2019-04",
    "It opened on Tuesday.": "Tuesday: 2019-04-02",
    "It opened Friday.": "Friday: 2019-04-05",
    "It opened last Friday.": "last Friday: 2019-03-29",
    "It opened yesterday.": "yesterday: 2019-04-04",
    "It opened today.": "today: 2019-04-05",
    "It opened last night.": "last night: 2019-04-04",
    "It opened the day before yesterday.": "the day before yesterday: 2019-04-03",
    "It opened last week.": "last week: 2019-03-25/2019-03-31",
    "It opened over the weekend.": "over the weekend: 2019-03-30/2019-03-31",
    "It opened last weekend.": "last weekend: 2019-03-30/2019-03-31",
    "It opened two days ago.": "two days ago: 2019-04-03",
    "It opened two weeks ago.": "two weeks ago: 2019-03-22~",
    "It opened about three months ago.": "about three months ago: 2019-01~",
    "It opened five years ago.": "five years ago: 2014~",
    "It opened a decade ago.": "a decade ago: 2009~",
    "It opened more than two years ago.": "more than two years ago: ",
    "It opened years ago.": "years ago: ",
    "It opened last year.": "last year: 2018",
    "It opened late last year.": "late last year: 2018",
    "It opened earlier this year.": "earlier this year: 2019",
    "It opened last quarter.": "last quarter: 2019-01/2019-03",
    "It opened in the first half of last year.": "the first half of last year: 2018-01/2018-06",
    "It opened last summer.": "last summer: 2018-22",
    "It opened last winter.": "last winter: 2018-24",
    "It opened this spring.": "this spring: 2019-21",
    "It opened in the fall.": "the fall: 2018-23",
    "It opened last March.": "last March: 2019-03",
    "It has been open since May.": "since May: 2018-05/..",
    "It was open between March and May.": "between March and May: 2018-03/2018-05",
    "It was open from Nov. 3 to March 7.": "from Nov. 3 to March 7: 2018-11-03/2019-03-07",
    "It was open from Monday through Wednesday.": "from Monday through Wednesday: 2019-04-01/2019-04-03",
    "It opened on New Year’s Day.": "New Year’s Day: 2019-01-01",
    "It opened in mid-March.": "mid-March: 2019-03",
    "It opened in 2011.": "2011: 2011",
    "It opened days later.": "days later: ",
    "It opened in the last decade of peace.": "",
}

#: The same day, of what is still to come.
FUTURE = {
    "It will open on March 7.": "March 7: 2020-03-07",
    "It will open on May 3.": "May 3: 2019-05-03",
    "It will open on April 3.": "April 3: XXXX-04-03",
    "It will open in May.": "May: 2019-05",
    "It will open in March.": "March: 2020-03",
    "It will open on Tuesday.": "Tuesday: 2019-04-09",
    "It will open on Friday.": "Friday: 2019-04-05",
    "It will open next Friday.": "next Friday: 2019-04-12",
    "It will open next week.": "next week: 2019-04-08/2019-04-14",
    "It will open this weekend.": "this weekend: 2019-04-06/2019-04-07",
    "It will open tomorrow.": "tomorrow: 2019-04-06",
    "It will open next month.": "next month: 2019-05",
    "It will open next March.": "next March: 2020-03",
    "It will open next spring.": "next spring: 2020-21",
    "It will open this summer.": "this summer: 2019-22",
    "It will open later this year.": "later this year: 2019",
    "It will open by late 2020.": "by late 2020: ../2020",
    "It will stay open until Oct. 1.": "until Oct. 1: ../2019-10-01",
    "It will be open from Nov. 3 to March 7.": "from Nov. 3 to March 7: 2019-11-03/2020-03-07",
}

PRESENT = {
    "It opens on March 20.": "March 20: 2019-03-20",
    "It opens on April 20.": "April 20: 2019-04-20",
    "It opens on Thursday.": "Thursday: 2019-04-04",
    "It opens on Sunday.": "Sunday: 2019-04-07",
    "It opens in January.": "January: 2019-01",
    "It opens in November.": "November: 2018-11",
    "It opens in October.": "October: XXXX-10",
}


@pytest.mark.parametrize(("text", "date"), PAST.items(), ids=list(PAST))
def test_what_is_past(text: str, date: str) -> None:
    assert told(text, FRIDAY) == ([date] if date else [])


@pytest.mark.parametrize(("text", "date"), FUTURE.items(), ids=list(FUTURE))
def test_what_is_to_come(text: str, date: str) -> None:
    assert told(text, FRIDAY, "future") == [date]


@pytest.mark.parametrize(("text", "date"), PRESENT.items(), ids=list(PRESENT))
def test_what_may_be_either_is_the_nearest(text: str, date: str) -> None:
    assert told(text, FRIDAY, "present") == [date]


NONE = [
    "The 2,011 people met.",
    "It cost $2011.",
    "It may open.",
    "They march on.",
    "The shop opens every Tuesday.",
    "Sales rose on Black Friday.",
    "It grew over the past year.",
    "It may grow over the next year.",
    "It opened on Feb. 30.",
    "It opened on 3/4/2019.",
    "It opened on 2019-13-40.",
    "A 2018-19 budget passed.",
    "A spring in the mattress broke.",
    "Room 2011 is free.",
    "The march 7 miles long ended.",
    "He lost the second half.",
    "The '20s were wild.",
    "In 2013-11 it was 0.2011.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert [d for d in told(text, FRIDAY) if not d.endswith(": ")] == []


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (
            "2019-04",
            "March 7: 2019-03-07; last month: 2019-03; Tuesday: ; last year: 2018; yesterday: ; two weeks ago: ",
        ),
        (
            "2019",
            "March 7: XXXX-03-07; last month: ; Tuesday: ; last year: 2018; yesterday: ; two weeks ago: ",
        ),
        (
            "some day",
            "March 7: XXXX-03-07; last month: ; Tuesday: ; last year: ; yesterday: ; two weeks ago: ",
        ),
    ],
)
def test_an_articles_date_may_be_known_in_part(published: str, date: str) -> None:
    text = "It was open on March 7, last month, on Tuesday, last year, yesterday and two weeks ago."
    assert "; ".join(told(text, today_of(published))) == date


def test_the_weekend_that_is_just_over() -> None:
    sunday, monday = Today(2019, 4, 7), Today(2019, 4, 8)
    for today in (sunday, monday):
        assert told("It rained over the weekend.", today) == ["over the weekend: 2019-04-06/2019-04-07"]
    assert told("It rained this weekend.", monday) == ["this weekend: 2019-04-06/2019-04-07"]


@pytest.mark.parametrize("published", ["2019-04-05", "2019-04-05T10:00:00Z", " 2019-04-05 "])
def test_a_date_with_its_time_is_a_day(published: str) -> None:
    assert today_of(published) == FRIDAY


@pytest.mark.parametrize("published", ["", "yesterday", "2019-13", "2019-02-30", "0000", "1234"])
def test_what_is_no_day_of_publication(published: str) -> None:
    assert today_of(published) is None


@pytest.mark.parametrize("text", [*ALONE, *PAST, *FUTURE])
def test_each_date_has_a_word_that_tells(text: str) -> None:
    for date in find_dates(text):
        words = text[date.start : date.end].replace("-", " - ").replace("/", " / ").split()
        numbers = text[date.start : date.end]
        assert any(may_tell_date(word.strip(",")) for word in [*words, numbers])


def test_most_words_tell_no_date() -> None:
    assert not any(
        map(may_tell_date, ["the", "may", "money", "market", "12", "sunk", "last", "this", "decision"])
    )


_PIECES = [
    *ALONE,
    *PAST,
    *FUTURE,
    *NONE,
    "–",
    "since",
    "between",
    "and",
    "the end of",
    "2011",
    "March",
    "7",
    "'90s",
    "İ",
]


@given(
    st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join),
    st.sampled_from(["past", "present", "future"]),
)
def test_any_text_gives_dates_in_order_that_can_be_read(text: str, tense: Tense) -> None:
    at = 0
    for date in find_dates(text):
        assert at <= date.start < date.end <= len(text)
        at = date.end
        for today in (None, FRIDAY, Today(2019), Today(1500, 1, 1), Today(8999, 12, 31)):
            if edtf := date.expression.edtf(today, tense):
                parse(edtf)
