"""Word documents: headings, lists, tables and notes, and archives that are something else."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from articles.looks import check_spans, said, words
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sphinx_briefing.articles.formats import docx

if TYPE_CHECKING:
    from tests.articles.conftest import Reader

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>
  <dc:language>en-GB</dc:language></cp:coreProperties>"""


def p(text: str, style: str = "", *, more: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


BODY = (
    p("Ferry stops on Friday", "Title")
    + p("By Mia Sand")
    + p("The ferry carries 90 passengers", more='<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>, she said.</w:t></w:r>')
    + p("What it costs", "Heading1")
    + p("First item.", "ListParagraph")
    + f"<w:tbl><w:tr><w:tc>{p('Norden')}</w:tc><w:tc>{p('400')}</w:tc></w:tr></w:tbl>"
    + "<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins><w:r><w:t>Come.</w:t></w:r></w:ins></w:p>"
    + "<w:p/>"
)  # fmt: skip


def document(body: str = BODY, title: str = "", creator: str = "", **parts: str) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in (("Title", "Title"), ("Heading1", "heading 1"), ("ListParagraph", "List Paragraph"))
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATION}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r2" Type="{RELATION}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{p("Some 70 on Sundays.")}</w:footnote></w:footnotes>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": PROPERTIES.format(title=title, creator=creator),
        **{name.replace("__", "/") + ".xml": content for name, content in parts.items()},
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_paragraphs(read: Reader) -> None:
    article = read(document(), "ferry.docx")
    check_spans(article)
    assert article.problems == ()
    assert words(article, "title") == ["Ferry stops on Friday"]
    assert words(article, "heading") == ["What it costs"]
    assert [
        words_ for words_ in words(article) if words_ not in ("Ferry stops on Friday", "What it costs")
    ] == [
        "By Mia Sand",
        "The ferry carries 90 passengers, she said.",
        "First item.",
        "Norden | 400",
        "Come.",
        "Some 70 on Sundays.",
    ]


def test_what_the_file_says_of_itself_counts_where_it_is_printed(read: Reader) -> None:
    metadata = read(document(title="Ferry stops on Friday", creator="Mia Sand"), "ferry.docx").metadata
    assert (metadata.title, metadata.authors, metadata.language) == (
        "Ferry stops on Friday",
        ("Mia Sand",),
        "en-GB",
    )
    metadata = read(
        document(title="Template", creator="Ben Okoro", body=BODY.replace("By Mia Sand", "A.")), "f.docx"
    ).metadata
    assert (metadata.title, metadata.authors) == ("Ferry stops on Friday", ())


def test_properties_may_be_broken_or_missing(read: Reader) -> None:
    article = read(document(docProps__core="<a"), "ferry.docx")
    assert article.title == "Ferry stops on Friday"
    assert article.problems == ()


@pytest.mark.parametrize("body", ["", "<w:p/>", p(" ")])
def test_empty(read: Reader, body: str) -> None:
    assert "no text" in said(read(document(body), "ferry.docx"))


def test_right_to_left(read: Reader) -> None:
    assert words(read(document(p("העבורת נעצרת ביום שישי.")), "f.docx")) == ["העבורת נעצרת ביום שישי."]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no Word document"),
        (b"text", "no Word document"),
        (b"PK\x03\x04", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "password"),
        (document(word__document="<a"), "no Word document"),
        (document(word__document=f'<!DOCTYPE a [<!ENTITY b "c">]><w:document {W}/>'), "DOCTYPE"),
        (document()[:-200], "no Word document"),
    ],
)
def test_no_document(read: Reader, content: bytes, says: str) -> None:
    article = read(content, "ferry.docx")
    assert article.paragraphs == ()
    assert says in said(article)


def test_another_archive(read: Reader) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    assert "no Word document" in said(read(out.getvalue(), "ferry.docx"))


def test_an_archive_that_grows_without_end(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_UNPACKED", 1_000_000)
    assert "grows to more than 1 MB" in said(read(document(word__more="x" * 1_100_000), "ferry.docx"))


def test_without_the_extra(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    assert 'pip install "sphinx-briefing[docx]"' in said(read(document(), "ferry.docx"))


WHOLE = document()


@example(at=460, instead=b"\x00" * 4, cut=4)  # damages compressed data
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(WHOLE) - 1), instead=st.binary(max_size=4), cut=st.integers(0, 12))
def test_no_damage_raises(read: Reader, at: int, instead: bytes, cut: int) -> None:
    check_spans(read(WHOLE[:at] + instead + WHOLE[at + cut :], "ferry.docx"))


@pytest.mark.parametrize(
    "odd", ["<w:p>" * 3000 + "</w:p>" * 3000, p("a" * 5000), "<w:tbl><w:tc/></w:tbl>", "<w:tbl/>"]
)
def test_odd_bodies(read: Reader, odd: str) -> None:
    check_spans(read(document(odd), "ferry.docx"))
