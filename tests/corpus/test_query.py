"""Queries and selections."""

from __future__ import annotations

import pytest

from sphinx_briefing.corpus import ArticleQuery, Corpus, Query, select, select_articles
from sphinx_briefing.models import (
    Analysis,
    Article,
    Excerpt,
    Fact,
    Figure,
    Metadata,
    Paragraph,
    Quote,
    Span,
    Speaker,
)

TEXT = "Title\n\nAbout 40 boats sank, said Ada Vale of the Ferry Board. It has 3 ferries and 900 berths."


def figure(id: str, words: str, value: float, **more) -> Figure:
    start = TEXT.index(words)
    return Figure(
        id=id, text=words, start=start, end=start + len(words), sentence=Span(7, 64), value=value,
        **{"salience": 0.1, **more},
    )  # fmt: skip


FIGURES = (
    figure(
        "about-40-boats",
        "About 40 boats",
        40,
        subject="boats of the islands",
        attribution="Ada Vale",
        salience=0.9,
    ),
    figure("3-ferries", "3 ferries", 3, kind="count", unit="ferry"),
    figure("900-berths", "900 berths", 900, kind="measure", salience=0.5),
)
QUOTE = Quote(
    id="vale-sank", text="boats sank", start=16, end=26, sentence=Span(7, 64), kind="mixed", segments=(Span(16, 26),),
    speaker=Speaker(name="Ada Vale", mention="she", role="chair of the Ferry Board"),
)  # fmt: skip
FACTS = (
    Fact(id="it-has", text=TEXT[65:], start=65, end=len(TEXT), sentence=Span(65, len(TEXT)), salience=0.9),
    Fact(id="about-40", text=TEXT[7:64], start=7, end=64, sentence=Span(7, 64), salience=0.2),
)


def article(id: str, title: str = "Title") -> Article:
    return Article(
        id=id, path=f"articles/{id}.txt", text=TEXT, sha256="0", metadata=Metadata(title=title),
        paragraphs=(Paragraph(0, 5, "title"), Paragraph(7, len(TEXT))),
    )  # fmt: skip


@pytest.fixture
def corpus() -> Corpus:
    full = Analysis(figures=FIGURES, quotes=(QUOTE,), facts=FACTS)
    return Corpus(
        articles={"isles-a": article("isles-a"), "isles-b": article("isles-b"), "other": article("other")},
        analyses={"isles-a": full, "isles-b": full, "other": Analysis()},
    )


def names(corpus: Corpus, **query) -> list[str]:
    return [hit.name for hit in select(corpus, Query(**query)).hits]


def test_all_articles_by_default_in_the_order_of_the_text(corpus: Corpus):
    assert names(corpus, wanted="figures") == [
        f"isles-{x}/{i}" for x in "ab" for i in ("about-40-boats", "3-ferries", "900-berths")
    ]


def test_articles_by_id_and_by_glob_in_the_order_given(corpus: Corpus):
    assert names(corpus, wanted="quotes", articles=("isles-b", "isles-*")) == [
        "isles-b/vale-sank",
        "isles-a/vale-sank",
    ]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        (("boat",), ["about-40-boats"]),
        (("BOATS",), ["about-40-boats"]),
        (("boats of the island",), ["about-40-boats"]),
        (("ferries", "berth"), ["3-ferries", "900-berths"]),
        (("Ada Vale",), ["about-40-boats"]),
        (("oat",), []),
        (("islands boats",), []),
    ],
)
def test_about_takes_whole_words_side_by_side(corpus: Corpus, about: tuple[str, ...], found: list[str]):
    hits = select(corpus, Query(wanted="figures", articles=("isles-a",), about=about)).hits
    assert [hit.excerpt.id for hit in hits] == found


def test_a_fact_is_about_what_its_sentence_says(corpus: Corpus):
    assert names(corpus, wanted="facts", articles=("isles-a",), about=("berths",)) == ["isles-a/it-has"]


@pytest.mark.parametrize("speaker", ["Ada Vale", "vale", "Ferry Board"])
def test_a_speaker_by_name_or_role(corpus: Corpus, speaker: str):
    assert names(corpus, wanted="quotes", articles=("isles-a",), speaker=(speaker,)) == ["isles-a/vale-sank"]
    assert names(corpus, wanted="quotes", speaker=("Ben",)) == []


def test_a_figure_has_who_says_so(corpus: Corpus):
    assert names(corpus, wanted="figures", articles=("isles-a",), speaker=("Vale",)) == [
        "isles-a/about-40-boats"
    ]
    assert names(corpus, wanted="facts", articles=("isles-a",), speaker=("Vale",)) == []


def test_kinds(corpus: Corpus):
    assert names(corpus, wanted="figures", articles=("isles-a",), kinds=("measure",)) == [
        "isles-a/900-berths"
    ]


def test_a_limit_keeps_the_most_salient_in_their_order(corpus: Corpus):
    query = {"wanted": "figures", "articles": ("isles-a",), "limit": 2}
    assert names(corpus, **query) == ["isles-a/about-40-boats", "isles-a/900-berths"]
    assert names(corpus, **query, order="value") == ["isles-a/900-berths", "isles-a/about-40-boats"]
    assert names(corpus, **query, order="salience") == ["isles-a/about-40-boats", "isles-a/900-berths"]


def test_what_is_named_is_taken_and_what_is_excluded_is_not(corpus: Corpus):
    query = {"wanted": "figures", "articles": ("isles-a",)}
    assert names(corpus, **query, about=("boats",), include=("3-ferries",)) == [
        "isles-a/about-40-boats",
        "isles-a/3-ferries",
    ]
    assert names(corpus, **query, include=("isles-a/3-ferries",), limit=1) == ["isles-a/3-ferries"]
    assert names(corpus, **query, exclude=("3-ferries", "900-berths")) == ["isles-a/about-40-boats"]


def test_what_does_not_exist_is_told(corpus: Corpus):
    selection = select(corpus, Query(wanted="facts", articles=("isle",), include=("x",)))
    assert selection.hits == ()
    assert [p.subtype for p in selection.problems] == ["unknown_article", "unknown_item"]
    assert "isles-a, isles-b, other" in selection.problems[0].message


def test_an_article_without_values_sorts_last(corpus: Corpus):
    assert names(corpus, wanted="facts", articles=("isles-a",), order="value") == [
        "isles-a/about-40",
        "isles-a/it-has",
    ]


def test_the_digest_changes_with_what_is_printed_only(corpus: Corpus):
    from dataclasses import replace

    query = Query(wanted="figures", articles=("isles-a",))
    before = select(corpus, query).digest

    def digest(**changes) -> str:
        figures = (replace(FIGURES[0], **changes), *FIGURES[1:])
        analyses = {**corpus.analyses, "isles-a": Analysis(figures=figures)}
        return select(replace(corpus, analyses=analyses), query).digest

    assert digest(salience=0.123) == before
    assert digest(attribution="Ben Okoro") != before
    retitled = {**corpus.articles, "isles-a": article("isles-a", "Another title")}
    assert select(replace(corpus, articles=retitled), query).digest != before


def test_articles_are_selected_too(corpus: Corpus):
    found = select_articles(corpus, ArticleQuery(articles=("o*", "isles-b", "x")))
    assert [a.id for a in found.articles] == ["other", "isles-b"]
    assert [p.subtype for p in found.problems] == ["unknown_article"]
    assert found.digest != select_articles(corpus, ArticleQuery()).digest


def test_an_excerpt_knows_its_span():
    assert Excerpt(text="x", start=1, end=2, sentence=Span(0, 3)).span == (1, 2)
