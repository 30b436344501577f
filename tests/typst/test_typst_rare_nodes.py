"""Nodes that a page seldom has, and odd places for common ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_project import Built

    Build = Callable[..., Built]

PAGE = "Ports\n=====\n\n"
DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'


def test_a_footnote_that_nothing_refers_to_stands_where_it_is(build: Build) -> None:
    assert "Before. [1] Alone. After." in build(PAGE + "Before.\n\n.. [1] Alone.\n\nAfter.\n").words()


def test_a_reference_to_no_footnote_or_citation_keeps_its_mark(build: Build) -> None:
    built = build(PAGE + "See [9]_ and [None2020]_.\n")
    assert "[None2020]" in built.words()
    assert "[9]" in built.words()


def test_a_footnote_that_only_html_has(build: Build) -> None:
    text = PAGE + "See [3]_.\n\n.. only:: html\n\n   .. [3] For the web.\n"
    words = build(text).words()
    assert "See 3" in words
    assert "For the web" not in words


def test_notes_in_titles_stand_on_one_page_only(build: Build) -> None:
    lines = "\n".join(f"| {number}" for number in range(60))
    text = f"Ports [#t]_\n===========\n\n.. toctree::\n\n   one\n\n{lines}\n\n.. [#t] Of the north.\n"
    one = "One [#o]_\n=========\n\nA [#o]_.\n\n.. [#o] Of two.\n"
    built = build(text, one=one)
    assert not built.warnings
    assert built.words().count("Of the north.") == 1
    assert built.words().count("Of two.") == 1
    assert built.pdf().outline[0].title.startswith("One")


def test_a_heading_of_an_image_is_no_heading(build: Build) -> None:
    text = PAGE + "|dot|\n-----\n\ntext\n\n.. |dot| image:: dot.svg\n   :alt: dot\n"
    assert [*build(text, files={"dot.svg": DOT}).pdf().outline] == []


def test_levels_do_not_skip(build: Build) -> None:
    text = PAGE + ".. toctree::\n\n   deep\n"
    built = build(
        text, deep="|x|\n===\n\nB\n-\n\nC\n~\n\nc\n\n.. |x| image:: dot.svg\n", files={"dot.svg": DOT}
    )
    assert built.pdf().outline[0].title == "B"


def test_figures(build: Build) -> None:
    text = """
.. figure:: dot.svg
   :target: https://example.org/dot
   :scale: 300 %
   :align: right

.. figure:: dot.svg
   :height: 200cm

   A tall one.

inline |dot|

.. |dot| image:: dot.svg
   :target: https://example.org/inline
"""
    built = build(PAGE + text, files={"dot.svg": DOT})
    assert not built.warnings
    assert "A tall one." in built.words()
    notes = [note.get_object() for page in built.pdf().pages for note in page.get("/Annots", [])]
    links = [note["/A"]["/URI"] for note in notes]
    assert {"https://example.org/dot", "https://example.org/inline"} == set(links)


def test_a_figure_of_a_node_that_is_no_image(build: Build) -> None:
    conf = {"extensions": ["sphinx_briefing.typst", "sphinx.ext.inheritance_diagram"]}
    text = ".. inheritance-diagram:: io.StringIO\n   :caption: A graph\n"
    built = build(PAGE + text, conf=conf)
    assert "does not know the node 'inheritance_diagram'" in built.warnings
    assert "A graph" in built.words()


def test_an_image_on_the_web_that_cannot_be_had_shows_its_text(build: Build) -> None:
    conf = {"suppress_warnings": ["image.not_readable"]}
    assert "A chart" in build(PAGE + ".. image:: nowhere.svg\n   :alt: A chart\n", conf=conf).words()


def test_signatures(build: Build) -> None:
    text = """
.. cpp:function:: template <typename T> int dock(T ship)

.. py:function:: moor[T](ship: T, rope: int = 1) -> None
   :single-line-parameter-list:

.. py:function:: cast_off(ship: Ship, speed: int, harbour: Harbour, pilot: Pilot, tug: Tug, signal: Signal)

.. py:function:: lie([depth])
"""
    words = build(PAGE + text, conf={"python_maximum_signature_line_length": 60}).words()
    assert "template<typename T> int dock(T ship)" in words
    assert "moor[T](ship: T, rope: int = 1) → None" in words
    assert "cast_off( ship: Ship, speed: int," in words
    assert "lie([depth])" in words


def test_index_entries(build: Build) -> None:
    entries = ".. index:: ! crane\n   see: hoist; crane\n   seealso: tide; moon\n\n"
    text = PAGE + entries + "One.\n\n.. index:: crane\n\nTwo.\n"
    built = build(text, conf={"briefing_pdf_index": True})
    assert "Index C crane, 1 H hoist see crane T tide see also moon" in built.words()
    assert "Index" not in build(text, conf={"briefing_pdf_index": False}).words()
    assert "Index" not in build(text).words()


def test_indices_of_domains(build: Build) -> None:
    text = PAGE + ".. py:module:: ports\n\nOne.\n\n.. py:module:: ports.north\n\nTwo.\n"
    words = build(text, conf={"briefing_pdf_index": True}).words()
    assert "Python Module Index p ports, 1 ports.north, 1" in words


def test_captions_and_web_links_of_toctrees_are_printed(build: Build) -> None:
    first = ".. toctree::\n   :caption: First part\n\n   one\n\n"
    text = (
        PAGE
        + first
        + ".. toctree::\n   :caption: Second part\n\n   two\n   Board <https://example.org/board>\n"
    )
    built = build(text, one="One\n===\n\nA.\n", two="Two\n===\n\nB.\n")
    assert built.words().count("First part") == 1
    assert "A. Second part • Board Two B." in built.words()


def test_comments_and_what_hides_in_them(build: Build) -> None:
    text = PAGE + ".. a comment\n\n.. autosummary::\n\n   os.path.join\n"
    built = build(text, conf={"extensions": ["sphinx_briefing.typst", "sphinx.ext.autosummary"]})
    assert "a comment" not in built.words()
    assert "os.path.join(a, *p)" in built.words()


def test_a_caption_for_tables_and_a_table_of_a_given_width(build: Build) -> None:
    text = ".. table::\n   :width: 50%\n   :widths: 1 2\n\n   ==  ==\n   a   b\n   ==  ==\n\n"
    empty = ".. list-table::\n\n   * -\n     -\n"
    assert "a b" in build(PAGE + text + empty).words()


def test_an_admonition_of_another_extension_without_a_title(build: Build) -> None:
    assert "Tip Pull." in build(PAGE + ".. tip:: Pull.\n").words()
    assert "quoted" in build(PAGE + "   quoted\n\n.. compound::\n\n   x\n").words()
