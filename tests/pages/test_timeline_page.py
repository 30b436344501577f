"""``briefing:timeline``: dates in words, in the order of time, with all that a reader has to know of them."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from project import Project
from test_builders import BUILDERS

from sphinx_briefing.pages.rendering.dates import date_words

TITLE = "The strait\n==========\n\n"
DATED = """\
---
date: 2019-04-05
---
The lights of the strait

The Harbour Watch lit 12 lamps on March 7. Three weeks later the lamps went out.

The Harbour Watch of Corvane Strait closed the old Tarn pier last month. The strait has been dark since 2011.

“We bought the boats in 2016,” said Ada Vale. The watch will light them on May 3.

Boats sank in 1994.
"""
UNDATED = """\
Dark in the strait

In March 2019 the Harbour Watch closed the old Tarn pier of Corvane Strait. It rained on Tuesday. The watch met on January 9.
"""


@pytest.fixture
def strait(project: Project) -> Project:
    project.article("lights.md", DATED)
    project.article("dark.txt", UNDATED)
    return project


def listed(project: Project, options: str = "", **build) -> list[str]:
    """The items of a timeline, white space folded, without their references."""
    project.write("index.rst", f"{TITLE}.. briefing:timeline::\n{options}\n")
    text = project.build("text", **build).text("index.txt").partition("[1]\u00a0")[0].partition("[1] The")[0]
    return [" ".join(item.split()) for item in re.split(r"^\* ", text, flags=re.M)[1:]]


def test_events_stand_by_time_with_what_a_reader_must_know(strait: Project) -> None:
    items = listed(strait)
    whens = [re.match(r"\*\*(.*?)\*\*", item)[1] for item in items]
    assert whens == [
        "1994", "since 2011", "2016", "March 2019", "March 7, 2019", "about March 28, 2019", "May 3, 2019",
        "Tuesday", "January 9",
    ]  # fmt: skip
    text = dict(zip(whens, items, strict=True))
    assert "“We bought the boats in 2016” (claimed) – Ada Vale" in text["2016"]
    assert "(date computed)" in text["about March 28, 2019"]
    assert "(planned)" in text["May 3, 2019"]
    assert "(year not told)" in text["January 9"]
    assert "(" not in text["Tuesday"]


def test_what_two_articles_tell_is_one_event(strait: Project) -> None:
    (item,) = [item for item in listed(strait) if item.startswith("**March 2019**")]
    assert re.search(r"\[\d\] \(also in \[\d\]\)$", item)


@pytest.mark.parametrize(
    ("options", "whens"),
    [
        (
            "   :from: 2016\n   :to: 2019-03",
            ["since 2011", "2016", "March 2019", "March 7, 2019", "about March 28, 2019"],
        ),
        ("   :to: 2000-12-31", ["1994"]),
        ("   :from: 2019-04", ["since 2011", "May 3, 2019"]),
        ("   :kind: planned", ["May 3, 2019"]),
        ("   :about: lamps", ["March 7, 2019", "about March 28, 2019"]),
        ("   :limit: 1", ["March 2019"]),
        ("   :speaker: Vale", ["2016"]),
        ("   :include: boats-sank-in-1994\n   :limit: 1", ["1994"]),
        ("   :exclude: boats-sank-in-1994\n   :to: 2000", []),
    ],
)
def test_options_narrow_it(strait: Project, options: str, whens: list[str]) -> None:
    assert [re.match(r"\*\*(.*?)\*\*", item)[1] for item in listed(strait, options)] == whens


def test_what_narrows_it_is_named_where_nothing_is_left(strait: Project) -> None:
    strait.write("index.rst", f"{TITLE}.. briefing:timeline::\n   :from: 2030\n   :kind: planned\n")
    (warning,) = strait.build().warnings
    assert ":kind: planned, :from: 2030" in warning
    assert "[briefing.no_match]" in warning


@pytest.mark.parametrize("value", ["yesterday", "2019-13", "2011/..", "XXXX-03-07"])
def test_an_option_that_is_no_day_is_told(strait: Project, value: str) -> None:
    strait.write("index.rst", f"{TITLE}.. briefing:timeline::\n   :from: {value}\n")
    told = " ".join(strait.build().warnings)
    assert "index.rst:4" in told
    assert value in told


def test_an_event_is_an_object_that_references_lead_to(strait: Project) -> None:
    strait.write(
        "index.rst", f"{TITLE}.. briefing:timeline::\n\nSee :briefing:ref:`lights/boats-sank-in-1994`.\n"
    )
    build = strait.build("html", nitpicky=True)
    assert build.warnings == []
    assert re.search(
        r'href="#[^"]*boats-sank-in-1994"[^>]*><span[^>]*>Boats sank in 1994', build.text("index.html")
    )


def test_dates_are_in_the_language_of_the_page(strait: Project) -> None:
    items = listed(strait, language="de", fresh=True)
    assert any(item.startswith("**7. März 2019**") for item in items)
    assert any(item.startswith("**seit 2011**") for item in items)
    assert any("(geplant)" in item for item in items)


def drawn(project: Project, options: str = "") -> str:
    """The drawing of a timeline as HTML has it."""
    project.write(
        "index.rst", f"{TITLE}.. briefing:timeline::\n   :chart:\n   :caption: What & when\n{options}\n"
    )
    build = project.build("html", nitpicky=True)
    assert build.warnings == []
    return re.search(r"<svg.*</svg>", build.text("index.html"), re.S)[0]


def test_a_drawing_has_words_for_those_who_cannot_see_it(strait: Project) -> None:
    svg = ET.fromstring(drawn(strait))
    found = {e.get("id"): e.text for e in svg.iter() if e.tag.endswith(("title", "desc"))}
    title, described = (found[i] for i in svg.get("aria-labelledby").split())
    assert svg.get("role") == "img"
    assert title == "What & when"
    assert described.startswith("1994: Boats sank in 1994; since 2011: ")
    assert "2016 (claimed): “We bought the boats in 2016” – Ada Vale" in described
    assert "Tuesday" not in described
    assert "January 9" not in described


def test_a_drawing_has_a_mark_for_each_event_at_its_place(strait: Project) -> None:
    svg = ET.fromstring(drawn(strait))
    texts = [e.text for e in svg.iter() if e.tag.endswith("}text")]
    assert texts[:2] == ["January 1994", "May 2019"]
    shapes = [e for e in svg.iter() if e.tag.endswith(("}circle", "}rect"))]
    assert len(shapes) == 7
    places = [int(float(e.get("cx") or e.get("x"))) for e in shapes]
    assert places == sorted(places)
    assert [bool(e.get("stroke-dasharray")) for e in shapes] == [False, True, *[False] * 5]
    assert [e.get("fill") == "none" for e in shapes] == [False, False, True, False, False, False, True]


def test_many_events_are_drawn_in_parts_on_one_scale(project: Project) -> None:
    years = "".join(f"\n\nBoat {n} sank in {1990 + n}." for n in range(10))
    project.article("boats.txt", f"Boats{years}\n")
    project.write("index.rst", f"{TITLE}.. briefing:timeline::\n   :chart:\n")
    html = project.build("html").text("index.html")
    parts = [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.S)]
    titles = [e.text for svg in parts for e in svg.iter() if e.tag.endswith("}title")]
    assert titles == ["Timeline (1/2)", "Timeline (2/2)"]
    texts = [[e.text for e in svg.iter() if e.tag.endswith("}text")] for svg in parts]
    assert [found[:2] for found in texts] == [["January 1990", "December 1999"]] * 2
    ids = re.findall(r'<(?:title|desc) id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 4


def test_without_a_year_there_is_nothing_to_draw(project: Project) -> None:
    project.article("dark.txt", "Dark\n\nIt rained on Tuesday. The watch met on January 9.\n")
    project.write("index.rst", f"{TITLE}.. briefing:timeline::\n   :chart:\n")
    build = project.build("html")
    (warning,) = build.warnings
    assert "no event has a date with its year" in warning
    assert "[briefing.chart]" in warning
    assert "It rained on Tuesday" in build.text("index.html")


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_timeline_in_every_builder(strait: Project, builder: str) -> None:
    strait.write("index.rst", f"{TITLE}.. briefing:timeline::\n   :caption: What happened\n   :chart:\n")
    build = strait.build(builder, nitpicky=True, man_pages=[("index", "test", "Test", [], 1)])
    assert build.warnings == []
    assert not build.failed


def test_a_page_is_read_again_when_an_event_changes(strait: Project) -> None:
    listed(strait)
    strait.article("dark.txt", UNDATED.replace("January 9", "January 10"))
    assert strait.build("text").read == ["index"]
    strait.article("dark.txt", UNDATED.replace("January 9", "January 10") + "\nAll is well.\n")
    assert strait.build("text").read == []


WORDS = {
    "2019-03-07": "March 7, 2019",
    "2019-03": "March 2019",
    "2019": "2019",
    "XXXX-03-07": "March 7",
    "XXXX-03": "March",
    "199X": "1990s",
    "18XX": "1800s",
    "2018-22": "summer 2018",
    "2019-03-28~": "about March 28, 2019",
    "2011/..": "since 2011",
    "../2020": "up to 2020",
    "2011/2013": "2011 – 2013",
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items(), ids=list(WORDS))
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_words(edtf, "en") == words


def test_a_language_that_nobody_knows_is_taken_for_english() -> None:
    assert date_words("2019-03-07", "xx_unknown") == "March 7, 2019"
    assert date_words("2019-03-07", "") == "March 7, 2019"
