"""News items: the three versions of ninjs, and JSON that is something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from articles.looks import check_spans, said, words

if TYPE_CHECKING:
    from tests.articles.conftest import Reader

VERSION_1 = {
    "uri": "https://wire.example/items/17",
    "type": "text",
    "versioncreated": "2025-05-17T09:00:00+02:00",
    "firstcreated": "2025-05-16T21:30:00Z",
    "pubstatus": "usable",
    "language": "en",
    "headline": "Ferry stops on Friday",
    "byline": "By Mia Sand and Ben Okoro",
    "body_text": "The ferry carries 90 passengers.\r\n\r\n“Nobody asked us,” said Ada Vale.",
    "description_text": "The last ferry.",
    "infosource": [{"name": "Strait Wire"}],
    "usageterms": "Not for archives",
    "subject": [{"name": "transport"}, {"code": "x"}],
}
VERSION_3 = {
    "uri": "tag:wire.example,2025:17",
    "standard": {"name": "ninjs", "version": "3.0"},
    "contentCreated": "2025-05-16T21:30:00Z",
    "versionCreated": "2025-05-17T09:00:00Z",
    "pubStatus": "withheld",
    "expires": "2025-06-01T00:00:00Z",
    "embargoedUntil": "2025-05-18",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry stops on Friday"}],
    "by": "Mia Sand",
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Not this one."},
        {
            "role": "main",
            "contentType": "application/xhtml+xml",
            "value": "<div><p>The ferry carries 90&#160;passengers.</p><h2>Costs</h2><p>They rose 12%.</p></div>",
        },
    ],
    "descriptions": [{"value": "The last ferry."}],
    "people": [{"name": "Ada Vale", "rel": "subject"}],
    "infoSources": [{"name": "Strait Wire", "role": "originator"}],
    "copyrightHolder": "Strait Holding",
}


def test_version_1(read: Reader) -> None:
    article = read(json.dumps(VERSION_1), "ferry.json")
    assert words(article, "title") == ["Ferry stops on Friday"]
    assert words(article, "body") == ["The ferry carries 90 passengers.", "“Nobody asked us,” said Ada Vale."]
    check_spans(article)
    metadata = article.metadata
    assert metadata.authors == ("Mia Sand", "Ben Okoro")
    assert (metadata.date, metadata.updated) == ("2025-05-16", "2025-05-17")
    assert (metadata.publisher, metadata.license) == ("Strait Wire", "Not for archives")
    assert (metadata.url, metadata.language) == ("https://wire.example/items/17", "en")
    assert (metadata.tags, metadata.description) == (("transport",), "The last ferry.")
    assert metadata.status == "usable"
    assert article.problems == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_version_3(read: Reader, mark: str) -> None:
    article = read(mark + json.dumps(VERSION_3), "ferry.json")
    assert words(article, "title") == ["Ferry stops on Friday"]
    assert words(article, "body") == ["The ferry carries 90 passengers.", "They rose 12%."]
    assert words(article, "heading") == ["Costs"]
    metadata = article.metadata
    assert metadata.authors == ("Mia Sand",)
    assert metadata.url == "", "a tag is no address"
    assert (metadata.status, metadata.expires) == ("withheld", "2025-06-01")
    assert metadata.marking == "embargoed until 2025-05-18"
    assert metadata.publisher == "Strait Wire"


@pytest.mark.parametrize(
    ("given", "status"),
    [("usable", "usable"), ("canceled", "retracted"), ("WITHHELD", "withheld"), (None, "")],
)
def test_status(read: Reader, given: str | None, status: str) -> None:
    assert read(json.dumps({**VERSION_1, "pubstatus": given}), "f.json").metadata.status == status


def test_unknown_status_is_told(read: Reader) -> None:
    (problem,) = read(json.dumps({**VERSION_1, "pubstatus": "odd"}), "f.json").problems
    assert problem.subtype == "metadata"
    assert "'odd'" in problem.message


def test_people_may_be_the_authors(read: Reader) -> None:
    people = [{"name": "Ada Vale", "rel": "subject"}, {"name": "Ben Okoro", "rel": "author"}]
    item = {**VERSION_3, "by": "", "people": people}
    assert read(json.dumps(item), "f.json").metadata.authors == ("Ben Okoro",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "not valid JSON"),
        ('{"uri": ', "not valid JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"uri": ' + "9" * 5000 + "}", "number too long"),
        ("[]", "no news item"),
        ('"text"', "no news item"),
        ('{"name": "settings"}', "no news item"),
        ('[{"id": "a", "type": "book"}]', "briefing_bibliography"),
        ('{"uri": "x", "type": "picture", "headline": "A boat"}', "no text in"),
        ('{"uri": "x", "bodies": [{"value": "  "}, 7], "body_text": null}', "no text in"),
        ('{"uri": "x", "body_xhtml": "<p></p>"}', "no text in"),
    ],
)
def test_no_news_item(read: Reader, content: str, says: str) -> None:
    article = read(content, "f.json")
    assert article.paragraphs == ()
    assert says in said(article)
    assert {p.path for p in article.problems} == {"f.json"}


@pytest.mark.parametrize("odd", [7, [], {}, "x", None, [7], [{"value": 7}], True])
def test_values_of_other_types_are_passed_over(read: Reader, odd: object) -> None:
    item = {**dict.fromkeys([*VERSION_1, *VERSION_3], odd), "uri": "x", "body_text": "About 90 wait."}
    item.pop("bodies")
    assert words(read(json.dumps(item), "f.json"))[-1] == "About 90 wait."


def test_halves_of_characters_are_replaced(read: Reader) -> None:
    article = read(
        '{"uri": "x", "headline": "A\\ud83d", "byline": "B\\ud83d", "body_text": "C\\udc00 90"}', "f.json"
    )
    check_spans(article)
    assert article.metadata.authors == ("B\ufffd",)
