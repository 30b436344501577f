"""E-mail: the body under the subject, who sent it and when, and what in it is not the sender's."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from articles.looks import check_spans, said, words

if TYPE_CHECKING:
    from tests.articles.conftest import Reader

BODY = """\
The ferry to Corvane stops on Friday. About 90 passengers
will have to wait, the company said.

“Nobody asked us,” said Ben Okoro.
"""


def mail(body: str = BODY, **headers: str) -> str:
    given = {
        "From": "Mia Sand <mia.sand@ferry.example>",
        "To": "desk@gazette.example",
        "Subject": "Ferry stops on Friday",
        "Date": "Fri, 16 May 2025 23:30:00 -0500",
        "Content-Type": "text/plain; charset=utf-8",
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    return "".join(f"{key}: {value}\n" for key, value in given.items() if value) + "\n" + body


def html_mail(html: str, plain: str = "", subject: str = "Ferry stops on Friday") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Mia Sand <mia.sand@ferry.example>", subject
    if plain:
        message.set_content(plain)
        message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html")
    return message.as_bytes()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_subject_and_body(read: Reader, newline: str) -> None:
    article = read(mail().replace("\n", newline), "ferry.eml")
    assert article.problems == ()
    assert words(article, "title") == ["Ferry stops on Friday"]
    assert words(article, "body") == [
        "The ferry to Corvane stops on Friday. About 90 passengers will have to wait, the company said.",
        "“Nobody asked us,” said Ben Okoro.",
    ]
    assert article.id == "ferry"
    check_spans(article)


def test_headers_tell_who_and_when(read: Reader) -> None:
    metadata = read(
        mail(Archived_At="<https://lists.example/17>", Content_Language="en"), "ferry.eml"
    ).metadata
    assert metadata.title == "Ferry stops on Friday"
    assert metadata.authors == ("Mia Sand",)
    assert metadata.date == "2025-05-16", "where it was sent; in UTC it was the next day"
    assert metadata.archive_url == "https://lists.example/17"
    assert metadata.language == "en"


def test_a_sidecar_goes_before_the_headers(read: Reader) -> None:
    metadata = read(mail(), "ferry.eml", sidecar="author: Ben Okoro\nurl: https://ferry.example/1\n").metadata
    assert (metadata.authors, metadata.url) == (("Ben Okoro",), "https://ferry.example/1")
    assert metadata.date == "2025-05-16"


@pytest.mark.parametrize(
    ("sender", "bulk", "authors", "publisher"),
    [
        ("Mia Sand <mia@x.example>", "", ("Mia Sand",), ""),
        ("Mia Sand at The Strait <news@x.example>", "<mailto:u@x.example>", ("Mia Sand",), "The Strait"),
        ('"Mia Sand, Strait Gazette" <news@x.example>', "", ("Mia Sand",), "Strait Gazette"),
        ("Strait Gazette <news@x.example>", "<mailto:u@x.example>", (), "Strait Gazette"),
        ("Mia Sand <mia.sand@x.example>", "<mailto:u@x.example>", ("Mia Sand",), ""),
        ("\"'Mia Sand' via press\" <press@x.example>", "", ("Mia Sand",), ""),
        ("=?utf-8?q?Mia_S=C3=A5nd?= <mia@x.example>", "", ("Mia Sånd",), ""),
        ("desk@x.example", "", (), ""),
        ("<<<", "", (), ""),
        ("", "", (), ""),
    ],
)
def test_sender(read: Reader, sender: str, bulk: str, authors: tuple[str, ...], publisher: str) -> None:
    metadata = read(mail(From=sender, List_Unsubscribe=bulk), "ferry.eml").metadata
    assert (metadata.authors, metadata.publisher) == (authors, publisher)


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 45 May 2025"])
def test_no_date_is_made_up(read: Reader, date: str) -> None:
    assert read(mail(Date=date), "ferry.eml").metadata.date == ""


def test_quoted_mail_and_signature_are_boilerplate(read: Reader) -> None:
    body = f"""\
{BODY}
On Thu, 15 May 2025 at 10:04, Ada Vale
<ada@gazette.example> wrote:
> Will the ferry carry 400 people?
>
> Ada
--\x20
Mia Sand
Spokeswoman, 12 boats
"""
    article = read(mail(body, Subject="Re: AW: Ferry stops"), "ferry.eml")
    assert article.title == "Ferry stops"
    assert "400 people" not in article.prose
    assert "wrote:" not in article.prose
    assert "12 boats" in words(article, "boilerplate")[-1]
    assert len(words(article, "body")) == 2


def test_mail_above_which_one_was_answered(read: Reader) -> None:
    body = f"{BODY}\n-----Original Message-----\nFrom: Ada Vale\nSubject: Ferry\n\nWill 400 people wait?\n"
    article = read(mail(body, Subject="RE: Ferry"), "ferry.eml")
    assert "400" not in article.prose
    assert "90 passengers" in article.prose


@pytest.mark.parametrize(
    "body",
    [
        "See below.\n\n---------- Forwarded message ---------\nFrom: Ben Okoro <ben@x.example>\n"
        f"Date: Thu, 15 May 2025 at 10:04\nSubject: Ferry\nTo: Mia Sand <mia@x.example>\n\n{BODY}",
        "See below.\n\nBegin forwarded message:\n\n> From: Ben Okoro <ben@x.example>\n> Subject: Ferry\n"
        "> Date: 15 May 2025 at 10:04:00 CEST\n>\n> " + BODY.replace("\n", "\n> "),
        "See below.\n\n-----Original Message-----\nFrom: Ben Okoro <ben@x.example>\nSent: 15 May 2025\n"
        f"To: Mia Sand\nSubject: Ferry\n\n{BODY}",
    ],
)
def test_of_mail_that_was_passed_on_the_inner_one_is_the_article(read: Reader, body: str) -> None:
    article = read(mail(body, Subject="Fwd: Ferry stops"), "ferry.eml")
    assert words(article, "body")[0].startswith("The ferry to Corvane")
    assert "See below" not in article.prose
    assert article.metadata.authors == ("Ben Okoro",)
    assert article.metadata.date == "2025-05-15"
    assert article.title == "Ferry stops"


def test_html_is_read_where_the_plain_part_is_a_stub(read: Reader) -> None:
    html = """<html><head><style>p {}</style></head><body>
      <div style="display:none">Preview: 7 things to know</div>
      <table><tr><td><p>The ferry stops.</p><p>It carries 90&nbsp;passengers&shy;.</p></td></tr></table>
      <blockquote>“We stay,” she said.</blockquote>
      <div class="gmail_quote"><div>On Friday Ada wrote:</div><blockquote>400 people</blockquote></div>
      <div class="gmail_signature">Mia, 12 boats</div></body></html>"""
    article = read(html_mail(html, "View this mail in your browser"), "ferry.eml")
    assert words(article, "body") == [
        "The ferry stops.",
        "It carries 90 passengers.",
        "“We stay,” she said.",
    ]
    assert words(article, "boilerplate") == ["On Friday Ada wrote:", "400 people", "Mia, 12 boats"]
    check_spans(article)


def test_html_that_was_passed_on(read: Reader) -> None:
    html = """<div>See below.</div><div class="gmail_quote"><div class="gmail_attr">
      ---------- Forwarded message ---------<br>From: <b>Ben Okoro</b> &lt;ben@x.example&gt;<br>Date: 15 May 2025<br>
      Subject: Ferry<br></div><p>The ferry carries 90 passengers.</p></div>"""
    article = read(html_mail(html, subject="FW: Ferry"), "ferry.eml")
    assert words(article, "body") == ["The ferry carries 90 passengers."]
    assert (article.metadata.authors, article.metadata.date) == (("Ben Okoro",), "2025-05-15")


def test_attachments_are_left_out(read: Reader) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Mia Sand <mia@x.example>", "Ferry"
    message.set_content(BODY)
    message.add_attachment("Another 700 people", filename="more.txt")
    article = read(message.as_bytes(), "ferry.eml")
    assert "90 passengers" in article.text
    assert "700" not in article.text


@pytest.mark.parametrize("declared", ["windows-1252", "no-such-encoding", ""])
def test_encodings(read: Reader, declared: str) -> None:
    kind = f"text/plain; charset={declared}" if declared else ""
    raw = mail("“We stay,” she said.\n", Content_Type=kind).encode("windows-1252")
    assert words(read(raw, "ferry.eml"), "body") == ["“We stay,” she said."]


def test_right_to_left(read: Reader) -> None:
    article = read(mail("העבורת נעצרת ביום שישי.\n", Subject="עבורת"), "ferry.eml")
    assert words(article) == ["עבורת", "העבורת נעצרת ביום שישי."]


def test_empty_body(read: Reader) -> None:
    article = read(mail("\n"), "ferry.eml")
    assert article.paragraphs == ()
    assert "no text" in said(article)


@pytest.mark.parametrize("content", ["", "Just a note.\n", "\0\0\0", "{}"])
def test_no_mail(read: Reader, content: str) -> None:
    article = read(content, "note.eml")
    assert article.paragraphs == ()
    assert "no e-mail" in said(article)
    assert article.problems[0].path == "note.eml"
