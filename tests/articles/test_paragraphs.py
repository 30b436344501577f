"""Paragraphs and their roles, whatever an author's editor made of line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sphinx_briefing.models import Article
    from tests.articles.conftest import Reader


LEAD = (
    "The mission in Halden will shrink from 2,000 to about 400 troops by the end of the year, the envoy said"
    " on Friday after a meeting of the contact group in the capital."
)
SECOND = (
    "Two of the 79 members of the coalition have asked for more time to leave, among them the kingdom of"
    " Norden, which keeps 300 engineers in the camp."
)


def words(article: Article, role: str = "") -> list[str]:
    return [article.printed(p.span) for p in article.paragraphs if role in ("", p.role)]


def test_blank_lines_separate(read: Reader) -> None:
    article = read(f"Mission to shrink\n\n{LEAD}\n\n \t\n{SECOND}\n")
    assert words(article) == ["Mission to shrink", LEAD, SECOND]
    assert [p.role for p in article.paragraphs] == ["title", "body", "body"]


def test_one_paragraph_a_line(read: Reader) -> None:
    assert words(read(f"Mission to shrink\n{LEAD}\n{SECOND}\n")) == ["Mission to shrink", LEAD, SECOND]


def test_long_lines_under_a_blank_line_are_paragraphs(read: Reader) -> None:
    assert words(read(f"Mission to shrink\n\n{LEAD}\n{SECOND}\n")) == ["Mission to shrink", LEAD, SECOND]


def wrapped(text: str, width: int = 70) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_lines_broken_by_hand_stay_together(read: Reader, width: int) -> None:
    text = f"Mission to shrink\n\n{wrapped(LEAD, width)}\n\n{wrapped(SECOND, width)}\n"
    assert words(read(text)) == ["Mission to shrink", LEAD, SECOND]


def test_broken_by_hand_without_blank_lines(read: Reader) -> None:
    text = f"Mission to shrink\n{wrapped(LEAD)}\n{wrapped(SECOND)}\n{wrapped(LEAD)}"
    assert words(read(text)) == ["Mission to shrink", LEAD, SECOND, LEAD]


def test_indented_first_lines(read: Reader) -> None:
    text = "\n".join(
        (
            "    The envoy said on Friday that the mission in the valley was to shrink",
            "and that about 400 of the 2,000 troops would stay in Halden for some years",
            "    The coalition has 79 members, and more of them are to join it in winter",
            "when the roads over the northern mountains are closed for trucks and buses",
        )
    )
    assert len(read(text).paragraphs) == 2


def test_short_lines_of_sentences(read: Reader) -> None:
    text = "Mission to shrink\nThe envoy said so.\nThe camp closes.\nNobody is left behind."
    assert words(read(text)) == text.split("\n")


def test_a_line_that_runs_on_is_no_end(read: Reader) -> None:
    assert words(read("The envoy said,\n“Nobody is left behind.”\nThe camp closes in\nJune.")) == [
        "The envoy said, “Nobody is left behind.”",
        "The camp closes in June.",
    ]


def test_title_and_byline_line_by_line(read: Reader) -> None:
    article = read(f"Mission to shrink\nBy Jane Doe\nMay 3, 2024\n\n{LEAD}\n\n{SECOND}\n")
    assert words(article, "title") == ["Mission to shrink"]
    assert words(article, "boilerplate") == ["By Jane Doe", "May 3, 2024"]
    assert article.metadata.authors == ("Jane Doe",)
    assert article.metadata.date == ""


def test_list_items(read: Reader) -> None:
    article = read(f"Mission to shrink\n\n{LEAD}\n\n- 300 engineers\n- 1,300 soldiers\n1. a tank\n\n{SECOND}")
    assert words(article, "body") == [LEAD, "- 300 engineers", "- 1,300 soldiers", "1. a tank", SECOND]


def test_rules_are_boilerplate(read: Reader) -> None:
    article = read(f"Mission to shrink\n=================\n{LEAD}\n***\n{SECOND}")
    assert words(article, "boilerplate") == ["=" * 17, "***"]
    assert words(article, "title") == ["Mission to shrink"]
    assert words(article, "body") == [LEAD, SECOND]


class TestTitle:
    @pytest.mark.parametrize(
        "headline",
        [
            "Mission to shrink",
            "The ‘fortress’ has fallen. Now what?",
            "“Nobody is left behind,” says envoy",
            "Envoy: 400 Troops Will Stay in the Valley of Halden and the Hills Around.",
            "Mission to shrink to 400.",
            "Envoy: The Camp in Halden Is ‘Finished.’",
        ],
    )
    def test_headlines(self, read: Reader, headline: str) -> None:
        article = read(f"{headline}\n\n{LEAD}\n")
        assert words(article, "title") == [headline]
        assert article.title == headline

    @pytest.mark.parametrize(
        "lead",
        [
            LEAD,
            "The envoy said on Friday that the camp in Halden would close.",
            "Nine engineers have been hurt in the camp of the mission.",
            "HALDEN, Norden (EP) — The mission shrinks",
            "(EP) The mission shrinks",
            "Here is what the envoy said:",
        ],
    )
    def test_leads_are_body(self, read: Reader, lead: str) -> None:
        article = read(f"{lead}\n\n{SECOND}\n")
        assert [p.role for p in article.paragraphs] == ["body", "body"]

    def test_of_a_single_paragraph(self, read: Reader) -> None:
        article = read(f"{LEAD}\n")
        assert [p.role for p in article.paragraphs] == ["body"]
        assert article.title.endswith("…")
        assert LEAD.startswith(article.title[:-1] + " ")
        assert 60 < len(article.title) <= 81

    def test_of_a_single_word(self, read: Reader) -> None:
        assert read("x" * 500).title == "x" * 80 + "…"

    def test_given_in_front_matter(self, read: Reader) -> None:
        title = "The camp in Halden is to close this year."
        assert words(read(f"---\ntitle: {title}\n---\n{title}\n\n{LEAD}"), "title") == [title]
        assert read(f"---\ntitle: Another\n---\nMission to shrink\n\n{LEAD}").title == "Another"


class TestHeadings:
    def test_short_line_over_a_paragraph(self, read: Reader) -> None:
        article = read(f"Mission to shrink\n\n{LEAD}\n\nWhat comes next\n\n{SECOND}\n")
        assert words(article, "heading") == ["What comes next"]

    @pytest.mark.parametrize("line", ["He nodded.", "“No”", "and then", "It said:", "Why?"])
    def test_sentences_are_none(self, read: Reader, line: str) -> None:
        article = read(f"Mission to shrink\n\n{LEAD}\n\n{line}\n\n{SECOND}\n")
        assert words(article, "heading") == []

    def test_lists_of_short_lines_are_none(self, read: Reader) -> None:
        article = read(
            f"Mission to shrink\n\n{LEAD}\n\nNorden\n\nHalden\n\nSuden\n\n{SECOND}\n\nThe last line"
        )
        assert words(article, "heading") == []
