"""CSV beside tables: a real file under a link in HTML, nothing elsewhere, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

if TYPE_CHECKING:
    from project import Build, Project

FIGURES = "Page\n====\n\n.. briefing:figures::\n"


def files(build: Build, page: str) -> list[tuple[str, list[dict[str, str]]]]:
    """The CSV files that a page links to, by where the link leads."""
    links = re.findall(r'<a class="reference download internal" download="" href="([^"]+)"', build.text(page))
    found = []
    for link in map(unquote, links):
        path = (build.outdir / page).parent / link
        text = path.read_bytes().decode("utf-8")
        found.append((link, list(csv.DictReader(io.StringIO(text, newline="")))))
    return found


def test_a_table_has_its_values_under_it(project: Project) -> None:
    project.sample()
    project.write("articles/harbour.yaml", "date: 2025-04-05\nurl: https://courier.example/h\n")
    project.write("index.rst", FIGURES.replace("::\n", ":: harbour\n   :about: 400\n"))
    build = project.build("html")
    ((link, rows),) = files(build, "index.html")
    assert link == "_downloads/briefing/index-figures.csv"
    assert rows == [
        {
            "excerpt": "harbour/about-400-wardens", "words": "about 400 wardens", "subject": "wardens",
            "unit": "warden", "value": "400", "low": "", "high": "", "bound": "about", "kind": "count",
            "status": "planned", "said_by": "Ada Vale", "as_of": "", "article": "harbour",
            "title": "Harbour watch draws down", "publisher": "", "date": "2025-04-05",
            "url": "https://courier.example/h", "paragraph": "3",
            "passage": "The plan leaves about 400 wardens behind, Ada Vale wrote.",
        }
    ]  # fmt: skip
    assert build.text("index.html").index("</table>") < build.text("index.html").index("Table as CSV")


def test_changes_and_people(project: Project) -> None:
    project.sample()
    project.write(
        "index.rst",
        "Page\n====\n\n.. briefing:figures:: harbour\n   :changes: first\n\n"
        ".. briefing:people::\n   :layout: table\n   :caption: Who is who\n",
    )
    (_, figures), (link, people) = files(project.build("html"), "index.html")
    change, other = figures
    assert (change["words"], change["before_low"], change["after_high"], change["after_bound"]) == (
        "2,000 → about 400", "2000", "400", "about",
    )  # fmt: skip
    assert (change["value"], other["value"], other["before_low"]) == ("", "12", "")
    assert link.endswith("/index-who-who.csv")
    assert [(p["name"], p["quotations"], p["articles"]) for p in people] == [
        ("Ben Okoro", "1", "ferry"),
        ("Ada Vale", "1", "harbour"),
    ]


def test_tables_of_a_page_and_of_folders_have_files_of_their_own(project: Project) -> None:
    project.sample()
    project.write(
        "index.rst", FIGURES + "\n.. briefing:changes::\n   :layout: table\n\n.. briefing:figures:: ferry\n"
    )
    project.write("deep/er/page.rst", ":orphan:\n\n" + FIGURES)
    build = project.build("html")
    assert [link for link, _ in files(build, "index.html")] == [
        "_downloads/briefing/index-figures.csv",
        "_downloads/briefing/index-changes.csv",
        "_downloads/briefing/index-figures-2.csv",
    ]
    assert files(build, "deep/er/page.html")[0][0] == "../../_downloads/briefing/deep/er/page-figures.csv"
    assert files(project.build("dirhtml"), "deep/er/page/index.html")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_no_cell_is_a_formula(project: Project, start: str) -> None:
    project.article("a.txt", f'Title\n\n{start}HYPERLINK("http://evil.example";"x") has 3 boats\n')
    project.write("index.rst", FIGURES)
    ((_, (row,)),) = files(project.build("html"), "index.html")
    assert row["passage"].startswith(f"'{start}HYPERLINK")
    assert not [cell for cell in row.values() if cell[:1] in "=+-@＝" and cell]


def test_other_builders_and_layouts_have_no_link(project: Project) -> None:
    project.sample()
    project.write("index.rst", FIGURES)
    for builder in ("text", "latex", "epub", "man", "gettext"):
        build = project.build(builder)
        assert build.warnings == []
        assert not list(build.outdir.rglob("*.csv"))
    assert "CSV" not in project.build("text").text("index.txt")
    assert len(files(project.build("singlehtml"), "index.html")) == 1
    project.write("index.rst", FIGURES + "   :layout: bullets\n")
    assert files(project.build("html"), "index.html") == []


def test_off(project: Project) -> None:
    project.sample()
    project.write("index.rst", FIGURES)
    build = project.build("html")
    without = project.build("html", briefing_csv=False)
    assert (len(files(build, "index.html")), files(without, "index.html")) == (0, [])
    assert without.read == []


def test_files_follow_their_articles_and_are_the_same_in_parallel(project: Project) -> None:
    project.sample()
    for n in range(6):
        project.write(f"page{n}.rst", ":orphan:\n\n" + FIGURES)
    one = project.build("html", outdir="one", fresh=True)
    two = project.build("html", outdir="two", fresh=True, parallel=2)
    assert [files(one, f"page{n}.html") for n in range(6)] == [files(two, f"page{n}.html") for n in range(6)]
    project.article("ferry.txt", "Ferries\n\nSome 501 wardens remain.\n")
    after = project.build("html", outdir="one")
    assert "501" in [row["value"] for row in files(after, "page3.html")[0][1]]
