"""``briefing:people`` and everything that leads to its entries."""

from __future__ import annotations

import re

import pytest
from project import FERRY, HARBOUR, Project
from sphinx.util.inventory import InventoryFile
from test_builders import BUILDERS

TITLE = "The islands\n===========\n\n"
PEOPLE = f"{TITLE}.. briefing:people::\n"
#: The same Ada Vale in another article, and a namesake.
LIGHTS = (
    "Lights out\n\n“The lamps failed,” said Ada Vale, the warden of the lamps. President Orsk was told.\n"
)
NAMESAKE = "Bread\n\n“The oven is cold,” said Ada Vale, the baker. The Strait Watch had none.\n"


@pytest.fixture
def sample(project: Project) -> Project:
    project.article("harbour.txt", HARBOUR)
    project.article("ferry.txt", FERRY)
    return project


def page_of(project: Project, builder: str = "text", **options) -> str:
    build = project.build(builder, nitpicky=True, **options)
    assert build.warnings == []
    return build.text("index.html" if builder == "html" else "index.txt").replace("\u00a0", " ")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_who_is_quoted_is_listed_with_role_reference_and_quotations(sample: Project):
    sample.write("index.rst", PEOPLE)
    page = page_of(sample)
    assert "* **Ben Okoro** [1]" in page
    assert "* **Ada Vale**, the chief warden [2]" in page
    assert "Quoted with: “The strait is calm, but it is not safe” [2]" in page
    assert "Harbour Watch" not in page.split("Sources")[0]


def test_the_reference_of_a_role_is_the_passage_that_tells_it(sample: Project):
    sample.write("index.rst", PEOPLE)
    html = page_of(sample, "html")
    entry = html[html.index("Ada Vale</strong>") :]
    assert "said Ada Vale, the chief warden." in entry[: entry.index("</p>")]


def test_bodies_and_the_unquoted_come_when_they_are_asked_for(sample: Project):
    sample.write("index.rst", f"{PEOPLE}   :show: all\n   :kind: organisation\n   :caption: Bodies\n")
    page = page_of(sample)
    assert "Bodies" in page
    assert "* **Harbour Watch** [1]" in page
    assert "Ada Vale, the chief" not in page.split("Sources")[0]


def test_a_table(sample: Project):
    sample.write("index.rst", f"{PEOPLE}   :layout: table\n   :caption: Who speaks\n   :class: mine\n")
    page = page_of(sample)
    assert re.search(r"\| Name +\| Role +\| Quoted with +\| Source +\|", page)
    assert re.search(r"\| \*\*Ada Vale\*\* +\| the chief warden +\|", page)
    html = page_of(sample, "html")
    classes = set(re.findall(r'<table class="([^"]+)"', html)[0].split())
    assert {"briefing-figures", "briefing-people", "mine"} <= classes
    assert '<span class="caption-text">Who speaks</span>' in html


def test_what_the_page_quotes_is_linked(sample: Project):
    sample.write("index.rst", f"{PEOPLE}\n.. briefing:quotes:: harbour\n")
    html = page_of(sample, "html")
    entry = html[html.index("Ada Vale</strong>") :]
    link = re.search(r'Quoted with: </span><a class="reference internal" href="#([^"]+)">(.*?)</a>', entry)
    assert link
    assert plain(link[2]) == "“The strait is calm, but it is not safe”"
    assert f'id="{link[1]}"' in html


@pytest.mark.parametrize("order", ["salience", "text", "name"])
def test_the_order(sample: Project, order: str):
    sample.article("zeal.txt", LIGHTS.replace("Ada Vale", "Cem Abel"))
    sample.write("index.rst", f"{PEOPLE}   :order: {order}\n   :show: all\n   :kind: person\n")
    names = re.findall(r"\* \*\*(.+?)\*\*", page_of(sample))
    assert (
        names
        == {
            "salience": ["Ben Okoro", "Ada Vale", "Cem Abel", "Orsk"],
            "text": ["Ben Okoro", "Ada Vale", "Cem Abel", "Orsk"],
            "name": ["Cem Abel", "Ben Okoro", "Orsk", "Ada Vale"],
        }[order]
    )


def test_limit_and_about(sample: Project):
    sample.write("index.rst", f"{PEOPLE}   :limit: 1\n\n.. briefing:people::\n   :about: strait\n")
    assert re.findall(r"\* \*\*(.+?)\*\*", page_of(sample)) == ["Ben Okoro", "Ada Vale"]


def test_nobody_to_list_is_told(sample: Project):
    sample.write("index.rst", f"{PEOPLE}   :about: volcano\n")
    warning = sample.build("text").warnings[0]
    assert "index.rst:4: WARNING: nobody matches" in warning
    assert "[briefing.no_match]" in warning


def test_an_unknown_article_is_told_once(sample: Project):
    sample.write("index.rst", f"{TITLE}.. briefing:people:: nowhere\n")
    warnings = sample.build("text").warnings
    assert len(warnings) == 1
    assert "no article matches 'nowhere'" in warnings[0]


def test_a_bad_value_names_the_choices(sample: Project):
    sample.write("index.rst", f"{PEOPLE}   :show: everyone\n")
    assert "speakers" in " ".join(sample.build("text").warnings)


def test_the_person_of_two_articles_is_one_with_two_references(sample: Project):
    sample.article("lights.txt", LIGHTS)
    sample.write("index.rst", PEOPLE)
    page = page_of(sample)
    assert page.count("**Ada Vale**") == 1
    assert "**Ada Vale**, the warden of the lamps [1] [2]" in page


def test_roles_that_contradict_are_two_people(sample: Project):
    sample.article("bread.txt", NAMESAKE)
    sample.article("harbour.txt", HARBOUR.replace("the chief warden", "the commissioner"))
    sample.write("index.rst", f"{PEOPLE}\n:briefing:person:`Ada Vale`\n")
    build = sample.build("text", nitpicky=True)
    assert build.text("index.txt").count("**Ada Vale**") == 2
    assert len(build.warnings) == 1
    assert "no page lists a person called Ada Vale, or it lists two" in build.warnings[0]


def test_speakers_and_who_gives_a_figure_lead_to_the_entry(sample: Project):
    sample.write(
        "index.rst", f"{PEOPLE}\n.. briefing:quotes::\n\n.. briefing:figures::\n   :about: wardens\n"
    )
    html = page_of(sample, "html")
    anchor = re.search(r'id="([^"]+)"></span><strong class="briefing-name[^>]*>Ada Vale', html)[1]
    links = re.findall(rf'<a class="reference internal" href="#{anchor}"[^>]*>(.*?)</a>', html)
    assert [plain(link) for link in links if plain(link) not in "↩1↩2"] == ["Ada Vale", "Ada Vale"]
    assert '<p class="attribution">—<a class="reference internal"' in html


def test_names_are_words_where_no_page_has_the_entry(sample: Project):
    sample.write("index.rst", f"{TITLE}.. briefing:quotes::\n")
    html = page_of(sample, "html")
    assert '<p class="attribution">—<span class="briefing-name">Ada Vale</span>, the chief warden' in html


def test_the_entry_may_be_on_another_page_but_the_own_one_comes_first(sample: Project):
    sample.write("index.rst", f"{TITLE}.. briefing:quotes:: harbour\n\n.. toctree::\n\n   who\n   zoo\n")
    sample.write("who.rst", "Who\n===\n\n.. briefing:people::\n")
    sample.write("zoo.rst", "Zoo\n===\n\n.. briefing:people::\n\n.. briefing:quotes:: harbour\n")
    build = sample.build("html", nitpicky=True)
    assert build.warnings == []
    assert 'href="who.html#briefing-who-harbour-ada-vale"' in build.text("index.html")
    assert 'href="#briefing-zoo-harbour-ada-vale"' in build.text("zoo.html")
    assert "who.html#briefing-who-harbour-ada-vale" not in build.text("zoo.html")


def test_the_role_and_any_take_names_with_and_without_accents(sample: Project):
    sample.article("harbour.txt", HARBOUR.replace("Ada Vale", "Ada Välé"))
    names = [":briefing:person:`Ada Välé`", ":briefing:person:`the warden <ada vale>`", ":any:`Ada Välé`"]
    names.append(":briefing:ref:`harbour/ada-v-l`")  # the stand-in's id
    sample.write("index.rst", f"{PEOPLE}\nSo: {', '.join(names)}.\n")
    html = page_of(sample, "html")
    line = html[html.index("<p>So:") :]
    found = re.findall(r'href="#briefing-index-harbour-ada-v-l"[^>]*>(.*?)</a>', line[: line.index("</p>")])
    assert list(map(plain, found)) == ["Ada Välé", "the warden", "Ada Välé", "Ada Välé"]


def test_an_unknown_person_is_told(sample: Project):
    sample.write("index.rst", f"{PEOPLE}\n:briefing:person:`Nobody Atall`\n")
    assert "no page lists a person called Nobody Atall" in sample.build("text").warnings[0]


def test_people_are_objects_and_in_both_indices(sample: Project):
    sample.write("index.rst", PEOPLE)
    build = sample.build("html")
    found = InventoryFile.loads((build.outdir / "objects.inv").read_bytes(), uri="")
    people = dict(found.data["briefing:person"])
    assert {name: item.display_name for name, item in people.items()} == {
        "harbour/ada-vale": "Ada Vale",
        "ferry/ben-okoro": "Ben Okoro",
    }
    assert 'href="index.html#briefing-index-harbour-ada-vale">Ada Vale</a>' in build.text("genindex.html")
    assert "briefing-index-harbour-ada-vale" in build.text("briefing-speakers.html")


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize("layout", ["bullets", "table"])
def test_every_builder(sample: Project, builder: str, layout: str):
    sample.write("index.rst", f"{PEOPLE}   :show: all\n   :layout: {layout}\n\n.. briefing:quotes::\n")
    build = sample.build(builder, nitpicky=True, man_pages=[("index", "test", "Test", [], 1)])
    assert build.warnings == []
    assert not build.failed


def test_myst_gives_the_same_page(sample: Project):
    pytest.importorskip("myst_parser")
    sample.write("conf.py", sample.conf.replace('"sphinx_briefing"', '"sphinx_briefing", "myst_parser"'))
    sample.write("index.rst", f"{PEOPLE}   :show: all\n\nSee :briefing:person:`Ada Vale`.\n")
    expected = sample.build("text", fresh=True).text("index.txt")
    (sample.srcdir / "index.rst").unlink()
    page = "# The islands\n\n```{briefing:people}\n:show: all\n```\n\nSee {briefing:person}`Ada Vale`.\n"
    sample.write("index.md", page)
    build = sample.build("text", fresh=True, outdir="myst")
    assert build.warnings == []
    assert build.text("index.txt") == expected


HOSTILE = "Title\n\n“*a* `b`_ <script>x</script>” said Ada Vale, the <b> warden.\n"


def test_article_text_is_never_markup(sample: Project):
    sample.article("harbour.txt", HOSTILE)
    sample.write("index.rst", PEOPLE)
    html = page_of(sample, "html")
    assert "*a* `b`_ &lt;script&gt;x&lt;/script&gt;" in html
    assert "<script>x" not in html


def test_a_page_is_read_again_when_what_it_prints_of_a_person_changes(sample: Project):
    sample.write("index.rst", f"{TITLE}.. toctree::\n\n   who\n")
    sample.write("who.rst", "Who\n===\n\n.. briefing:people:: harbour\n")
    sample.build("text")
    sample.article("harbour.txt", HARBOUR.replace("12%", "13%"))
    assert sample.build("text").read == []
    sample.article("harbour.txt", HARBOUR.replace("the chief warden", "the last warden"))
    again = sample.build("text")
    assert again.read == ["who"]
    assert "the last warden" in again.text("who.txt")


def test_a_page_is_written_again_when_a_name_of_it_gets_an_entry(sample: Project):
    sample.write("index.rst", f"{TITLE}.. briefing:quotes:: harbour\n\n.. toctree::\n\n   who\n")
    sample.write("who.rst", "Who\n===\n\nNobody yet.\n")
    assert "briefing-who" not in sample.build("html").text("index.html")
    sample.write("who.rst", "Who\n===\n\n.. briefing:people::\n")
    again = sample.build("html")
    assert again.read == ["who"]
    assert "who.html#briefing-who-harbour-ada-vale" in again.text("index.html")
