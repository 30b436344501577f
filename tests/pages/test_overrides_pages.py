"""Excerpts that people changed: what pages print of it, what proofs hold against, which pages are read again."""

from __future__ import annotations

import json
import re

import pytest
from project import Project

from sphinx_briefing.analysis.pipeline import ModelNotFoundError
from sphinx_briefing.cli import main
from sphinx_briefing.corpus import loader

PAGE = """\
The islands
===========

.. briefing:figures:: harbour

.. briefing:quotes:: harbour

.. briefing:quote:: harbour
   :speaker: Ben Okoro

   We stay until the lights are back.
"""
SIDECAR = """\
publisher: The Strait Courier
overrides:
  - quote: We stay until the lights are back
    speaker: Ben Okoro
    role: the deputy warden
    note: The late edition has another name
  - figure: about 400 wardens
    grade: C3
  - figure: four hundred
    drop: true
"""


@pytest.fixture
def islands(project: Project) -> Project:
    project.sample()
    project.write("index.rst", PAGE)
    project.write("other.rst", ":orphan:\n\nOther\n=====\n\n.. briefing:quotes:: ferry\n")
    project.article("harbour.yaml", SIDECAR)
    return project


def test_what_was_edited_is_told_in_print(islands: Project):
    build = islands.build("html")
    assert [w.removeprefix(f"{islands.srcdir}/") for w in build.warnings] == [
        "articles/harbour.yaml:9: WARNING: harbour has no figure “four hundred”; nearest is about-400-wardens "
        "(“about 400 wardens”); correct the override, or take it out [briefing.override]"
    ]
    html = build.text("index.html")
    edit = "speaker is “Ben Okoro” instead of “Ada Vale”; role is “the deputy warden” instead of “the chief warden”"
    assert "Ben Okoro, the deputy warden" in html
    assert f'<abbr class="briefing-remark" title="{edit}">edited</abbr>' in html
    assert f"<strong>Edited</strong>: {edit}." in html
    assert "<strong>Note</strong>: The late edition has another name." in html
    assert "<strong>Graded</strong>: C3 (fairly reliable, possibly true)." in html
    text = islands.build("text").text("index.txt")
    assert "[1] (edited, note)" in text
    assert text.count(edit.partition(";")[0]) == text.count("speaker is") == 1


def test_each_way_of_an_edit_has_its_words(islands: Project):
    sidecar = (
        "overrides:\n- {quote: calm, speaker: ''}\n"
        "- {figure: 2000-wardens, as_of: in May, grade: A}\n- {figure: 12%, add: true, note: Seen!}\n"
    )
    islands.article("harbour.yaml", sidecar)
    text = " ".join(islands.build(language="de").text("index.txt").split())
    assert "**Bearbeitet**: Sprecher „Ada Vale“ ist weggelassen." in text
    assert "**Bearbeitet**: Stand ist „in May“. **Eingestuft**: A (völlig zuverlässig)." in text
    assert "**Anmerkung**: Seen! " in f"{text} "


def test_proofs_hold_against_what_was_edited(islands: Project):
    islands.write("index.rst", PAGE.replace("speaker: Ben Okoro", "speaker: Ada Vale"))
    warnings = islands.build().warnings
    assert "is said by Ben Okoro in harbour (¶2), not by Ada Vale" in warnings[-1]


def test_an_override_analyses_nothing_and_reads_its_pages_again(
    islands: Project, monkeypatch: pytest.MonkeyPatch
):
    islands.article("harbour.yaml", "publisher: The Strait Courier\n")
    islands.build()

    def fail(articles, model):
        pytest.fail("something was analysed again")

    monkeypatch.setattr(loader, "analyse_all", fail)
    islands.article("harbour.yaml", SIDECAR)
    again = islands.build()
    assert again.read == ["index"]
    assert "Ben Okoro, the deputy warden" in again.text("index.txt")
    assert islands.build().read == []
    islands.article("harbour.yaml", SIDECAR + "  - quote: Nobody asked us\n    drop: true\n")
    assert islands.build().read == []


def test_a_file_for_several_articles(islands: Project):
    islands.article("harbour.yaml", "")
    islands.write("edits/one.yaml", "harbour:\n- figure: about 400 wardens\n  drop: true\n")
    islands.write("edits/two.yaml", "ferri:\n- quote: Nobody asked us\n  drop: true\nharbour: none\n")
    islands.write("conf.py", islands.conf + 'briefing_overrides = ["edits/*.yaml", "edits/three.yaml"]\n')
    build = islands.build()
    assert "400" not in build.text("index.txt").partition("Sources")[0]
    assert [w.removeprefix(f"{islands.srcdir}/") for w in build.warnings[:3]] == [
        "WARNING: the file of overrides 'edits/three.yaml' is not there; correct briefing_overrides, or write it "
        "[briefing.override]",
        "edits/two.yaml:4: WARNING: 'harbour' takes a list; begin each override with a dash [briefing.override]",
        "edits/two.yaml:2: WARNING: no article is called 'ferri', so its overrides were left out; did you mean ferry? "
        "[briefing.override]",
    ]


def test_without_a_model_what_is_added_still_works(islands: Project, monkeypatch: pytest.MonkeyPatch):
    def missing(configured: str) -> str:
        raise ModelNotFoundError(configured)

    monkeypatch.setattr(loader, "find_model", missing)
    islands.article(
        "harbour.yaml", SIDECAR + "  - quote: We stay until the lights are back.\n    add: true\n"
    )
    islands.write("index.rst", "The islands\n===========\n\n.. briefing:quotes:: harbour\n")
    build = islands.build()
    assert "“We stay until the lights are back.”\u00a0[1] (edited)" in build.text("index.txt")
    assert not [w for w in build.warnings if "briefing.override" in w]


@pytest.mark.parametrize("name", ["harbour.yaml", "harbour.md"])
def test_overrides_that_stand_where_none_are_looked_for(project: Project, name: str):
    project.sample()
    block = "{override: [{quote: x}]}\n"
    project.article(name, block if name.endswith("yaml") else f"---\n{block}---\n# Lights\n\nThey are out.\n")
    if name.endswith("md"):
        (project.srcdir / "articles/harbour.txt").unlink()
    told = [w for w in project.build().warnings if "briefing.metadata" in w]
    assert "'override' was left out; write 'overrides:' at the start of a line of a sidecar's own" in told[0]


def test_extract_gives_what_was_edited(
    islands: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    from sphinx_briefing.analysis import pipeline

    monkeypatch.setattr(pipeline, "find_model", lambda configured: "stand-in")
    monkeypatch.setattr(pipeline, "analyse_all", loader.analyse_all)
    assert main(["extract", str(islands.srcdir / "articles/harbour.txt"), "--format", "jsonl"]) == 0
    told = capsys.readouterr()
    found = json.loads(told.out)
    (quote,) = found["quotes"]
    assert quote["edited"][0] == {"field": "speaker", "before": "Ada Vale", "after": "Ben Okoro"}
    assert (quote["note"], quote["grade"]) == ("The late edition has another name", None)
    assert [f["grade"] for f in found["figures"]] == [None, "C3", None]
    assert re.search(r"articles/harbour\.yaml:9: harbour has no figure", told.err)
