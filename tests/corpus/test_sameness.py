"""When facts of two articles are one event: what two tell alike, and never what contradicts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from same_events import DIFFERENT, SAME

from sphinx_briefing.corpus.sameness import same_event
from sphinx_briefing.corpus.telling import Telling, known_names, telling
from sphinx_briefing.models import Article, Paragraph


def told(words: str) -> Telling:
    article = Article(id="a", path="a.txt", text=words, sha256="", paragraphs=(Paragraph(0, len(words)),))
    return telling(words, known_names(article))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_event(one: str, other: str) -> None:
    assert same_event(told(one), told(other))
    assert same_event(told(other), told(one))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_events(one: str, other: str) -> None:
    assert not same_event(told(one), told(other))
    assert not same_event(told(other), told(one))


SENTENCES = [sentence for pair in SAME for sentence in pair]


@given(st.sampled_from(SENTENCES), st.integers(0, 3000))
def test_another_number_is_never_merged(sentence: str, number: int) -> None:
    there = re.findall(r"\d[\d,]*", sentence)
    if there and f"{number:,}" not in there:
        assert not same_event(told(sentence), told(sentence.replace(there[0], f"{number:,}", 1)))


def test_one_value_as_limits_from_both_sides() -> None:
    more = replace(told(SENTENCES[0]), limits=frozenset({(475.0, False)}))
    less = replace(more, limits=frozenset({(475.0, True)}))
    assert same_event(more, more)
    assert not same_event(more, less)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_compared_the_same_both_ways(one: str, other: str) -> None:
    assert same_event(told(one), told(other)) == same_event(told(other), told(one))


def test_a_name_at_the_head_of_a_sentence_is_known_from_elsewhere() -> None:
    text = "Vale left with Okoro."
    assert telling(text, frozenset({"Vale"})).names == {"val", "okoro"}
    assert telling(text, frozenset()).names == {"okoro"}


def test_figures_are_read_from_the_words() -> None:
    found = told(
        "In 2019, three ferries and 10 to 15 boats, fewer than 90 of one fleet, rose by half to 5 percent."
    )
    assert found.figures == {"count": {3, 10, 15, 90}, "ratio": {0.5}, "percent": {5}, "": {2019}}
    assert found.limits == {(90, True)}
