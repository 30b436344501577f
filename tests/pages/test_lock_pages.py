"""A build with a lock: what was accepted is printed, and what became of it is told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import stand_in
from project import FERRY, HARBOUR, PAGE, Project

from sphinx_briefing.corpus import loader
from sphinx_briefing.corpus.lock.file import dumped, parsed
from sphinx_briefing.corpus.lock.making import brought_together
from sphinx_briefing.corpus.lock.records import Lock

LOCK = "briefing.lock.yaml"
EVERYTHING = (
    PAGE
    + """
.. briefing:changes::

.. briefing:figures::
   :kind: percent

.. briefing:figures:: harbour
   :exclude: 2000-wardens
   :limit: 1

.. briefing:people::

.. briefing:quote:: harbour
   :speaker: Ada Vale

   We stay until the lights are back.

Nobody counts :briefing:quote:`asked us`, and prose tells of :briefing:fact:`Costs rose 12% <harbour>`.
"""
)


def lock(project: Project) -> Lock:
    """Write the lock that ``sphinx-briefing lock`` writes."""
    built = project.build("briefinglock", fresh=True)
    told = json.loads(built.text("lock.json"))
    new = parsed(told["lock"])
    path = project.srcdir / LOCK
    old = parsed(path.read_text("utf-8")) if path.exists() else Lock()
    both = brought_together(old, new)
    path.write_text(dumped(both), "utf-8")
    assert told["path"] == str(path)
    return both


@pytest.fixture
def locked(project: Project) -> Project:
    project.sample()
    project.write("index.rst", EVERYTHING)
    lock(project)
    return project


def without_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where spaCy and its model are not installed."""

    def missing(configured: str) -> str:
        raise loader.ModelNotFoundError("no model")

    monkeypatch.setattr(loader, "find_model", missing)
    monkeypatch.setattr(loader, "analyse_all", None)


def subtypes(warnings: list[str]) -> list[str]:
    return [w.rsplit("[briefing.", 1)[1].rstrip("]") for w in warnings if "[briefing." in w]


@pytest.mark.parametrize("builder", ["text", "html", "briefingjson"])
def test_a_locked_build_is_the_same_without_analysis(
    locked: Project, builder: str, monkeypatch: pytest.MonkeyPatch
):
    (locked.srcdir / LOCK).rename(locked.srcdir / "away.yaml")
    free = locked.build(builder, fresh=True, outdir="free")
    (locked.srcdir / "away.yaml").rename(locked.srcdir / LOCK)
    without_analysis(monkeypatch)
    held = locked.build(builder, fresh=True, outdir="held", briefing_cache_dir="other-cache")
    assert held.warnings == free.warnings == []
    for path in sorted(p for p in free.outdir.rglob("*.[hjt]*") if p.is_file()):
        assert (held.outdir / path.relative_to(free.outdir)).read_bytes() == path.read_bytes(), path


def test_the_accepted_reading_is_printed_and_the_new_one_told(
    locked: Project, monkeypatch: pytest.MonkeyPatch
):
    def newer(articles, model):
        for article, analysis in stand_in.analyse_all(articles, model):
            figures = [replace(f, modality="reported", subject="keepers") for f in analysis.figures]
            yield article, replace(analysis, figures=tuple(figures), quotes=analysis.quotes[:0], changes=())

    before = locked.build("text", fresh=True).text("index.txt")
    monkeypatch.setattr(loader, "analyse_all", newer)
    monkeypatch.setattr(loader, "fingerprint", lambda model: "newer")
    build = locked.build("text")
    assert build.read == ["index"]
    assert build.text("index.txt") == before
    assert set(subtypes(build.warnings)) == {"reading"}
    told = next(w for w in build.warnings if "about-400" in w and "figure:" in w)
    assert "index.rst:5:" in told
    assert "subject “keepers”, accepted “wardens”" in told
    assert "modality “reported”, accepted “planned”" in told
    assert "run: sphinx-briefing lock" in told
    assert any(
        "quote:ferry/okoro-nobody-asked-us: the present analysis finds nothing" in w for w in build.warnings
    )


def test_a_paragraph_put_in_front_moves_without_a_warning(locked: Project, monkeypatch: pytest.MonkeyPatch):
    locked.article("harbour.txt", HARBOUR.replace("\n\nThe Harbour", "\n\nAn hour passed.\n\nThe Harbour"))
    without_analysis(monkeypatch)
    build = locked.build("text")
    assert build.warnings == []
    assert "¶5" in build.text("index.txt")


def test_the_lock_holds_what_decides_an_answer_too(project: Project, monkeypatch: pytest.MonkeyPatch):
    project.article(
        "dark.txt", "Dark\n\n“It is dark,” said Cora Lind to Ben Okoro.\n\n“It is dark,” said Ben Okoro.\n"
    )
    project.write(
        "index.rst", "Dark\n====\n\n.. briefing:quote:: dark\n   :speaker: Ben Okoro\n\n   It is dark.\n"
    )
    free = project.build("text", fresh=True).text("index.txt")
    assert "Ben Okoro" in free
    assert "¶2" in free
    assert "quote:dark/lind-it-is-dark" in lock(project).entries
    without_analysis(monkeypatch)
    held = project.build("text", fresh=True, briefing_cache_dir="other-cache")
    assert (held.text("index.txt"), held.warnings) == (free, [])


def test_prose_is_traced_without_analysis(locked: Project, monkeypatch: pytest.MonkeyPatch):
    locked.write("index.rst", "Prose\n=====\n\nSome 500 wardens are there, “nobody asked us” they say.\n")
    assert locked.build("text", briefing_check_prose=True).warnings == []
    (locked.srcdir / LOCK).unlink()
    told = locked.build("briefinglock", fresh=True, briefing_check_prose=True).text("lock.json")
    locked.write(LOCK, json.loads(told)["lock"])
    without_analysis(monkeypatch)
    held = locked.build("text", fresh=True, briefing_check_prose=True, briefing_cache_dir="other-cache")
    assert held.warnings == []
    locked.article("ferry.txt", FERRY.replace("500", "600"))
    assert "untraced" in subtypes(locked.build("text", briefing_check_prose=True).warnings)


def test_what_moved_is_on_record(locked: Project):
    locked.article("harbour.txt", HARBOUR.replace("\n\nThe Harbour", "\n\nAn hour passed.\n\nThe Harbour"))
    checked = locked.build("briefingcheck")
    assert not checked.failed
    assert "figure:harbour/12 moved from character 290 to 307" in checked.text("output.json")
    locked.article("harbour.txt", HARBOUR.replace("12%", "13%"))
    failed = locked.build("briefingcheck")
    assert failed.failed
    assert "figure:harbour/12 is changed" in failed.text("output.txt")


@pytest.mark.parametrize("analysed", [True, False])
def test_a_changed_word_is_told_where_it_is_used(
    locked: Project, analysed: bool, monkeypatch: pytest.MonkeyPatch
):
    locked.article("harbour.txt", HARBOUR.replace("12%", "13%"))
    if not analysed:
        without_analysis(monkeypatch)
    build = locked.build("text")
    told = [w for w in build.warnings if "briefing.drift" in w]
    assert all("articles/harbour.txt" in w and "run: sphinx-briefing lock" in w for w in told)
    text = build.text("index.txt")
    assert ("13%" in text) is analysed
    assert "12% in a year" not in text
    assert any("figure:harbour/12 is changed" in w and "“13%” for “12%”" in w for w in told)


def test_words_that_are_gone(locked: Project):
    locked.article("ferry.txt", FERRY.replace("“Nobody asked us,” said Ben Okoro. ", ""))
    build = locked.build("text")
    assert "Nobody asked us" not in build.text("index.txt")
    told = [
        w for w in build.warnings if "quote:ferry/okoro-nobody-asked-us is gone in articles/ferry.txt" in w
    ]
    assert told
    assert "misquote" in subtypes(build.warnings)


def test_an_article_that_is_gone(locked: Project):
    (locked.srcdir / "articles/ferry.txt").unlink()
    assert any("the article ferry is gone" in w for w in locked.build("text").warnings)


def test_another_speaker(locked: Project):
    locked.article("ferry.txt", FERRY.replace("Ben Okoro", "Ada Vale"))
    told = locked.build("text").warnings
    assert any("“Nobody asked us,” is no longer given to Ben Okoro" in w for w in told)


def test_what_is_not_in_the_lock(locked: Project, monkeypatch: pytest.MonkeyPatch):
    locked.article("lights.txt", "Lights out\n\nThe lamps failed and 30 wardens left the islands.\n")
    build = locked.build("text")
    assert "30 wardens" in build.text("index.txt")
    assert set(subtypes(build.warnings)) == {"unlocked"}
    locked.write("index.rst", "New\n===\n\n.. briefing:figures:: ferry\n   :limit: 1\n")
    (locked.srcdir / "articles/lights.txt").unlink()
    assert locked.build("text").warnings == []
    without_analysis(monkeypatch)
    alone = locked.build("text", fresh=True, briefing_cache_dir="other-cache")
    assert ["without a spaCy model" in w for w in alone.warnings] == [True]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version: [", "is not YAML"),
        ("version: 9", "is no lock of version 1"),
        ("", "is no lock of version 1"),
        ("version: 1\narticles: {}\nquestions: []\nexcerpts:\n- type: figure\n", "is no lock"),
    ],
)
def test_a_file_that_is_no_lock(locked: Project, text: str, message: str):
    locked.write(LOCK, text)
    build = locked.build("text")
    assert subtypes(build.warnings) == ["lock"]
    assert message in build.warnings[0]
    assert LOCK in build.warnings[0]
    assert "about 400 wardens" in build.text("index.txt")


def test_a_lock_that_is_named_must_be_there(locked: Project):
    build = locked.build("text", briefing_lock="other.yaml")
    assert subtypes(build.warnings) == ["lock"]
    assert locked.build("text", fresh=True, briefing_lock="").warnings == []
    assert "briefing.config" in locked.build("text", briefing_lock=3).warnings[0]


def test_a_new_lock_reads_no_page_whose_answers_stay(locked: Project):
    locked.build("text")
    assert locked.build("text").read == []
    (locked.srcdir / LOCK).rename(locked.srcdir / "away.yaml")
    assert locked.build("text").read == []
    (locked.srcdir / "away.yaml").rename(locked.srcdir / LOCK)
    assert locked.build("text").read == []


def test_a_lock_again_is_the_same_and_one_word_a_small_difference(locked: Project):
    first = (locked.srcdir / LOCK).read_text("utf-8")
    lock(locked)
    assert (locked.srcdir / LOCK).read_text("utf-8") == first
    locked.article("harbour.txt", HARBOUR.replace("12%", "a hundred and 13%"))
    lock(locked)
    import difflib

    again = (locked.srcdir / LOCK).read_text("utf-8")
    lines = [d for d in difflib.unified_diff(first.splitlines(), again.splitlines(), n=0) if d[:1] in "+-"]
    assert len(lines) < 0.2 * len(first.splitlines())
    assert locked.build("text", fresh=True).failed is False
