"""What the text alone tells of a number: its unit, its range, and notations that are no figures."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.analysis.figures import read_quantities

if TYPE_CHECKING:
    from sphinx_briefing.analysis.figures.quantity import Quantity


def read(text: str) -> list[tuple[str, float | tuple[float, float], str]]:
    def size(q: Quantity) -> float | tuple[float, float]:
        return (q.low, q.high) if q.is_range else q.low

    return [(text[q.start : q.end], size(q), q.by_rate(q.unit)) for q in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("worth £2.5bn.", "£2.5bn", 2.5e9, "GBP"),
        ("paid $ 60 million", "$ 60 million", 60e6, "USD"),
        ("HK $2.9 billion", "HK $2.9 billion", 2.9e9, "HKD"),
        ("(US $371 million)", "US $371 million", 371e6, "USD"),
        ("only RM79 left", "RM79", 79, "MYR"),
        ("A $5 fee", "$5", 5, "USD"),
        ("at $61 US a barrel", "$61 US a barrel", 61, "USD per barrel"),
        ("lost -$5bn", "-$5bn", -5e9, "USD"),
        ("a $-40.8bn gap", "$-40.8bn", -40.8e9, "USD"),
        ("the cost–$5", "$5", 5, "USD"),
        ("pay PS7.4bn", "PS7.4bn", 7.4e9, "GBP"),
        ("USD 200", "USD 200", 200, "USD"),
        ("230.5USD", "230.5USD", 230.5, "USD"),
        ("60 USD million", "60 USD million", 60e6, "USD"),
        ("40 MUSD", "40 MUSD", 40e6, "USD"),
        ("sen 90,000", "sen 90,000", 9e4, "sen"),
        ("dollar 12.5 million", "dollar 12.5 million", 12.5e6, "USD"),
        ("19 cents", "19 cents", 19, "cent"),
        ("at 164p each", "164p", 164, "penny"),
        ("8.5 million Australian dollars", "8.5 million Australian dollars", 8.5e6, "AUD"),
        ("240 million pounds", "240 million pounds", 240e6, "GBP"),
        ("12 pounds sterling", "12 pounds sterling", 12, "GBP"),
        ("26 pounds", "26 pounds", 26, "pound-mass"),
        ("half a million euros", "half a million euros", 5e5, "EUR"),
        ("three dollars and fifty cents", "three dollars and fifty cents", 3.5, "USD"),
        ("just 16 dollars 40.", "16 dollars 40", 16.4, "USD"),
        ("a $70-a-share bid", "$70-a-share", 70, "USD per share"),
        ("10kW", "10kW", 10, "kilowatt"),
        ("0.3 per cent", "0.3 per cent", 0.3, "%"),
        ("a 10-percentage-point lead", "10-percentage-point", 10, "percentage point"),
        ("60 basis points", "60 basis points", 60, "basis point"),
        ("20 (kg)", "20 (kg)", 20, "kilogram"),
        ("5 foot-pounds", "5 foot-pounds", 5, "pound-foot"),
        ("100° C", "100° C", 100, "celsius"),
        ("97.2 degrees f", "97.2 degrees f", 97.2, "fahrenheit"),
        ("12 C", "12 C", 12, "celsius"),
        ("six-mile", "six-mile", 6, "mile"),
        ("900 times a minute", "900 times a minute", 900, "time per minute"),
        ("10 kV/cm", "10 kV/cm", 10, "kilovolt per centimetre"),
        ("$18.50 per square foot", "$18.50 per square foot", 18.5, "USD per square foot"),
        ("15 % per annum", "15 % per annum", 15, "% per year"),
        ("2 gallons of jet fuel a day", "2 gallons", 2, "gallon per day"),
        ("$5 million a year earlier", "$5 million", 5e6, "USD"),
        ("1.8m tall", "1.8m", 1.8, "metre"),
        ("a 50m pool", "50m", 50, "metre"),
        ("1.2m tons", "1.2m tons", 1.2e6, "ton"),
        ("some 35m of them", "35m", 35e6, ""),
        ('10 " long', '10 "', 10, "inch"),
        ('he said "about 400"', "400", 400, ""),
        ("9.58s", "9.58s", 9.58, "second"),
        ("28-year-old", "28-year-old", 28, "year"),
        ("an 87 yo man", "87 yo", 87, "year"),
        ("aged about 34", "34", 34, "year"),
        ("tens of thousands of dollars", "tens of thousands of dollars", (1e4, 1e5), "USD"),
        ("hundreds of miles", "hundreds of miles", (100, 1000), "mile"),
        ("a third of a mile", "a third", 1 / 3, ""),
    ],
)
def test_units(text: str, words: str, value: float, unit: str) -> None:
    assert read(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("between 5 and 10 percent", [("between 5 and 10 percent", (5, 10), "%")]),
        ("between the ages of 20 and 35", [("between the ages of 20 and 35", (20, 35), "year")]),
        (
            "from $70 U.S. per barrel to $41.50",
            [("$70 U.S. per barrel to $41.50", (41.5, 70), "USD per barrel")],
        ),
        (
            "from 90 kilos in May to about 80",
            [("90 kilos in May to about 80", (80, 90), "kilogram")],
        ),
        ("$200 to $4 million", [("$200 to $4 million", (200, 4e6), "USD")]),
        ("$10 to $15 billion", [("$10 to $15 billion", (10e9, 15e9), "USD")]),
        ("four to five thousand", [("four to five thousand", (4000, 5000), "")]),
        ("7- or 8-inch", [("7- or 8-inch", (7, 8), "inch")]),
        ("18- to 24-year-olds", [("18- to 24-year-olds", (18, 24), "year")]),
        ("three or four years", [("three or four years", (3, 4), "year")]),
        ("25k or 40k", [("25k", 25000, ""), ("40k", 40000, "")]),
        ("8 or $9", [("8", 8, ""), ("$9", 9, "USD")]),
        ("15–22 mph", [("15–22 mph", (15, 22), "mile per hour")]),
        ("0-to-60-mph", [("0-to-60-mph", (0, 60), "mile per hour")]),
        (
            "from 6 to 8 per cent to 2 to 4 per cent",
            [("6 to 8 per cent", (6, 8), "%"), ("2 to 4 per cent", (2, 4), "%")],
        ),
        ("rose by $4 to $9", [("$4", 4, "USD"), ("$9", 9, "USD")]),
        ("dropped by 1 to 2 degrees", [("1 to 2 degrees", (1, 2), "degree")]),
        ("fell 0.5 per cent to 14210", [("0.5 per cent", 0.5, "%"), ("14210", 14210, "")]),
        ("48 percent to 45 percent", [("48 percent", 48, "%"), ("45 percent", 45, "%")]),
        ("two and three", [("two", 2, ""), ("three", 3, "")]),
        ("one in five", [("one in five", 0.2, "")]),
        ("a one-in-five chance", [("one-in-five", 0.2, "")]),
        ("nine out of 10", [("nine out of 10", 0.9, "")]),
        ("12 in 2,500", [("12", 12, ""), ("2,500", 2500, "")]),
        ("three in two", [("three", 3, ""), ("two", 2, "")]),
        ("half to 5", [("5", 5, "")]),
        ("5 percent to 700", [("5 percent", 5, "%"), ("700", 700, "")]),
    ],
)
def test_ranges_and_ratios(text: str, found: list[tuple[str, object, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "March 7",
        "on March 22, 2019,",
        "7 March 2019",
        "Oct. 3 and 4",
        "Nov. 12-15",
        "may 19, the agency",
        "2019-03-07T11:40:09.250Z",
        "12/05/2019",
        "in 2011",
        "between 1990 and 2010",
        "the 1940s",
        "the ’90s and '05",
        "2018–19",
        "at 10.45pm",
        "9:01 p.m. EST",
        "a time of 2:31:05",
        "1800 GMT",
        "version 1.2.3",
        "24/7 on 9/11",
        "555-0199 or 020 7946 0018",
        "the 10th and the 96th-minute",
        "won 3-1.",
        "a 9-2 lead",
        "a vote of 52-48",
        "2-2",
        "COVID-19",
        "B2, XC40 and 51204K317",
        "#5 @user99 x_1",
        "ranked No. 2",
        "see https://example.org/a/2019/7 or a@b7.org",
        "Elmton, OH 43210",
        "1. First",
        "points 2) and",
        "1234567890123456",
        "a ratio of 3:1",
    ],
)
def test_notations_that_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it may 5 times", "5 times"),
        ("in 1500 metres", "1500 metres"),
        ("from 2-3 to more", "2-3"),
        ("in March 400 troops", "400"),
        ("ages 18-34", "18-34"),
        ("(12) ", "12"),
        ("now-18-year-old", "18-year-old"),
        ("sub-7 nanometre", "7 nanometre"),
        ("‘400 troops’", "400"),
        ("1/4 mile", "1/4 mile"),
        ("36 F-16 jets", "36"),
        ("Jan. 1,000 men", "1,000"),
    ],
)
def test_notations_that_only_look_like_those(text: str, words: str) -> None:
    assert words in [found[0] for found in read(text)]


@given(
    st.integers(1, 9999),
    st.sampled_from(
        [
            ("${}", "USD"),
            ("{} dollars", "USD"),
            ("€{}", "EUR"),
            ("{} yen", "JPY"),
            ("C${}", "CAD"),
            ("{} USD", "USD"),
        ]
    ),
)
def test_every_format_of_an_amount_is_the_same_amount(n: int, way: tuple[str, str]) -> None:
    written, currency = way
    for digits in (str(n), f"{n:,}"):
        assert [found[1:] for found in read(f"for {written.format(digits)} there")] == [(n, currency)]


@pytest.mark.parametrize("pattern", ["1,", "5-4-", "one ", "1/4 ", "(1", "May 5 ", "3 to ", "1st"])
def test_a_very_long_line_is_read_in_linear_time(pattern: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        read_quantities(pattern * times)
        return time.process_time() - start

    assert seconds(4000) < 9 * seconds(1000) + 0.05  # 4 times as long; 16 times if each looked at all
