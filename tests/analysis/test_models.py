"""The records: plain data there and back, and an article's views of its text."""

from __future__ import annotations

import json

import pytest

from sphinx_briefing.models import (
    Analysis,
    Article,
    Change,
    Cue,
    Difference,
    Fact,
    Figure,
    Level,
    Metadata,
    Paragraph,
    Problem,
    Quote,
    Recurrence,
    Span,
    Speaker,
)
from sphinx_briefing.plain import from_plain, to_plain

TEXT = "Title\n\nNine **big** ferries left.\n\nShare this!\n\nThey came back."


@pytest.fixture
def article() -> Article:
    marks = [TEXT.index("**"), TEXT.rindex("**")]
    return Article(
        id="a", path="articles/a.md", text=TEXT, sha256="00",
        metadata=Metadata(title="Title", authors=("Ada Ruizen",), aliases=(("Osmar", ("the port", "the city")),)),
        paragraphs=(
            Paragraph(0, 5, "title"), Paragraph(7, 33), Paragraph(35, 46, "boilerplate"), Paragraph(48, len(TEXT)),
        ),
        markup=tuple(Span(m, m + 2) for m in marks),
        problems=(Problem(subtype="metadata", message="odd", path="a.md", line=2),),
    )  # fmt: skip


def test_spans() -> None:
    assert Span(2, 9).contains(Span(2, 9))
    assert not Span(2, 9).contains(Span(1, 3))
    assert Span(0, 3).overlaps(Span(2, 9))
    assert not Span(0, 2).overlaps(Span(2, 9))


def test_prose_has_the_texts_offsets_and_nothing_but_prose(article) -> None:
    assert article.prose == "Title\n\nNine   big   ferries left.\n\n" + " " * 11 + "\n\nThey came back."
    assert len(article.prose) == len(TEXT)


def test_prose_of_an_article_without_paragraphs_is_blank() -> None:
    assert Article(id="a", path="a", text="x\ny", sha256="").prose == " \n "


def test_printed_words_are_free_of_markup_and_line_ends(article) -> None:
    assert article.printed(Span(0, 33)) == "Title Nine big ferries left."
    assert article.printed(Span(14, 17)) == "big"
    assert article.printed(Span(12, 19)) == "big"
    assert article.printed(Span(48, 52)) == "They"


def test_the_paragraph_of_an_offset(article) -> None:
    assert [article.paragraph_at(n) for n in (0, 6, 7, 34, 35, 47, 48, 999)] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert Article(id="a", path="a", text="", sha256="").paragraph_at(3) == 0


def test_a_title_or_the_id(article) -> None:
    assert article.title == "Title"
    assert Article(id="a", path="p", text="", sha256="").title == "a"


def test_articles_as_plain_data_and_back(article) -> None:
    assert from_plain(Article, json.loads(json.dumps(to_plain(article)))) == article


def test_analyses_as_plain_data_and_back() -> None:
    sentence = Span(7, 33)
    place = {"start": 7, "end": 11, "sentence": sentence, "paragraph": 1, "salience": 0.5}
    speaker = Speaker(mention="he", start=1, end=3, candidates=("Ada", "Benno"))
    analysis = Analysis(
        figures=(
            Figure(id="nine", text="Nine", value=9.0, bound="~", places=(Recurrence(Span(40, 44), Span(40, 50)),), **place),
        ),
        quotes=(
            Quote(
                id="q", text="Nine", segments=(Span(7, 9), Span(10, 11)), speaker=speaker, co_speakers=(speaker,),
                cue=Cue(text="said", start=0, end=4, lemma="say"), clause=Span(0, 9), **place,
            ),
            Quote(id="r", text="Nine", **place),
        ),
        facts=(Fact(id="f", text="Nine", **place),),
        changes=(
            Change(
                id="c", text="Nine", before=Level(figure="nine", start=7, end=11, low=9, high=9), direction="down",
                after=Level(start=40, end=44, low=3, high=5, bound="~"), evidence=(sentence, Span(40, 50)),
                computed=Difference(delta=-4, percent=-44.4), basis="linked", **place,
            ),
            Change(id="d", text="Nine", amount=Level(start=7, end=11, low=2, high=2), **place),
        ),
    )  # fmt: skip
    assert from_plain(Analysis, json.loads(json.dumps(to_plain(analysis)))) == analysis
    assert analysis.figures[0].span == Span(7, 11)
    assert analysis.figures[0].spans == (Span(7, 11), Span(40, 44))
    assert [level.value for level in analysis.changes[0].levels] == [9, None]
    assert analysis.changes[0].passages == (sentence, Span(40, 50))


def test_fields_that_are_not_given_take_their_defaults() -> None:
    raw = {"facts": [{"text": "Nine", "start": 7, "end": 11, "sentence": [7, 33]}]}
    assert from_plain(Analysis, raw) == Analysis(
        facts=(Fact(text="Nine", start=7, end=11, sentence=Span(7, 33)),)
    )


def test_a_speaker_is_printed_by_name_if_there_is_one() -> None:
    assert Speaker(name="Ada Ruizen", mention="she").printed == "Ada Ruizen"
    assert Speaker(mention="a spokesman").printed == "a spokesman"


@pytest.mark.parametrize("raw", [[], {"figure": []}, {"figures": 3}, {"figures": [{"text": "x"}]}])
def test_data_of_another_shape_is_refused(raw) -> None:
    with pytest.raises((KeyError, TypeError)):
        from_plain(Analysis, raw)
