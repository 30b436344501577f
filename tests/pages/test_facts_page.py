"""Facts on a page: their form, what narrows them, and the proof of what was edited in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import stand_in
from project import Project

from sphinx_briefing.models import Splice

TITLE = "The islands\n===========\n\n"
BRIDGE = """\
The bridge

The council (elected in spring) slammed the 12 wardens of the bridge.

The bridge opened in 1987 (a wet year).

President Vale went home, said Ada Vale. The ferry never sails.

Vale is tired.
"""


def page(project: Project, source: str) -> str:
    project.article("bridge.txt", BRIDGE)
    project.write("index.rst", TITLE + source)
    build = project.build("text")
    assert build.warnings == []
    return build.text("index.txt")


@pytest.mark.parametrize(
    ("options", "wanted", "unwanted"),
    [
        ("", "* The council … slammed the 12 wardens of the bridge.", "elected"),
        ("   :form: condensed\n", "The bridge opened in 1987 ….", "wet"),
        ("   :form: sentence\n", "* The council (elected in spring) slammed the 12 wardens", "…"),
        ("   :dated:\n", "* The bridge opened in 1987", "The council"),
        ("   :with-figures:\n", "* The council", "Ada Vale"),
        ("   :about: Ada Vale\n", "President Vale went home", "The council"),
    ],
)
def test_options(project: Project, options: str, wanted: str, unwanted: str):
    body = page(project, f".. briefing:facts::\n{options}").split("[1]", 1)
    printed = "".join(body)
    assert wanted in printed
    assert unwanted not in printed.split("Sources", maxsplit=1)[0]


def test_words_that_judge_are_told(project: Project):
    printed = page(project, ".. briefing:facts::\n   :limit: 1\n")
    assert "(loaded: “slammed”)" in " ".join(printed.split())
    assert "The council (elected in spring) slammed" in printed.split("articles/bridge.txt")[1]


def test_an_alias_of_the_metadata_counts(project: Project):
    text = f"---\naliases:\n  The crossing: [bridge]\n---\n\n{BRIDGE}"
    project.article("bridge.txt", text)
    project.write("index.rst", f"{TITLE}.. briefing:facts::\n   :about: crossing\n   :dated:\n")
    build = project.build("text")
    assert build.warnings == []
    assert "The bridge opened in 1987" in build.text("index.txt")


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda f: Splice(f.start, f.start + 3, " …"), "they make"),
        (lambda f: Splice(f.start, f.start + 3, "A"), "“A” can't stand for “The”"),
        (lambda f: Splice(f.start, f.start + 3, "[not the]"), "can't stand for"),
        (lambda f: Splice(f.start, f.start + 11, "[Ada Vale]"), "can't stand for"),
        (lambda f: Splice(0, 3, ""), "outside"),
    ],
)
def test_edits_that_do_not_hold_are_undone_and_told(project: Project, monkeypatch, edit, why: str):
    found = stand_in._fact

    def wrong(*args):
        fact = found(*args)
        return replace(fact, edits=(edit(fact),))

    monkeypatch.setattr(stand_in, "_fact", wrong)
    project.article("bridge.txt", BRIDGE)
    project.write("index.rst", f"{TITLE}.. briefing:facts::\n   :limit: 1\n")
    build = project.build("text")
    assert len(build.warnings) == 1
    assert why in build.warnings[0]
    assert build.warnings[0].endswith("[briefing.fact]")
    assert "The council (elected in spring) slammed the 12 wardens" in build.text("index.txt")


def test_a_negation_is_never_left_out(project: Project):
    project.article("bridge.txt", "The bridge\n\nThe ferry (not the bridge) is closed.\n")
    project.write("index.rst", f"{TITLE}.. briefing:facts::\n")
    build = project.build("text")
    assert "“(not the bridge)” holds a negation" in build.warnings[0]
    assert "The ferry (not the bridge) is closed." in build.text("index.txt")


@pytest.mark.parametrize(
    ("role", "printed"),
    [
        ("bridge/the-council-elected-in-spring", "See The council … slammed the 12 wardens of the bridge."),
        ("The council … slammed the 12 wardens <bridge>", "See The council … slammed the 12 wardens"),
        ("[The wardens:] opened in 1987 <bridge>", "See [The wardens:] opened in 1987"),
    ],
)
def test_a_condensed_fact_in_a_line(project: Project, role: str, printed: str):
    assert printed in page(project, f"See :briefing:fact:`{role}`.\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("The ferry … sails", "leaves out a negation"),
        ("The council … opened in 1987", "joins two statements"),
    ],
)
def test_a_fact_cut_wrongly_by_hand(project: Project, words: str, why: str):
    project.article("bridge.txt", BRIDGE)
    project.write("index.rst", f"{TITLE}See :briefing:fact:`{words} <bridge>`.\n")
    build = project.build("text")
    assert why in build.warnings[0]
    assert len(build.warnings) == 1
