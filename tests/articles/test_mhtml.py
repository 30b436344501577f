"""Pages saved as one file: read as pages, with where and when they were saved."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from articles.looks import said, words

if TYPE_CHECKING:
    from tests.articles.conftest import Reader

STORY = "The mission on Corvane will shrink to about {}00 troops by winter, envoy Mia Sand said on Friday. "
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Mission to shrink</title>
<meta property="og:site_name" content="The Example Post"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Mission to shrink</h1>{"".join(f"<p>{STORY.format(n)}</p>" for n in range(1, 7))}
<p>“We leave nobody behind,” she told reporters.</p></article></body></html>"""


def saved(page: str = PAGE, location: str = "https://example.org/mission", start: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "Mission to shrink"
    message["Date"] = "Sat, 17 May 2025 08:00:00 +0200"
    if location:
        message["Snapshot-Content-Location"] = location
    frame = EmailMessage()
    frame.set_content("<p>An advert for 700 lamps</p>", subtype="html")
    frame["Content-ID"] = "<frame@x>"
    main = EmailMessage()
    main.set_content(page, subtype="html", cte="quoted-printable")
    main["Content-ID"] = "<page@x>"
    main["Content-Location"] = "https://example.org/from-the-part"
    message["MIME-Version"] = "1.0"
    message.make_related()
    for part in (frame, main) if start else (main, frame):
        message.attach(part)
    if start:
        message.set_param("start", start)
    return message.as_bytes()


@pytest.mark.parametrize("suffix", ["mhtml", "mht", "MHT"])
def test_the_page_is_read_as_a_page(read: Reader, suffix: str) -> None:
    article = read(saved(), f"mission.{suffix}")
    assert words(article, "title") == ["Mission to shrink"]
    assert words(article)[-1] == "“We leave nobody behind,” she told reporters."
    assert "Home" not in article.text
    assert article.problems == ()


def test_where_and_when_it_was_saved(read: Reader) -> None:
    metadata = read(saved(), "mission.mhtml").metadata
    assert metadata.url == "https://example.org/mission"
    assert metadata.accessed == "2025-05-17"
    assert metadata.publisher == "The Example Post"
    assert metadata.date == ""


@pytest.mark.parametrize("location", ["", "file:///home/mia/mission.html"])
def test_the_part_may_tell_where_it_was(read: Reader, location: str) -> None:
    assert read(saved(location=location), "m.mht").metadata.url == "https://example.org/from-the-part"


def test_the_file_says_which_part_is_the_page(read: Reader) -> None:
    article = read(saved(start="<page@x>"), "m.mht")
    assert "about 400 troops" in article.text
    assert "700" not in article.text


@pytest.mark.parametrize("content", [b"", b"text", PAGE.encode(), b"Content-Type: multipart/related\n\nx"])
def test_no_page(read: Reader, content: bytes) -> None:
    article = read(content, "m.mhtml")
    assert article.paragraphs == ()
    assert "no web page" in said(article)
