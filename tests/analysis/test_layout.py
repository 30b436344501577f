"""Paragraphs and sentences of a Doc."""

from __future__ import annotations

import pytest
import spacy
from facts_docs import parsed

from sphinx_briefing.analysis.layout import lay_out, mark_layout, paragraphs, sentence_of, sentences
from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.models import Article, Paragraph, Span

WE_WON = "“|``|punct|2 We|PRP|nsubj|2 won|VBD|ROOT|2"
WON = "Ada|NNP|nsubj|1 won|VBD|ROOT|1 .|.|punct|1"


def test_an_articles_offsets_are_the_docs() -> None:
    text = "---\ntitle: x\n---\nOne ferry.\n\nShare this story!\n\nTwo **big** ferries."
    spans = [("One ferry.", "title"), ("Share this story!", "boilerplate"), ("Two **big** ferries.", "body")]
    article = Article(
        id="a", path="a.md", text=text, sha256="",
        paragraphs=tuple(Paragraph(text.index(w), text.index(w) + len(w), role) for w, role in spans),
        markup=(Span(text.index("**"), text.index("**") + 2), Span(text.rindex("**"), text.rindex("**") + 2)),
    )  # fmt: skip
    doc = lay_out(spacy.blank("en"), article)
    assert len(doc.text) == len(text)
    assert [(p.label_, p.text.split()) for p in paragraphs(doc)] == [
        ("title", ["One", "ferry."]),
        ("body", ["Two", "big", "ferries."]),
    ]
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc if not t.is_space)
    assert [p[0].is_sent_start for p in paragraphs(doc)] == [True, True]


def test_spaces_of_typography_part_words_but_not_the_digits_of_a_number() -> None:
    text = "The\u00a0U.S.\u202fnavy has 10\u00a0000 men."
    article = Article(id="a", path="a.txt", text=text, sha256="", paragraphs=(Paragraph(0, len(text)),))
    doc = lay_out(spacy.blank("en"), article)
    assert doc.text == "The U.S. navy has 10\u00a0000 men."
    assert [token.text for token in doc[:4]] == ["The", "U.S.", "navy", "has"]


def test_a_doc_without_layout_is_one_paragraph() -> None:
    doc = spacy.blank("en")("\n\nOne ferry.\n\nTwo ferries.\n")
    assert [p.text for p in paragraphs(doc)] == [doc.text]
    assert [s.text for s in sentences(doc)] == ["One ferry.\n\nTwo ferries."]


def test_an_empty_quotation_is_no_matter() -> None:
    doc = parsed("Ada|NNP|nsubj|1 won|VBD|ROOT|1 “|``|punct|1 ”|''|punct|1 .|.|punct|1", WON)
    assert len(sentences(doc)) == 2


def test_no_sentence_runs_over_a_paragraphs_end_nor_has_white_space_round_it() -> None:
    doc = parsed(WON, WON, "¶", WON)
    assert [s.text for s in sentences(doc)] == ["Ada won."] * 3


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # an end inside the quotation is no boundary
        (
            (f"{WE_WON} .|.|punct|2", "They|PRP|nsubj|1 lost|VBD|ROOT|1 .|.|punct|1 ”|''|punct|1"),
            ["“We won. They lost.”"],
        ),
        # a sentence that starts at the first quoted word takes the opening mark along
        (
            (f"{WON} “|``|punct|1", "We|PRP|nsubj|1 lost|VBD|ROOT|1 .|.|punct|1 ”|''|punct|1"),
            ["Ada won.", "“We lost.”"],
        ),
        # the closing mark stays with what it closes
        (
            (f"{WE_WON} .|.|punct|2", "”|''|punct|2 Ada|NNP|nsubj|2 left|VBD|ROOT|2 .|.|punct|2"),
            ["“We won.”", "Ada left."],
        ),
        # what follows the mark may go on
        (
            (f"{WE_WON} ?|.|punct|2 ”|''|punct|2", "she|PRP|nsubj|1 asked|VBD|ROOT|1 .|.|punct|1"),
            ["“We won?” she asked."],
        ),
        (
            (f"{WE_WON} ,|,|punct|2", "”|''|punct|2 Ada|NNP|nsubj|2 said|VBD|ROOT|2 .|.|punct|2"),
            ["“We won,” Ada said."],
        ),
        # nothing after the mark
        (
            (f"{WE_WON} .|.|punct|2", "”|''|ROOT|0"),
            ["“We won.”"],
        ),
    ],
)  # fmt: skip
def test_a_quotation_is_never_cut_nor_parted_from_its_marks(parts, expected) -> None:
    assert [s.text for s in sentences(parsed(*parts))] == expected


def test_the_sentence_of_a_span() -> None:
    doc = parsed(WON, WON, "¶", WON)
    found = sentences(doc)
    assert sentence_of(found, 0, 3) == Span(0, 8)
    assert sentence_of(found, 8, 10) == Span(8, 17)  # the blank before the second belongs to none
    assert sentence_of(found, 4, 12) == Span(0, 17)
    assert sentence_of(found, 19, 27) == Span(19, 27)
    assert sentence_of([], 2, 5) == Span(2, 5)


def test_marking_leaves_the_starts_of_a_parsed_doc() -> None:
    doc = parsed(WON)
    mark_layout(doc, [Paragraph(4, 8, "body")])
    assert [p.text for p in paragraphs(doc)] == ["won."]


def test_word_lists_have_remarks_and_blank_lines(tmp_path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# remark\nin turn\n\n so \n", encoding="utf-8")
    assert entries(path) == {"in turn", "so"}
