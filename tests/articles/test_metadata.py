"""What authors write about an article, in the words of whatever tool they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_briefing.articles.dates import iso_date

if TYPE_CHECKING:
    from tests.articles.conftest import Reader

STORY = "Mission to shrink\n\nThe envoy said that about 400 troops would stay in Halden.\n"


def with_front_matter(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", STORY))


def test_full_front_matter(read: Reader) -> None:
    metadata = read(
        with_front_matter(
            "title: The mission",
            "author: [Jane Doe, John Roe]",
            "publisher: The Example Post",
            "date: 2024-05-03",
            "updated: 2024-05",
            "url: https://example.org/halden",
            "accessed: 2024",
            "language: en",
            "tags: Norden, troops",
            "reliability: b",
            "credibility: 2",
            "status: Corrected",
            "skip: ['[Related:', Also here]",
            "aliases: {Norden: [the kingdom, NOR], Mia Sand: the envoy}",
            "expires: ~",
        )
    ).metadata
    assert metadata.title == "The mission"
    assert metadata.authors == ("Jane Doe", "John Roe")
    assert metadata.publisher == "The Example Post"
    assert (metadata.date, metadata.updated, metadata.accessed) == ("2024-05-03", "2024-05", "2024")
    assert metadata.url == "https://example.org/halden"
    assert metadata.tags == ("Norden", "troops")
    assert (metadata.reliability, metadata.credibility, metadata.status) == ("B", "2", "corrected")
    assert metadata.skip == ("[Related:", "Also here")
    assert metadata.aliases == (("Norden", ("the kingdom", "NOR")), ("Mia Sand", ("the envoy",)))
    assert metadata.expires == ""


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("byline: By Jane Doe and John Roe", "authors", ("Jane Doe", "John Roe")),
        ("creator: Ministry of Food and Agriculture", "authors", ("Ministry of Food and Agriculture",)),
        ("authors: Doe, Jane; Roe, John", "authors", ("Doe, Jane", "Roe, John")),
        (
            "authors: [{name: Jane Doe, affiliations: Post}, {family: Roe, given: John}]",
            "authors",
            ("Jane Doe", "John Roe"),
        ),
        ("container-title: Example Post", "publisher", "Example Post"),
        ("publicationTitle: Example Post", "publisher", "Example Post"),
        ("source: https://example.org/x", "url", "https://example.org/x"),
        ("source: Example Post", "publisher", "Example Post"),
        ("URL: https://example.org/x", "url", "https://example.org/x"),
        ("datePublished: 2024-05-03T10:04:00Z", "date", "2024-05-03"),
        ("date-modified: 2024-05-03", "updated", "2024-05-03"),
        ("created: 2024-05-03", "accessed", "2024-05-03"),
        ("keywords: [a, b]", "tags", ("a", "b")),
        ("publisher: [Example, Post]", "publisher", "Example, Post"),
        ("licence: MIT", "license", "MIT"),
        ("language: no", "language", "no"),
    ],
)
def test_names_of_other_tools(read: Reader, line: str, field: str, value: object) -> None:
    article = read(with_front_matter(line))
    assert getattr(article.metadata, field) == value
    assert article.problems == ()


def test_our_own_key_goes_before_an_alias(read: Reader) -> None:
    assert read(with_front_matter("published: 2020", "date: 2024")).metadata.date == "2024"


@pytest.mark.parametrize(
    ("key", "meant"), [("autor", "author"), ("tilte", "title"), ("publsher", "publisher")]
)
def test_near_miss_names_the_key_meant(read: Reader, key: str, meant: str) -> None:
    (problem,) = read(with_front_matter("language: en", f"{key}: Jane Doe")).problems
    assert (problem.subtype, problem.path, problem.line) == ("metadata", "halden.txt", 3)
    assert repr(key) in problem.message
    assert repr(meant) in problem.message


@pytest.mark.parametrize("key", ["issue", "draft", "doi", "weight", "x", "topics", "my own key", "7"])
def test_unknown_keys_are_ignored(read: Reader, key: str) -> None:
    assert read(with_front_matter(f"{key}: 1")).problems == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("reliability: G", "A, B, C, D, E, F"),
        ("credibility: 7", "1, 2, 3, 4, 5, 6"),
        ("status: fine", "usable, corrected, superseded, retracted, withheld"),
        ("date: 03/04/2019", "2019-04-05"),
        ("date: 2019-02-30", "2019-04-05"),
        ("date: [2019]", "2019-04-05"),
        ("url: javascript:alert(1)", "https://"),
        ("sha256: abc", "64 hexadecimal digits"),
        ("title: {a: b}", "text"),
        ("tags: [[a]]", "list"),
        ("author: [[a]]", "names"),
        ("aliases: [a]", "Name"),
    ],
)
def test_bad_values_name_what_is_taken(read: Reader, line: str, says: str) -> None:
    (problem,) = read(with_front_matter("language: en", line)).problems
    assert (problem.subtype, problem.line) == ("metadata", 3)
    assert says in problem.message


def test_a_date_that_cannot_be_read_keeps_its_words(read: Reader) -> None:
    assert read(with_front_matter("date: spring 2019")).metadata.date == "spring 2019"


def test_a_bad_value_is_not_used(read: Reader) -> None:
    metadata = read(with_front_matter("url: javascript:alert(1)", "status: fine", "sha256: abc")).metadata
    assert (metadata.url, metadata.status, metadata.sha256) == ("", "", "")


class TestBrokenFrontMatter:
    @pytest.mark.parametrize(
        ("block", "line"),
        [
            ("title: [a\nauthor: x", 3),
            ("title: 'a", 3),
            ("- a\n- b", 2),
            ("just words", 2),
            ("title: &t [*t]", 2),
            ("a: " + "[" * 5000, 2),
            ("a: " + "x" * 70_000, 2),
        ],
    )
    def test_is_located_and_the_text_is_used(self, read: Reader, block: str, line: int) -> None:
        article = read(f"---\n{block}\n---\n{STORY}")
        (problem,) = article.problems
        assert (problem.subtype, problem.path, problem.line) == ("metadata", "halden.txt", line)
        assert article.prose.strip() == STORY.strip()
        assert article.title == "Mission to shrink"

    def test_never_closed(self, read: Reader) -> None:
        article = read("---\ntitle: T\n\n" + STORY)
        assert [p.line for p in article.problems] == [1]
        assert "Mission to shrink" in article.prose

    def test_a_rule_is_no_front_matter(self, read: Reader) -> None:
        article = read("---\nMission to shrink\n\nThe envoy said no.\n")
        assert article.problems == ()
        assert article.title == "Mission to shrink"

    def test_empty(self, read: Reader) -> None:
        assert read(with_front_matter()).problems == ()


class TestSidecar:
    def test_fills_what_front_matter_leaves_open(self, read: Reader) -> None:
        metadata = read(with_front_matter("title: Ours"), sidecar="title: Beside\ndate: 2024\n").metadata
        assert (metadata.title, metadata.date) == ("Ours", "2024")

    def test_problems_name_the_sidecar(self, read: Reader) -> None:
        (problem,) = read(STORY, sidecar="date: 2024\nautor: Jane Doe\n").problems
        assert (problem.path, problem.line) == ("halden.yaml", 2)

    def test_unreadable(self, read: Reader, tmp_path) -> None:
        (tmp_path / "halden.yaml").mkdir()
        (problem,) = read(STORY).problems
        assert (problem.path, problem.subtype) == ("halden.yaml", "metadata")

    def test_binary(self, read: Reader) -> None:
        (problem,) = read(STORY, sidecar=bytes(range(256))).problems
        assert problem.path == "halden.yaml"


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2019", "2019"),
        ("2019-4", "2019-04"),
        ("2019/04/05", "2019-04-05"),
        ("20190405", "2019-04-05"),
        ("2019-04-05 10:04:00+02:00", "2019-04-05"),
        ("5 April 2019", "2019-04-05"),
        ("5th of April 2019, 10:04 GMT", "2019-04-05"),
        ("Apr. 5, 2019 at 3 p.m.", "2019-04-05"),
        ("Friday, April 5, 2019", "2019-04-05"),
        ("Fri, 05 Apr 2019 10:04:00 GMT", "2019-04-05"),
        ("Sept 2019", "2019-09"),
        ("25/04/2019", "2019-04-25"),
        ("04/25/2019", "2019-04-25"),
        ("04/04/2019", "2019-04-04"),
        ("29 February 2020", "2020-02-29"),
        ("29 February 2019", ""),
        ("03/04/2019", ""),
        ("13/13/2019", ""),
        ("2019-13", ""),
        ("2019-2020", ""),
        ("0000", ""),
        ("April 5", ""),
        ("spring 2019", ""),
        ("yesterday", ""),
    ],
)
def test_iso_dates_add_nothing(words: str, iso: str) -> None:
    assert iso_date(words) == iso
