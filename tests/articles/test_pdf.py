"""PDFs: paragraphs in reading order out of lines on pages, and files that have none."""

from __future__ import annotations

import io
import logging
import sys
from typing import TYPE_CHECKING

import pypdf
import pytest
from articles.looks import check_spans, said, words
from articles.pdf_file import Words, lines, pdf_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_briefing.articles.formats import pdf
from sphinx_briefing.articles.formats.pdf_layout import Line, Page, passages

if TYPE_CHECKING:
    from sphinx_briefing.models import Article
    from tests.articles.conftest import Reader

FERRY = """\
The ferry to Corvane stops on Friday, the
company said. It carries 90 passengers and
some cars."""
COSTS = """\
“Costs rose 12% in a year,” said Ada Vale, the
chief warden of the strait and the islands."""


def story(title: float = 20) -> list[Words]:
    return [
        Words(50, 700, "Ferry stops on Friday", title),
        *lines(50, 660, FERRY),
        *lines(50, 615, COSTS),
    ]


@pytest.fixture
def shown(read: Reader):
    """The article on these pages."""

    def read_pages(*pages: list[Words], **more) -> Article:
        article = read(pdf_file(pages, **more), "ferry.pdf")
        check_spans(article)
        return article

    return read_pages


def test_lines_become_paragraphs(shown) -> None:
    article = shown(story())
    assert words(article, "title") == ["Ferry stops on Friday"]
    assert words(article, "body") == [FERRY.replace("\n", " "), COSTS.replace("\n", " ")]
    assert article.problems == ()


def test_indented_lines_begin_paragraphs(shown) -> None:
    page = [*lines(50, 660, FERRY), *lines(50, 624, COSTS, indent=10), *lines(50, 600, FERRY, indent=10)]
    assert words(shown(page)) == [text.replace("\n", " ") for text in (FERRY, COSTS, FERRY)]


def test_a_short_last_line_ends_a_paragraph(shown) -> None:
    assert words(shown(lines(50, 660, f"{FERRY}\n{COSTS}"))) == [t.replace("\n", " ") for t in (FERRY, COSTS)]


def test_wide_leading_parts_no_paragraph(shown) -> None:
    page = [*lines(50, 660, FERRY, lead=2), *lines(50, 580, COSTS, lead=2)]
    assert words(shown(page)) == [text.replace("\n", " ") for text in (FERRY, COSTS)]


@pytest.mark.parametrize(
    ("lines_broken", "whole"),
    [
        ("Its transpor-\ntation ends.", "Its transportation ends."),
        ("The long-term plan. All long-\nterm plans.", "The long-term plan. All long-term plans."),
        ("A well known fact is well-\nknown to us.", "A well known fact is well-known to us."),
        ("It goes step-\nby-step on.", "It goes step-by-step on."),
        ("It goes step-by-\nstep on.", "It goes step-by-step on."),
        ("From Tarn-\nCorvane in 2019-\n2020 on.", "From Tarn-Corvane in 2019-2020 on."),
        ("The transport. A trans-\nport.", "The transport. A transport."),
        ("A dash -\nand more.", "A dash - and more."),
    ],
)
def test_words_broken_at_a_lines_end(shown, lines_broken: str, whole: str) -> None:
    assert words(shown(lines(50, 660, lines_broken))) == [whole]


def test_soft_hyphens_are_no_part_of_words() -> None:
    page = [Line("It was soft\xad", 50, 650, 110, 660, 10), Line("ened.", 50, 638, 80, 648, 10)]
    assert [passage.words for passage in passages([Page([page], 0, 800)])] == ["It was softened."]


def test_columns_are_read_one_after_the_other(shown) -> None:
    left, right = lines(50, 660, f"{FERRY}\n{FERRY}"), lines(340, 660, f"{FERRY}\n{COSTS}")
    below = lines(
        50, 560, "This line goes over the whole width of the page, from the left to the right edge of it."
    )
    found = words(shown([*right, Words(50, 700, "Ferry stops on Friday", 20), *left, *below]))
    ferry, costs = FERRY.replace("\n", " "), COSTS.replace("\n", " ")
    assert found == ["Ferry stops on Friday", ferry, ferry, ferry, costs, below[0].text]


def test_paragraphs_whose_gaps_are_level_stay_in_their_columns(shown) -> None:
    page = [*lines(50, 660, FERRY), *lines(340, 660, FERRY), *lines(50, 600, COSTS), *lines(340, 600, COSTS)]
    ferry, costs = FERRY.replace("\n", " "), COSTS.replace("\n", " ")
    assert words(shown(page)) == [ferry, costs, ferry, costs]


def test_wide_spaces_and_rows_of_tables_part_no_line(shown) -> None:
    page = [
        Words(50, 660, "Land"),
        Words(250, 660, "Troops"),
        Words(50, 648, "Norden"),
        Words(250, 648, "400"),
    ]
    assert words(shown(page)) == ["Land Troops Norden 400"]


def test_a_paragraph_goes_on_over_columns_and_pages(shown) -> None:
    first = lines(
        50,
        660,
        "The ferry to Corvane stops on Friday, and the\nchief warden of the strait, whose name is Ada",
    )
    second = lines(340, 660, "Vale, said that it stays on the islands\nand that its boats and bridges")
    third = lines(50, 660, "are closed for 12 days.\nNobody was asked.")
    found = words(shown([*first, *lines(50, 636, "Mary"), *second, *lines(340, 636, "too")], third))
    assert len(found) == 1
    assert "Ada Mary Vale" in found[0]
    assert found[0].endswith("bridges too are closed for 12 days. Nobody was asked.")


def test_heads_feet_and_page_numbers_are_left_out(shown) -> None:
    def page(number: int) -> list[Words]:
        return [
            Words(50, 770, "Strait Gazette", 8),
            Words(400, 770, f"{number} May 2025", 8),
            *lines(50, 660, COSTS.replace("12", str(number))),
            Words(280, 30, f"- {number} -", 8),
            Words(50, 18, "https://gazette.example/ferry", 6),
        ]

    first = [Words(50, 740, "Strait Gazette", 20), *page(1)]
    found = words(shown(first, page(2), page(3)))
    assert found[0] == "Strait Gazette"
    assert [text[:13] for text in found[1:]] == ["“Costs rose 1", "“Costs rose 2", "“Costs rose 3"]
    assert all(text.endswith("islands.") for text in found[1:])


def test_the_number_of_a_single_page_is_left_out(shown) -> None:
    assert "1 of 1" not in shown([*story(), Words(280, 30, "Page 1 of 1")]).text


def test_headings(shown) -> None:
    page = [
        *story(),
        Words(50, 580, "What it costs", 10, bold=True),
        *lines(50, 560, FERRY),
        Words(50, 510, "What is next", 13),
        *lines(50, 490, FERRY),
    ]
    assert words(shown(page), "heading") == ["What it costs", "What is next"]


def test_what_the_file_says_of_itself_counts_where_it_is_printed(shown) -> None:
    page = [*story(), *lines(50, 560, "By Mia Sand")]
    info = {
        "Title": "Ferry stops on Friday",
        "Author": "Mia Sand and Ben Okoro",
        "CreationDate": "D:20250516",
    }
    metadata = shown(page, info=info, catalog="/Lang(en-GB)").metadata
    assert (metadata.title, metadata.authors) == ("Ferry stops on Friday", ("Mia Sand",))
    assert (metadata.language, metadata.date) == ("en-GB", "")
    metadata = shown(story(), info={"Title": "template.doc", "Author": "Mia Sand"}).metadata
    assert (metadata.title, metadata.authors) == ("Ferry stops on Friday", ())


def test_ligatures_are_letters(shown) -> None:
    font = "/Encoding<</Type/Encoding/Differences[64/fi/fl]>>"
    assert words(shown(lines(50, 660, "The of@ce burned in Aames."), font=font)) == [
        "The office burned in flames."
    ]


def unicode_map(target: str) -> bytes:
    """Names every letter of the font *target*."""
    code = f"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7F> [{target * 96}] endbfrange"
    body = f"/CIDInit /ProcSet findresource begin begincmap {code} endcmap end".encode()
    return b"<</Length %d>>stream\n%s\nendstream" % (len(body), body)


def test_text_from_right_to_left_is_refused(read: Reader) -> None:
    raw = pdf_file([story()], font="/ToUnicode 6 0 R", objects=[unicode_map("<05D0>")])
    article = read(raw, "ferry.pdf")
    assert article.paragraphs == ()
    assert "right to left" in said(article)


def test_letters_without_names_are_refused(read: Reader) -> None:
    font = "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[6 0 R]"
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    below = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/FontDescriptor<<>>" + system + b">>"
    page = [Words(50, 700, "two bytes to each letter")]
    raw = pdf_file([page], font=font, objects=[below])
    raw = raw.replace(b"/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding", b"/BaseFont/X", 1)
    article = read(raw, "ferry.pdf")
    assert article.paragraphs == ()
    assert "OCR" in said(article)


def test_pictures_need_ocr(shown) -> None:
    article = shown([], [])
    assert "no text" in said(article)
    assert "OCR" in said(article)
    partly = shown(story(), [], [])
    assert partly.paragraphs
    assert "2 of the PDF's 3 pages" in said(partly)


def test_a_locked_file(read: Reader) -> None:
    writer = pypdf.PdfWriter(pypdf.PdfReader(io.BytesIO(pdf_file([story()]))))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    article = read(out.getvalue(), "ferry.pdf")
    assert article.paragraphs == ()
    assert "password" in said(article)


@pytest.mark.parametrize(
    "content", [b"", b"text", b"%PDF-1.7\n", b"%PDF-1.4\ntrailer<</Root 1 0 R>>", b"PK\x03\x04"]
)
def test_no_pdf(read: Reader, content: bytes) -> None:
    article = read(content, "ferry.pdf")
    assert article.paragraphs == ()
    assert "damaged" in said(article)


def test_a_stream_without_end_is_refused(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_STREAM", 1_000_000)
    page = [Words(50, 600, "x" * 2_000_000)]
    assert "grows to more than 1 MB" in said(read(pdf_file([page]), "ferry.pdf"))


def test_sizes_beyond_all_measure_are_refused(read: Reader) -> None:
    whole = pdf_file([story()])
    article = read(whole.replace(b"[0 0 600 800]", b"[0 0 900000 800]"), "ferry.pdf")
    assert "damaged" in said(article)
    below = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/FontDescriptor<<>>/W[0 999999999 500]>>"
    raw = pdf_file([story()], font="/DescendantFonts[6 0 R]", objects=[below])
    assert "damaged" in said(read(raw.replace(b"/Subtype/Type1", b"/Subtype/Type0", 1), "ferry.pdf"))


def test_only_so_many_pages_are_read(shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    article = shown(story(), lines(50, 660, COSTS), lines(50, 660, FERRY))
    assert len(article.paragraphs) == 4
    assert "more than 2 pages" in said(article)


def test_the_library_keeps_its_remarks_to_itself(read: Reader, caplog: pytest.LogCaptureFixture) -> None:
    read(pdf_file([story()]).replace(b"/Courier", b"/Nowhere"), "ferry.pdf")
    assert caplog.records == []
    assert logging.getLogger("pdfminer").level == logging.NOTSET


def test_without_the_extra(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.pdfdocument", None)
    article = read(pdf_file([story()]), "ferry.pdf")
    assert article.paragraphs == ()
    assert 'pip install "sphinx-briefing[pdf-articles]"' in said(article)


WHOLE = pdf_file([story(), story()], {"Title": "Ferry"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, len(WHOLE) - 1),
    instead=st.sampled_from([b"", b"0 ", b"<<", b"]", b"-1", b"1 0 R", b"99999999999", b"/Kids", b"\xff\x00"]) | st.binary(max_size=4),
    cut=st.integers(0, 12),
)  # fmt: skip
def test_no_damage_raises(read: Reader, at: int, instead: bytes, cut: int) -> None:
    check_spans(read(WHOLE[:at] + instead + WHOLE[at + cut :], "ferry.pdf"))
