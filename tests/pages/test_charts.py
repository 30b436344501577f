"""``briefing:chart``: figures of one unit as bars above their table, in each builder."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from project import FERRY, HARBOUR, Project
from test_builders import HOSTILE

TITLE = "The islands\n===========\n\n"
CHART = f"{TITLE}.. briefing:chart:: harbour\n   :about: wardens\n   :caption: Who is there\n"


@pytest.fixture
def sample(project: Project) -> Project:
    project.article("harbour.txt", HARBOUR)
    project.article("ferry.txt", FERRY)
    return project


def html_of(project: Project, page: str, **options) -> str:
    project.write("index.rst", page)
    build = project.build("html", **options)
    assert build.warnings == []
    return build.text("index.html")


def svg_texts(html: str) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", html)


def test_figures_are_bars_in_the_words_of_the_article_above_their_table(sample: Project):
    html = html_of(sample, CHART)
    assert svg_texts(html) == ["2,000 wardens", "about 400 wardens (planned)", "Ada Vale"]
    assert '<title id="briefing-index-chart-0-title">Who is there</title>' in html
    assert "<desc" in html
    assert html.index("briefing-caption") < html.index("<svg") < html.index("<table")
    assert html.count("hatching)") == 1
    assert 'href="#briefing-index-harbour-' in html[html.index("<table") :]


def test_markup_in_a_caption_is_none_in_the_title_of_the_drawing(sample: Project):
    html = html_of(sample, CHART.replace("Who is there", "Who is *there* now"))
    assert ">Who is there now</title>" in html
    assert html.count("Who is <em>there</em> now") == 1


def test_a_change_is_a_pair_of_bars(sample: Project):
    html = html_of(sample, f"{CHART}   :changes: only\n")
    assert svg_texts(html) == ["wardens – Ada Vale", "before: 2,000", "after: about 400 (planned)"]
    assert "computed: down about 1,600" in html


def test_several_charts_have_names_of_their_own(sample: Project):
    sample.write("second.rst", CHART.replace("The islands", "The islets!"))
    sample.write("index.rst", f"{CHART}\n{CHART.replace(TITLE, '')}\n.. toctree::\n\n   second\n")
    html = sample.build("singlehtml").text("index.html")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert html.count("<svg") == 3
    assert len(set(ids)) == len(ids)


def test_the_order_and_the_limit_are_those_of_figures(sample: Project):
    html = html_of(
        sample, f"{TITLE}.. briefing:chart::\n   :about: wardens\n   :order: value\n   :limit: 2\n"
    )
    assert svg_texts(html)[0] == "2,000 wardens"
    assert html.count("<rect") == 2
    assert ">Bar chart</title>" in html


def test_figures_of_several_units_are_named_and_not_drawn(sample: Project):
    sample.write("index.rst", f"{TITLE}.. briefing:chart::\n")
    build = sample.build("html")
    assert "<svg" not in build.text("index.html")
    assert "<table" in build.text("index.html")
    assert len(build.warnings) == 1
    assert (
        "index.rst:4: WARNING: these figures have no scale in common, they count "
        "warden (some-500-wardens, 2000-wardens, about-400-wardens); passenger (90-passengers); % (12); "
        "leave some out with :about:, :kind: or :exclude:, or make a chart of each [briefing.chart]"
    ) in build.warnings[0]


def altered(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    """Give all figures of the stand-in other values."""
    import stand_in

    from sphinx_briefing.corpus import loader

    def analyse_all(articles, model):
        for article, analysis in stand_in.analyse_all(articles, model):
            yield article, replace(analysis, figures=tuple(replace(f, **values) for f in analysis.figures))

    monkeypatch.setattr(loader, "analyse_all", analyse_all)


def test_figures_without_a_value_are_told_and_not_drawn(sample: Project, monkeypatch: pytest.MonkeyPatch):
    altered(monkeypatch, value=None)
    sample.write("index.rst", CHART)
    build = sample.build("text")
    assert len(build.warnings) == 1
    assert "nothing to draw" in build.warnings[0]
    assert "**2,000 wardens**" in build.text("index.txt")


def test_a_range_and_a_claim(sample: Project, monkeypatch: pytest.MonkeyPatch):
    altered(
        monkeypatch,
        value=None,
        low=3.0,
        high=4.0,
        modality="claimed",
        attribution="",
        subject="the wardens of Tarn",
    )
    html = html_of(sample, f"{TITLE}.. briefing:chart:: ferry\n   :include: some-500-wardens\n   :limit: 1\n")
    assert svg_texts(html) == ["Some 500 wardens (claimed)", "wardens of Tarn – not attributed"]
    assert html.count("<rect") == 2


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "xml"])
def test_builders_that_take_no_svg_have_the_table(sample: Project, builder: str):
    sample.write("index.rst", CHART)
    build = sample.build(builder, nitpicky=True, man_pages=[("index", "test", "Test", [], 1)])
    assert build.warnings == []
    name = {"latex": "test.tex", "man": "test.1", "texinfo": "test.texi"}.get(
        builder, f"index.{builder.replace('text', 'txt')}"
    )
    page = build.text(name)
    assert "<svg" not in page
    assert "about 400 wardens" in page


@pytest.mark.parametrize("builder", ["epub", "gettext"])
def test_nothing_of_a_drawing_is_lost_or_translated(sample: Project, builder: str):
    sample.write("index.rst", CHART)
    build = sample.build(builder, nitpicky=True)
    assert build.warnings == []
    assert (
        ("<svg" in build.text("index.xhtml")) if builder == "epub" else ("400" not in build.text("index.pot"))
    )


def test_a_pdf_gets_the_drawing_as_a_file(sample: Project):
    pytest.importorskip("typst")
    sample.write("index.rst", CHART)
    first = sample.build("briefingpdf")
    assert first.warnings == []
    (image,) = (first.outdir / "typst" / "images").iterdir()
    assert "about 400 wardens (planned)" in image.read_text("utf-8")
    (source,) = first.outdir.glob("typst/*test*.typ")
    assert "Who is there: 2,000 wardens; about 400 wardens (planned), Ada Vale" in source.read_text("utf-8")


def test_a_hostile_article_is_escaped_in_drawings(sample: Project):
    sample.article("hostile.txt", HOSTILE.replace("40 <b>boats", "40 </svg><script>alert(2)</script> boats"))
    html = html_of(
        sample, f"{TITLE}.. briefing:chart:: hostile\n   :about: boats\n   :caption: </title><script>x\n"
    )
    assert "<script>alert" not in html
    assert "<script>x" not in html


def test_a_chart_is_drawn_anew_when_its_article_changes(sample: Project):
    html_of(sample, CHART)
    sample.article("harbour.txt", HARBOUR.replace("2,000", "3,000"))
    build = sample.build("html")
    assert build.read == ["index"]
    assert "3,000 wardens" in svg_texts(build.text("index.html"))[0]
