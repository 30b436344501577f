"""An article that should not be used as it is: told at each place that uses it, and in the list of sources."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from project import FERRY, HARBOUR, Project

PAGE = """\
The islands
===========

The warden says it is :briefing:quote:`not safe <harbour>` and :briefing:quote:`calm <harbour>`.

.. briefing:figures:: ferry harbour

.. briefing:sources::
"""


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    at = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))


def islands(project: Project, *lines: str, page: str = PAGE) -> Project:
    """The sample project; *lines* are metadata of the harbour's article."""
    project.sample()
    project.article("harbour.yaml", "".join(f"{line}\n" for line in lines))
    project.write("index.rst", page)
    return project


def told(project: Project, builder: str = "text") -> list[str]:
    return [w.removeprefix(f"{project.srcdir}/") for w in project.build(builder).warnings]


def test_each_line_that_uses_it_is_told_once(project: Project):
    islands(project, "status: corrected", "correction: Costs rose 10 %.")
    message = (
        "WARNING: the article harbour was corrected (“Costs rose 10 %.”); hold what the page says against the "
        "correction, then give the article `status: usable` [briefing.status]"
    )
    assert told(project) == [f"index.rst:4: {message}", f"index.rst:6: {message}"]


def test_status_and_expiry_are_printed(project: Project, monkeypatch: pytest.MonkeyPatch):
    on(monkeypatch, "2026-04-01")
    lines = ["status: retracted", "correction: The figures were invented.", "expires: 2026-03"]
    text = islands(project, *lines).build().text("index.txt")
    assert "**Retracted**: The figures were invented. **Expired**: 2026-03." in " ".join(text.split())


def test_a_correction_that_was_dealt_with_stays_in_print(project: Project):
    build = islands(project, "status: usable", "correction: Costs rose 10 %.").build()
    assert build.warnings == []
    assert "**Corrected**: Costs rose 10 %." in build.text("index.txt")


def test_a_newer_version_is_named_and_linked(project: Project):
    islands(project)
    project.article("harbour-2.txt", HARBOUR)
    project.article("harbour-2.yaml", "supersedes: harbour\n")
    project.article("harbour-3.txt", HARBOUR.replace("draws down", "draws down, revised"))
    project.article("harbour-3.yaml", "supersedes: harbour-2\n")
    assert told(project, "html") == [
        f"index.rst:{line}: WARNING: the article harbour is superseded by harbour-3; use harbour-3 [briefing.status]"
        for line in (4, 6)
    ]
    html = (project.srcdir.parent / "out/html/index.html").read_text("utf-8")
    assert "<strong>Superseded</strong>. Newer version: " in html
    assert "Harbour watch draws down, revised</span>.</p>" in html


def test_a_proof_that_failed_uses_no_article(project: Project):
    page = "The islands\n===========\n\nIt is :briefing:quote:`never safe <harbour>`.\n"
    islands(project, "status: retracted", page=page)
    assert [w.partition(" [")[2] for w in told(project)] == ["briefing.misquote]"]


def test_people_lists_and_prose_are_told_too(project: Project):
    page = """\
:briefing-check: yes

The islands
===========

The plan keeps 400 wardens. Some 500 remain, and costs rose 12%.

.. briefing:people:: harbour

See :briefing:source:`harbour`.
"""
    islands(project, "status: retracted", page=page)
    assert sorted(int(w.split(":")[1]) for w in told(project)) == [6, 8, 10]


def test_of_two_articles_with_a_number_the_usable_one_counts(project: Project):
    page = ":briefing-check: yes\n\nThe islands\n===========\n\nSome 500 remain.\n"
    islands(project, "status: retracted", page=page)
    project.article("harbour.txt", FERRY)
    assert told(project) == []


def test_the_day_on_which_it_expires_reads_its_pages_again(project: Project, monkeypatch: pytest.MonkeyPatch):
    islands(project, "expires: 2026-03-31")
    project.write("other.rst", ":orphan:\n\nOther\n=====\n\n.. briefing:quotes:: ferry\n")
    on(monkeypatch, "2026-03-30")
    assert project.build().warnings == []
    on(monkeypatch, "2026-03-31")
    assert project.build().read == []
    on(monkeypatch, "2026-04-01")
    past = project.build()
    assert past.read == ["index"]
    assert len(past.warnings) == 2
    assert project.build().read == []


def test_a_status_reads_the_pages_again(project: Project):
    islands(project)
    assert project.build().warnings == []
    project.article("harbour.yaml", "status: withheld\n")
    again = project.build()
    assert (again.read, len(again.warnings)) == (["index"], 2)


def test_the_check_builder_tells_pages_that_it_did_not_read(project: Project):
    islands(project, "status: retracted").build("briefingcheck")
    again = project.build("briefingcheck")
    assert again.read == []
    assert again.failed
    assert again.text("output.txt").count("[briefing.status]") == 2


def test_grades_are_printed_in_words(project: Project):
    text = islands(project, "reliability: B", "credibility: 2").build().text("index.txt")
    assert "Grade: B2 (usually reliable, probably true)." in text


def test_half_a_grade(project: Project):
    text = islands(project, "credibility: 6").build(language="de").text("index.txt")
    assert "Einstufung: 6 (Wahrheitsgehalt nicht zu beurteilen)." in text
