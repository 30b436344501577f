"""Indirect quotes: the content of what somebody said, in the article's words."""

from __future__ import annotations

import pytest
from quotes_docs import doc_of

from sphinx_briefing.analysis.quotes import find_quotes

OPENING = "“We will rebuild the bridge,” said Ada Moreno, the mayor of Tarn. “It will take a year.”"


def indirect_of(*paragraphs):
    doc = doc_of(*paragraphs)
    found = [q for q in find_quotes(doc) if q.kind == "indirect"]
    return [([doc.text[s:e] for s, e in q.segments], q.speaker.name, q.cue.text) for q in found]


@pytest.mark.parametrize(
    ("paragraph", "segments", "name", "cue"),
    [
        (
            "Moreno said the work would start in May, and the harbour ministry called it “overdue.”",
            ["the work would start in May"],
            "Moreno",
            "said",
        ),
        (
            "Critics who say the bridge is doomed have no plan, Moreno said.",
            ["Critics who say the bridge is doomed have no plan"],
            "Moreno",
            "said",
        ),
        (
            "The bridge, as the harbour ministry noted, is older than the town.",
            ["The bridge", "is older than the town"],
            "harbour ministry",
            "noted",
        ),
        (
            "According to the harbour ministry and the Tarn Council, the toll has been dropped.",
            ["the toll has been dropped"],
            "harbour ministry",
            "According to",
        ),
        (
            "Two ferrymen were quoted as saying that the river had risen.",
            ["the river had risen"],
            "Two ferrymen",
            "saying",
        ),
        (
            "Moreno vowed to rebuild the bridge before winter.",
            ["to rebuild the bridge before winter"],
            "Moreno",
            "vowed",
        ),
        (
            "Moreno said the bridge would close in May, and she called the ferrymen “brave.”",
            ["the bridge would close in May"],
            "Moreno",
            "said",
        ),
        (
            "According to Moreno, the toll has been dropped, but nobody can confirm that a boat has left.",
            ["the toll has been dropped"],
            "Moreno",
            "According to",
        ),
        (
            "The book, written by Jan Ek, says the bridge is safe.",
            ["the bridge is safe"],
            "Jan Ek",
            "says",
        ),
        (
            "Moreno’s insistence that the bridge was safe made nobody laugh.",
            ["the bridge was safe"],
            "Moreno",
            "insistence",
        ),
        (
            "The ministry criticized Moreno for her silence.",
            ["Moreno for her silence"],
            "ministry",
            "criticized",
        ),
    ],
)
def test_contents_and_sources(paragraph, segments, name, cue):
    assert indirect_of(paragraph) == [(segments, name, cue)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "She read the letter aloud.",
        "“Stop it,” she shouted.",
        "Nothing, she added, was “settled yet.”",
        "The old “toll house” will stay open.",
        "They ran an ad calling the bridge “a ruin.”",
    ],
)
def test_what_reports_nothing_or_only_words_in_marks_is_none(paragraph):
    assert indirect_of(paragraph) == []
