"""Quotations and numbers in a page's own prose are traced, declared or warned about once, at their line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from project import Project
from prose_pages import EXPECTED, MYST_EXPECTED, MYST_PAGE, PAGE

if TYPE_CHECKING:
    from project import Build

ON = {"briefing_check_prose": True}
MYST = 'extensions = ["sphinx_briefing", "myst_parser"]\nproject = "Test"\n'


def told(build: Build, name: str = "index.rst") -> dict[int, list[str]]:
    """By line, the words that were warned about."""
    out: dict[int, list[str]] = {}
    for warning in build.warnings:
        found = re.search(rf"{re.escape(name)}:(\d+): WARNING: .*?“(.*?)”", warning)
        assert found, warning
        out.setdefault(int(found[1]), []).append(found[2])
    return out


def test_each_statement_once_at_its_line(project: Project) -> None:
    project.sample()
    project.write("index.rst", PAGE)
    project.write("none.png", b"")
    build = project.build("text", suppress_warnings=["image"], **ON)
    assert told(build) == EXPECTED


def test_myst(tmp_path, stand_in) -> None:
    pytest.importorskip("myst_parser")
    project = Project(tmp_path / "project", MYST + 'myst_enable_extensions = ["colon_fence"]\n')
    project.sample()
    project.write("index.md", MYST_PAGE)
    (project.srcdir / "index.rst").unlink()
    assert told(project.build("text"), "index.md") == MYST_EXPECTED


def checked(project: Project, prose: str, **conf: object) -> list[str]:
    """The warnings of a page with *prose*, without their place."""
    project.sample()
    project.write("index.rst", f"Islands\n=======\n\n{prose}\n")
    build = project.build("text", **{**ON, **conf})
    return [re.sub(r"^\S+ WARNING: ", "", warning) for warning in build.warnings]


@pytest.mark.parametrize(
    "prose",
    [
        "The Watch cuts its force from 2,000 wardens.",
        "From 2000 wardens, from two thousand wardens, from 2 000 wardens.",
        "It keeps about 400, four hundred, or 400 of them.",
        "Costs rose 12% in a year, or 12 percent, or twelve per cent.",
        "“The strait is calm, but it is not safe,” she said.",
        "'The strait is calm, but it is not safe,' she said.",
        '"The strait is calm, but it is not safe," she said.',
        "“The strait is calm … it is not safe.”",
        "“*The strait* is calm, but it is **not** safe”",
        "The “very own words” of them.",
        "On 7 March 2019, in 2019, at 10:30, at 3 p.m., in the 1990s.",
        "The 2019 budget; 2031 was far; 1815–1914.",
        "See section 4, sections 3.1 and 3.2, page 12, pp. 3-5, § 7, figure 2, table 9, step 3, note 8.",
        "Version 3.1, v2.0.1, Python 3.11.2, COVID-19, B2, #5, no. 6.",
        "The first, the second, one of them, no one, at once, one day.",
        "The two sides and these three.",
        "The Big Five met.",
        "``99`` is code, :math:`99`, :kbd:`99`, H\\ :sub:`88`\\ O, :pep:`8`, |version|.",
        "A note [B77]_ and a link https://example.org/99 here.\n\n.. [B77] Book, 99 pages.",
        "1. First.\n2. Second.\n\n(3) Third.",
        "::\n\n   99 bottles",
        ".. code-block:: none\n   :caption: Code\n\n   99 bottles",
        ".. 99 bottles in a comment",
        ":Pages: 99",
        "Heading with 99\n---------------\n\nText.",
        "We expect :briefing:unsourced:`99 wardens`, “:briefing:unsourced:`or so we think and hope`”.",
        ".. briefing:unsourced::\n\n   We expect 99 wardens, “or so we think and hope”.\n\n   - 98",
        "It is :briefing:quote:`not safe <harbour>`, :briefing:figure:`90 passengers <ferry>`.",
        ".. briefing:figures::\n\n.. briefing:quotes::\n\n.. briefing:facts::\n\n.. briefing:sources::",
        ".. briefing:quote:: harbour\n\n   The strait is calm",
    ],
)
def test_nothing_to_tell(project: Project, prose: str) -> None:
    assert checked(project, prose) == []


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Some 77 wardens.", "the number “77” is not in ferry, harbour; correct it, or declare it with "
         ":briefing:unsourced: [briefing.untraced]"),
        ("It rose by 400 percent.", "the number “400 percent” is not in"),
        ("It cost $400.", "the number “$400” is not in"),
        ("It took 90 years.", "the number “90 years” is not in"),
        ("There were 2100 wardens.", "the number “2100” is not in"),
        ("Five wardens stay.", "the number “Five” is not in"),
        ("They say “the sea is made of tin”.", "the quotation “the sea is made of tin” is not in"),
        ("“The strait is calm, and it is not safe”", "quotation not found in ferry, harbour: “The strait is calm, and"),
        ("“The strait is calm … it is safe”", "quotation not found"),
        ("“it will cut its force from 2,000”", "“it will cut its force from 2,000” stands in harbour (¶1), but as"),
        ("The “77 others” stay.", "the number “77” is not in"),
        ("“we say :briefing:figure:`about 400 wardens <harbour>` are enough”", "the quotation “we say about 400"),
        (".. |n| replace:: 77\n\nSome |n| wardens.", "the number “77” is not in"),
        ("- “This one was never closed, by mistake", "the quotation “This one was never closed, by mistake” is not"),
    ],
)  # fmt: skip
def test_something_to_tell(project: Project, prose: str, told: str) -> None:
    warnings = checked(project, prose)
    assert len(warnings) == 1
    assert warnings[0].startswith(told)


def test_the_pages_articles_are_those_that_count(project: Project) -> None:
    project.sample()
    project.write(
        "index.rst",
        ":briefing-articles: ferry\n\nIslands\n=======\n\nAll 2,000. “it is not safe to go”\n\n"
        "“The strait is calm, but it is not safe.”\n",
    )
    warnings = project.build("text", **ON).warnings
    assert [w.split("[")[-1] for w in warnings] == [
        "briefing.untraced]",
        "briefing.untraced]",
        "briefing.wrong_article]",
    ]


def test_an_unknown_article_is_told_once(project: Project) -> None:
    project.sample()
    project.write("index.rst", ":briefing-articles: habour\n\nIslands\n=======\n\nAll 2,000. All 400.\n")
    warnings = project.build("text", **ON).warnings
    assert len(warnings) == 1
    assert "no article matches 'habour'" in warnings[0]


@pytest.mark.parametrize(
    ("field", "conf", "count"),
    [
        ("", {}, 0),
        ("", ON, 1),
        ("off", ON, 0),
        ("on", {}, 1),
        ("true", {}, 1),
        ("no", ON, 0),
        ("-", {}, 1),
        ("maybe", {}, 2),
    ],
)
def test_the_switch(project: Project, field: str, conf: dict[str, bool], count: int) -> None:
    project.sample()
    head = f":briefing-check: {field}\n\n".replace(" -", "") if field else ""
    project.write("index.rst", f"{head}Islands\n=======\n\nSome 77.\n")
    assert len(project.build("text", **conf).warnings) == count


def test_a_page_is_read_again_when_a_verdict_changes(project: Project) -> None:
    project.sample()
    project.write(
        "index.rst", "Islands\n=======\n\nSome 77 wardens, 2,000 before.\n\n.. toctree::\n\n   other\n"
    )
    project.write("other.rst", "Other\n=====\n\nThey carry 90 passengers.\n")
    assert len(project.build("text", **ON).warnings) == 1
    project.article("ferry.txt", "Ferries\n\nThe boats carry 90 passengers and 76 cows.\n")
    assert project.build("text", **ON).read == []
    project.article("ferry.txt", "Ferries\n\nThe boats carry 90 passengers and 77 cows.\n")
    again = project.build("text", **ON)
    assert (again.read, again.warnings) == (["index"], [])
    project.article("ferry.txt", "Ferries\n\nThe boats carry 77 cows.\n")
    again = project.build("text", **ON)
    assert again.read == ["other"]
    assert "“90”" in again.warnings[0]


def test_lines_of_included_and_csv_text(project: Project) -> None:
    project.sample()
    project.write("part.txt", "One line.\n\nAnother\nwith 77.\n")
    project.write(
        "index.rst", "Islands\n=======\n\n.. include:: part.txt\n\n.. csv-table::\n\n   a, 78\n   b, 79\n"
    )
    build = project.build("text", exclude_patterns=["part.txt"], **ON)
    assert re.findall(r"(\w+\.\w+:\d+): .*?“(\d+)", "\n".join(build.warnings)) == [
        ("part.txt:4", "77"), ("index.rst:8", "78"), ("index.rst:9", "79"),
    ]  # fmt: skip


def test_numbers_are_traced_without_a_model(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_briefing.analysis.pipeline import ModelNotFoundError
    from sphinx_briefing.corpus import loader

    def none_installed(configured: str) -> str:
        raise ModelNotFoundError(configured)

    monkeypatch.setattr(loader, "find_model", none_installed)
    project.sample()
    project.write("index.rst", "Islands\n=======\n\nOf 2000, about 400 and 77. “calm, but it is not safe”\n")
    warnings = project.build("text", suppress_warnings=["briefing.model"], **ON).warnings
    assert len(warnings) == 1
    assert "“77”" in warnings[0]


@pytest.mark.parametrize("builder", ["html", "latex", "text", "xml"])
def test_declared_words_look_like_words(project: Project, builder: str) -> None:
    project.sample()
    project.write(
        "index.rst",
        "Islands\n=======\n\nWe say :briefing:unsourced:`99 \\*`.\n\n"
        ".. briefing:unsourced::\n   :class: mine\n\n   We think 98.\n",
    )
    build = project.build(builder, **ON)
    assert build.warnings == []
    if builder == "html":
        html = build.text("index.html")
        assert '<span class="briefing-unsourced">99 *</span>' in html
        assert '<div class="briefing-unsourced mine docutils container">' in html
