"""Sentences never cut a quotation, and are found by offset."""

from __future__ import annotations

from quotes_docs import doc_of

from sphinx_briefing.analysis.layout import sentence_of, sentences

INTERRUPTED = "“We will rebuild the bridge,” said Ada Moreno, the mayor of Tarn. “It will take a year.”"
TWO = "Moreno said the work would start in May. She called the old plan “a joke.”"


def texts(*paragraphs):
    return [s.text for s in sentences(doc_of(*paragraphs))]


def test_sentences_end_with_their_paragraph():
    assert texts("Moreno was not amused.", "“The pier is", "“Come and see.”") == [
        "Moreno was not amused.",
        "“The pier is",
        "“Come and see.”",
    ]


def test_an_end_between_marks_is_no_boundary():
    doc = doc_of("They sang “Row, Boys, Row!” Moreno wrote the book “A Bridge.”")
    ends = {s.end_char for s in sentences(doc)}
    assert not any(q.start_char < end < q.end_char for q in doc.spans["quoted"] for end in ends)


def test_the_sentence_of_an_offset():
    doc = doc_of(INTERRUPTED, TWO)
    found = sentences(doc)
    at = doc.text.index("start in May")
    span = sentence_of(found, at, at + 5)
    assert doc.text[span.start : span.end] == "Moreno said the work would start in May."


def test_a_range_over_sentences_gets_all_of_them():
    doc = doc_of(TWO)
    span = sentence_of(sentences(doc), doc.text.index("work"), doc.text.index("joke"))
    assert doc.text[span.start : span.end] == TWO


def test_an_offset_outside_all_sentences_is_its_own():
    doc = doc_of(TWO, INTERRUPTED)
    gap = doc.text.index("\n\n")
    assert sentence_of(sentences(doc), gap, gap + 1) == (gap, gap + 1)
