"""``briefing:gaps``: what is not known, by whom, and claims with what is set against them."""

from __future__ import annotations

import re

import pytest
from project import Project
from test_builders import BUILDERS

TITLE = "The strait\n==========\n\n"
ARTICLE = """\
Dark in the strait

It is not known who put out the lamps. The company declined to say when they burn again.

“We don’t know where the oil is,” said Ada Vale.

The watch said “the pier is safe”, but the union denied that.
"""


@pytest.fixture
def strait(project: Project) -> Project:
    project.article("dark.txt", ARTICLE)
    return project


def shown(project: Project, options: str = "") -> str:
    """What the page prints above its sources, white space folded."""
    project.write("index.rst", f"{TITLE}.. briefing:gaps::\n{options}\n")
    build = project.build("text")
    assert build.warnings == []
    return re.sub(r"\s+", " ", build.text("index.txt").partition("Sources")[0])


def test_gaps_have_their_speakers_and_tensions_both_sides(strait: Project) -> None:
    text = shown(strait)
    assert "* It is not known who put out the lamps [1]" in text
    assert "* “We don’t know where the oil is” – Ada Vale [1]" in text
    assert "Claims and what is set against them" in text
    assert "* Claim: “the pier is safe” – The watch Against it: the union denied that [1]" in text


@pytest.mark.parametrize(
    ("options", "there", "missing"),
    [
        ("   :kind: tension", "Against it:", "not known"),
        ("   :kind: declined", "declined to say", "Against it:"),
        ("   :about: oil", "where the oil is", "lamps"),
        ("   :speaker: union", "Against it:", "lamps"),
        ("   :limit: 1\n   :kind: unknown", "lamps", "oil"),
    ],
)
def test_options_narrow_it(strait: Project, options: str, there: str, missing: str) -> None:
    text = shown(strait, options)
    assert there in text
    assert missing not in text


def test_tensions_alone_need_no_label_of_their_own(strait: Project) -> None:
    assert "Claims and what is set against them" not in shown(strait, "   :kind: tension")


def test_where_there_is_none_the_author_is_told(project: Project) -> None:
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:gaps::\n")
    (warning,) = project.build().warnings
    assert "no gap matches; the articles have none [briefing.no_match]" in warning


def test_both_are_objects_that_references_lead_to(strait: Project) -> None:
    from sphinx.util.inventory import InventoryFile

    strait.write("index.rst", f"{TITLE}.. briefing:gaps::\n")
    build = strait.build("html", nitpicky=True)
    data = InventoryFile.loads((build.outdir / "objects.inv").read_bytes(), uri="").data
    assert len(data["briefing:gap"]) == 3
    assert len(data["briefing:tension"]) == 1


@pytest.mark.parametrize("builder", BUILDERS)
def test_gaps_in_every_builder(strait: Project, builder: str) -> None:
    strait.write("index.rst", f"{TITLE}.. briefing:gaps::\n   :caption: What is open\n")
    build = strait.build(builder, nitpicky=True, man_pages=[("index", "test", "Test", [], 1)])
    assert build.warnings == []
    assert not build.failed


def test_a_paragraph_before_a_gap_reads_nothing_again_but_its_number(strait: Project) -> None:
    shown(strait)
    strait.article("dark.txt", ARTICLE.replace("Dark in", "Dark and cold in"))
    assert strait.build("text").read == ["index"]  # the title is printed
    strait.article("dark.txt", ARTICLE.replace("Dark in", "Dark and cold in") + "\nAll is well.\n")
    assert strait.build("text").read == []
