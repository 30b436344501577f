"""Pages are read again exactly when something they show changes."""

from __future__ import annotations

import os

import pytest
from project import FERRY, HARBOUR, PAGE, Project

OTHER = "Other\n=====\n\n.. briefing:quotes:: ferry\n"
PLAIN = "Plain\n=====\n\nNo article here.\n"


@pytest.fixture
def built(project: Project) -> Project:
    project.sample()
    project.write("index.rst", PAGE + "\n.. toctree::\n\n   other\n   plain\n")
    project.write("other.rst", OTHER)
    project.write("plain.rst", PLAIN)
    first = project.build("text")
    assert first.read == ["index", "other", "plain"]
    return project


def test_nothing_changed(built: Project):
    again = built.build("text")
    assert again.read == []
    assert "no targets are out of date" in again.status


def test_touching_every_article(built: Project):
    for path in (built.srcdir / "articles").iterdir():
        os.utime(path, (0, 0))
    assert built.build("text").read == []


def test_an_edit_reads_the_pages_that_show_it(built: Project):
    built.article("ferry.txt", FERRY.replace("Nobody asked us", "No one asked us"))
    again = built.build("text")
    assert again.read == ["index", "other"]
    assert "No one asked us" in again.text("other.txt")


def test_an_edit_that_nothing_shows_reads_nothing(built: Project):
    built.write("index.rst", "Only\n====\n\n.. toctree::\n\n   other\n   plain\n")
    built.build("text")
    built.article("harbour.txt", HARBOUR.replace("12%", "13%"))
    assert built.build("text").read == []


def test_a_paragraph_put_in_front_changes_its_number_only_where_it_is_shown(built: Project):
    built.article("harbour.txt", HARBOUR.replace("\n\nCosts", "\n\nA new paragraph.\n\nCosts"))
    assert built.build("text").read == []


def test_a_new_article_that_a_selection_takes(built: Project):
    built.article("lights.txt", "Lights out\n\nThe lamps failed and 30 wardens left the islands.\n")
    again = built.build("text")
    assert again.read == ["index"]
    assert "30 wardens" in again.text("index.txt")


def test_a_removed_article(built: Project):
    (built.srcdir / "articles/ferry.txt").unlink()
    again = built.build("text")
    assert again.read == ["index", "other"]
    assert any("other.rst:4: WARNING: no article matches 'ferry'" in w for w in again.warnings)


def test_changed_metadata(built: Project):
    built.article("ferry.yaml", "publisher: Strait Post\n")
    again = built.build("text")
    assert again.read == ["index", "other"]
    assert "Strait Post" in again.text("other.txt")


def test_a_changed_title_is_written_where_it_is_referred_to(built: Project):
    built.write("plain.rst", PLAIN + "\nSee :briefing:source:`ferry` and :briefing:ref:`ferry`.\n")
    built.build("text")
    built.article("ferry.txt", FERRY.replace("Ferries return", "Boats return"))
    again = built.build("text")
    assert "plain" in again.written
    assert again.text("plain.txt").count("Boats return") == 2


def test_builders_that_share_what_was_read_write_what_the_others_read(built: Project):
    built.write("plain.rst", PLAIN + "\nSee :briefing:source:`ferry`.\n")
    for builder in ("html", "text"):
        built.build(builder)
    built.article(
        "ferry.txt", FERRY.replace("Nobody asked us", "No one asked us").replace("Ferries", "Boats")
    )
    assert built.build("html").read == ["index", "other", "plain"]
    late = built.build("text")
    assert (late.read, late.written) == ([], ["index", "other", "plain"])
    assert "No one asked us" in late.text("other.txt")
    assert "Boats return" in late.text("plain.txt")
    assert built.build("html").written == built.build("text").written == []


def test_a_removed_directive_takes_its_objects_along(built: Project):
    built.write("other.rst", PLAIN)
    built.write("index.rst", "Only\n====\n\n.. toctree::\n\n   other\n   plain\n")
    built.build("html")
    from sphinx.util.inventory import InventoryFile

    inventory = InventoryFile.loads((built.srcdir.parent / "out/html/objects.inv").read_bytes(), uri="")
    assert not [kind for kind in inventory.data if kind.startswith("briefing:")]


def test_builders_share_doctrees(built: Project):
    assert built.build("latex").read == []
    assert built.build("html").read == []
    assert built.build("text").read == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("briefing_articles", ["articles/h*"]),
        ("briefing_model", "another"),
        ("briefing_page_sources", False),
        ("briefing_cache_dir", "cache"),
        ("language", "de"),
    ],
)
def test_a_changed_value_gives_what_a_fresh_build_gives(built: Project, name: str, value: object):
    changed = built.build("text", **{name: value})
    old = {p.name: p.read_text() for p in changed.outdir.glob("*.txt")}
    fresh = built.build("text", fresh=True, outdir="fresh", **{name: value})
    assert {p.name: p.read_text() for p in fresh.outdir.glob("*.txt")} == old


def test_the_cache_survives_a_fresh_environment(built: Project, monkeypatch: pytest.MonkeyPatch):
    from sphinx_briefing.corpus import loader

    monkeypatch.setattr(loader, "analyse_all", None)
    assert built.build("text", fresh=True).warnings == []


def test_a_corrupt_cache_entry_is_a_miss(built: Project):
    entries = list((built.srcdir.parent / "doctrees/briefing-cache").rglob("*.json"))
    assert len(entries) == 2
    entries[0].write_text('{"article": {')
    entries[1].write_text("[]")
    assert built.build("text", fresh=True).warnings == []


def test_an_edited_library_reads_the_pages_that_print_something_of_it(project: Project):
    project.sample()
    project.write(
        "index.rst", "Only\n====\n\n.. briefing:quotes:: harbour\n\n.. toctree::\n\n   other\n   plain\n"
    )
    project.write("other.rst", OTHER)
    project.write("plain.rst", PLAIN)
    item = '[{"id": "ferry", "container-title": "%s"}, {"id": "none", "title": "%s"}]'
    project.write("library.json", item % ("Strait Gazette", "A"))

    def build():
        return project.build("text", briefing_bibliography="library.json")

    first = build()
    assert first.warnings == []
    assert "Strait Gazette" in first.text("other.txt")
    project.write("library.json", item % ("Strait Gazette", "B"))
    assert build().read == []
    project.write("library.json", item % ("Island Post", "B"))
    again = build()
    assert again.read == ["other"]
    assert "Island Post" in again.text("other.txt")
    project.write("library.json", "[")
    told = build()
    assert told.read == ["other"]
    assert "library.json:1: WARNING: the bibliography is not valid JSON" in told.warnings[0]


def test_an_entry_of_a_feed_is_an_article_of_its_own(project: Project):
    entry = "<item><title>{0}</title><description>The {0} carries {1} passengers.</description></item>"
    feed = "<rss><channel><title>Gazette</title>{}</channel></rss>"
    project.article("gazette.xml", feed.format(entry.format("Ferry", 90)))
    project.write("index.rst", "Only\n====\n\n.. briefing:figures:: gazette-ferry\n")
    first = project.build("text")
    assert first.warnings == []
    assert "90 passengers" in first.text("index.txt")
    project.article("gazette.xml", feed.format(entry.format("Boat", 70) + entry.format("Ferry", 90)))
    assert project.build("text").read == []
    project.article("gazette.xml", feed.format(entry.format("Boat", 70) + entry.format("Ferry", 91)))
    assert project.build("text").read == ["index"]
