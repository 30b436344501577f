"""When facts of two articles are one event: what two tell alike, and never what contradicts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import stand_in
from hypothesis import given
from hypothesis import strategies as st
from same_events import DIFFERENT, SAME

from sphinx_briefing.articles import read_article
from sphinx_briefing.corpus import Hit
from sphinx_briefing.corpus.sameness import same_event
from sphinx_briefing.corpus.telling import Telling, known_names, telling
from sphinx_briefing.models import Article, Fact, Paragraph, Span


def told(words: str) -> Telling:
    text = f"Title\n\n{words}\n"
    span = Span(7, 7 + len(words))
    article = Article(
        id="a", path="a.txt", text=text, sha256="", paragraphs=(Paragraph(0, 5, "title"), Paragraph(*span))
    )
    fact = Fact(id="f", text=words, start=span.start, end=span.end, sentence=span, paragraph=1)
    return telling(Hit(article, fact), stand_in.analyse(article).figures, known_names(article))


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


def test_a_name_at_the_head_of_a_sentence_is_known_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title\n\nVale left with Okoro.\n\nThey saw that Vale had left.\n", "utf-8")
    article = read_article(path)
    fact = stand_in.analyse(article).facts[0]
    assert telling(Hit(article, fact), (), known_names(article)).names == {"vale", "okoro"}
    assert telling(Hit(article, fact), (), frozenset()).names == {"okoro"}
