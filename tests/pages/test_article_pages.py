"""``briefing:article``: what an article's page shows, what leads there, and that it keeps up with the other pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from docutils import nodes
from project import FERRY, HARBOUR, PAGE, Project
from test_builders import BUILDERS, HOSTILE, digest_of

from sphinx_briefing.models import Article, Metadata
from sphinx_briefing.pages.rendering.metadata import render_metadata

USER = "Calm\n====\n\nIt is :briefing:quote:`not safe <harbour>`.\n"
OTHER = "Money\n=====\n\nCosts rose :briefing:figure:`12% <harbour>`.\n"
INDEX = "Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n   papers/*\n"
METADATA = """\
title: Ferries return
authors: [Ole Tarn, Mia Berg]
publisher: Strait Post
date: 2024-05-06
url: https://example.org/ferries
accessed: 2024-05-07
license: all rights reserved
reliability: B
credibility: 6
status: corrected
correction: The number was wrong.
descriptor: Two named people.
"""


def own(article: str, options: str = "") -> str:
    return f"Paper\n=====\n\n.. briefing:article:: {article}\n{options}"


@pytest.fixture
def papers(project: Project) -> Project:
    """Two pages that use an article, and the page of each article."""
    project.article("harbour.txt", HARBOUR)
    project.article("ferry.txt", FERRY)
    project.write("index.rst", INDEX)
    project.write("calm.rst", USER)
    project.write("money.rst", OTHER)
    project.write("papers/harbour.rst", own("harbour"))
    project.write("papers/ferry.rst", own("ferry", "   :show: full\n"))
    return project


def text_of(project: Project, name: str = "papers/harbour.txt", builder: str = "text", **options) -> str:
    build = project.build(builder, nitpicky=True, **options)
    assert build.warnings == []
    return " ".join(build.text(name).replace("\u00a0", " ").split())


def test_the_used_passages_stand_in_numbered_paragraphs(papers: Project):
    page = text_of(papers)
    assert "-[ Used passages ]- ¶2 “The strait is calm, but it is not safe,” said Ada Vale" in page
    assert "¶4 Costs rose 12% in a year. -[ Used in ]-" in page
    assert "2,000 wardens" not in page
    assert "* Calm: “not safe” (¶2) * Money: 12% (¶4)" in page


def test_what_is_left_out_of_a_paragraph_is_an_ellipsis(papers: Project):
    papers.write(
        "money.rst", OTHER.replace("12%", "boats carry").replace("figure", "fact").replace("harbour", "ferry")
    )
    papers.write("papers/ferry.rst", own("ferry"))
    assert "¶2 “Nobody asked us,” said Ben Okoro. The boats carry 90 passengers." in text_of(
        papers, "papers/ferry.txt"
    )


def test_the_whole_text_with_what_is_used_marked(papers: Project):
    papers.write("papers/harbour.rst", own("harbour", "   :show: full\n   :class: mine\n"))
    page = text_of(papers)
    assert "-[ Text ]- title **Harbour watch draws down** ¶1 The Harbour Watch said" in page
    assert "¶3 The plan leaves about 400 wardens behind" in page
    html = papers.build("html").text("papers/harbour.html")
    assert re.findall(r'briefing-mark">([^<]*)<', html) == ["not safe", "12%"]
    assert 'class="briefing-article mine docutils' in html
    assert re.findall(r"<h(\d) class=\"rubric\">([^<]+)<", html) == [("2", "Text"), ("2", "Used in")]


def test_the_fields_alone(papers: Project):
    papers.write("papers/harbour.rst", own("harbour", "   :show: metadata\n"))
    page = text_of(papers)
    assert 'Length: 57 words in 5 paragraphs File: "articles/harbour.txt" (sha256 ' in page
    assert "¶" not in page
    assert "* Money: 12%" in page


def test_markup_of_an_article_leaves_no_gap_in_what_it_is_called(papers: Project):
    papers.article("lamps.md", "# Lamps\n\nThe lamps of *Tarn*, all of them, are out.\n")
    papers.write("calm.rst", f"{USER}\n.. briefing:facts:: lamps\n")
    papers.write("papers/lamps.rst", own("lamps"))
    assert "* Calm: The lamps of Tarn, all of them, are out. (¶1)" in text_of(papers, "papers/lamps.txt")


def test_an_article_that_no_page_uses(papers: Project):
    page = text_of(papers, "papers/ferry.txt")
    assert "¶1 Some 500 wardens remain" in page
    assert "-[ Used in ]- No page uses it." in page


def test_what_is_known_is_told_in_words(papers: Project):
    papers.article("ferry.yaml", METADATA)
    page = text_of(papers, "papers/ferry.txt")
    for field in (
        "Title: Ferries return", "Author: Ole Tarn, Mia Berg", "Publisher: Strait Post", "Published: 2024-05-06",
        "Licence: all rights reserved", "Grade: B6 (usually reliable, truth cannot be judged)",
        "**Corrected**: The number was wrong.", "Rests on: Two named people.",
    ):  # fmt: skip
        assert field in page
    assert "Updated" not in page


def test_only_addresses_of_the_web_become_links():
    metadata = Metadata(url="javascript:alert(1)", archive_url="https://example.org/a")
    article = Article(id="a", path="a.txt", text="A", sha256="0", metadata=metadata)
    links = [node["refuri"] for node in render_metadata(article, None).findall(nodes.reference)]
    assert links == ["https://example.org/a"]


@pytest.mark.parametrize("builder", [b for b in BUILDERS if "xml" not in b and b != "dirhtml"])
def test_article_pages_in_every_builder(papers: Project, builder: str):
    papers.write("index.rst", INDEX + PAGE.replace("The islands\n===========", ""))
    build = papers.build(builder, nitpicky=True, man_pages=[("index", "test", "Test", [], 1)])
    assert build.warnings == []
    assert not build.failed


def test_references_lead_to_the_article_s_own_page(papers: Project):
    papers.write("see.rst", "See\n===\n\nSee :briefing:source:`harbour`, :briefing:ref:`harbour`.\n")
    html = papers.build("html").text("see.html")
    assert html.count('href="papers/harbour.html#briefing-papers-harbour-article-harbour"') == 2
    html = papers.build("html").text("calm.html")
    assert ">About this article<" in html
    assert 'href="#briefing-calm-harbour-' in html


def test_without_such_a_page_nothing_speaks_of_one(papers: Project):
    (papers.srcdir / "papers/harbour.rst").unlink()
    assert "About this article" not in text_of(papers, "calm.txt")


def test_all_links_of_a_single_page_lead_somewhere(papers: Project):
    papers.write("index.rst", INDEX + PAGE.replace("The islands\n===========", ""))
    html = papers.build("singlehtml").text("index.html")
    ids = re.findall(r'\bid="(briefing[^"]+)"', html)
    assert len(ids) == len(set(ids)) > 10
    assert set(re.findall(r'href="#(briefing[^"]+)"', html)) <= set(ids)


def test_latex_links_of_article_pages_lead_somewhere(papers: Project):
    tex = papers.build("latex").text("test.tex")
    links = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*briefing[^}]+)\}\]", tex))
    targets = set(re.findall(r"\\label\{\\detokenize\{([^}]*briefing[^}]+)\}\}", tex))
    assert len(links) > 5
    assert links <= targets


@pytest.mark.parametrize("builder", ["html", "latex", "gettext"])
def test_the_text_of_an_article_s_page_is_never_markup(project: Project, builder: str):
    project.article("hostile.txt", HOSTILE)
    project.write("index.rst", own("hostile", "   :show: full\n") + "\n.. briefing:facts::\n")
    build = project.build(builder)
    assert build.warnings == []
    if builder == "html":
        text = build.text("index.html").split("briefing-article-text")[1]
        assert "&lt;script&gt;alert(1)&lt;/script&gt; **bold** |sub| `link`_ :role:`x` $x_1$" in text
        assert "<script>alert" not in text
    if builder == "gettext":
        assert "alert" not in build.text("index.pot")


def test_the_text_is_not_smartened(project: Project):
    project.article("straight.txt", 'Title here\n\nIt\'s -- "fine" ... they say.\n')
    project.write("index.rst", own("straight", "   :show: full\n"))
    assert "It's -- &quot;fine&quot; ... they say." in project.build("html").text("index.html").replace(
        '"fine"', "&quot;fine&quot;"
    )


def test_an_unknown_article_is_told_with_those_that_are_known(papers: Project):
    papers.write("papers/harbour.rst", own("harbor"))
    told = papers.build("text").warnings
    assert len(told) == 1
    assert (
        "papers/harbour.rst:4: WARNING: no article matches 'harbor'; the articles are: ferry, harbour"
        in told[0]
    )


EDITS: dict[str, Callable[[Project], object]] = {
    "another passage": lambda p: p.write("calm.rst", USER.replace("not safe", "until the lights are back")),
    "a second passage": lambda p: p.write("calm.rst", USER + "\n:briefing:figure:`2,000 wardens <harbour>`\n"),
    "nothing any more": lambda p: p.write("calm.rst", "Calm\n====\n\nWords.\n"),
    "another title": lambda p: p.write("calm.rst", USER.replace("Calm\n====", "Rough\n=====")),
    "a new page": lambda p: p.write("new.rst", "New\n===\n\n.. briefing:facts:: harbour\n   :limit: 1\n"),
    "a page less": lambda p: (p.srcdir / "money.rst").unlink(),
    "a paragraph in front": lambda p: p.article("harbour.txt", HARBOUR.replace("\n\nThe H", "\n\nA word.\n\nThe H")),
    "a longer paragraph": lambda p: p.article("harbour.txt", HARBOUR.replace("on the islands", "on all the islands")),
    "words of a passage": lambda p: p.article("harbour.txt", HARBOUR.replace("in a year", "in a month")),
    "new metadata": lambda p: p.article("harbour.yaml", "publisher: Strait Post\n"),
    "all of the text": lambda p: p.write("papers/harbour.rst", own("harbour", "   :show: full\n")),
    "no page for it": lambda p: (p.srcdir / "papers/harbour.rst").unlink(),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_what_a_fresh_build_gives(papers: Project, edit: str):
    first = digest_of(papers.build("text"))
    EDITS[edit](papers)
    after = digest_of(papers.build("text"))
    fresh = digest_of(papers.build("text", fresh=True, outdir="fresh"))
    assert {name: after[name] for name in fresh} == fresh
    assert {name: first.get(name) for name in fresh} != fresh


def test_a_new_page_for_an_article_is_linked_from_those_that_use_it(papers: Project):
    own_page = papers.srcdir / "papers/harbour.rst"
    own_page.unlink()
    papers.build("text")
    papers.write("papers/harbour.rst", own("harbour"))
    assert "About this article" in text_of(papers, "calm.txt")


def test_the_page_of_an_article_is_written_but_not_read_when_another_uses_more(papers: Project):
    papers.build("text")
    assert papers.build("text").written == []
    EDITS["another passage"](papers)
    again = papers.build("text")
    assert again.read == ["calm"]
    assert "papers/harbour" in again.written
    assert "papers/ferry" not in again.written
    papers.write("calm.rst", (papers.srcdir / "calm.rst").read_text() + "\nMore of my own.\n")
    assert "papers/harbour" not in papers.build("text").written


def test_parallel_builds_of_article_pages_give_the_same_bytes(papers: Project):
    for n in range(6):
        papers.write(f"page{n}.rst", PAGE.replace("The islands", f"{n:02} islands."))
    serial = digest_of(papers.build("html", fresh=True, outdir="serial"))
    parallel = papers.build("html", fresh=True, outdir="parallel", parallel=2)
    assert digest_of(parallel) == serial
    assert parallel.warnings == []
    papers.write("page3.rst", USER.replace("Calm\n====", "03 islands.\n==========="))
    after = digest_of(papers.build("html", outdir="parallel", parallel=2))
    fresh = digest_of(papers.build("html", fresh=True, outdir="fresh"))
    pages = [name for name in fresh if name.endswith(".html")]
    assert [after[name] for name in pages] == [fresh[name] for name in pages]
