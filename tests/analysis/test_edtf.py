"""Dates in EDTF: what they mean, how they sort, which days they may be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.edtf import When, moved, order, overlaps, parse

DAYS = {
    "2019": (date(2019, 1, 1), date(2019, 12, 31)),
    "2019-02": (date(2019, 2, 1), date(2019, 2, 28)),
    "2019-03-07": (date(2019, 3, 7), date(2019, 3, 7)),
    "2019-03-28~": (date(2019, 3, 28), date(2019, 3, 28)),
    "194X": (date(1940, 1, 1), date(1949, 12, 31)),
    "18XX": (date(1800, 1, 1), date(1899, 12, 31)),
    "2019-21": (date(2019, 3, 1), date(2019, 5, 31)),
    "2018-24": (date(2018, 12, 1), date(2019, 2, 28)),
    "2011/..": (date(2011, 1, 1), date.max),
    "../2020": (date.min, date(2020, 12, 31)),
    "2019-03/2019-05-02": (date(2019, 3, 1), date(2019, 5, 2)),
}


@pytest.mark.parametrize(("edtf", "days"), DAYS.items(), ids=list(DAYS))
def test_the_days_a_date_may_mean(edtf: str, days: tuple[date, date]) -> None:
    assert parse(edtf).days() == days


@pytest.mark.parametrize("edtf", ["XXXX-03-07", "XXXX-03", "XXXX-03-07/..", "2019/XXXX-05", "XXXX-02-29"])
def test_without_a_year_no_day_is_known(edtf: str) -> None:
    assert parse(edtf).days() is None
    assert not overlaps(edtf, date.min, date.max)


@pytest.mark.parametrize(
    "edtf", ["", "../..", "2019-13", "2019-02-30", "2019-25", "2019-21-03", "March", "2019/2020/2021", "20X9"]
)
def test_what_is_no_date(edtf: str) -> None:
    with pytest.raises(ValueError, match="no "):
        parse(edtf)


def test_dates_sort_by_time_and_those_without_a_year_come_last_as_they_were() -> None:
    given = [
        "XXXX-03-22",
        "2019-03-22",
        "2011/..",
        "XXXX-01",
        "",
        "2019-03",
        "194X",
        "../2010",
        "2019-03-01",
        "2019",
    ]
    assert sorted(given, key=order) == [
        "194X", "../2010", "2011/..", "2019", "2019-03", "2019-03-01", "2019-03-22", "XXXX-03-22", "XXXX-01", "",
    ]  # fmt: skip


def test_a_date_between_two_days() -> None:
    march = (date(2019, 3, 1), date(2019, 3, 31))
    assert [e for e in DAYS if overlaps(e, *march)] == [
        "2019", "2019-03-07", "2019-03-28~", "2019-21", "2011/..", "../2020", "2019-03/2019-05-02",
    ]  # fmt: skip
    assert not overlaps("", *march)


def test_days_later() -> None:
    def later(edtf: str, days: int) -> str:
        start = parse(edtf).start
        assert start is not None
        return str(moved(start, days))

    assert later("2019-03-07", 21) == "2019-03-28"
    assert later("2019-12-30~", 3) == "2020-01-02~"
    assert later("XXXX-12-30", 3) == "XXXX-01-02"
    assert later("2019-03", 3) == "None"
    assert later("XXXX-02-29", 1) == "None"


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.booleans())
def test_every_day_is_its_own_date(day: date, approximate: bool) -> None:
    edtf = day.isoformat() + "~" * approximate
    when = parse(edtf)
    assert str(when.start) == edtf
    assert when == When(when.start, when.start)
    assert when.is_point
    assert when.days() == (day, day)
