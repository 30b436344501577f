"""Objects, references, indices and roles."""

from __future__ import annotations

import re

import pytest
from project import PAGE, Project
from sphinx.util.inventory import InventoryFile

TITLE = "The islands\n===========\n\n"


def inventory(build) -> dict[str, dict[str, tuple]]:
    found = InventoryFile.loads((build.outdir / "objects.inv").read_bytes(), uri="")
    return {kind: dict(items) for kind, items in found.data.items() if kind.startswith("briefing:")}


def test_the_inventory_lists_what_pages_show(project: Project):
    project.sample()
    objects = inventory(project.build("html"))
    assert set(objects) == {"briefing:figure", "briefing:quote", "briefing:fact", "briefing:article"}
    assert set(objects["briefing:article"]) == {"harbour", "ferry"}
    assert "harbour/about-400-wardens" in objects["briefing:figure"]
    assert (
        objects["briefing:quote"]["ferry/okoro-nobody-asked-us"].display_name == "Ben Okoro: Nobody asked us"
    )


def test_references_to_excerpts_and_articles(project: Project):
    project.sample()
    project.write("index.rst", PAGE + "\n.. toctree::\n\n   other\n")
    project.write(
        "other.rst",
        "Other\n=====\n\n:briefing:ref:`harbour/about-400-wardens`, :briefing:ref:`the plan <harbour/about-400-wardens>`,\n"
        ":briefing:source:`harbour`, :briefing:source:`the watch <harbour>`, :any:`ferry/okoro-nobody-asked-us`.\n",
    )
    build = project.build("html", nitpicky=True)
    assert build.warnings == []
    page = build.text("other.html")
    found = re.findall(r'<a class="reference internal" href="index.html#([^"]+)"[^>]*>(.+?)</a>', page)
    links = [(anchor, re.sub(r"<[^>]+>", "", label)) for anchor, label in found]
    assert links == [
        ("briefing-index-harbour-about-400-wardens", "about 400 wardens"),
        ("briefing-index-harbour-about-400-wardens", "the plan"),
        ("briefing-index-source-harbour", "Harbour watch draws down"),
        ("briefing-index-source-harbour", "the watch"),
        ("briefing-index-ferry-okoro-nobody-asked-us", "Ben Okoro: Nobody asked us"),
    ]


def test_an_excerpt_on_two_pages_has_one_canonical_place(project: Project):
    project.sample()
    project.write("aaa.rst", "A\n=\n\n.. briefing:quotes:: ferry\n")
    project.write(
        "index.rst", PAGE + "\n:briefing:ref:`ferry/okoro-nobody-asked-us`\n\n.. toctree::\n\n   aaa\n"
    )
    build = project.build("html")
    assert build.warnings == []
    assert 'href="aaa.html#briefing-aaa-ferry-okoro-nobody-asked-us"' in build.text("index.html")


def test_the_indices_of_speakers_and_articles(project: Project):
    project.sample()
    project.write("index.rst", PAGE + "\n.. toctree::\n\n   more\n\n:ref:`briefing-speakers`\n")
    project.write("more.rst", "More\n====\n\n.. briefing:quotes:: harbour\n")
    build = project.build("html")
    assert build.warnings == []
    speakers = build.text("briefing-speakers.html")
    assert "Ben Okoro" in speakers
    assert 'href="more.html#briefing-more-harbour-vale' in speakers
    assert "Harbour watch draws down" in build.text("briefing-articles.html")
    assert 'href="briefing-speakers.html"' in build.text("index.html")


def test_speakers_are_in_the_general_index(project: Project):
    project.sample()
    assert "Ben Okoro" in project.build("html").text("genindex.html")


ROLES = {
    ":briefing:fact:`The boats carry 90 passengers <ferry>`": "The boats carry 90 passengers",
    ":briefing:figure:`90 passengers <ferry>`": "90 passengers",
    ":briefing:quote:`nobody asked us <ferry>`": "“nobody asked us”",
    ":briefing:quote:`Nobody asked us`": "“Nobody asked us”",
    ":briefing:quote:`words <ferry/okoro-nobody-asked-us>`": None,
    ":briefing:quote:`asked us <ferry/okoro-nobody-asked-us>`": "“asked us”",
    ":briefing:quote:`ferry/okoro-nobody-asked-us`": "“Nobody asked us”",
    ":briefing:figure:`harbour/about-400-wardens`": "about 400 wardens",
    ":briefing:quote:`it is … safe <harbour>`": None,
    ":briefing:quote:`The strait is calm [there], but it is not safe. We stay <harbour>`": (
        "“The strait is calm [there], but it is not safe. We stay”"
    ),
    ":briefing:quote:`The strait is calm [now], but … We stay until the lights are back <harbour>`": None,
    ":briefing:quote:`The strait is calm … We stay until the lights are back <harbour>`": None,
    ":briefing:quote:`We stay … the lights are back. <harbour>`": "“We stay … the lights are back.”",
    ":briefing:quote:`The strait [of the isles] is calm <harbour>`": "“The strait [of the isles] is calm”",
}


@pytest.mark.parametrize("role", ROLES)
def test_words_and_ids_as_addresses(project: Project, role: str):
    project.sample()
    project.write("index.rst", f"{TITLE}So: {role}.\n")
    build = project.build("text")
    printed = re.search(
        r"So: (.*?)\u00a0\[1\]\.", " ".join(build.text("index.txt").split(" ")).replace("\n", " ")
    )
    if ROLES[role] is None:
        assert len(build.warnings) == 1
        assert printed is None
    else:
        assert build.warnings == []
        assert printed
        assert printed[1] == ROLES[role]


def test_a_quotation_written_by_hand(project: Project):
    project.sample()
    project.write(
        "index.rst", f"{TITLE}.. briefing:quote:: harbour\n   :speaker: Vale\n\n   'The strait is calm.'\n"
    )
    build = project.build("text")
    assert build.warnings == []
    assert "“The strait is calm.”\n\n   -- Ada Vale, the chief warden\u00a0[1]" in build.text("index.txt")


def test_a_quotation_that_is_chosen(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:quote::\n   :speaker: Okoro\n")
    text = project.build("text").text("index.txt")
    assert "“Nobody asked us”\n\n   -- Ben Okoro\u00a0[1]" in text


def test_a_quotation_chosen_by_its_id(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:quote:: ferry\n   :include: okoro-nobody-asked-us\n")
    assert "Nobody asked us" in project.build("text").text("index.txt")


def test_no_quotation_to_choose(project: Project):
    project.sample()
    project.write("index.rst", f"{TITLE}.. briefing:quote::\n   :speaker: Nobody Atall\n")
    assert "[briefing.no_match]" in project.build("text").warnings[0]


def test_objects_of_another_project(project: Project, tmp_path):
    project.sample()
    built = project.build("html")
    other = Project(tmp_path / "other")
    other.write(
        "conf.py", other.conf.replace('"sphinx_briefing"', '"sphinx_briefing", "sphinx.ext.intersphinx"')
    )
    other.write("index.rst", f"{TITLE}:external+isles:briefing:ref:`ferry/okoro-nobody-asked-us`\n")
    mapping = {"isles": ("https://example.org/", str(built.outdir / "objects.inv"))}
    build = other.build("html", intersphinx_mapping=mapping, nitpicky=True)
    assert build.warnings == []
    assert 'href="https://example.org/index.html#briefing-index-ferry-okoro' in build.text("index.html")


def test_an_environment_of_another_version_is_built_anew(project: Project, monkeypatch: pytest.MonkeyPatch):
    from sphinx_briefing.pages.domain import BriefingDomain

    project.sample()
    project.build("text")
    monkeypatch.setattr(BriefingDomain, "data_version", 99)
    again = project.build("text")
    assert again.warnings == []
    assert again.read == ["index"]
