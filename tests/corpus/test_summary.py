"""The summary of several articles: the best facts, each once, so many as there is room for, in an order to read."""

from __future__ import annotations

from dataclasses import replace

import pytest
import stand_in

from sphinx_briefing.articles import read_article
from sphinx_briefing.corpus import Corpus, SummaryQuery, summarise

STORM = "At least 12 people died in the port of Maren when Storm Edda struck on Monday, the governor said."
AGAIN = "Storm Edda killed 12 people in the port of Maren, the governor said."
OTHER = "Storm Edda killed 14 people in the port of Maren, the governor said."

ARTICLES = {
    "alpha": [
        "Gen. Ada Vale left the islands. She did not say why.",
        AGAIN,
        "The ferry carries 90 passengers.",
    ],
    "beta": [STORM, "The lamps of the harbour are lit again.", "Nobody asked Ben Okoro."],
    "gamma": [OTHER, "It rained all week and all of the next."],
}


@pytest.fixture
def corpus(tmp_path) -> Corpus:
    articles = {}
    for name, paragraphs in ARTICLES.items():
        path = tmp_path / f"{name}.txt"
        path.write_text("\n\n".join(["A title", *paragraphs]) + "\n", "utf-8")
        articles[name] = read_article(path)
    analyses = {name: stand_in.analyse(article) for name, article in articles.items()}
    return Corpus(articles=articles, analyses=analyses)


def told(corpus: Corpus, **query) -> list[str]:
    return [point.hit.excerpt.text for point in summarise(corpus, SummaryQuery(**query)).points]


def test_what_two_articles_tell_is_printed_once_in_the_words_of_the_weightier(corpus: Corpus) -> None:
    found = summarise(corpus, SummaryQuery())
    storm = next(point for point in found.points if point.also)
    assert storm.hit.excerpt.text == STORM
    assert [hit.name for hit in storm.also] == ["alpha/storm-edda-killed-12-people-in"]
    assert AGAIN not in told(corpus)
    assert OTHER in told(corpus)


def test_what_several_tell_comes_first(corpus: Corpus) -> None:
    assert told(corpus, sentences=1) == [STORM]


def test_in_reading_order_an_article_s_facts_stay_together(corpus: Corpus) -> None:
    assert told(corpus, articles=("alpha", "beta")) == [
        STORM,
        "The lamps of the harbour are lit again.",
        "Gen. Ada Vale left the islands. She did not say why.",
        "The ferry carries 90 passengers.",
    ]
    by_salience = told(corpus, articles=("alpha", "beta"), order="salience")
    assert by_salience[:2] == [STORM, "Gen. Ada Vale left the islands. She did not say why."]


@pytest.mark.parametrize(
    ("query", "count"),
    [({"sentences": 1}, 1), ({"sentences": 3}, 2), ({"sentences": 4}, 3), ({}, 4), ({"sentences": 40}, 5)],
)
def test_a_fact_of_two_sentences_counts_as_two_and_a_title_ends_none(corpus, query, count) -> None:
    assert len(told(corpus, articles=("alpha", "beta"), **query)) == count


@pytest.mark.parametrize("words", [3, 5, 12, 20, 30, 200])
def test_as_many_words_as_there_may_be(corpus: Corpus, words: int) -> None:
    found = told(corpus, words=words)
    assert sum(len(fact.split()) for fact in found) <= words
    assert bool(found) == (words >= 4)


def test_both_limits_hold(corpus: Corpus) -> None:
    assert told(corpus, words=200, sentences=1) == [STORM]
    assert told(corpus, words=8, sentences=9) == ["The lamps of the harbour are lit again."]


def test_terms_ids_and_what_is_wrong_with_them(corpus: Corpus) -> None:
    assert told(corpus, about=("lamp",)) == ["The lamps of the harbour are lit again."]
    assert told(corpus, include=("gamma/it-rained-all-week-and-all-of",), sentences=1)[0].startswith(
        "It rained"
    )
    assert STORM not in told(corpus, exclude=("beta/at-least-12-people-died-in-the",))
    wrong = summarise(corpus, SummaryQuery(articles=("delta",), include=("none",)))
    assert [problem.subtype for problem in wrong.problems] == ["unknown_article", "unknown_item"]
    assert not wrong.found


def test_including_one_telling_takes_the_point(corpus: Corpus) -> None:
    assert told(corpus, include=("storm-edda-killed-12-people-in",), sentences=1) == [STORM]


def test_the_digest_changes_with_what_is_printed_and_with_nothing_else(corpus: Corpus) -> None:
    def digest(changed: Corpus) -> str:
        return summarise(changed, SummaryQuery(articles=("alpha", "beta"), sentences=1)).digest

    gamma = {**corpus.articles, "gamma": replace(corpus.articles["gamma"], text="Other words.")}
    assert digest(replace(corpus, articles=gamma)) == digest(corpus)
    alone = replace(corpus.analyses["alpha"], facts=corpus.analyses["alpha"].facts[:1])
    assert digest(replace(corpus, analyses={**corpus.analyses, "alpha": alone})) != digest(corpus)
