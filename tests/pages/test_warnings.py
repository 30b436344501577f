"""Every warning has a place, a subtype and a remedy, and the build goes on."""

from __future__ import annotations

import re

import pytest
from project import Project

from sphinx_briefing.problems import SUBTYPES

TITLE = "The islands\n===========\n\n"

CASES = {
    "unknown article in an argument": (
        ".. briefing:facts:: habour\n",
        r"index.rst:4: WARNING: no article matches 'habour'; the articles are: ferry, harbour [briefing.unknown_article]",
    ),
    "nothing selected": (
        ".. briefing:figures::\n   :about: submarines\n",
        "index.rst:4: WARNING: no figure matches :about: submarines [briefing.no_match]",
    ),
    "unknown excerpt": (
        ".. briefing:quotes:: ferry\n   :exclude: vale-x\n",
        "index.rst:4: WARNING: nothing is called 'vale-x'; there are: okoro-nobody-asked-us [briefing.unknown_item]",
    ),
    "misquote": (
        "It is :briefing:quote:`not very safe <harbour>`.\n",
        "index.rst:4: WARNING: quotation not found in harbour: “not very safe”; "
        "nearest there (¶2, Ada Vale): “not safe” - “very” is not there [briefing.misquote]",
    ),
    "wrong article": (
        "It is :briefing:quote:`Nobody asked us <harbour>`.\n",
        "index.rst:4: WARNING: “Nobody asked us” is not in harbour, but in ferry [briefing.wrong_article]",
    ),
    "the article's own words": (
        "It is :briefing:quote:`cut its force <harbour>`.\n",
        "index.rst:4: WARNING: “cut its force” stands in harbour (¶1), but as the article's own words: "
        "nobody is quoted there [briefing.not_a_quotation]",
    ),
    "somebody else": (
        ".. briefing:quote:: harbour\n   :speaker: Ben Okoro\n\n   The strait is calm\n",
        "index.rst:4: WARNING: “The strait is calm” is said by Ada Vale in harbour (¶2), not by Ben Okoro "
        "[briefing.misattributed]",
    ),
    "dropped hedge": (
        "There are :briefing:figure:`400 wardens <harbour>`.\n",
        "index.rst:4: WARNING: the article hedges this figure: “about 400 wardens”, the page prints “400 wardens”; "
        "write :briefing:figure:`about 400 wardens <harbour>` [briefing.hedge]",
    ),
    "added hedge": (
        "There are :briefing:figure:`nearly 2,000 wardens <harbour>`.\n",
        "index.rst:4: WARNING: the article says “2,000 wardens”, the page prints “nearly 2,000 wardens”; "
        "write :briefing:figure:`2,000 wardens <harbour>` [briefing.hedge]",
    ),
    "wrong figure": (
        "There are :briefing:figure:`3,000 wardens on the islands <harbour>`.\n",
        "index.rst:4: WARNING: figure not found in harbour: “3,000 wardens on the islands”; "
        "nearest there (¶1): “wardens on the islands” - “3,000” is not there [briefing.figure]",
    ),
    "wrong fact": (
        "So :briefing:fact:`the strait is stormy <harbour>`.\n",
        "index.rst:4: WARNING: fact not found in harbour: “the strait is stormy”; "
        "nearest there (¶2, Ada Vale): “The strait is” - “stormy” is not there [briefing.fact]",
    ),
    "unknown id": (
        "So :briefing:figure:`harbour/wardens`.\n",
        "index.rst:4: WARNING: harbour has no figure called 'wardens'; there are: 2000-wardens, about-400-wardens, 12 "
        "[briefing.unknown_item]",
    ),
    "unknown article in a role": (
        "See :briefing:source:`habour`.\n",
        "index.rst:4: WARNING: no article matches 'habour'; the articles are: ferry, harbour [briefing.unknown_article]",
    ),
    "dangling reference": (
        "See :briefing:ref:`habour/x`.\n",
        "index.rst:4: WARNING: unknown excerpt or article: habour/x [ref.ref]",
    ),
    "sources of nothing": (
        ".. briefing:sources::\n",
        "index.rst:4: WARNING: there is no source to list: the page cites no article [briefing.no_match]",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_located_warning(project: Project, case: str):
    source, expected = CASES[case]
    project.sample()
    project.write("index.rst", TITLE + source)
    build = project.build("text")
    assert [w.removeprefix(f"{project.srcdir}/") for w in build.warnings] == [expected]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (":limit: none", "invalid literal"),
        (":limit: 0", "must be at least 1"),
        (":order: size", '"size" unknown; choose from "text", "salience", or "value"'),
        (":kind: dozens", '"dozens" unknown; choose from count, money, percent'),
        (":columns:", "must supply one or more of figure, subject, said-by"),
        (":colour: red", 'unknown option: "colour"'),
    ],
)
def test_a_bad_option_names_the_choices(project: Project, option: str, told: str):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:figures::\n   {option}\n")
    build = project.build("text")
    assert told in " ".join(build.warnings)
    assert "index.rst:4: ERROR" in build.warnings[0]


def test_words_that_failed_do_not_look_proved(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}It is :briefing:quote:`not very safe <harbour>`.\n")
    html = project.build("html").text("index.html")
    assert re.search(r'<span class="[^"]*briefing-unproved[^"]*">“not very safe”</span>\.', html)
    assert "briefing-cite" not in html


def test_warnings_can_be_suppressed(project: Project):
    project.sample()
    project.write("index.rst", TITLE + CASES["misquote"][0])
    assert project.build("text", suppress_warnings=["briefing.misquote"]).warnings == []
    assert project.build("text", fresh=True, suppress_warnings=["briefing"]).warnings == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"briefing_articles": "articles/*"}, "briefing_articles wants a list of strings, not 'articles/*'"),
        ({"briefing_model": 3}, "briefing_model wants a string, not 3"),
        ({"briefing_page_sources": "yes"}, "briefing_page_sources wants True or False, not 'yes'"),
    ],
)
def test_a_bad_value_is_told_and_the_default_holds(project: Project, value: dict[str, object], told: str):
    project.sample()
    expected = project.build("text").text("index.txt")
    project.write("conf.py", project.conf + "".join(f"{name} = {v!r}\n" for name, v in value.items()))
    build = project.build("text", fresh=True)
    ours = [w for w in build.warnings if "[briefing.config]" in w]
    assert len(ours) == 1
    assert told in ours[0]
    assert build.text("index.txt") == expected


def test_an_unreadable_article_is_named_and_left_out(project: Project):
    project.sample()
    project.article("broken.txt", b"\x00\x01\x02\xff" * 400)
    build = project.build("text")
    assert len(build.warnings) == 1
    assert "articles/broken.txt" in build.warnings[0]
    assert "[briefing.article]" in build.warnings[0]


def test_two_articles_with_one_id(project: Project):
    project.sample()
    project.article("harbour.yml.md", "---\nid: harbour\n---\n\n# Another\n\nWith 7 wardens.\n")
    build = project.build("text")
    assert len(build.warnings) == 1
    assert (
        "articles/harbour.yml.md:1: WARNING: the article has the id 'harbour' of articles/harbour.txt"
        in build.warnings[0]
    )


def test_without_a_model_hand_written_words_are_still_proved(
    project: Project, monkeypatch: pytest.MonkeyPatch
):
    from sphinx_briefing.analysis.pipeline import ModelNotFoundError
    from sphinx_briefing.corpus import loader

    def none_installed(configured: str) -> str:
        raise ModelNotFoundError(f"run: pip install it {configured}")

    monkeypatch.setattr(loader, "find_model", none_installed)
    project.sample()
    project.write("index.rst", f"{TITLE}It is :briefing:quote:`not safe <harbour>`.\n")
    build = project.build("text")
    assert build.warnings == ["WARNING: run: pip install it  [briefing.model]"]
    assert "“not safe”\u00a0[1]" in build.text("index.txt")


def test_an_unregistered_subtype_is_a_fault_of_the_code():
    from sphinx_briefing.models import Problem
    from sphinx_briefing.pages.log import warn

    with pytest.raises(LookupError, match="nonsense"):
        warn(Problem(subtype="nonsense", message=""))


def test_every_subtype_is_described():
    assert all(text.endswith(".") for text in SUBTYPES.values())


def test_no_articles_at_all(project: Project):
    project.write("index.rst", f"{TITLE}.. briefing:facts::\n")
    build = project.build("text")
    assert (
        "there are no articles; put them where briefing_articles (articles/*) finds them" in build.warnings[0]
    )
