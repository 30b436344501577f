"""``-b briefingjson``: all that the pages use, under the published schema, and as W3C annotations."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from sphinx_briefing.corpus.records import excerpt_record
from sphinx_briefing.models import Article, EventDate, Excerpt, Metadata, Span
from sphinx_briefing.pages.export.document import SCHEMA

if TYPE_CHECKING:
    from project import Build, Project

jsonschema = pytest.importorskip("jsonschema")

PAGE = """\
:briefing-check: on

The islands
===========

It is :briefing:quote:`not safe <harbour>`, they keep :briefing:figure:`about 400 wardens <harbour>`,
and :briefing:fact:`a year <harbour>` is long, it :briefing:fact:`draws down <harbour>`. The boats carry 90, not 77. :briefing:quote:`It is over <harbour>`.

.. briefing:figures:: harbour
   :changes: first

.. briefing:people::

.. briefing:sources:: ferry harbour

.. briefing:article:: ferry
"""


def exported(build: Build) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(build.text("briefing.json"))
    return found


def validate(data: object) -> None:
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(data)


def question(data: dict[str, Any], by: str, words: str = "") -> dict[str, Any]:
    asked = data["pages"][0]["questions"]
    return next(q for q in asked if q["by"] == by and q["query"].get("words", "") == words)


@pytest.fixture
def data(project: Project) -> dict[str, Any]:
    project.sample()
    project.write("index.rst", PAGE)
    return exported(project.build("briefingjson"))


def test_the_schema_is_one_and_holds_for_all_that_is_written(data: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validate(data)
    assert {e["type"] for e in data["excerpts"]} == {"figure", "change", "person", "quote", "fact", "passage"}


def test_the_schema_refuses_what_it_does_not_name(data: dict[str, Any]) -> None:
    data["excerpts"][0]["invented"] = 1
    with pytest.raises(jsonschema.ValidationError):
        validate(data)


@pytest.mark.parametrize(
    "kind", {k.type: k for k in (Excerpt, *Excerpt.__subclasses__())}.values(), ids=lambda kind: kind.type
)
def test_every_field_of_every_sort_of_excerpt_is_in_the_schema(kind: type[Excerpt]) -> None:
    defined = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
    needed: Any = {
        "person": {"name": "Ada"},
        "event": {"date": EventDate(text="", start=0, end=0)},
        "gap": {"cue_span": Span(0, 0)},
        "tension": {"claim": Span(0, 0), "answer": Span(0, 0)},
    }.get(kind.type, {})
    article = Article(id="a", path="a.txt", text="", sha256="")
    made = excerpt_record(kind(text="", start=0, end=0, sentence=Span(0, 0), **needed), article)
    assert set(made) <= set(defined[kind.type]["properties"]) | set(defined["excerpt"]["properties"])


def test_every_key_of_the_metadata_is_in_the_schema() -> None:
    defined = json.loads(SCHEMA.read_text("utf-8"))["$defs"]["metadata"]["properties"]
    assert set(defined) == {field.name for field in fields(Metadata)}


def test_an_excerpt_says_where_it_stands_and_where_it_is_used(data: dict[str, Any], project: Project) -> None:
    text = (project.srcdir / "articles/harbour.txt").read_text("utf-8")
    figure = next(e for e in data["excerpts"] if e["key"] == "figure:harbour/about-400-wardens")
    assert text[figure["start"] : figure["end"]] == figure["selector"]["exact"] == "about 400 wardens"
    assert figure["position"] == {
        "type": "TextPositionSelector",
        "start": figure["start"],
        "end": figure["end"],
    }
    assert text.index(figure["selector"]["prefix"] + "about 400") < figure["start"]
    assert (figure["value"], figure["hedge"], figure["attribution"]) == (400, "about", "Ada Vale")
    assert figure["sha256"] == next(a["sha256"] for a in data["articles"] if a["id"] == "harbour")
    assert figure["used_in"] == [
        {"page": "index", "file": "index.rst", "line": 6, "by": "figure"},
        {"page": "index", "file": "index.rst", "line": 9, "by": "figures"},
    ]


def test_what_a_page_asked_and_what_came_back(data: dict[str, Any]) -> None:
    page = data["pages"][0]
    assert (page["page"], page["title"]) == ("index", "The islands")
    lines = [(q["line"] or 0) for q in page["questions"]]
    assert lines == sorted(lines)
    quote = question(data, "quote", "not safe")
    assert quote == {
        "file": "index.rst", "line": 6, "by": "quote", "problems": [], "articles": ["harbour"],
        "query": {"kind": "quote", "words": "not safe", "articles": ["harbour"]},
        "excerpts": ["quote:harbour/vale-the-strait-is-calm-b"],
    }  # fmt: skip
    assert question(data, "figures")["query"] == {
        "wanted": "figures",
        "articles": ["harbour"],
        "order": "text",
    }
    assert question(data, "changes")["excerpts"] == ["change:harbour/wardens-2000-400"]
    people = question(data, "people")["excerpts"]
    assert [key for key in people if key.startswith("person:")] == [
        "person:ferry/ben-okoro",
        "person:harbour/ada-vale",
    ]


def test_what_failed_uses_nothing_and_words_of_no_excerpt_are_a_passage(data: dict[str, Any]) -> None:
    failed = question(data, "quote", "It is over")
    assert failed["excerpts"] == failed["articles"] == []
    assert [p["subtype"] for p in failed["problems"]] == ["misquote"]
    (key,) = question(data, "fact", "draws down")["excerpts"]
    passage = next(e for e in data["excerpts"] if e["key"] == key)
    assert (passage["type"], passage["text"], passage["paragraph"]) == ("passage", "draws down", 0)


def test_prose_that_was_traced_uses_what_it_was_traced_to(data: dict[str, Any]) -> None:
    assert question(data, "number", "90")["excerpts"] == ["figure:ferry/90-passengers"]
    assert question(data, "number", "77")["excerpts"] == []


def test_articles_with_what_is_known_of_them(project: Project) -> None:
    project.sample()
    told = "---\ntitle: Ferries\nstatus: corrected\nurl: https://lantern.example/ferries\naliases:\n  Ben Okoro: [Okoro]\n---\n"
    project.article("ferry.md", told + "\nSome 500 wardens remain.\n")
    (project.srcdir / "articles/ferry.txt").unlink()
    data = exported(project.build("briefingjson"))
    validate(data)
    ferry = data["articles"][0]
    assert (ferry["id"], ferry["path"], ferry["status"]) == ("ferry", "articles/ferry.md", "corrected")
    assert (ferry["superseded_by"], ferry["expired"]) == (None, False)
    told = [
        (q["line"], q["problems"][0]["subtype"]) for q in data["pages"][0]["questions"] if q["by"] == "status"
    ]
    assert told == [(10, "status")]
    assert ferry["metadata"]["aliases"] == {"Ben Okoro": ["Okoro"]}
    assert "publisher" not in ferry["metadata"]


def test_annotations_have_what_the_standard_asks_for(project: Project) -> None:
    project.sample()
    project.article("ferry.txt.yaml", "{}")
    project.write("articles/harbour.yaml", "url: https://courier.example/harbour\n")
    build = project.build("briefingjson")
    found = json.loads(build.text("annotations.jsonld"))
    data = exported(build)
    assert [unquote(a["id"][1:]) for a in found] == [e["key"] for e in data["excerpts"]]
    texts = {"https://courier.example/harbour": "harbour", "articles/ferry.txt": "ferry"}
    for annotation in found:
        assert annotation["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        for target in annotation["target"]:
            text = (project.srcdir / f"articles/{texts[target['source']]}.txt").read_text("utf-8")
            quote, position = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
            article = next(a for a in data["articles"] if a["path"] == target["state"]["cached"])
            assert target["state"]["sha256"] == article["sha256"]
    said = next(a for a in found if a["id"].startswith("#quote%3Aharbour"))
    assert len(said["target"]) == 2  # an interrupted quotation stands in two places
    assert [(b["purpose"], b["value"]) for b in said["body"]] == [
        ("tagging", "quote"),
        ("identifying", "Ada Vale"),
    ]


def test_bytes_do_not_depend_on_the_place_the_order_or_what_was_read(project: Project, tmp_path) -> None:
    from project import Project as Another

    project.sample()
    elsewhere = Another(tmp_path / "elsewhere/deep/project")
    elsewhere.sample()
    names = ("briefing.json", "annotations.jsonld", "briefing-1.json")
    first = project.build("briefingjson")
    texts = [first.text(name) for name in names]
    again = project.build("briefingjson", outdir="again")
    assert again.read == []
    assert [again.text(name) for name in names] == texts
    assert [elsewhere.build("briefingjson").text(name) for name in names] == texts
    assert str(tmp_path) not in "".join(texts)


def test_a_project_without_briefings(project: Project) -> None:
    project.write("index.rst", "Nothing\n=======\n")
    data = exported(project.build("briefingjson"))
    validate(data)
    assert (data["articles"], data["excerpts"], data["pages"]) == ([], [], [])
