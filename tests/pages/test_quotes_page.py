"""Quotations on a page: who is named how, how much of a sentence is shown, and that nothing tears them apart."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from project import HARBOUR, Project

from sphinx_briefing.models import Speaker
from sphinx_briefing.pages.rendering.quotes import speaker_words

TITLE = "The islands\n===========\n\n"
FRAGMENT = (
    "Lamps\n\nThe lamps, said Ada Vale, the warden, are “as good as gone” since May. Nobody else was asked.\n"
)


@pytest.fixture
def mixed(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose second article quotes a fragment."""
    import stand_in

    from sphinx_briefing.corpus import loader

    def analyse_all(articles, model):
        for article, analysis in stand_in.analyse_all(articles, model):
            fragments = article.id == "lamps"
            quotes = tuple(replace(q, kind="mixed") if fragments else q for q in analysis.quotes)
            yield article, replace(analysis, quotes=quotes)

    monkeypatch.setattr(loader, "analyse_all", analyse_all)
    project.article("harbour.txt", HARBOUR)
    project.article("lamps.txt", FRAGMENT)
    return project


def text_of(project: Project, page: str, builder: str = "text", **options) -> str:
    project.write("index.rst", TITLE + page)
    build = project.build(builder, **options)
    assert build.warnings == []
    return build.text("test.tex" if builder == "latex" else "index.txt").replace("\u00a0", " ")


def test_the_role_stands_at_the_first_mention_of_the_page_only(mixed: Project):
    page = text_of(mixed, ".. briefing:quotes:: harbour\n\nMore.\n\n.. briefing:quotes:: harbour\n")
    assert re.findall(r"-- (.*) \[1\]", page) == ["Ada Vale, the chief warden", "Ada Vale"]


def test_a_quotation_written_by_hand_counts_as_a_mention(mixed: Project):
    by_hand = ".. briefing:quote:: harbour\n\n   The strait is calm\n"
    page = text_of(mixed, f"{by_hand}\n.. briefing:quotes:: harbour\n   :layout: bullets\n")
    assert "-- Ada Vale, the chief warden [1]" in page
    assert "* Ada Vale: “The strait" in page


def test_each_page_introduces_its_speakers(mixed: Project):
    mixed.write("second.rst", "Second\n======\n\n.. briefing:quotes:: harbour\n")
    page = text_of(mixed, ".. briefing:quotes:: harbour\n\n.. toctree::\n\n   second\n")
    assert "Ada Vale, the chief warden" in page
    other = (mixed.srcdir.parent / "out/text/second.txt").read_text("utf-8")
    assert "Ada Vale, the chief warden" in other


SENTENCE = "The lamps, said Ada Vale, the warden, are “as good as gone” since May."


@pytest.mark.parametrize("layout", ["blocks", "bullets"])
def test_a_fragment_alone_or_in_its_sentence(mixed: Project, layout: str):
    shown = f".. briefing:quotes:: lamps\n   :layout: {layout}\n"
    alone = text_of(mixed, shown).split("Sources")[0]
    assert "“as good as gone”" in alone
    assert "since May" not in alone
    whole = text_of(mixed, f"{shown}   :context: sentence\n").split("Sources")[0]
    assert SENTENCE in " ".join(whole.split())


def test_a_whole_quotation_is_its_own_context(mixed: Project):
    shown = ".. briefing:quotes:: harbour\n   :context: {}\n"
    assert text_of(mixed, shown.format("sentence")) == text_of(mixed, shown.format("fragment"))


@pytest.mark.parametrize("body", ["", "\n   as good as gone\n"])
def test_the_context_of_a_single_quotation(mixed: Project, body: str):
    page = text_of(mixed, f".. briefing:quote:: lamps\n   :context: sentence\n{body}")
    assert SENTENCE in " ".join(page.split("Sources")[0].split())
    assert "-- Ada Vale, the warden [1]" in page


def test_an_unknown_context_names_the_choices(mixed: Project):
    mixed.write("index.rst", f"{TITLE}.. briefing:quotes:: lamps\n   :context: page\n")
    assert "fragment" in " ".join(mixed.build("text").warnings)


def test_a_page_with_context_is_read_again_when_the_sentence_changes(mixed: Project):
    text_of(mixed, ".. briefing:quotes:: lamps\n   :context: sentence\n")
    mixed.article("lamps.txt", FRAGMENT.replace("since May", "since June"))
    assert "since June" in " ".join(mixed.build("text").text("index.txt").split())


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (Speaker(name="Ada Vale", mention="she"), "Ada Vale"),
        (Speaker(mention="She"), "not named"),
        (Speaker(mention="she", candidates=("Ada Vale", "Olga Ek")), "not named"),
        (Speaker(mention="Ek", candidates=("Olga Ek", "Jan Ek")), "Ek"),
        (Speaker(mention="a senior official"), "a senior official"),
    ],
)
def test_a_speaker_in_doubt_is_never_a_guess(speaker: Speaker, words: str):
    assert speaker_words(speaker) == words


@pytest.mark.parametrize(
    ("language", "printed"),
    [("de", "„Nobody asked us“"), ("fr", "«\xa0Nobody asked us\xa0»"), ("sv", "”Nobody asked us”")],
)
def test_the_marks_are_the_language_s(project: Project, language: str, printed: str):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:quotes:: ferry\n")
    page = project.build("text", language=language).text("index.txt")
    assert printed.replace("\xa0", "") in page.replace("\xa0", "").replace("\u202f", "")


def test_latex_keeps_a_quotation_with_its_attribution(mixed: Project):
    by_hand = ".. briefing:quote:: lamps\n\n   as good as gone\n"
    tex = text_of(
        mixed, f".. briefing:quotes:: harbour\n\n{by_hand}\nWords.\n\n    An ordinary block quote.\n", "latex"
    )
    whole = re.findall(
        r"\\begin\{sphinxuseclass\}\{briefing-quote\}\s*\\begin\{quote\}(.*?)\\end\{quote\}\s*\\end\{sphinxuseclass\}",
        tex,
        re.DOTALL,
    )
    assert len(whole) == 2
    assert all(r"\begin{flushright}" in quotation for quotation in whole)
    assert tex.count(r"\begin{quote}") == 3
    assert r"\usepackage{sphinxbriefing}" in tex
    package = (mixed.srcdir.parent / "out/latex/sphinxbriefing.sty").read_text("utf-8")
    assert r"\newenvironment{sphinxclassbriefing-quote}" in package


def test_latex_may_break_a_quotation_that_might_not_fit_a_page(project: Project):
    long = "The sea was here first and will be here last. " * 60
    project.article("sea.txt", f"Sea\n\n“{long}” said Ada Vale.\n")
    tex = text_of(project, ".. briefing:quotes:: sea\n", "latex")
    assert "The sea was here first" in tex
    assert "{briefing-quote}" not in tex


def test_html_prints_quotations_whole():
    from pathlib import Path

    import sphinx_briefing

    css = (Path(sphinx_briefing.__file__).parent / "static/sphinx_briefing.css").read_text("utf-8")
    printed = css[css.index("@media print") :]
    assert re.search(r"blockquote\.briefing-quote,[^}]*break-inside: avoid", printed)


INTERRUPTED = "“as good as gone,”{} “but not missed,”"


@pytest.mark.parametrize(
    ("kind", "gap", "printed"),
    [
        ("direct", " said Ada Vale, the warden,", "“as good as gone,” “but not missed”"),
        ("direct", " said Ada Vale in a letter to the islands,", "“as good as gone,” “but not missed”"),
        ("mixed", " said Ada Vale, the warden,", "“as good as gone,” “but not missed”"),
        ("mixed", " said Ada Vale, and that they were", "“as good as gone,” … “but not missed”"),
        ("indirect", " said Ada Vale,", "as good as gone, … but not missed,"),
    ],
)
def test_an_ellipsis_stands_only_where_words_are_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch, kind: str, gap: str, printed: str
):
    import stand_in

    from sphinx_briefing.corpus import loader

    def analyse_all(articles, model):
        for article, analysis in stand_in.analyse_all(articles, model):
            yield article, replace(analysis, quotes=tuple(replace(q, kind=kind) for q in analysis.quotes))

    monkeypatch.setattr(loader, "analyse_all", analyse_all)
    project.article("lamps.txt", f"Lamps\n\nThe lamps are {INTERRUPTED.format(gap)} by now.\n")
    by_id = ":briefing:quote:`lamps/vale-as-good-as-gone-but`"
    page = text_of(project, f".. briefing:quotes::\n   :kind: {kind}\n\nAs before, {by_id}.\n").split(
        "Sources"
    )[0]
    assert page.count(printed) == 2
