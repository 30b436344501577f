"""``-b briefingcheck``: all items of all pages, two files, an exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from project import Build, Project

PAGE = """\
The islands
===========

It is :briefing:quote:`not safe <harbour>`, they keep
:briefing:figure:`about 400 wardens <harbour>`, not 77.

.. briefing:quote:: harbour
   :speaker: Ada Vale

   The strait is stormy

.. briefing:facts::

.. briefing:facts:: habour
"""


def records(build: Build) -> list[dict[str, Any]]:
    return [json.loads(line) for line in build.text("output.json").splitlines()]


def write(project: Project) -> None:
    project.sample()
    project.write("index.rst", PAGE)


def test_files_and_status(project: Project) -> None:
    write(project)
    build = project.build("briefingcheck", briefing_check_prose=True)
    assert build.failed
    assert [(r["filename"], r["lineno"], r["kind"], r["words"], r["status"]) for r in records(build)] == [
        ("index.rst", 4, "quote", "not safe", "proved"),
        ("index.rst", 5, "figure", "about 400 wardens", "proved"),
        ("index.rst", 5, "number", "77", "untraced"),
        ("index.rst", 7, "quote", "The strait is stormy", "misquote"),
        ("index.rst", 14, "selection", "", "unknown_article"),
    ]
    assert records(build)[0] | {"info": ""} == records(build)[0]
    assert (records(build)[0]["article"], records(build)[0]["paragraph"]) == ("harbour", 2)
    assert build.text("output.txt").splitlines() == [
        "index.rst:5: the number “77” is not in ferry, harbour; correct it, or declare it with :briefing:unsourced: "
        "[briefing.untraced]",
        "index.rst:7: quotation not found in harbour: “The strait is stormy”; nearest there (¶2, Ada Vale): "
        "“The strait is” - “stormy” is not there [briefing.misquote]",
        "index.rst:14: no article matches 'habour'; the articles are: ferry, harbour [briefing.unknown_article]",
    ]
    assert len(build.warnings) == 3
    assert "5 items checked, 3 failed" in build.status


def test_pages_that_are_not_read_again_are_checked_too(project: Project) -> None:
    write(project)
    first = project.build("briefingcheck")
    again = project.build("briefingcheck")
    assert (again.read, again.failed) == ([], True)
    assert records(again) == records(first)
    assert again.warnings == first.warnings


def test_after_a_build_that_wrote_pages(project: Project) -> None:
    write(project)
    told = project.build("html").warnings
    assert project.build("briefingcheck").warnings == told


def test_success(project: Project) -> None:
    project.sample()
    build = project.build("briefingcheck")
    assert not build.failed
    assert {r["status"] for r in records(build)} == {"proved"}
    assert build.text("output.txt") == ""
    assert [p.name for p in sorted(build.outdir.iterdir())] == ["output.json", "output.txt"]


def test_what_is_suppressed_does_not_fail(project: Project) -> None:
    write(project)
    build = project.build(
        "briefingcheck", suppress_warnings=["briefing.misquote", "briefing.unknown_article"]
    )
    assert not build.failed
    assert build.text("output.txt") == ""


def test_parallel_and_removed_pages(project: Project) -> None:
    project.sample()
    names = [f"page{i}" for i in range(8)]
    project.write("index.rst", "All\n===\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))
    for name in names:
        project.write(f"{name}.rst", PAGE)
    one = project.build("briefingcheck", outdir="one", fresh=True)
    two = project.build("briefingcheck", outdir="two", fresh=True, parallel=2)
    assert records(one) == records(two)
    (project.srcdir / "page7.rst").unlink()
    left = project.build("briefingcheck")
    assert {r["filename"] for r in records(left)} == {f"{name}.rst" for name in names[:-1]}
