"""``briefing:summary`` on a page: one text of several articles, with a reference to each that tells a fact."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
import stand_in
from project import Project

from sphinx_briefing.corpus import loader
from sphinx_briefing.models import Analysis, Article, Fact, Splice

STORM = "At least 12 people died in the port of Maren when Storm Edda struck on Monday, the governor said."
AGAIN = "Storm Edda killed 12 people in the port of Maren, the governor said."
TITLE = "Islands\n=======\n\n"


@pytest.fixture
def storm(project: Project) -> Project:
    project.article("one.txt", f"One title\n\n{STORM}\n\nThe lamps are lit.\n")
    project.article("two.txt", f"Two titles\n\nAda Vale left.\n\n{AGAIN}\n")
    project.article("three.txt", f"Three titles\n\nBen Okoro stayed.\n\nIt rained.\n\n{AGAIN}\n")
    return project


def page(project: Project, options: str = "", builder: str = "text", argument: str = "") -> str:
    project.write("index.rst", f"{TITLE}.. briefing:summary:: {argument}\n{options}\n")
    build = project.build(builder)
    assert build.warnings == []
    return build.text("index.txt" if builder == "text" else "index.html")


def test_a_running_text_with_a_reference_to_every_telling(storm: Project) -> None:
    text = " ".join(page(storm, "   :sentences: 3\n").split("One title")[0].split())
    assert f"{STORM} [1] (also in [2], [3])" in text
    assert AGAIN not in text
    assert "Ada Vale left. [3" in text


def test_the_references_lead_to_the_passages_and_back(storm: Project) -> None:
    html = page(storm, "   :sentences: 1\n", "html")
    also = re.search(r'<span class="briefing-also">(.*?)</p>', html, re.S)
    assert also
    links = re.findall(r'href="#([^"]+)"', also[1])
    assert len(links) == 2
    assert all(f'id="{link}"' in html for link in links)
    fact = re.search(r'id="([^"]+)"[^>]*></span><span class="briefing-text">At least', html)
    assert fact
    assert html.count(f'href="#{fact[1]}"') == 3


@pytest.mark.parametrize(("layout", "tag"), [("bullets", "ul"), ("numbers", "ol"), ("paragraph", "p")])
def test_layouts(storm: Project, layout: str, tag: str) -> None:
    html = page(storm, f"   :layout: {layout}\n   :class: short\n   :caption: In short\n", "html")
    assert re.search(rf'<{tag} class="[^"]*briefing-summary short', html)
    assert "In short" in html


def test_terms_and_articles(storm: Project) -> None:
    text = page(storm, "   :about: lamps\n", argument="one, two")
    assert "The lamps are lit.\u00a0[1]" in text
    assert "died" not in text.split("One title")[0]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("   :about: snow\n", "no fact matches; widen :about:"),
        ("   :words: 2\n   :about: storm\n", "every fact is longer than the summary may be; raise :words:"),
    ],
)
def test_no_summary_is_told(storm: Project, options: str, said: str) -> None:
    storm.write("index.rst", f"{TITLE}.. briefing:summary::\n{options}\n")
    warnings = storm.build().warnings
    assert len(warnings) == 1
    assert f"index.rst:4: WARNING: {said}" in warnings[0]
    assert "[briefing.no_match]" in warnings[0]


def test_articles_and_ids_that_there_are_not(storm: Project) -> None:
    storm.write("index.rst", f"{TITLE}.. briefing:summary:: on, one\n   :exclude: none\n")
    warnings = " ".join(storm.build().warnings)
    assert "no article matches 'on'" in warnings
    assert "nothing is called 'none'" in warnings


def test_the_page_is_read_again_when_another_article_tells_it_too(storm: Project) -> None:
    page(storm, "   :sentences: 1\n", argument="one, two")
    assert storm.build().read == []
    storm.article("three.txt", "Three titles\n\nIt rained.\n")
    assert storm.build().read == []
    storm.article("two.txt", f"Two titles\n\nAda Vale left.\n\n{AGAIN.replace('12', '14')}\n")
    build = storm.build()
    assert build.read == ["index"]
    assert "also in" not in build.text("index.txt")


def test_a_reference_to_a_fact_of_another_article_leads_to_its_point(storm: Project) -> None:
    storm.write(
        "index.rst",
        f"{TITLE}See :briefing:ref:`two/storm-edda-killed-12-people-in`.\n\n.. briefing:summary::\n",
    )
    build = storm.build("html")
    assert build.warnings == []
    assert re.search(r'See <a [^>]*href="#briefing-index-one-at-least', build.text("index.html"))


def test_a_lock_holds_its_facts_and_the_other_tellings(storm: Project) -> None:
    before = page(storm, "   :sentences: 3\n")
    locked = json.loads(storm.build("briefinglock", fresh=True).text("lock.json"))
    storm.write("briefing.lock.yaml", locked["lock"])
    storm.article("two.txt", f"Two titles\n\nSnow fell on Kestrel Bay.\n\nAda Vale left.\n\n{AGAIN}\n")
    build = storm.build(fresh=True)
    assert build.warnings == []
    assert build.text("index.txt").split("One title")[0] == before.split("One title")[0]


def test_it_is_exported_with_all_its_facts(storm: Project) -> None:
    page(storm, "   :sentences: 1\n")
    exported = json.loads(storm.build("briefingjson").text("briefing.json"))
    asked = next(one for one in exported["pages"][0]["questions"] if one["by"] == "summary")
    assert asked["query"] == {"sentences": 1, "order": "text", "form": "condensed"}
    assert sorted(asked["articles"]) == ["one", "three", "two"]
    assert len(asked["excerpts"]) == 3


def test_facts_are_condensed_or_whole(storm: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def analysed(articles: Iterable[Article], model: str) -> Iterator[tuple[Article, Analysis]]:
        for article, analysis in stand_in.analyse_all(articles, model):
            yield article, replace(analysis, facts=tuple(map(condensed, analysis.facts)))

    def condensed(fact: Fact) -> Fact:
        cut = fact.text.find(", the governor said")
        if cut < 0:
            return fact
        edit = Splice(fact.start + cut, fact.start + cut + len(", the governor said"))
        return replace(fact, text=f"{fact.text[:cut]}.", edits=(edit,), dates=(fact.span,))

    monkeypatch.setattr(loader, "analyse_all", analysed)
    short = page(storm, "   :sentences: 1\n").split("One title")[0]
    whole = page(storm, "   :sentences: 1\n   :form: sentence\n").split("One title")[0]
    assert "governor" not in short
    assert "governor said." in " ".join(whole.split())
    assert "Ada Vale" not in page(storm, "   :dated:\n").split("One title")[0]
    assert "12 people" in " ".join(page(storm, "   :with-figures:\n").split())
    assert len(page(storm, "   :words: 17\n").split("One title")[0]) < len(whole)


def test_edits_that_do_not_hold_are_told_and_the_passage_is_printed(
    storm: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analysed(articles: Iterable[Article], model: str) -> Iterator[tuple[Article, Analysis]]:
        for article, analysis in stand_in.analyse_all(articles, model):
            facts = (replace(analysis.facts[0], edits=(Splice(0, 1),)), *analysis.facts[1:])
            yield article, replace(analysis, facts=facts)

    monkeypatch.setattr(loader, "analyse_all", analysed)
    storm.write("index.rst", f"{TITLE}.. briefing:summary:: one\n   :sentences: 1\n")
    build = storm.build()
    assert len(build.warnings) == 1
    assert "its edits do not hold" in build.warnings[0]
    assert STORM in " ".join(build.text("index.txt").split())
