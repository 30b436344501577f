"""The bottom line: first, short, single, proved, and set apart in every builder."""

from __future__ import annotations

import re

import pytest
from project import Project

LINE = "It keeps :briefing:figure:`about 400 wardens <harbour>`."


def bluf(words: str = LINE, options: str = "") -> str:
    return f".. briefing:bluf::\n{options}\n   {words}\n"


def page(project: Project, text: str) -> None:
    project.sample()
    project.write("index.rst", text)


def told(project: Project, text: str, **conf: object) -> list[str]:
    page(project, text)
    build = project.build("text", **conf)
    return [re.sub(r"^.*?(index\.rst:\d+): WARNING: ", r"\1 ", line) for line in build.warnings]


TITLE = "Islands\n=======\n\n"


@pytest.mark.parametrize(
    "text",
    [
        TITLE + bluf(),
        ":briefing-articles: harbour\n:author: The desk\n\n" + TITLE + bluf() + "\nMore.\n",
        TITLE + ":status: draft\n\n.. a remark\n.. _there:\n\n.. index:: islands\n\n" + bluf(),
        TITLE + ".. toctree::\n   :hidden:\n\n   self\n\n" + bluf(),
        TITLE
        + ".. highlight:: none\n\n.. |x| replace:: y\n\n.. only:: text\n\n   .. briefing:bluf::\n\n      |x|.\n",
        bluf() + "\n" + TITLE,
        TITLE + "Sub\n---\n\n" + bluf(),
    ],
)
def test_the_first_block_may_be_the_bottom_line(project: Project, text: str) -> None:
    assert told(project, text) == []


@pytest.mark.parametrize(
    "before", ["A paragraph.\n\n", ".. briefing:facts::\n\n", ".. toctree::\n\n   self\n\n"]
)
def test_a_bottom_line_that_is_not_first(project: Project, before: str) -> None:
    line = (TITLE + before).count("\n") + 1
    assert told(project, TITLE + before + bluf()) == [
        f"index.rst:{line} the bottom line comes first; move briefing:bluf up, right below the page's title"
        " [briefing.structure]"
    ]


def test_a_second_bottom_line(project: Project) -> None:
    found = told(project, TITLE + bluf() + "\n" + bluf())
    assert len(found) == 1
    assert found[0].startswith("index.rst:8 the page has a bottom line already")


@pytest.mark.parametrize(("most", "warned"), [(5, False), (4, True)])
def test_its_length(project: Project, most: int, warned: bool) -> None:
    found = told(project, TITLE + bluf(), briefing_bluf_words=most)
    expected = f"index.rst:4 the bottom line has 5 words; cut it to {most} (briefing_bluf_words) [briefing.structure]"
    assert found == ([expected] if warned else [])


def test_sixty_words_by_default(project: Project) -> None:
    assert told(project, TITLE + bluf("word " * 60)) == []
    assert "has 61 words; cut it to 60" in told(project, TITLE + bluf("word " * 61))[0]


@pytest.mark.parametrize("field", ["", ":briefing-check: no\n\n", ":briefing-check: yes\n\n"])
def test_its_numbers_and_quotations_are_traced_in_any_case(project: Project, field: str) -> None:
    words = (
        "It keeps 400 of 2,000 wardens and 17 boats,\n   “calm, but it is very safe”;\n   "
        ":briefing:unsourced:`88` more."
    )
    rest = "" if "yes" in field else "\nBeside it 99 lamps.\n"
    found = told(project, field + TITLE + bluf(words) + rest)
    first = field.count("\n") + 6
    assert [warning.split(" ", 1)[0] for warning in found] == [f"index.rst:{first}", f"index.rst:{first + 1}"]
    assert "“17”" in found[0]
    assert "“calm, but it is very safe”" in found[1]


def test_it_needs_a_body(project: Project) -> None:
    assert "Content block expected" in told(project, TITLE + ".. briefing:bluf::\n")[0]


@pytest.mark.parametrize("value", [0, True, 1.5])
def test_a_limit_that_is_none(project: Project, value: object) -> None:
    found = told(project, TITLE + bluf("word " * 61), briefing_bluf_words=value)
    assert any("briefing_bluf_words wants a whole number of at least 1" in line for line in found)
    assert any("cut it to 60" in line for line in found)


@pytest.mark.parametrize(
    ("builder", "name", "label"),
    [
        ("html", "index.html", '<p class="admonition-title">Bottom line</p>'),
        ("text", "index.txt", "Bottom line"),
        ("latex", "test.tex", "{Bottom line}"),
        ("man", "test.1", "Bottom line"),
    ],
)
def test_its_label_is_printed(project: Project, builder: str, name: str, label: str) -> None:
    page(project, TITLE + bluf(options="   :class: short\n"))
    build = project.build(builder)
    assert build.warnings == []
    assert label in build.text(name)
    if builder == "html":
        assert "briefing-bluf short" in build.text(name)


def test_in_another_language_the_label_is_translated_and_not_offered_for_translation(
    project: Project,
) -> None:
    page(project, TITLE + bluf())
    assert "Das Wichtigste" in project.build("text", language="de").text("index.txt")
    pot = project.build("gettext").text("index.pot")
    assert "Bottom line" not in pot
    assert "It keeps" in pot
