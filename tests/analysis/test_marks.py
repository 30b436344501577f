from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.analysis.marks import marked_passages, quoted_spans
from sphinx_briefing.models import Span


def paragraphs_of(text):
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def quoted(text):
    return [text[s:e] for s, e in quoted_spans(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” she said.", ["It rained,"]),
        ('"It rained," she said.', ["It rained,"]),
        ("''It rained,'' she said.", ["It rained,"]),
        ("``It rained,'' she said.", ["It rained,"]),
        ("«It rained», she said.", ["It rained"]),
        ("„Es regnet“, sagte sie.", ["Es regnet"]),
        ("‘It rained,’ she said.", ["It rained,"]),
        ("'It rained,' she said.", ["It rained,"]),
        ('He called it "odd" and "late".', ["odd", "late"]),
        ("“It rained,” she said. “It poured.”", ["It rained,", "It poured."]),
        ("(“Rain”), she said—“more rain”—and left.", ["Rain", "more rain"]),
        ("“ Rain ,” she said.", ["Rain ,"]),
    ],
)
def test_pairs_of_every_shape(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She said, “He told me ‘no’ twice.”",
        "She said, “He told me “no” twice.”",
        "She said, \"He told me 'no' twice.\"",
        'She said, “He told me "no" twice.”',
    ],
)
def test_only_the_outermost_of_nested_pairs_is_found(text):
    (found,) = quoted(text)
    assert found.startswith("He told me")
    assert found.endswith("twice.")


@pytest.mark.parametrize(
    "text",
    [
        "The ferrymen's boats aren't here, and 'em is no word.",
        "Rock ’n’ roll of the ’90s was the boys’ own.",
        "It's 6' tall.",
        "No marks at all.",
        "",
        "“”",
        '<a href="https://example.org" title="x">no quotation</a>',
    ],
)
def test_apostrophes_and_markup_are_no_marks(text):
    assert quoted(text) == []


def test_a_plural_apostrophe_does_not_close_a_single_mark():
    assert quoted("‘The ferrymen’s and the workers’ boats,’ she said.") == [
        "The ferrymen’s and the workers’ boats,"
    ]


def test_a_quotation_over_paragraphs_opens_each_and_closes_once():
    text = "She said: “One.\n\n“Two.\n\n“Three.” Then she left."
    assert quoted(text) == ["One.", "Two.", "Three."]
    assert [m.closed for m in marked_passages(text, paragraphs_of(text))] == [False, False, True]


def test_a_closing_mark_alone_ends_what_was_carried_over():
    assert quoted("“One.\n\nTwo.” She left.") == ["One.", "Two."]


@pytest.mark.parametrize(
    "damage", ["“One, she said.", "One,” she said.", "““One,” she said.", "“One,”” she said."]
)
def test_a_missing_or_doubled_mark_damages_no_other_paragraph(damage):
    assert quoted(f"“Zero,” she said.\n\n{damage}\n\n“Two,” she said.")[-1] == "Two,"
    assert quoted(f"“Zero,” she said.\n\n{damage}\n\n“Two,” she said.")[0] == "Zero,"


def test_an_opening_mark_before_another_ends_at_it():
    assert quoted("“One, she said. “Two,” she added.") == ["One, she said.", "Two,"]


def test_the_outer_span_holds_the_marks():
    text = "So “it rained,” she said, ‘twice’."
    first, second = marked_passages(text, paragraphs_of(text))
    assert text[first.outer_start : first.outer_end] == "“it rained,”"
    assert text[second.outer_start : second.outer_end] == "‘twice’"
    assert (first.single, second.single) == (False, True)


MARKED_TEXT = st.text(alphabet="ab s.,!?—\n<>=\"'`“”„«»‘’", max_size=120)


@given(MARKED_TEXT)
def test_passages_are_ordered_and_lie_inside_paragraphs(text):
    spans = paragraphs_of(text)
    found = marked_passages(text, spans)
    at = 0
    for passage in found:
        assert at <= passage.outer_start <= passage.start < passage.end <= passage.outer_end
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
        assert any(s <= passage.start and passage.end <= e for s, e in spans)
        at = passage.end


@given(st.lists(st.sampled_from(["It rained", "No", "We, too, left"]), min_size=1, max_size=8))
def test_well_formed_quotations_are_all_found(sayings):
    text = " ".join(f"“{s},” she said." for s in sayings)
    assert quoted(text) == [f"{s}," for s in sayings]


@pytest.mark.parametrize("unit", ["“a ", "a” ", "‘a ", "'a' ", '"a', "<a ", "''"])
def test_long_lines_take_linear_time(unit):
    text = unit * 20_000
    began = time.process_time()
    marked_passages(text, [Span(0, len(text))])
    assert time.process_time() - began < 3
