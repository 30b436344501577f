"""Saved pages: the article in them, with what the page says of itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sphinx_briefing.models import Article
    from tests.articles.conftest import Reader

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Mission to shrink, envoy says - The Example Post</title>
<meta property="og:title" content="Mission to shrink, envoy says">
<meta property="og:site_name" content="The Example Post">
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-05-03T10:04:00Z">
<link rel="canonical" href="https://example.org/halden"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Mission to shrink, envoy says</h1>
<p>The mission in Halden will shrink from 2,000 to about 400 troops by the end of the year, envoy Mia Sand
said on Friday after a meeting of the contact group.</p>
<p>“We leave <em>nobody</em> behind,” she <a href="/x">told reporters</a>.<br><br>The coalition has 79 members
&amp; more are to join it before winter comes<br>to the northern valleys.</p>
<h2>What comes next</h2>
<ul><li>First 300 engineers leave the camp in June of this year.</li>
<li>Then 1,300 soldiers follow them in the autumn months.</li></ul>
<blockquote><p>It is a small step, and we will take many more of these in the coming months.</p></blockquote>
<table><tr><th>Country</th><th>Troops</th></tr><tr><td>Norden</td><td>400</td></tr></table>
<p>[Related: Camp at Halden closes]</p>
<script>alert("900 killed")</script></article><footer>Copyright 2024</footer></body></html>
"""


def words(article: Article, role: str = "") -> list[str]:
    return [article.printed(p.span) for p in article.paragraphs if role in ("", p.role)]


@pytest.fixture
def page(read: Reader) -> Article:
    return read(PAGE, "halden.html")


def test_text_is_the_paragraphs_title_first(page: Article) -> None:
    assert page.text == "\n\n".join(words(page))
    assert words(page, "title") == ["Mission to shrink, envoy says"]
    assert words(page, "heading") == ["What comes next"]
    assert words(page, "boilerplate") == ["[Related: Camp at Halden closes]"]
    assert page.problems == ()


def test_paragraphs(page: Article) -> None:
    body = words(page, "body")
    assert body[1:3] == [
        "“We leave nobody behind,” she told reporters.",
        "The coalition has 79 members & more are to join it before winter comes to the northern valleys.",
    ]
    assert "First 300 engineers leave the camp in June of this year." in body
    assert "Norden | 400" in body
    assert "killed" not in page.text


def test_metadata_of_the_page(page: Article) -> None:
    metadata = page.metadata
    assert metadata.title == "Mission to shrink, envoy says"
    assert metadata.authors == ("Jane Doe",)
    assert metadata.publisher == "The Example Post"
    assert metadata.date == "2024-05-03"
    assert metadata.url == "https://example.org/halden"


def test_a_sidecar_goes_before_the_page(read: Reader) -> None:
    metadata = read(PAGE, "halden.htm", sidecar="author: John Roe\ndate: 2024-05-02\n").metadata
    assert metadata.authors == ("John Roe",)
    assert metadata.date == "2024-05-02"
    assert metadata.publisher == "The Example Post"


def test_no_date_is_made_up(read: Reader) -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2024-05-03T10:04:00Z">', "")
    assert read(undated, "halden.html").metadata.date == ""


def test_declared_encoding(read: Reader) -> None:
    article = read(PAGE.replace("utf-8", "windows-1251").encode("windows-1251"), "halden.html")
    assert "“We leave nobody behind,”" in article.text
    assert "windows-1251" in article.problems[0].message


@pytest.mark.parametrize("declared", ["no-such-encoding", "ascii"])
def test_wrongly_declared_encoding(read: Reader, declared: str) -> None:
    article = read(PAGE.replace("utf-8", declared).encode("cp1252"), "halden.html")
    assert "“We leave nobody behind,”" in article.text
    assert "Windows-1252" in article.problems[0].message


def test_few_words_are_told(read: Reader) -> None:
    (problem,) = read(
        "<html><body><article><p>The envoy said no.</p></article></body></html>", "x.html"
    ).problems
    assert problem.path == "x.html"
    assert "only" in problem.message


@pytest.mark.parametrize("content", ["", "<html></html>", "<" * 5000, "<div>" * 3000, "\0" * 2 + "<p>"])
def test_no_article(read: Reader, content: str) -> None:
    article = read(content, "x.html")
    assert article.paragraphs == ()
    assert "no article" in article.problems[0].message


def test_binary(read: Reader) -> None:
    assert "binary" in read(bytes(range(256)) * 4, "x.html").problems[0].message


def test_hostile_page(read: Reader) -> None:
    hostile = PAGE.replace(
        "about 400", "<script>alert(1)</script>&lt;script&gt;\\input{x} `about` \u202e400\x01"
    )
    article = read(hostile, "x.html")
    assert "<script>" in article.prose
    assert "alert" not in article.text
    assert "\u202e" not in article.prose
    assert "\x01" not in article.prose


def test_bare_lines_between_breaks(read: Reader) -> None:
    line = "The envoy said that about 400 troops would stay in the camp for a year."
    article = read(f"<html><body><article>{'<br><br>'.join([line] * 8)}</article></body></html>", "x.html")
    assert len(words(article, "body")) > 1
    assert set(words(article)) == {line}


def test_without_the_extra(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    article = read(PAGE, "halden.html")
    assert article.paragraphs == ()
    assert 'pip install "sphinx-briefing[html]"' in article.problems[0].message
