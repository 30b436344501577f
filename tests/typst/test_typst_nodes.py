"""Every standard node of docutils and Sphinx is in the PDF, in its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pdf_project import Built


def test_no_warning(everything: Built) -> None:
    assert everything.warnings == ""


@pytest.mark.parametrize(
    "words",
    [
        # inline
        "handled about 400 containers",
        "TEU (twenty-foot equivalent unit)",
        "Ctrl + C , Save, File ‣ Open",
        "make and name.txt",
        "A substitution stands for itself",
        "Download this file.",
        # lists
        "a) first b) second i. nested roman ii. and again",
        "5. five 6. six",
        "berth : place Where a ship lies.",
        "Depth 14 metres",
        "A field with a label that is far too long to stand beside its body the body",
        "-v, --verbose say more --berth=NUMBER which berth",
        "berth mooring A place for a ship.",
        "Lines stand as they are written",
        "Mind the gap",
        "Ada • Bo",
        # blocks
        "Bottom line Traffic is up",
        "Background since 1990 The outer berth opened late.",
        "Note A note.",
        "Warning A warning with two paragraphs. The second.",
        "Own title An admonition.",
        "See also Lists",
        "Added in version 2.0: The outer berth.",
        "Deprecated since version 3.0.",
        "Todo Ask the board.",
        "as long as I am its master. — Ida Strand, harbour master, in The Coast",
        "They are not built for that. — A saying",
        "In a container. A compound paragraph.",
        "Only in the PDF of Typst.",
        "Raw Typst, underlined.",
        "[Strand2025] Strand, I., Ports of the north, 2025.",
        # numbers
        "Table 1. Containers a day, by port",
        "Fig. 1. Containers by year. A legend below the caption.",
        "Listing 1. A function",
        "Equation (1) is famous",
        "e^{i\\pi} + 1 = 0 (1)",
        # code
        'return "x" * 2 # a comment',
        '"quotes" \\ and #{ typst } $ markup $ [ ] <label> @ref',
        'berth: open >>> print("doctest") doctest',
        "parsed emphasis kept",
        "berth(number: int, *, open: bool = True) → Berth",
        "class Berth(port[, depth[, name]])",
        "Parameters number (int) – which one Returns the berth",
        "int open_berth(const char *name)",
        "--port <name> Which port.",
        'berth ::= "B" number number ::= "0" ... "9"',
        "#let x = 1; “quoted” \\ #panic(“no”) $x$ *not *bold* <a> @b //@ “index” 1 /* c */ code.",
    ],
)
def test_words(everything: Built, words: str) -> None:
    assert words in everything.words("harbour-review")


@pytest.mark.parametrize("words", ["Only in HTML", "raw html", "Footnotes", "not audited. The board"])
def test_not_for_print(everything: Built, words: str) -> None:
    assert words not in everything.words("harbour-review")


def test_footnotes_stand_at_the_foot_of_the_page_that_refers_to_them(everything: Built) -> None:
    first, *_, last = [" ".join(page.split()) for page in everything.pages("harbour-review")]
    assert first.endswith("The board’s own count, not audited. Page 1 of 7")
    assert "audited" not in last


def test_a_long_table_repeats_its_header(everything: Built) -> None:
    pages = everything.pages("harbour-review")
    with_rows = [page for page in pages if "Handles containers of kind" in page]
    assert len(with_rows) > 1
    assert all("Remarks" in page for page in with_rows)


def test_outline_is_the_toctree(everything: Built) -> None:
    def titles(items: list) -> list:
        return [titles(one) if isinstance(one, list) else one.title for one in items]

    assert titles(everything.pdf("harbour-review").outline) == [
        "Lists",
        ["Bullets and numbers", "Definitions, fields and options"],
        "Blocks",
        "Tables and figures",
        "Code",
        "Index",
    ]


def test_index_names_pages(everything: Built) -> None:
    index = " ".join(everything.pages("harbour-review")[-1].split())
    page = next(
        number
        for number, page in enumerate(everything.pages("harbour-review"), start=1)
        if "Cranes and tides" in page
    )
    assert f"tide, {page}" in index
    assert f"crane hoist, {page}" in index
    assert "berth, " in index


def test_links_lead_to_pages_and_to_the_web(everything: Built) -> None:
    annotations = [
        note.get_object()
        for page in everything.pdf("harbour-review").pages
        for note in page.get("/Annots", [])
    ]
    uris = {one["/A"]["/URI"] for one in annotations if "/URI" in one.get("/A", {})}
    internal = [one for one in annotations if "/Dest" in one or "/D" in one.get("/A", {})]
    assert 'https://example.org/#{x}"y"' in uris
    assert any(uri.endswith("containers-handled-by-day-and-berth.html") for uri in uris)
    assert len(internal) > 10


def test_tagged_and_described(everything: Built) -> None:
    pdf = everything.pdf("harbour-review")
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Freight through the northern ports"
    assert pdf.metadata.author == "Policy unit"
    assert pdf.metadata.subject == "What the northern ports handle"
    assert pdf.metadata["/Keywords"] == "ports, freight"
    assert pdf.metadata["/CreationDate"].startswith("D:2026")
    assert b"<pdfuaid:part>1" in root["/Metadata"].get_data()


def test_tags_say_what_things_are(everything: Built) -> None:
    kinds: dict[str, int] = {}

    def count(element: object) -> None:
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, dict):
            kind = str(element.get("/S", ""))
            kinds[kind] = kinds.get(kind, 0) + 1
            count(element.get("/K", []))
        elif isinstance(element, list):
            for one in element:
                count(one)

    count(everything.pdf("harbour-review").trailer["/Root"]["/StructTreeRoot"]["/K"])
    wanted = {"/Title", "/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link", "/Code"}
    assert wanted <= kinds.keys()
    assert kinds["/Figure"] == 5
