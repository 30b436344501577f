"""Text becomes string literals that Typst reads back, whatever it holds."""

from __future__ import annotations

import json
import re

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_briefing.typst.literals import array, dictionary, key, length, text, value, verbatim

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def _read(expression: str) -> object:
    return json.loads(typst.eval(b"", expression, ignore_system_fonts=True))


def _without_controls(words: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", words)


@given(_TEXT)
@settings(max_examples=150, deadline=None)
def test_verbatim_is_read_back(words: str) -> None:
    literal = verbatim(words)
    assert "\n" not in literal
    assert _read(literal) == _without_controls(words).replace("\r\n", "\n").replace("\r", "\n")


@given(_TEXT)
@settings(max_examples=100, deadline=None)
def test_key_is_ascii_and_says_the_same_as_text(words: str) -> None:
    assert key(words).isascii()
    assert _read(key(words)) == _read(text(words))


def test_text_folds_line_ends() -> None:
    assert _read(text('one  \n  two "three" \\ four')) == 'one two "three" \\ four'


def test_values() -> None:
    thing = {"status": "Draft", "size": 10.5, "on": True, "none": None, "fonts": ["A", "B"], "empty": {}}
    assert _read(value(thing)) == thing
    assert dictionary({}) == "(:)"
    assert _read(array(["1"])) == [1]


def test_a_value_without_counterpart() -> None:
    with pytest.raises(TypeError, match="object has no Typst counterpart"):
        value(object())


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("50%", "50%"),
        ("40px", "30pt"),
        ("40", "30pt"),
        ("2.5 cm", "2.5cm"),
        ("1pc", "12pt"),
        (".5in", "0.5in"),
        ("3EM", "3em"),
        ("4 furlongs", None),
        ("wide", None),
        ("", None),
        (None, None),
    ],
)
def test_lengths(measure: str | None, expected: str | None) -> None:
    assert length(measure) == expected
