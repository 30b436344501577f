"""Numbers: every way English writes one leads to its value, and back."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.analysis.figures.numbers import read_numbers

ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
)
TENS = re.findall(r"\w+", "_ _ twenty thirty forty fifty sixty seventy eighty ninety")
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def in_words(n: int, hyphen: str = "-", joint: str = " ") -> str:
    """A whole number in English words."""
    for size, name in SCALES:
        if n >= size:
            rest = f"{joint if size == 100 else ' '}{in_words(n % size, hyphen, joint)}" if n % size else ""
            return f"{in_words(n // size, hyphen, joint)} {name}{rest}"
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (hyphen + ONES[n % 10] if n % 10 else "")


def value_of(text: str) -> float:
    (number,) = read_numbers(text)
    assert number.low == number.high
    assert (number.start, number.end) == (0, len(text))
    return number.high


whole = st.integers(0, 10**15 - 1)


@given(whole, st.sampled_from("- "), st.sampled_from([" ", " and "]))
def test_words_and_back(n: int, hyphen: str, joint: str) -> None:
    assert value_of(in_words(n, hyphen, joint)) == n


@given(whole, st.sampled_from(",\u2009\u202f\u00a0’'"))
def test_any_grouping_of_digits_is_the_same_number(n: int, mark: str) -> None:
    assert value_of(f"{n:,}".replace(",", mark)) == value_of(str(n)) == n


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_decimals(n: int, hundredths: int) -> None:
    assert value_of(f"{n:,}.{hundredths:02}") == pytest.approx(n + hundredths / 100)


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from([("million", "mn", 1e6), ("billion", "bn", 1e9), ("trillion", "tn", 1e12)]),
)
def test_scale_words_suffixes_and_digits_agree(n: int, tenth: int, scale: tuple[str, str, float]) -> None:
    word, suffix, factor = scale
    mantissa = f"{n}.{tenth}"
    written = {
        value_of(f"{mantissa} {word}"),
        value_of(f"{mantissa}{suffix}"),
        value_of(f"{mantissa}-{word}"),
    }
    assert written == {round(float(mantissa) * factor)}


@given(st.integers(1, 10**6), st.sampled_from(["-", "−", "minus ", "minus-", "negative "]))
def test_negative_numbers(n: int, sign: str) -> None:
    assert value_of(f"{sign}{n}") == -n


@given(st.text(), whole, st.text())
def test_a_number_is_found_inside_any_text(before: str, n: int, after: str) -> None:
    digits = str(n)
    text = f"{before} ({digits}) {after}"
    at = len(before) + 2
    assert any(number.start <= at and at + len(digits) <= number.end for number in read_numbers(text))


@given(st.text())
def test_spans_are_in_order_and_values_finite(text: str) -> None:
    end = 0
    for number in read_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert math.isfinite(number.low)
        assert number.low <= number.high
        end = number.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a hundred and five", 105),
        ("a million and a half", 1.5e6),
        ("two and a half million", 2.5e6),
        ("nine-and-a-half", 9.5),
        ("half a million", 5e5),
        ("quarter million", 2.5e5),
        ("three quarters billion", 7.5e8),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a hundred million", 1e8),
        ("4 hundred million", 4e8),
        ("25 lakh", 2.5e6),
        ("23,45,678.90", 2345678.9),
        ("80, 000", 80_000),
        ("1 000 000", 1e6),
        (".001", 0.001),
        ("7 3/4", 7.75),
        ("3 4/5", 3.8),
        ("1/4", 0.25),
        ("2½", 2.5),
        ("2 ½", 2.5),
        ("½", 0.5),
        ("two-thirds", 2 / 3),
        ("one third", 1 / 3),
        ("one - third", 1 / 3),
        ("4.1m", 4_100_000),
        ("35k", 35_000),
        ("2.5 bn", 2.5e9),
    ],
)
def test_one_number(text: str, value: float) -> None:
    assert value_of(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 12, 120),
        ("hundreds", 100, 1000),
        ("tens of thousands", 1e4, 1e5),
        ("hundreds of millions", 1e8, 1e9),
    ],
)
def test_vague_plurals_are_from_one_to_ten_times_as_many(text: str, low: float, high: float) -> None:
    (number,) = read_numbers(text)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "the twenty-first floor",
        "the twenty-third",
        "the second half of the year",
        "in the first quarter",
        "a good half-time talk",
        "several hundred",
        "a few dozen more than thousand",
        "tens of them",
        "someone alone, often weighing stones",
        "the last three-quarter",
        "",
    ],
)
def test_no_number(text: str) -> None:
    assert [n for n in read_numbers(text) if n.style != "words" or n.high != 3] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("half the flats", ["half"]),
        ("a third of those asked", ["a third"]),
        ("cut by a third.", ["a third"]),
        ("more than half, at least", ["half"]),
        ("the other half of it", []),
        ("a half marathon", []),
        ("three quarters of profit growth", ["three quarters"]),
        ("the last three quarters were bad", []),
        ("40 - 50", ["40", "50"]),
        ("75 -300mm", ["75", "300"]),
        ("plus or minus three points", ["three"]),
        ("up -1.3% and -2%", ["-1.3", "-2"]),
        ("nineteen ninety-five", ["nineteen", "ninety-five"]),
        ("sixfold", ["six"]),
        ("five or six", ["five", "six"]),
    ],
)
def test_which_words_are_the_number(text: str, found: list[str]) -> None:
    assert [text[n.start : n.end] for n in read_numbers(text)] == found


def test_a_number_too_long_for_a_float_is_none() -> None:
    assert read_numbers("9" * 400) == []
