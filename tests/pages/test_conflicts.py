"""Figures on which articles disagree: listed side by side, and a page that prints one side is told of the other."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from project import Build, Project

ONE = "Report\n\nSome 500 wardens remain on the islands of Tarn.\n"
TWO = "Watch\n\nAbout 400 wardens remain on the islands of Tarn, Ada Vale wrote.\n"
LISTED = "Page\n====\n\n.. briefing:conflicts::\n   :caption: Both sides\n"
ROLE = "Page\n====\n\nThere are :briefing:figure:`some 500 wardens <one>` there.\n"


def disagreeing(project: Project, page: str) -> None:
    project.article("one.txt", ONE)
    project.article("two.txt", TWO)
    project.write("index.rst", page)


def conflicts(build: Build) -> list[str]:
    return [re.sub(r"^.*/", "", line) for line in build.warnings if "[briefing.conflict]" in line]


def test_both_sides_are_listed_with_their_sources(project: Project) -> None:
    disagreeing(project, LISTED)
    build = project.build("html")
    assert build.warnings == []
    page = build.text("index.html")
    table = page[page.index("<table") : page.index("</table>")]
    words = " ".join(re.sub(r"<[^>]+>|¶", " ", table).split())
    assert words == (
        "Both sides What it counts Figure Said by Source wardens Some 500 wardens – [1] "
        "wardens About 400 wardens Ada Vale [2]"
    )
    path = next(build.outdir.rglob("*.csv"))
    with path.open(encoding="utf-8", newline="") as file:
        assert [row["value"] for row in csv.DictReader(file)] == ["500", "400"]


def test_where_there_is_none_it_says_so(project: Project) -> None:
    disagreeing(project, LISTED)
    project.article("two.txt", TWO.replace("400", "490"))
    build = project.build("text")
    assert build.warnings == []
    assert "No figures were found on which these articles disagree." in build.text("index.txt")


def test_options(project: Project) -> None:
    disagreeing(
        project,
        LISTED + "   :about: boats\n\n.. briefing:conflicts:: one, tree\n\n.. briefing:conflicts:: tree\n",
    )
    build = project.build("text")
    assert build.text("index.txt").count("No figures were found") == 3
    assert [line.split("WARNING: ")[1][:30] for line in build.warnings] == [
        "no article matches 'tree'; the"
    ] * 2


def test_a_page_that_prints_one_side_is_told_of_the_other(project: Project) -> None:
    disagreeing(project, ROLE)
    assert conflicts(project.build("text")) == [
        "index.rst:4: WARNING: the articles disagree: one (¶1) has “Some 500 wardens”, but two (¶1) has “About 400 "
        "wardens”; print both, list them with briefing:conflicts, or correct the figure that is read wrongly in an "
        "override [briefing.conflict]"
    ]


@pytest.mark.parametrize(
    "more",
    [
        "\nOr :briefing:figure:`about 400 wardens <two>`.\n",
        "\n.. briefing:figures:: two\n",
        "\n.. briefing:conflicts::\n",
    ],
)
def test_a_page_that_prints_both_is_not(project: Project, more: str) -> None:
    disagreeing(project, ROLE + more)
    assert conflicts(project.build("text")) == []


def test_lists_are_told_at_their_line(project: Project) -> None:
    disagreeing(project, "Page\n====\n\n.. briefing:figures:: two\n")
    (told,) = conflicts(project.build("text"))
    assert told.startswith("index.rst:4: WARNING: the articles disagree: two (¶1) has")


def test_prose_and_what_failed_are_not_told(project: Project) -> None:
    disagreeing(project, ":briefing-check: on\n\nPage\n====\n\n500, :briefing:figure:`500 wardens <one>`.\n")
    assert conflicts(project.build("text")) == []


def test_the_tolerance(project: Project) -> None:
    disagreeing(project, ROLE)
    assert conflicts(project.build("text", briefing_conflict_tolerance=0.2)) == []
    assert len(conflicts(project.build("text", briefing_conflict_tolerance=0))) == 1
    build = project.build("text", briefing_conflict_tolerance=5)
    assert "briefing_conflict_tolerance wants a number from 0 to less than 1" in build.warnings[0]
    assert len(conflicts(build)) == 1


def test_it_is_told_when_another_article_comes_to_disagree_and_no_longer_when_it_does_not(
    project: Project,
) -> None:
    disagreeing(project, ROLE)
    project.write("other.rst", ":orphan:\n\nOther\n=====\n\n:briefing:fact:`on the islands <one>`\n")
    (project.srcdir / "articles/two.txt").unlink()
    assert conflicts(project.build("text")) == []
    project.article("two.txt", TWO)
    build = project.build("text")
    assert (build.read, len(conflicts(build))) == (["index"], 1)
    project.article("two.txt", "One more paragraph stands here.\n\n" + TWO)
    assert project.build("text").read == ["index"]  # the number of the paragraph is told
    project.article("two.txt", TWO.replace("400", "500"))
    build = project.build("text")
    assert (build.read, conflicts(build)) == (["index"], [])


def test_the_check_tells_it_of_unchanged_pages_and_the_export_has_both(project: Project) -> None:
    disagreeing(project, ROLE)
    project.build("text")
    check = project.build("briefingcheck")
    assert (check.read, check.failed, len(conflicts(check))) == ([], True, 1)
    disagreeing(project, LISTED)
    data = json.loads(project.build("briefingjson").text("briefing.json"))
    asked = next(q for q in data["pages"][0]["questions"] if q["line"])
    assert (asked["by"], asked["excerpts"]) == (
        "conflicts", ["figure:one/some-500-wardens", "figure:two/about-400-wardens"],
    )  # fmt: skip


def test_parallel_builds_tell_the_same(project: Project) -> None:
    disagreeing(project, ROLE)
    for n in range(6):
        project.write(f"page{n}.rst", ":orphan:\n\n" + ROLE)
    one = project.build("text", fresh=True)
    two = project.build("text", fresh=True, parallel=2)
    assert sorted(conflicts(one)) == sorted(conflicts(two))
    assert len(conflicts(two)) == 7
