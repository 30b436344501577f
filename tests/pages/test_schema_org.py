"""schema.org data in the head of pages: what the page shows and no more, and no way out of its element."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from project import PAGE

if TYPE_CHECKING:
    from project import Build, Project


class Data(HTMLParser):
    """The data blocks of a page as a browser would find them, and its other scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.blocks[-1] += data


def data(build: Build, name: str = "index.html") -> list[dict[str, Any]]:
    parser = Data()
    parser.feed(build.text(name))
    return [json.loads(block) for block in parser.blocks]


def test_a_page_is_a_report_that_cites_articles(project: Project) -> None:
    project.sample()
    project.write(
        "articles/harbour.yaml",
        "authors: [Mira Lund]\npublisher: The Courier\ndate: 2025-04-05\nupdated: last week\nurl: https://courier.example/h\n",
    )
    (report,) = data(project.build("html"))
    assert (report["@context"], report["@type"], report["headline"]) == (
        "https://schema.org", "Report", "The islands",
    )  # fmt: skip
    assert report["citation"][1] == {
        "@type": "NewsArticle",
        "@id": "https://courier.example/h",
        "headline": "Harbour watch draws down",
        "author": [{"@type": "Person", "name": "Mira Lund"}],
        "publisher": {"@type": "Organization", "name": "The Courier"},
        "datePublished": "2025-04-05",
        "url": "https://courier.example/h",
    }
    ferry = report["citation"][0]
    assert (ferry["@id"], ferry["url"]) == ("#article-ferry", "#briefing-index-source-ferry")
    assert "ClaimReview" not in json.dumps(report)


def test_quotations_with_their_speakers_and_anchors(project: Project) -> None:
    project.sample()
    build = project.build("html")
    (report,) = data(build)
    said = next(q for q in report["hasPart"] if q["spokenByCharacter"]["name"] == "Ada Vale")
    assert said["text"] == "The strait is calm, but it is not safe, … We stay until the lights are back."
    assert said["spokenByCharacter"] == {
        "@type": "Person",
        "name": "Ada Vale",
        "jobTitle": "the chief warden",
    }
    assert said["isBasedOn"] == {"@id": "#article-harbour"}
    ids = re.findall(r'id="([^"]+)"', build.text("index.html"))
    assert {part["@id"][1:] for part in (*report["hasPart"], *report["mentions"])} <= set(ids)


def test_figures_are_what_the_article_makes_of_them(project: Project) -> None:
    project.article(
        "a.txt", "Title\n\nThere are more than 40 boats.\n\nThe plan keeps about 30 men, Ada Vale wrote.\n"
    )
    project.write("index.rst", "Page\n====\n\n.. briefing:figures::\n")
    boats, men = data(project.build("html"))[0]["mentions"]
    assert (boats["@type"], boats["name"], boats["minValue"], boats["unitText"]) == (
        "Observation", "more than 40 boats", 40, "boat",
    )  # fmt: skip
    assert "value" not in boats
    assert (men["@type"], men["value"], men["name"]) == ("QuantitativeValue", 30, "about 30 men")
    assert men["description"] == "planned, according to Ada Vale"
    assert men["subjectOf"] == {"@id": "#article-a"}


def test_what_failed_and_what_is_only_prose_are_not_told(project: Project) -> None:
    project.sample()
    project.write(
        "index.rst",
        ":briefing-check: on\n\nPage\n====\n\n90 sail. :briefing:quote:`not so safe <harbour>` "
        ":briefing:fact:`rose 12% <harbour>`\n",
    )
    (report,) = data(project.build("html"))
    assert [article["headline"] for article in report["citation"]] == ["Harbour watch draws down"]
    assert "hasPart" not in report
    assert "mentions" not in report


def test_no_article_gets_out_of_its_element(project: Project) -> None:
    evil = "</script><script>alert(1)</script><!-- &amp; \u2028 ]]>"
    project.article("a.txt", f"Title {evil}\n\n“It is {evil} so,” said Ada Vale. There are 3 boats.\n")
    project.write("index.rst", "Page\n====\n\n.. briefing:quotes::\n")
    build = project.build("html")
    (report,) = data(build)
    assert evil.split(maxsplit=1)[0] in report["hasPart"][0]["text"]
    assert "alert(1)</script>" not in build.text("index.html")
    assert "\u2028" not in build.text("index.html").partition("</head>")[0]


def test_pages_without_articles_and_projects_without_data(project: Project) -> None:
    project.sample()
    project.write("plain.rst", ":orphan:\n\nPlain\n=====\n")
    build = project.build("html")
    assert data(build, "plain.html") == data(build, "search.html") == []
    without = project.build("html", briefing_jsonld=False)
    assert without.read == []  # a page is written again for it, not read
    assert data(without) == []
    assert data(project.build("singlehtml")) == []


def test_it_follows_the_article(project: Project) -> None:
    project.sample()
    project.build("html")
    project.article("ferry.txt", "Ferries\n\n“Somebody did,” said Ben Okoro. Some 500 wardens remain.\n")
    texts = [part["text"] for part in data(project.build("html"))[0]["hasPart"]]
    assert "Somebody did" in texts


def test_parallel_pages_have_the_same(project: Project) -> None:
    project.sample()
    names = [f"page{i}" for i in range(6)]
    for name in names:
        project.write(f"{name}.rst", ":orphan:\n\n" + PAGE)
    one = project.build("html", outdir="one", fresh=True)
    two = project.build("html", outdir="two", fresh=True, parallel=2)
    assert [data(one, f"{n}.html") for n in names] == [data(two, f"{n}.html") for n in names]
