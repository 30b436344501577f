"""Boilerplate is told from the story: widely round it, only what can be nothing else within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from boilerplate_lines import ABOVE, ANYWHERE, BELOW, STORY

if TYPE_CHECKING:
    from sphinx_briefing.models import Article
    from tests.articles.conftest import Reader

LEAD = "The mission in Halden will shrink from 2,000 to about 400 troops, envoy Mia Sand said on Friday."
SECOND = "Two of the 79 members of the coalition have asked for more time, Sand told the council in Norden."
LAST = "The council is to meet again in June, when the first engineers are to leave the valley."


def boilerplate(article: Article) -> list[str]:
    return [article.printed(p.span) for p in article.paragraphs if p.role == "boilerplate"]


def within(read: Reader, line: str) -> Article:
    return read("\n\n".join(("Mission to shrink", LEAD, SECOND, line, SECOND, LAST)))


def above(read: Reader, *lines: str, front_matter: str = "") -> Article:
    return read(front_matter + "\n\n".join(("Mission to shrink", *lines, LEAD, SECOND, LAST)))


def below(read: Reader, *lines: str) -> Article:
    return read("\n\n".join(("Mission to shrink", LEAD, SECOND, LAST, *lines)))


@pytest.mark.parametrize("line", ANYWHERE)
def test_anywhere(read: Reader, line: str) -> None:
    assert boilerplate(within(read, line)) == [line]
    assert boilerplate(below(read, line)) == [line]


@pytest.mark.parametrize("line", ABOVE)
def test_above_the_story(read: Reader, line: str) -> None:
    assert boilerplate(above(read, line)) == [line]
    assert boilerplate(above(read, "By Jane Doe", line))[-1] == line


@pytest.mark.parametrize("line", BELOW)
def test_below_the_story(read: Reader, line: str) -> None:
    assert boilerplate(below(read, line)) == [line]
    assert boilerplate(below(read, line, "© 2024 The Example Post")) == [line, "© 2024 The Example Post"]


@pytest.mark.parametrize("line", STORY)
def test_the_story_stays(read: Reader, line: str) -> None:
    assert boilerplate(within(read, line)) == []
    assert boilerplate(below(read, line)) == []
    assert boilerplate(above(read, line)) == []


@pytest.mark.parametrize(
    "line", ["Jane Doe is a reporter for The Example Post.", "Her book comes out in June."]
)
def test_author_notes_stay_within_the_story(read: Reader, line: str) -> None:
    assert boilerplate(within(read, line)) == []


def test_somebody_the_story_speaks_of_is_no_author(read: Reader) -> None:
    assert boilerplate(below(read, "Mia Sand is a former professor at the Example Institute.")) == []


def test_a_byline_does_not_make_the_author_a_part_of_the_story(read: Reader) -> None:
    article = read(
        "\n\n".join(("Mission to shrink", "By Jane Doe", LEAD, LAST, "Jane Doe is a reporter in Norden."))
    )
    assert boilerplate(article) == ["By Jane Doe", "Jane Doe is a reporter in Norden."]


def test_links_below_their_heading(read: Reader) -> None:
    links = ["Related stories", "Camp at Halden closes", "Council meets in Norden"]
    assert boilerplate(below(read, *links)) == links
    article = read("\n\n".join(("Mission to shrink", LEAD, *links, SECOND, LAST)))
    assert boilerplate(article) == links


def test_a_note_before_a_line_no_pattern_knows(read: Reader) -> None:
    note = "Jane Doe is a reporter for The Example Post."
    assert boilerplate(below(read, note, "The Example Post: news from the north since 1871")) == [note]


def test_labels_below_the_story(read: Reader) -> None:
    labels = ["Explore more on these topics", "Shipping", "Norden", "news", "Reuse this content"]
    assert boilerplate(below(read, *labels)) == labels
    assert boilerplate(below(read, "In:", "Norden", "Jane Doe", "© 2024 Example")) == [
        *("In:", "Norden", "Jane Doe", "© 2024 Example"),
    ]


def test_a_list_that_ends_the_story_stays(read: Reader) -> None:
    assert boilerplate(below(read, "The members are:", "Norden", "Suden")) == []
    assert boilerplate(below(read, "Norden 300", "Suden 100")) == []
    assert boilerplate(below(read, "An end without a stop")) == []


def test_nothing_but_labels(read: Reader) -> None:
    assert boilerplate(read("Mission to shrink\n\nNorden\n\nHalden")) == []


@pytest.mark.parametrize(
    "title", ["Opinion: Keep the camp", "Watch: the camp in Halden closes", "More: the play"]
)
def test_titles_may_begin_as_links_do(read: Reader, title: str) -> None:
    article = read(f"{title}\n\n{LEAD}\n\n{LAST}\n")
    assert boilerplate(article) == []
    assert article.title == title


@pytest.mark.parametrize("line", ["Jane Doe", "Jane Doe and John Roe", "Example Agency"])
def test_names_alone_under_the_title(read: Reader, line: str) -> None:
    assert boilerplate(above(read, line)) == [line]
    assert boilerplate(within(read, line)) == []


def test_headlines_are_no_names(read: Reader) -> None:
    assert boilerplate(above(read, "NORDEN LEAVES THE CAMP.")) == []
    assert boilerplate(read(f"Jane Doe\n\n{LEAD}\n\n{LAST}\n")) == []


def test_a_single_paragraph_is_never_boilerplate(read: Reader) -> None:
    assert boilerplate(read("Sign up for our newsletter.")) == []


def test_an_article_of_nothing_else(read: Reader) -> None:
    article = read("Advertisement\n\nShare this article\n")
    assert len(boilerplate(article)) == 2
    assert article.title == "halden"


def test_lines_that_the_author_names(read: Reader) -> None:
    front_matter = "---\nskip: ['the example post wire', 'LIVE BLOG']\n---\n"
    line = "The Example Post Wire brings you 400 stories a day, the envoy said."
    assert boilerplate(above(read, line, front_matter=front_matter)) == [line]


def test_author_and_publisher_alone_above_the_story(read: Reader) -> None:
    front_matter = "---\nauthor: Jane Doe\npublisher: The Example Post\n---\n"
    article = above(read, "Jane Doe", "The Example Post", front_matter=front_matter)
    assert boilerplate(article) == ["Jane Doe", "The Example Post"]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("Jane Doe",)),
        ("By Jane Doe and John van der Roe", ("Jane Doe", "John van der Roe")),
        ("By Jane Doe, John Roe and Max Moe", ("Jane Doe", "John Roe", "Max Moe")),
        ("By Jane Doe and John Roe, The Example Post", ("Jane Doe", "John Roe")),
        ("By Jane Doe | Example Agency", ("Jane Doe",)),
        ("By Jane Doe in Halden", ("Jane Doe",)),
        ("By Our Staff Correspondent", ()),
        ("By Reuters", ()),
        ("May 3, 2024", ()),
    ],
)
def test_authors_stated_in_a_byline(read: Reader, byline: str, authors: tuple[str, ...]) -> None:
    assert above(read, byline).metadata.authors == authors


@pytest.mark.parametrize(
    ("note", "authors", "publisher"),
    [
        ("Jane Doe is The Example Post’s senior writer on defense.", ("Jane Doe",), "The Example Post"),
        ("Jane Doe is the Example Post's White House correspondent.", ("Jane Doe",), "Example Post"),
        ("Jane Doe is a reporter for The Example Post.", ("Jane Doe",), ""),
        ("Jane Doe and John Roe are correspondents of Example Agency.", ("Jane Doe", "John Roe"), ""),
        ("Jane Doe is a professor at the Example Institute.", (), ""),
        ("Doe is a Norden-based reporter for Example Agency.", (), ""),
    ],
)
def test_author_stated_in_a_note(read: Reader, note: str, authors: tuple[str, ...], publisher: str) -> None:
    metadata = below(read, note).metadata
    assert (metadata.authors, metadata.publisher) == (authors, publisher)


def test_authors_given_go_before_a_byline(read: Reader) -> None:
    assert above(read, "By Jane Doe", front_matter="---\nauthor: J. D.\n---\n").metadata.authors == ("J. D.",)
