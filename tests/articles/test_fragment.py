"""HTML that is an article and nothing else, however it is written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.articles.formats.fragment import fragment_pieces


def paragraphs(markup: str) -> list[str]:
    return [piece.words for piece in fragment_pieces(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("One<p>two<p>three", ["One", "two", "three"]),
        ("<p>About <b>40</b>0 troops</p>", ["About 400 troops"]),
        ("one<br><br>two", ["one", "two"]),
        ("It ends.<br>It begins.<br>and goes<br>on", ["It ends.", "It begins.", "and goes on"]),
        ("<ul><li>a1<li>a2</ul>b", ["a1", "a2", "b"]),
        (
            "<table><tr><th>Land<th>Troops<tr><td>Norden<td>400</table>after",
            ["Land | Troops", "Norden | 400", "after"],
        ),
        ("<table><tr><td><p>Norden</p></td><td><p>400</p></td></tr></table>", ["Norden | 400"]),
        (f"<table><tr><td>{'long ' * 30}</td><td>short</td></tr></table>", [("long " * 30).strip(), "short"]),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", ["a", "b", "c"]),
        ("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>c", ["a | b", "c"]),
        ("5 < 6 & 7 &gt; 2 <3", ["5 < 6 & 7 > 2 <3"]),
        ("a<!-- 900 killed --->b<!---->c<!x>d<?php 1 ?>e", ["abcde"]),
        ("a<![CDATA[b]]>", ["ab]]>"]),
        ("<script>a</script>b<style>c</style>d<SCRIPT>e</Script >f<svg><text>g</text></svg>h", ["bdfh"]),
        ("a<script>b", ["a"]),
        ("a<!-- b", ["a"]),
        ("a <b", ["a <b"]),
        ('<a title="x > y">b</a>', ["b"]),
        ("<a title='x>b</a>", ["b"]),
        ('<p style="Display : none">a</p>b<div hidden style="x">c</div>', ["b", "c"]),
        ("<div style='display:none'>a<div>b</div>c</div>d", ["d"]),
        ("<p>* * *</p><p>\u00ad\u200b</p>a", ["a"]),
        ("a&nbsp;b\vc", ["a b c"]),
        ("</p></td></tr></table></h1></blockquote>a", ["a"]),
        ("", []),
    ],
)
def test_paragraphs(markup: str, expected: list[str]) -> None:
    assert paragraphs(markup) == expected


def test_headings() -> None:
    found = fragment_pieces("<h1>Title</h1><p>a</p><h1>Second</h1><h3>Third</h3>b")
    assert [piece.role for piece in found] == ["title", "", "heading", "heading", ""]


def test_what_a_mail_program_quoted() -> None:
    markup = "<p>a</p><blockquote type='cite'><p>b</p><blockquote>c</blockquote>d</blockquote><p>e</p>"
    assert [piece.role for piece in fragment_pieces(markup)] == ["", *["boilerplate"] * 3, ""]
    assert {piece.role for piece in fragment_pieces(markup, quotes=False)} == {""}


@given(
    st.lists(
        st.sampled_from(
            [
                *"<>&'\"/!-= a",
                "<p>",
                "</p>",
                "<td>",
                "<tr>",
                "</tr>",
                "<table>",
                "<!--",
                "-->",
                "<br>",
                "<h1>",
                "</h1>",
                "<script>",
                "</script>",
                "<div class=gmail_quote>",
                "</div>",
                "Forwarded message",
                "<blockquote type=cite>",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_markup_gives_words_on_one_line(markup: str) -> None:
    for piece in fragment_pieces(markup):
        assert piece.words == " ".join(piece.words.split())
        assert any(c.isalnum() for c in piece.words)


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<",
        "<!-- ",
        "<!",
        "<?",
        "</a ",
        "<a b='",
        "<a b='>",
        "&",
        "&#",
        "<![CDATA[",
        "<script>",
        "</",
        '<a b="x" ',
        "<div>",
        "<td>",
        "<tr>",
        "<table>",
        "<br>",
        "<p style='a'>",
        "<a 'x<a \"y>",
        "x<div class='gmail_quote'>",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    started = time.process_time()
    fragment_pieces(piece * (60_000 // len(piece)))
    assert time.process_time() - started < 3
