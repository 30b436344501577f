"""What an author gets: the page, its references and the way back."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from project import HARBOUR, PAGE, Project


def test_the_page_shows_what_it_asks_for(project: Project):
    project.sample()
    build = project.build("text")
    page = build.text("index.txt").replace("\u00a0", " ")
    assert build.warnings == []
    assert "The warden says it is “not safe” [1]; the plan keeps about 400 wardens\n[1]." in page
    assert "The Harbour Watch said it will cut its force from 2,000 wardens" in page
    assert re.search(r"\*\*2,000 wardens\*\* +\| wardens +\| – +\| \[1\]", page)
    assert re.search(r"\*\*about 400 wardens\*\* +\| wardens +\| Ada Vale +\| \[1\]", page)
    assert re.search(r"\*\*Some 500 wardens\*\* +\| wardens +\| – +\| \[2\]", page)
    assert "“The strait is calm, but it is not safe,” “We stay until the" in page
    assert "-- Ada Vale, the chief warden [1]" in page
    assert "[1] Harbour watch draws down" in page
    assert "[2] Ferries return to the strait" in page


def test_each_reference_leads_to_its_passage_and_back(project: Project):
    project.sample()
    html = project.build("html").text("index.html")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    references = re.findall(r'briefing-cite">[^<]*<a class="reference internal" href="#([^"]+)"', html)
    backlinks = re.findall(r'href="#([^"]+)"[^>]*>↩', html)
    assert len(references) >= 8
    assert set(references) | set(backlinks) <= set(ids)
    assert f'id="{references[0]}"></span>“<span class="briefing-mark">The strait is calm' in html


def test_a_reference_shows_its_passage_as_its_title(project: Project):
    project.sample()
    html = project.build("html").text("index.html")
    assert 'title="The plan leaves about 400 wardens behind, Ada Vale wrote."' in html


def test_builders_without_links_have_no_way_back(project: Project):
    project.sample()
    assert "↩" not in project.build("text").text("index.txt")
    assert "↩" in project.build("html").text("index.html")


def test_a_page_without_a_list_of_sources_gets_one(project: Project):
    project.sample()
    project.write("index.rst", PAGE.replace(".. briefing:sources::", ""))
    page = project.build("text").text("index.txt")
    assert "Sources" in page
    assert "[1] Harbour watch draws down" in page


def test_references_can_lead_to_the_sources_of_another_page(project: Project):
    project.sample()
    project.write("index.rst", PAGE.replace(".. briefing:sources::", ".. toctree::\n\n   sources"))
    project.write("sources.rst", "Sources\n=======\n\n.. briefing:sources:: *\n")
    build = project.build("html", briefing_page_sources=False)
    assert build.warnings == []
    assert 'href="sources.html#briefing-sources-source-harbour"' in build.text("index.html")


def test_references_to_an_article_no_page_lists_are_words(project: Project):
    project.sample()
    project.write("index.rst", PAGE.replace(".. briefing:sources::", ""))
    build = project.build("text", briefing_page_sources=False, nitpicky=True)
    assert build.warnings == []
    assert "“not safe” (Harbour watch draws down)" in re.sub(r"\s+", " ", build.text("index.txt"))


def test_a_citation_in_a_heading_is_left_out(project: Project):
    project.sample()
    project.write("index.rst", "It is :briefing:quote:`not safe <harbour>`\n" + "=" * 50 + "\n\nWords.\n")
    build = project.build("text")
    assert "It is “not safe”\n" in build.text("index.txt")
    assert build.warnings == []


def test_no_metadata_at_all_is_enough(project: Project):
    project.sample()
    page = project.build("text").text("index.txt")
    assert '"articles/harbour.txt"' in page


def test_metadata_is_printed_with_the_source(project: Project):
    front = "---\ntitle: The watch\nauthor: [Ivo Marsh, Nia Pell]\npublisher: Strait Post\ndate: 2031-02-03\n"
    front += "url: https://example.org/watch\n---\n"
    project.article("harbour.txt", front + HARBOUR)
    project.write("index.rst", "Title\n=====\n\n.. briefing:sources:: harbour\n")
    page = project.build("html").text("index.html")
    assert "Ivo Marsh, Nia Pell. Strait Post. 2031-02-03." in page
    assert '<a class="reference external" href="https://example.org/watch">Original</a>' in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_only_web_addresses_become_links(project: Project, url: str):
    project.article("harbour.txt", f"---\nurl: {url}\n---\n{HARBOUR}")
    project.write("index.rst", "Title\n=====\n\n.. briefing:sources:: harbour\n")
    assert 'href="javascript' not in project.build("html").text("index.html")
    assert 'href="data:' not in project.build("html").text("index.html")


def test_what_a_figure_counts_is_told_without_determiner_or_code():
    from sphinx_briefing.models import Figure, Span
    from sphinx_briefing.pages.rendering.figures import COLUMNS

    def told(**known: str) -> str:
        figure = Figure(text="", start=0, end=0, sentence=Span(0, 0), **known)
        return COLUMNS["subject"].text(figure)

    assert told(subject="its soldiers on Corvane") == "soldiers on Corvane"
    assert told(unit="USD", kind="money") == ""
    assert told(unit="boat", unit_phrase="grey boat") == "grey boat"


def test_a_source_named_in_the_author_s_words_is_plain(project: Project):
    project.sample()
    project.write("index.rst", PAGE + "\nSee :briefing:source:`the watch <harbour>`.\n")
    assert '<code class="xref' not in project.build("html").text("index.html")


def test_a_passage_in_the_title_says_so(project: Project):
    project.sample()
    project.write(
        "index.rst",
        "Title\n=====\n\nThe :briefing:fact:`Harbour watch draws down`. Is it :briefing:quote:`not safe`?\n",
    )
    page = project.build("text").text("index.txt")
    assert "Harbour watch draws down title" in page
    assert "¶0" not in page
    assert "¶2" in page


def test_who_says_so_is_left_out_where_nobody_does(project: Project):
    project.sample()
    project.write("index.rst", "Title\n=====\n\n.. briefing:figures:: ferry\n")
    assert "Said by" not in project.build("text").text("index.txt")
    asked = ".. briefing:figures:: ferry\n   :columns: figure, said-by\n"
    project.write("index.rst", f"Title\n=====\n\n{asked}")
    page = project.build("text").text("index.txt")
    assert "Said by" in page
    assert "–" in page
    assert "not attributed" not in page
    html = project.build("html").text("index.html")
    assert '<abbr class="briefing-nobody" title="not attributed">–</abbr>' in html
