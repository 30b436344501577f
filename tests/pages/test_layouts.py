"""Each layout, column, order and caption that a directive offers."""

from __future__ import annotations

import pytest
from project import Project

TITLE = "The islands\n===========\n\n"

LAYOUTS = {
    ".. briefing:facts:: ferry\n   :layout: numbers\n": "1. Some 500 wardens remain",
    ".. briefing:facts:: ferry\n   :layout: paragraphs\n": "\n\nSome 500 wardens remain",
    ".. briefing:facts:: ferry\n   :order: text\n   :limit: 1\n": "* Some 500 wardens remain",
    ".. briefing:quotes:: ferry\n   :layout: bullets\n": "* Ben Okoro: “Nobody asked us”\u00a0[1]",
    ".. briefing:figures:: harbour\n   :about: wardens\n   :layout: bullets\n": "* **about 400 wardens** (planned) – Ada Vale\u00a0[1]",
    ".. briefing:changes::\n   :layout: bullets\n": "* **2,000 → about 400** wardens",
    ".. briefing:people:: ferry\n   :layout: bullets\n": "* **Ben Okoro**",
    ".. briefing:figures:: harbour\n   :columns: value, unit, figure\n": "| warden     | **2,000 wardens**",
    ".. briefing:figures:: harbour\n   :columns: figure, as-of, status\n": "|                | reported   |",
    ".. briefing:figures::\n   :order: value\n   :limit: 9\n   :columns: figure\n": "| **2,000 wardens**",
    ".. briefing:figures:: ferry\n   :caption: Who *stays*\n": "Who *stays*",
    ".. briefing:facts:: ferry\n   :caption: What is known\n": "What is known",
    ".. briefing:sources:: ferry\n   :caption: Read\n": "[1] Ferries return to the strait",
}


@pytest.mark.parametrize("source", LAYOUTS)
def test_layouts(project: Project, source: str):
    project.sample()
    project.write("index.rst", TITLE + source)
    build = project.build("text")
    assert build.warnings == []
    assert LAYOUTS[source] in build.text("index.txt")


def test_sources_without_their_passages(project: Project):
    project.sample()
    project.write(
        "index.rst", f"{TITLE}.. briefing:quotes:: ferry\n\n.. briefing:sources::\n   :layout: articles\n"
    )
    html = project.build("html").text("index.html")
    assert 'href="#briefing-index-source-ferry"' in html
    assert "briefing-passages" not in html


def test_sources_of_an_unknown_article(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:sources:: fery\n")
    build = project.build("text")
    assert len(build.warnings) == 1
    assert "no article matches 'fery'" in build.warnings[0]


def test_a_source_by_its_role(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}See :briefing:source:`ferry`.\n\n.. briefing:sources:: ferry\n")
    assert "See Ferries return to the strait." in project.build("text").text("index.txt")
