"""Whether people of several articles are one, and which of them a page asks for."""

from __future__ import annotations

import pytest

from sphinx_briefing.corpus import Corpus, PeopleQuery, select_people
from sphinx_briefing.corpus.identity import contradict, name_parts, same_person
from sphinx_briefing.models import Alias, Analysis, Article, Paragraph, Person, Quote, Span, Speaker


def person(name, role="", kind="person", **rest):
    rest = {"text": name, "start": 0, "end": len(name), "sentence": Span(0, len(name)), **rest}
    return Person(id="-".join(name_parts(name)), name=name, role=role, kind=kind, **rest)


def corpus_of(*articles, quotes=()):
    """A corpus of articles a, b, c ... that name these people."""
    ids = "abcdefgh"[: len(articles)]
    made = {
        i: Article(id=i, path=f"{i}.txt", text="x" * 99, sha256="", paragraphs=(Paragraph(0, 99),))
        for i in ids
    }
    analyses = {
        i: Analysis(people=tuple(people), quotes=tuple(quotes) if i == "a" else ())
        for i, people in zip(ids, articles, strict=True)
    }
    return Corpus(articles=made, analyses=analyses)


def groups(*articles):
    profiles = select_people(corpus_of(*articles), PeopleQuery(order="text")).profiles
    return [[hit.name for hit in profile.hits] for profile in profiles]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Recep Erdoğan", "Recep Erdogan"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("Ilva Brandt", "Ilva M. Brandt"),
        ("Ilva Maria Brandt", "Ilva M. Brandt"),
        ("Ludo van Hoek", "Ludo Van Hoek"),
    ],
)
def test_spellings_of_one_full_name(one: str, other: str):
    assert same_person(person(one), person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilva Brandt", "Olga Brandt"),
        ("I. Brandt", "Ilva Brandt"),
        ("Ilva M. Brandt", "Ilva K. Brandt"),
        ("Ilva Brandt", "Brandt"),
        ("Brandt", "Brandt"),
    ],
)
def test_names_that_may_be_two_people_s(one: str, other: str):
    assert not same_person(person(one), person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("envoy", "ambassador to Hallmere"),
        ("Gen.", "commander of the Harbour Guard"),
        ("Maj. Gen.", "retired general"),
        ("Foreign Minister", "Finance Minister"),
        ("governor", "Ostby’s governor"),
        ("state’s governor", "Ostby governor"),
        ("Turkish President", "president"),
        ("34-year-old teacher", "teacher, 36-year-old"),
        ("", "baker"),
        ("engineer", "teacher"),
    ],
)
def test_roles_that_one_person_can_have(one: str, other: str):
    assert not contradict(one, other)
    assert not contradict(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defense Minister", "34-year-old baker"),
        ("President of Hallmere", "Aldmark’s president"),
        ("Gov. of Ostby", "governor of Tarn"),
        ("34-year-old teacher", "61-year-old teacher"),
    ],
)
def test_roles_that_nobody_has_both_of(one: str, other: str):
    assert contradict(one, other)
    assert contradict(other, one)


def test_one_person_of_several_articles_has_the_fullest_name_and_the_most_telling_role():
    corpus = corpus_of(
        [person("Ilva Brandt", "Gen.")],
        [person("Ilva Maria Brandt")],
        [person("Ilva Brandt", "commander of the Guard")],
    )
    (profile,) = select_people(corpus, PeopleQuery()).profiles
    assert (profile.name, profile.role, profile.kind) == (
        "Ilva Maria Brandt",
        "commander of the Guard",
        "person",
    )
    assert [hit.article.id for hit in profile.hits] == ["a", "b", "c"]


def test_contradicting_roles_are_two_people():
    assert groups([person("Ilva Brandt", "minister")], [person("Ilva Brandt", "baker")]) == [
        ["a/ilva-brandt"],
        ["b/ilva-brandt"],
    ]


def test_whom_it_could_be_two_of_stands_alone():
    found = groups(
        [person("Ilva Brandt", "minister")], [person("Ilva Brandt", "baker")], [person("Ilva Brandt")]
    )
    assert found == [["a/ilva-brandt"], ["b/ilva-brandt"], ["c/ilva-brandt"]]


def test_a_bare_surname_joins_a_full_name_of_the_same_role_even_when_it_comes_first():
    found = groups(
        [person("Orsk", "President")], [person("Jan Orsk", "Aldmark’s president"), person("Olga Orsk")]
    )
    assert found == [["a/orsk", "b/jan-orsk"], ["b/olga-orsk"]]
    assert groups([person("Orsk", "President")], [person("Jan Orsk")]) == [["a/orsk"], ["b/jan-orsk"]]


def test_two_people_of_one_article_are_never_one():
    assert groups([person("Orsk", "President"), person("Jan Orsk", "President")]) == [
        ["a/orsk"],
        ["a/jan-orsk"],
    ]


def test_bodies_are_one_by_their_name_and_never_a_person():
    ministry = person("Harbour Ministry", kind="organisation")
    assert groups([ministry], [ministry], [person("Harbour Ministry")]) == [
        ["a/harbour-ministry", "b/harbour-ministry"],
        ["c/harbour-ministry"],
    ]


QUOTE = Quote(
    id="q", text="The sea was here", start=0, end=9, sentence=Span(0, 9), speaker=Speaker(name="Ilva Brandt")
)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Ilva Brandt", "Orsk", "Harbour Guard"]),
        ({"order": "text"}, ["Orsk", "Ilva Brandt", "Harbour Guard"]),
        ({"order": "name"}, ["Ilva Brandt", "Harbour Guard", "Orsk"]),
        ({"limit": 1}, ["Ilva Brandt"]),
        ({"limit": 2, "order": "text"}, ["Orsk", "Ilva Brandt"]),
        ({"kinds": ("organisation",)}, ["Harbour Guard"]),
        ({"speaking": True}, ["Ilva Brandt"]),
        ({"about": ("sea",)}, ["Ilva Brandt"]),
        ({"about": ("head of state",)}, ["Orsk"]),
        ({"about": ("guards",)}, ["Harbour Guard"]),
        ({"articles": ("a",)}, ["Ilva Brandt", "Orsk", "Harbour Guard"]),
    ],
)
def test_what_a_page_can_ask_for(query: dict, names: list[str]):
    corpus = corpus_of(
        [
            person("Orsk", "President", salience=0.4, aliases=(Alias("the head of state", 1, 9),)),
            person("Ilva Brandt", salience=0.9, quotes=("q",)),
            person("Harbour Guard", kind="organisation", salience=0.1),
        ],
        quotes=[QUOTE],
    )
    assert [p.name for p in select_people(corpus, PeopleQuery(**query)).profiles] == names


def test_an_unknown_article_is_a_problem_and_selects_nobody():
    selection = select_people(corpus_of([person("Orsk")]), PeopleQuery(articles=("z",)))
    assert selection.profiles == ()
    assert selection.problems[0].subtype == "unknown_article"


def test_paraphrases_make_a_speaker_but_are_no_quotations():
    paraphrase = Quote(id="q", text="x", start=0, end=1, sentence=Span(0, 1), kind="indirect")
    corpus = corpus_of([person("Ilva Brandt", quotes=("q",))], quotes=[paraphrase])
    (profile,) = select_people(corpus, PeopleQuery(speaking=True)).profiles
    assert profile.quotes == ()


def test_the_digest_changes_with_what_is_printed_only():
    def digest(**changed):
        corpus = corpus_of([person("Ilva Brandt", **{"quotes": ("q",), **changed})], quotes=[QUOTE])
        return select_people(corpus, PeopleQuery()).digest

    assert digest() == digest(start=5, end=16, mentions=9, figures=("f",), salience=0.3)
    assert digest() != digest(role="baker")
    assert digest() != digest(quotes=())
