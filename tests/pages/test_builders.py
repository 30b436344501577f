"""The same page in every builder, in parallel and serial, in reStructuredText and MyST."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from project import PAGE, Build, Project

BUILDERS = [
    "html",
    "dirhtml",
    "singlehtml",
    "latex",
    "epub",
    "text",
    "man",
    "texinfo",
    "xml",
    "pseudoxml",
    "gettext",
]
TITLE = "The islands\n===========\n"
#: A page of two documents, as singlehtml puts them into one.
SECOND = "Second\n======\n\n.. briefing:figures::\n\n.. briefing:quotes:: harbour\n"


def digest_of(build: Build) -> dict[str, bytes]:
    """The bytes of a build without the pickles that hold its times."""
    skipped = {".buildinfo", ".doctrees"}
    files = (p for p in build.outdir.rglob("*") if p.is_file() and not skipped & set(p.parts))
    return {p.relative_to(build.outdir).as_posix(): p.read_bytes() for p in files}


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder(project: Project, builder: str):
    project.sample()
    project.write("index.rst", PAGE + "\n.. toctree::\n\n   second\n")
    project.write("second.rst", SECOND)
    man = [("index", "test", "Test", [], 1)]
    build = project.build(builder, nitpicky=True, man_pages=man)
    assert build.warnings == []
    assert not build.failed


def test_singlehtml_has_no_id_twice(project: Project):
    project.sample()
    project.write("index.rst", PAGE + "\n.. toctree::\n\n   second\n")
    project.write("second.rst", SECOND)
    html = project.build("singlehtml").text("index.html")
    ids = re.findall(r'\bid="(briefing[^"]+)"', html)
    assert len(ids) == len(set(ids)) > 10


def test_latex_links_lead_somewhere(project: Project):
    project.sample()
    tex = project.build("latex").text("test.tex")
    links = set(re.findall(r"\\hyperref\[\\detokenize\{(index:briefing[^}]+)\}\]", tex))
    targets = set(re.findall(r"\\label\{\\detokenize\{(index:briefing[^}]+)\}\}", tex))
    assert len(links) > 5
    assert links <= targets


def test_parallel_gives_the_same_bytes(project: Project):
    project.sample()
    names = [f"page{n}" for n in range(9)]
    project.write("index.rst", PAGE + "\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names))
    for name in names:
        project.write(f"{name}.rst", PAGE.replace("The islands", f"{name} isles"))
    serial = digest_of(project.build("html", fresh=True, outdir="serial"))
    parallel = project.build("html", fresh=True, outdir="parallel", parallel=4)
    assert digest_of(parallel) == serial
    assert parallel.warnings == []


def test_myst_gives_the_same_page(project: Project):
    pytest.importorskip("myst_parser")
    project.sample()
    project.write("conf.py", project.conf.replace('"sphinx_briefing"', '"sphinx_briefing", "myst_parser"'))
    expected = project.build("text", fresh=True).text("index.txt")
    (project.srcdir / "index.rst").unlink()
    project.write("index.md", as_myst(PAGE))
    build = project.build("text", fresh=True, outdir="myst")
    assert build.warnings == []
    assert build.text("index.txt") == expected


def as_myst(page: str) -> str:
    page = page.replace("The islands\n===========", "# The islands")
    page = re.sub(r":briefing:(\w+):`", r"{briefing:\1}`", page)
    return re.sub(r"^\.\. (briefing:\w+)::(.*)\n((?:   :.*\n)*)", _fenced, page, flags=re.M)


def _fenced(match: re.Match[str]) -> str:
    options = match[3].replace("   :", ":")
    return f"```{{{match[1]}}}{match[2]}\n{options}```\n"


@pytest.mark.parametrize("suffix", ["rst", "md"])
def test_the_field_list_names_the_articles_of_a_page(project: Project, suffix: str):
    pytest.importorskip("myst_parser")
    project.sample()
    project.write("conf.py", project.conf.replace('"sphinx_briefing"', '"sphinx_briefing", "myst_parser"'))
    (project.srcdir / "index.rst").unlink()
    if suffix == "rst":
        page = f":briefing-articles: ferry\n\n{TITLE}\n.. briefing:quotes::\n"
    else:
        page = "---\nbriefing-articles: ferry\n---\n\n# The islands\n\n```{briefing:quotes}\n```\n"
    project.write(f"index.{suffix}", page)
    text = project.build("text").text("index.txt")
    assert "Ben Okoro" in text
    assert "Ada Vale" not in text


HOSTILE = """\
Hostile <script>alert(0)</script> *title* `x`_

“<script>alert(1)</script> **bold** |sub| `link`_ :role:`x` $x_1$ 50% #1 \\input{x} ~ ^ {y} & _z_” said Ada Vale.

“שלום \u202eabc\u202c 12 boats” said Ada Vale. And 40 <b>boats</b> & more: .. raw:: html
"""


@pytest.mark.parametrize("builder", ["html", "latex", "text", "epub", "man", "texinfo"])
def test_article_text_is_never_markup(project: Project, builder: str):
    project.article("hostile.txt", HOSTILE)
    project.write(
        "index.rst", f"{TITLE}\n.. briefing:facts::\n\n.. briefing:figures::\n\n.. briefing:quotes::\n"
    )
    build = project.build(builder)
    assert build.warnings == []
    if builder == "html":
        page = build.text("index.html")
        assert "&lt;script&gt;alert(1)&lt;/script&gt; **bold** |sub| `link`_ :role:`x` $x_1$" in page
        assert "<script>alert" not in page
    if builder == "latex":
        tex = build.text("test.tex")
        assert r"\textbackslash{}input\{x\}" in tex
        assert r"50\% \#1" in tex


def test_quotations_are_not_smartened_or_translated(project: Project):
    project.article("straight.txt", 'Title here\n\n“It\'s -- "fine" ...” said Ada Vale. The end.\n')
    project.write("index.rst", f"{TITLE}\n.. briefing:quotes::\n\n.. briefing:facts::\n")
    page = project.build("html").text("index.html")
    assert page.count("It's -- &quot;fine&quot; ...") >= 2 or page.count('It\'s -- "fine" ...') >= 2
    pot = project.build("gettext").text("index.pot")
    assert "fine" not in pot


def test_excerpts_are_in_the_search_index(project: Project):
    project.sample()
    index = project.build("html").text("searchindex.js")
    for word in ("warden", "strait", "calm"):
        assert word in index


def test_sources_are_read_only(project: Project):
    project.sample()
    before = sorted(p for p in project.srcdir.rglob("*"))
    project.build("html")
    assert sorted(p for p in project.srcdir.rglob("*") if "__pycache__" not in p.parts) == before


def test_the_stylesheet_has_no_colours():
    import sphinx_briefing

    css = (Path(sphinx_briefing.__file__).parent / "static/sphinx_briefing.css").read_text("utf-8")
    assert not re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", css, re.I)


def test_latex_needs_no_arrow(project: Project):
    project.sample()
    tex = project.build("latex").text("test.tex")
    assert "↩" not in tex
    assert r"\textasciicircum{}" in tex


def test_no_words_of_articles_or_labels_are_offered_for_translation(project: Project):
    project.sample()
    pot = project.build("gettext").text("index.pot")
    messages = re.findall(r'^msgid "(.+)"$', pot, re.M)
    assert messages[0] == "The islands"
    assert messages[1].startswith("The warden says it is :briefing:quote:`not safe <harbour>`")
    assert len(messages) == 2
