"""What two values come to, and how certain that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.analysis.changes.difference import difference, direction_of, multiplied
from sphinx_briefing.models import Bound, Difference, Level

NUMBERS = st.integers(1, 10**9) | st.floats(0.01, 1e6).map(lambda x: round(x, 2))


def level(low: float, high: float | None = None, bound: Bound = "=") -> Level:
    return Level(start=0, end=1, low=low, high=low if high is None else high, bound=bound)


@given(NUMBERS, NUMBERS)
def test_the_difference_leads_from_one_to_the_other(before: float, after: float) -> None:
    found = difference(level(before), level(after), "troop")
    assert found is not None
    assert found.percent is not None
    assert before + found.delta == pytest.approx(after, abs=1e-6 * max(before, after))
    assert before * found.percent / 100 == pytest.approx(found.delta, rel=1e-6)
    assert direction_of(level(before), level(after)) == (
        "up" if after > before else "down" if after < before else None
    )


@pytest.mark.parametrize(
    ("before", "after", "bound"),
    [
        ("=", "=", "="),
        ("~", "=", "~"),
        ("=", "~", "~"),
        ("~", "~", "~"),
        ("=", ">", ">"),  # to more than 60: up by more than 20
        (">", "=", "<"),  # from more than 1,200: the difference, negative, is less than
        (">=", "=", "<="),
        ("<", ">", ">"),
        ("<=", ">", ">"),
        (">", ">", None),  # both ends are open
        ("~", ">", None),
        ("<", "<=", None),
    ],
)
def test_the_hedges_of_both_ends_hedge_the_difference(
    before: Bound, after: Bound, bound: Bound | None
) -> None:
    found = difference(level(40, bound=before), level(60, bound=after), "plane")
    assert (found and found.bound) == bound


def test_a_range_has_no_difference_and_may_have_a_direction() -> None:
    assert difference(level(1200), level(300, 350), "") is None
    assert direction_of(level(1200), level(300, 350)) == "down"
    assert direction_of(level(320), level(300, 350)) is None


def test_a_percentage_has_no_percentage() -> None:
    assert difference(level(5.2), level(4.8), "%") == Difference(delta=-0.4)


def test_from_nothing_there_is_no_percentage() -> None:
    assert difference(level(0), level(5), "boat") == Difference(delta=5)


def test_a_factor() -> None:
    assert multiplied(level(0.5), level(200)) == Difference(delta=-200, percent=-50)
    assert multiplied(level(2, bound=">"), level(200)) is None
    assert multiplied(level(2), level(200, 300)) is None
