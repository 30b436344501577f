"""The title block and the metadata: from the page, its metadata and conf.py, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_project import Built

    Build = Callable[..., Built]

BODY = "\nThe harbour is open.\n"


def test_the_fields_under_the_title_are_the_title_block(build: Build) -> None:
    fields = (
        ":Status: *Draft*\n:Authors: Ida Strand; O. Berg\n:Subtitle: A review\n:Lead: Ida\n:Date: May 2026\n"
    )
    built = build(f"Ports\n=====\n\n{fields}{BODY}", conf={"author": "Nobody", "briefing_pdf_paper": "a4"})
    block = "Ports A review Date May 2026 Authors Ida Strand; O. Berg Status Draft Lead Ida The harbour"
    assert block in built.words()
    assert built.pdf().metadata["/Author"] == "Ida Strand, O. Berg"


def test_the_fields_above_the_title_are_metadata(build: Build) -> None:
    fields = ":Status: Final\n:Authors: Ida Strand; O. Berg\n:Distribution: Cabinet\n"
    fields += ":orphan:\n:Machine: x\n:tocdepth: 2\n"
    built = build(f"{fields}:description: What\n:keywords: a, b\n\nPorts\n=====\n{BODY}")
    assert (
        "Ports Date Jan 01, 2026 Authors Ida Strand; O. Berg Status Final Distribution Cabinet The"
        in built.words()
    )
    assert "Machine" not in built.words()
    assert built.pdf().metadata["/Author"] == "Ida Strand, O. Berg"
    assert built.pdf().metadata.subject == "What"
    assert built.pdf().metadata["/Keywords"] == "a, b"


def test_the_page_comes_before_conf_py(build: Build) -> None:
    conf = {"author": "Unit", "briefing_pdf_variables": {"status": "Draft"}, "today": "Today"}
    built = build(f"Ports\n=====\n\n:Status: Final\n{BODY}", conf=conf)
    assert "Date Today Author Unit Status Final The harbour" in built.words()
    assert "Draft" not in built.words()


def test_several_sections_have_the_project_as_title(build: Build) -> None:
    built = build("One\n===\n\n:Field: list\n\nTwo\n===\n\ntext\n")
    assert built.words().startswith("Project Date Jan 01, 2026 One Field list Two text")
    assert built.pdf().metadata.title == "Project"


def test_a_page_without_a_title(build: Build) -> None:
    assert "Project Date Jan 01, 2026 Just text." in build("Just text.\n").words()


def test_status_and_distribution_run_over_every_page(build: Build) -> None:
    lines = "\n".join(f"| {number}" for number in range(60))
    conf = {"briefing_pdf_variables": {"status": "Draft", "distribution": "Cabinet"}}
    first, second = build(f"Ports\n=====\n\n{lines}\n", conf=conf).pages()
    assert "Draft · Cabinet" not in first
    assert " ".join(second.split()).startswith("Ports Draft · Cabinet")
