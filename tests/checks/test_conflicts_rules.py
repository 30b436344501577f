"""When figures of two articles contradict each other, rule by rule; excerpts by the stand-in, sentences of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stand_in import analyse

from sphinx_briefing.articles import read_article
from sphinx_briefing.checks.amounts import amount_of, disagree
from sphinx_briefing.checks.conflicts import ConflictQuery, Disagreements
from sphinx_briefing.corpus import Corpus
from sphinx_briefing.models import Article, Figure, Metadata, Span

BASE = "Some 500 wardens remain on the islands of Tarn."
OTHER = "About 400 wardens remain on the islands of Tarn."


def corpus(tmp_path, *texts: str, dates: tuple[str, ...] = ()) -> Corpus:
    articles: list[Article] = []
    for n, text in enumerate(texts):
        path = tmp_path / f"a{n}.txt"
        path.write_text(f"Title\n\n{text}\n", "utf-8")
        read = read_article(path, name=path.name)
        articles.append(replace(read, metadata=Metadata(date=dates[n])) if dates else read)
    return Corpus(articles={a.id: a for a in articles}, analyses={a.id: analyse(a) for a in articles})


def pairs(found: Corpus, tolerance: float = 0.05) -> list[tuple[str, str]]:
    return [(p.one.article.id, p.other.article.id) for p in Disagreements(found).pairs(tolerance)]


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        "Ada Vale said that 400 wardens remain on the islands of Tarn.",
        "On the islands of Tarn, 700 wardens remain.",
        "More than 600 wardens remain on the islands of Tarn.",
    ],
)
def test_these_contradict(tmp_path, other: str) -> None:
    assert pairs(corpus(tmp_path, BASE, other)) == [("a0", "a1")]


@pytest.mark.parametrize(
    "other",
    [
        "About 490 wardens remain on the islands of Tarn.",  # as good as the same
        "More than 400 wardens remain on the islands of Tarn.",  # both can be right
        "The plan is that 400 wardens remain on the islands of Tarn.",
        "About 400 wardens will remain on the islands of Tarn.",
        "About 400 boats remain on the islands of Tarn.",
        "About 400% wardens remain on the islands of Tarn.",
        "About 400 wardens remain on the northern islands of Tarn.",
        "About 400 wardens remain on the islands of Hallow.",
        "Another 400 wardens remain on the islands of Tarn.",
        "No 400 wardens remain on the islands of Tarn.",
        "About 400 wardens drowned off the islands of Tarn.",
        "About 400 wardens are paid by the week and eat in the hall.",
        "Some 9000 wardens remain on the islands of Tarn.",  # hardly the same thing
        "About 400 wardens remain on the islands of Tarn, with 500 wardens in March.",  # it knows of both
        "About 400 wardens and 300 wardens remain on the islands of Tarn.",
    ],
)
def test_these_do_not(tmp_path, other: str) -> None:
    assert pairs(corpus(tmp_path, BASE, other)) == []


def test_years_tell_them_apart(tmp_path) -> None:
    assert not pairs(corpus(tmp_path, f"In 2023, {BASE}", f"In 2024, {OTHER}"))
    assert pairs(corpus(tmp_path, f"In 2023, {BASE}", OTHER))


def test_one_article_does_not_contradict_itself_nor_a_title_an_article(tmp_path) -> None:
    assert pairs(corpus(tmp_path, f"{BASE}\n\n{OTHER}")) == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2025-04-05", "2025-04-09"), 1),
        (("2025-04-05", "2025-05-09"), 0),
        (("2025-04-05", ""), 1),
        (("April", "2025"), 1),
    ],
)
def test_articles_far_apart_tell_of_different_days(tmp_path, dates, expected: int) -> None:
    assert len(pairs(corpus(tmp_path, BASE, OTHER, dates=dates))) == expected


def as_of(found: Corpus, *words: str) -> Corpus:
    """The corpus with the figures of its articles dated by *words*."""
    dated = {
        name: replace(analysis, figures=tuple(replace(f, as_of=w) for f in analysis.figures))
        for (name, analysis), w in zip(found.analyses.items(), words, strict=True)
    }
    return replace(found, analyses=dated)


def test_words_that_date_a_figure(tmp_path) -> None:
    days = ("2025-04-05", "2025-04-06")
    apart, same = corpus(tmp_path, BASE, OTHER, dates=days), corpus(tmp_path, BASE, OTHER, dates=days[:1] * 2)
    assert pairs(as_of(apart, "in 2024", "In 2024"))
    assert not pairs(as_of(apart, "in 2023", "in 2024"))
    assert not pairs(as_of(apart, "last month", "last month"))
    assert pairs(as_of(same, "last month", "last month"))
    assert pairs(as_of(same, "on Monday", ""))
    assert not pairs(as_of(same, "on Monday", "on Friday"))
    assert not pairs(as_of(same, "last month", ""))
    happened = corpus(
        tmp_path, "Some 500 wardens arrived on Tarn.", "About 400 wardens arrived on Tarn on Monday."
    )
    assert pairs(as_of(happened, "", "on Monday"))
    assert not pairs(corpus(tmp_path, f"In May, {BASE.lower()}", f"In June, {OTHER.lower()}"))


def test_conflicts_that_share_a_figure_are_one(tmp_path) -> None:
    third = BASE.replace("500", "700")
    found = Disagreements(corpus(tmp_path, BASE, OTHER, third))
    (conflict,) = found.select(ConflictQuery()).conflicts
    assert [hit.article.id for hit in conflict.hits] == ["a0", "a1", "a2"]
    (less,) = found.select(ConflictQuery(articles=("a0", "a2"))).conflicts
    assert [hit.article.id for hit in less.hits] == ["a0", "a2"]
    assert found.select(ConflictQuery(about=("boats",))).conflicts == ()
    assert found.select(ConflictQuery(tolerance=0.5)).conflicts == ()


def figure(text: str, **parts) -> Figure:
    return Figure(text=text, start=0, end=len(text), sentence=Span(0, len(text)), **parts)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure("2 million", value=2e6), figure("2.4 million", value=2.4e6), False),
        (figure("2 million", value=2e6), figure("2,900,000", value=2.9e6), True),
        (figure("$4.1 billion", value=4.1e9), figure("$4.6 billion", value=4.6e9), True),
        (figure("12%", value=12), figure("13%", value=13), False),
        (figure("12.0%", value=12), figure("13.1%", value=13.1), True),
        (figure("300 to 500", low=300, high=500), figure("450", value=450), False),
        (figure("300 to 500", low=300, high=500), figure("700", value=700), True),
        (figure("less than 40", value=40, bound="<"), figure("30", value=30), False),
        (figure("at most 40", value=40, bound="<="), figure("at least 60", value=60, bound=">="), True),
        (figure("0 percent", value=0), figure("0", value=0), False),
    ],
)
def test_amounts(one: Figure, other: Figure, expected: bool) -> None:
    first, second = amount_of(one), amount_of(other)
    assert first is not None
    assert second is not None
    assert disagree(first, second, 0.05) is disagree(second, first, 0.05) is expected


def test_a_figure_without_a_value_has_no_amount() -> None:
    assert amount_of(figure("dozens")) is None


@given(st.floats(1, 1e9), st.floats(1, 1e9), st.floats(0, 0.5))
def test_a_larger_tolerance_never_makes_a_conflict(one: float, other: float, tolerance: float) -> None:
    first, second = amount_of(figure("x", value=one)), amount_of(figure("y", value=other, bound="~"))
    assert first is not None
    assert second is not None
    if not disagree(first, second, tolerance):
        assert not disagree(first, second, tolerance + 0.1)
