"""Feeds: each entry with a text is an article with an id of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from articles.looks import check_spans

from sphinx_briefing.articles import read_article, read_articles

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_briefing.models import Article

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://media.example/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Strait Gazette</title><link>https://gazette.example/</link><language>en</language><copyright>CC BY</copyright>
<item><title>Ferry stops &amp; starts</title><link>https://gazette.example/ferry</link>
  <pubDate>Fri, 16 May 2025 23:30:00 -0500</pubDate><dc:creator>Mia Sand</dc:creator>
  <category>transport</category><description>Short.</description><media:content>Not this</media:content>
  <content:encoded><![CDATA[<!DOCTYPE html><p>The ferry carries 90 passengers.</p><script>x</script>
  <ul><li>It stops.</li></ul>]]></content:encoded></item>
<item><title>Lamps out</title><guid isPermaLink="false">17</guid><author>a@x.example (Ben Okoro)</author>
  <description>About 30 lamps failed.</description></item>
<item><title>Only a headline</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Strait Gazette</title>
<author><name>The desk</name></author>
<entry><title type="html">Ferry &lt;b&gt;stops&lt;/b&gt;</title><id>tag:x,2025:1</id>
  <link rel="self" href="https://gazette.example/1.atom"/><link href="https://gazette.example/1"/>
  <published>2025-05-16T21:30:00Z</published><updated>2025-05-17T09:00:00Z</updated>
  <author><name>Mia Sand</name><email>m@x.example</email></author><category term="transport"/>
  <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry carries
  <b>90</b> passengers.</p><p>It stops.</p></div></content></entry>
<entry><title>Ferry stops</title><updated>2025-05-20T09:00:00Z</updated>
  <content type="text">First.

Second &lt; third.</content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Gazette</title></channel>
<item><title>Ferry</title><dc:date>2005-05-16</dc:date><description>It stops.</description></item></rdf:RDF>"""


def entries(folder: Path, feed: str | bytes, name: str = "gazette.xml") -> list[Article]:
    (folder / name).write_bytes(feed if isinstance(feed, bytes) else feed.encode())
    found = read_articles(folder / name, name)
    for article in found:
        check_spans(article)
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_rss(tmp_path: Path, newline: str) -> None:
    first, second = entries(tmp_path, RSS.replace("\n", newline))
    assert first.text == "Ferry stops & starts\n\nThe ferry carries 90 passengers.\n\nIt stops."
    assert (first.id, first.path) == ("gazette-ferry-stops-starts", "gazette.xml#ferry-stops-starts")
    assert first.metadata.authors == ("Mia Sand",)
    assert (first.metadata.date, first.metadata.publisher) == ("2025-05-16", "Strait Gazette")
    assert (first.metadata.url, first.metadata.license) == ("https://gazette.example/ferry", "CC BY")
    assert (first.metadata.language, first.metadata.tags) == ("en", ("transport",))
    assert second.text == "Lamps out\n\nAbout 30 lamps failed."
    assert (second.metadata.authors, second.metadata.url) == (("Ben Okoro",), "")
    assert first.problems == second.problems == ()


def test_atom(tmp_path: Path) -> None:
    first, second = entries(tmp_path, ATOM, "gazette.atom")
    assert first.text == "Ferry stops\n\nThe ferry carries 90 passengers.\n\nIt stops."
    assert (first.metadata.date, first.metadata.updated) == ("2025-05-16", "2025-05-17")
    assert (first.metadata.url, first.metadata.authors) == ("https://gazette.example/1", ("Mia Sand",))
    assert first.metadata.language == "de"
    assert second.text == "Ferry stops\n\nFirst.\n\nSecond < third."
    assert (second.metadata.authors,) == (("The desk",),)
    assert [a.id for a in (first, second)] == [
        "gazette-ferry-stops-2025-05-16",
        "gazette-ferry-stops-2025-05-20",
    ]


def test_rss_1(tmp_path: Path) -> None:
    (only,) = entries(tmp_path, RDF, "old.rss")
    assert (only.id, only.text) == ("old-ferry", "Ferry\n\nIt stops.")
    assert (only.metadata.publisher, only.metadata.date) == ("Old Gazette", "2005-05-16")


def test_a_sidecar_fills_gaps_of_all_entries(tmp_path: Path) -> None:
    (tmp_path / "gazette.yaml").write_text("reliability: B\ntitle: Not this\nid: nor-this\n")
    first, second = entries(tmp_path, RSS)
    assert {a.metadata.reliability for a in (first, second)} == {"B"}
    assert (first.title, second.title) == ("Ferry stops & starts", "Lamps out")


def test_one_of_several_is_named_by_its_key(tmp_path: Path) -> None:
    entries(tmp_path, RSS)
    assert read_article(tmp_path / "gazette.xml#lamps-out").text.endswith("About 30 lamps failed.")
    for path in ("gazette.xml", "gazette.xml#gone"):
        (problem,) = read_article(tmp_path / path).problems
        assert "gazette.xml#lamps-out" in problem.message


def test_the_declared_encoding_counts(tmp_path: Path) -> None:
    first = entries(
        tmp_path, RSS.replace("utf-8", "iso-8859-15").replace("Ferry", "Fähre").encode("iso-8859-15")
    )[0]
    assert first.text.startswith("Fähre")
    assert "iso-8859-15" in first.problems[0].message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "can't be read: no element found"),
        ("text", "can't be read"),
        ("<rss><channel>", "can't be read"),
        ("<html><body/></html>", "no feed"),
        ("<rss><channel/></rss>", "no entry"),
        ("<rss><channel><item><title>Only that</title></item></channel></rss>", "no entry"),
        ('<!DOCTYPE rss [<!ENTITY a "aa">]><rss>&a;</rss>', "DOCTYPE"),
        ('<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>', "DOCTYPE"),
        ("<rss>" + "<a>" * 300, "nested"),
        ("<rss>\n&nbsp;</rss>", "can't be read"),
    ],
)
def test_no_feed(tmp_path: Path, content: str, says: str) -> None:
    (article,) = entries(tmp_path, content)
    (problem,) = article.problems
    assert says in problem.message
    assert (article.paragraphs, problem.path) == ((), "gazette.xml")
