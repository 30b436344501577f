"""Changes on a page: both values and their passages, never a plan as a fact, never a computed number as a stated one."""

from __future__ import annotations

import re

import pytest
from project import HARBOUR, Project
from test_builders import BUILDERS, as_myst

from sphinx_briefing.corpus import Hit
from sphinx_briefing.models import Article, Change, Difference, Level, Paragraph, Span
from sphinx_briefing.pages.rendering.changes import change_line, change_words, computed_words

TITLE = "The islands\n===========\n\n"
PAGE = f"""{TITLE}
.. briefing:changes::

.. briefing:changes:: harbour
   :layout: table
   :caption: What will change

.. briefing:figures:: harbour
   :changes: first

See :briefing:ref:`harbour/wardens-2000-400`.
"""


@pytest.fixture
def page(project: Project) -> Project:
    project.sample()
    project.write("index.rst", PAGE)
    return project


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_plan_says_so_and_what_is_computed_says_so(page: Project):
    build = page.build("text", nitpicky=True)
    assert build.warnings == []
    line = "* **2,000 → about 400** wardens (planned; computed: down about 1,600, about 80%) – Ada Vale [1 ¶1, ¶3]"
    assert line in flat(build.text("index.txt"))


def test_both_passages_are_cited_and_lead_back(page: Project):
    html = page.build("html").text("index.html")
    start = html.index("2,000 → about 400")
    links = re.findall(
        r'<a class="reference internal" href="#([^"]+)"', html[start : html.index("</li>", start)]
    )
    assert len(set(links)) == 2
    for link, words in zip(links, ("2,000", "about 400"), strict=True):
        entry = html[html.index(f'id="{link}"') :].split("</li>")[0]
        assert (
            f'<span class="briefing-mark">{words}</span>' in entry
            or f'briefing-mark">{words} wardens' in entry
        )
        assert "↩" in entry


def test_passages_of_one_paragraph_are_told_apart():
    from sphinx_briefing.pages.rendering.sources import CitedArticle, render_reference

    article = hit(before=BEFORE, after=AFTER).article
    entry = CitedArticle(article, 3)
    shown = render_reference(entry, {"a": Span(0, 35), "b": Span(36, 80)})
    assert "".join(node.astext() for node in shown) == "[3 ¶0a, ¶0b]"
    assert [node["refid"] for node in shown if "refid" in getattr(node, "attributes", {})] == ["a", "b"]


def test_a_change_cites_an_article_once_where_its_passages_are_not_shown(project: Project):
    project.sample()
    project.write(
        "index.rst", f"{TITLE}.. briefing:changes::\n\n.. briefing:sources::\n   :layout: articles\n"
    )
    assert flat(project.build("text").text("index.txt")).count("[1]") == 2


def test_a_change_is_an_object_that_references_lead_to(page: Project):
    from sphinx.util.inventory import InventoryFile

    build = page.build("html")
    inventory = InventoryFile.loads((build.outdir / "objects.inv").read_bytes(), uri="")
    item = inventory.data["briefing:change"]["harbour/wardens-2000-400"]
    assert item.display_name == "2,000 → about 400 wardens"
    anchor = item.uri.partition("#")[2]
    assert f'id="{anchor}"' in build.text("index.html")


@pytest.mark.parametrize("builder", BUILDERS)
def test_changes_in_every_builder(page: Project, builder: str):
    build = page.build(builder, nitpicky=True, man_pages=[("index", "test", "Test", [], 1)])
    assert build.warnings == []
    assert not build.failed


def test_changes_in_myst(page: Project):
    pytest.importorskip("myst_parser")
    page.write("conf.py", page.conf.replace('"sphinx_briefing"', '"sphinx_briefing", "myst_parser"'))
    expected = page.build("text", fresh=True).text("index.txt")
    (page.srcdir / "index.rst").unlink()
    page.write("index.md", as_myst(PAGE))
    build = page.build("text", fresh=True, outdir="myst")
    assert build.warnings == []
    assert build.text("index.txt") == expected


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("no", ["2,000 wardens", "about 400 wardens", "12%"]),
        ("first", ["2,000 → about 400", "12%"]),
        ("only", ["2,000 → about 400"]),
    ],
)
def test_changes_among_figures(project: Project, choice: str, shown: list[str]):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:figures:: harbour\n   :changes: {choice}\n")
    text = flat(project.build("text").text("index.txt"))
    assert re.findall(r"\| \*\*(.+?)\*\*", text) == shown


def test_a_change_needs_both_of_its_figures_in_the_selection(project: Project):
    project.sample()
    options = ":about: wardens\n   :exclude: 2000-wardens\n   :changes: first"
    project.write("index.rst", f"{TITLE}.. briefing:figures:: harbour\n   {options}\n")
    assert "→" not in project.build("text").text("index.txt")


def test_figures_that_make_no_change_are_told(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:figures:: ferry\n   :changes: only\n")
    build = project.build("text")
    assert [w.split("WARNING: ")[1] for w in build.warnings] == [
        "these figures make no change [briefing.no_match]"
    ]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (":about: wardens", True),
        (":about: boats", False),
        (":speaker: Vale", True),
        (":speaker: Okoro", False),
        (":exclude: wardens-2000-400", False),
        (":about: boats\n   :include: harbour/wardens-2000-400", True),
        (":limit: 1\n   :order: value", True),
    ],
)
def test_selecting(project: Project, options: str, found: bool):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:changes::\n   {options}\n")
    build = project.build("text")
    assert ("2,000 → about 400" in build.text("index.txt")) == found
    assert bool(build.warnings) != found
    assert all("no change matches" in w for w in build.warnings)


def test_columns_of_a_change(project: Project):
    project.sample()
    columns = "value, unit, status, as-of, subject, said-by"
    options = f":changes: only\n   :columns: {columns}"
    project.write("index.rst", f"{TITLE}.. briefing:figures:: harbour\n   {options}\n")
    text = flat(project.build("text").text("index.txt"))
    assert re.search(r"2,000 → 400 \| warden \| planned \| +\| wardens \| Ada Vale ", text)


def test_an_edited_passage_reads_the_page_again(page: Project):
    page.build("text")
    page.article("harbour.txt", HARBOUR.replace("from 2,000 wardens", "from some 2,000 wardens"))
    assert page.build("text").read == ["index"]
    page.article("harbour.txt", HARBOUR.replace("12%", "13%"))
    page.write("index.rst", f"{TITLE}.. briefing:changes::\n")
    page.build("text")
    page.article("harbour.txt", HARBOUR.replace("12%", "14%"))
    assert page.build("text").read == []


TEXT = "It went from $75 to more than $90. Sales doubled to 400, up 18 percent, in 2 shops."


def level(words: str, low: float, bound: str = "=") -> Level:
    start = TEXT.index(words)
    return Level(figure=words, start=start, end=start + len(words), low=low, high=low, bound=bound)


def hit(**parts) -> Hit:
    article = Article(id="a", path="a.txt", text=TEXT, sha256="", paragraphs=(Paragraph(0, len(TEXT)),))
    return Hit(article, Change(text="x", start=0, end=1, sentence=Span(0, len(TEXT)), **parts))


BEFORE, AFTER = level("$75", 75), level("more than $90", 90, ">")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"before": BEFORE, "after": AFTER, "subject": "oil", "unit": "USD"}, "$75 → more than $90 – oil"),
        ({"after": level("400", 400), "amount": level("doubled", 2)}, "… → 400 (↑ doubled)"),
        ({"after": level("400", 400), "direction": "down"}, "… → 400 (↓)"),
        ({"amount": level("18 percent", 18), "subject": "Sales"}, "↑ 18 percent – Sales"),
        (
            {"before": BEFORE, "after": AFTER, "amount": level("18 percent", 18)},
            "$75 → more than $90 (↑ 18 percent)",
        ),
        ({"before": BEFORE, "amount": level("doubled", 2)}, "$75 → … (↑ doubled)"),
    ],
)
def test_values_in_words(parts: dict, words: str):
    assert change_words(hit(**parts)) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            {"computed": Difference(delta=15, percent=20, bound=">")},
            "computed: up more than 15 USD, more than 20%",
        ),
        (
            {"computed": Difference(delta=-15, percent=-20, bound=">")},
            "computed: down less than 15 USD, less than 20%",
        ),
        ({"computed": Difference(delta=-0.4), "unit": "%"}, "computed: down 0.4 points"),
        (
            {"computed": Difference(delta=9, percent=33.333, bound="<=")},
            "computed: up at most 9 USD, at most 33.3%",
        ),
        ({"computed": Difference(delta=9), "unit": "boat", "subject": "boats"}, "computed: up 9"),
        ({"computed": None}, ""),
    ],
)
def test_computed_differences_in_words(parts: dict, words: str):
    assert computed_words(hit(**{"before": BEFORE, "after": AFTER, "unit": "USD"} | parts).excerpt) == words


def test_a_difference_that_the_article_gives_is_not_computed():
    given = hit(before=BEFORE, after=AFTER, amount=level("18 percent", 18), computed=Difference(delta=15))
    assert computed_words(given.excerpt) == ""


def test_a_claim_is_never_without_who_says_so():
    line = change_line(hit(before=BEFORE, after=AFTER, subject="oil", status="claimed"))
    assert "".join(node.astext() for node in line).endswith("(claimed) – not attributed")
