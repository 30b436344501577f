"""What the builder does with a project: documents, settings, faults."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from pdf_project import Built
from sphinx.testing.util import SphinxTestApp

from sphinx_briefing.typst import compiler, formulas
from sphinx_briefing.typst.builder import PdfError

if TYPE_CHECKING:
    from collections.abc import Callable

    Build = Callable[..., Built]

PAGE = "Ports\n=====\n\nThe harbour is open.\n"


def test_two_builds_give_equal_bytes(build: Build) -> None:
    first = (build(PAGE).outdir / "project.pdf").read_bytes()
    assert (build(PAGE).outdir / "project.pdf").read_bytes() == first


def test_another_time_gives_another_date(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert "Jan 01, 2026" not in build(PAGE).words()


def test_documents(build: Build) -> None:
    rows = [("index", "all", "", ""), ("note", "sub/note.pdf", "A title of its own", "I. Strand; O. Berg")]
    toctree = "\n.. toctree::\n\n   note\n"
    built = build(
        PAGE + toctree, note="Note\n====\n\nTo :doc:`index`.\n", conf={"briefing_pdf_documents": rows}
    )
    assert "The harbour is open." in built.words("all")
    assert "To Ports." in built.words("all")
    assert "A title of its own" in built.words("sub/note")
    assert "harbour is open" not in built.words("sub/note")
    assert built.pdf("sub/note").metadata["/Author"] == "I. Strand, O. Berg"
    assert not built.warnings


def test_toctree_only(build: Build) -> None:
    rows = [("index", "all", "", "", True)]
    text = PAGE + "\n.. toctree::\n   :caption: What is here\n\n   note\n"
    words = build(text, note="Note\n====\n\nA note.\n", conf={"briefing_pdf_documents": rows}).words("all")
    assert "A note." in words
    assert "What is here" in words
    assert "harbour is open" not in words


def test_an_unknown_page_is_a_warning(build: Build) -> None:
    built = build(PAGE, conf={"briefing_pdf_documents": [("nowhere", "a"), ("index", "b")]})
    assert "there is no page 'nowhere'" in built.warnings
    assert "[briefing.pdf_config]" in built.warnings
    assert built.words("b")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_paper(build: Build, paper: str, size: tuple[int, int]) -> None:
    box = build(PAGE, conf={"briefing_pdf_paper": paper}).pdf().pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_variables_reach_the_template(build: Build) -> None:
    variables = {"status": "Final", "distribution": "Cabinet", "kicker": "Briefing note", "size": 12}
    words = build(PAGE, conf={"briefing_pdf_variables": variables}).words()
    assert "BRIEFING NOTE Ports" in words
    assert "Status Final Distribution Cabinet" in words


def test_own_template(build: Build) -> None:
    template = b"""
#import "nodes.typ": *
#let class-styles = (loud: it => upper(it))
#let quotation(attribution, ..blocks) = [SAID: #blocks.pos().join() BY #attribution]
#let briefing(title: [], variables: (:), ..rest, body) = [TEMPLATE #title #variables.colour #body]
"""
    conf = {"briefing_pdf_template": "own.typ", "briefing_pdf_variables": {"colour": "blue"}}
    text = PAGE + "\n   We are open.\n\n   -- Ida\n\n.. rst-class:: loud\n\nplease note\n"
    built = build(text, conf=conf, files={"own.typ": template})
    assert "TEMPLATE Ports blue" in built.words()
    assert "PLEASE NOTE" in built.words()
    assert "SAID: We are open. BY Ida" in built.words()


def test_bad_settings_are_warnings(build: Build) -> None:
    conf = {
        "briefing_pdf_paper": "a3",
        "briefing_pdf_template": "missing.typ",
        "briefing_pdf_fonts": ["nowhere"],
        "briefing_pdf_standards": ["ua-9"],
        "briefing_pdf_variables": {"thing": object},
        "briefing_pdf_documents": [("index",)],
    }
    built = build(PAGE, conf=conf)
    assert built.words()
    for name in conf:
        assert name in built.warnings
    assert "briefing_pdf_paper should be a4 or us-letter, not 'a3'; the default holds" in built.warnings


def test_a_glyph_that_no_font_has(build: Build) -> None:
    built = build(PAGE + "\nA word: 漢字 and é, ḍ, ʿ, x\u0323.\n\n* again 漢\n")
    assert (
        "index.rst:6: WARNING: no font has a glyph for 漢 (U+6F22 CJK UNIFIED IDEOGRAPH-6F22)"
        in built.warnings
    )
    assert built.warnings.count("[briefing.pdf_glyph]") == 2
    assert "A word: \ufffd\ufffd and é, ḍ, ʿ, x\u0323" in built.words()


def test_a_script_that_no_font_has(build: Build) -> None:
    text = PAGE + "\n" + "".join(chr(0x4E00 + number) for number in range(40)) + "\n"
    built = build(text, conf={"project": "Project"})
    assert built.warnings.count("[briefing.pdf_glyph]") == 13
    assert "no font has a glyph for 28 more characters" in built.warnings


def test_a_character_in_no_page(build: Build) -> None:
    built = build(PAGE, conf={"briefing_pdf_variables": {"kicker": "漢"}})
    assert "index.rst: WARNING: no font has a glyph for 漢" in built.warnings


def test_a_font_folder(build: Build, tmp_path: Path) -> None:
    (tmp_path / "source" / "fonts").mkdir(parents=True)
    built = build(
        PAGE, conf={"briefing_pdf_fonts": ["fonts"], "briefing_pdf_variables": {"font": ["Nothing Sans"]}}
    )
    assert "unknown font family: nothing sans" in built.warnings
    assert "[briefing.pdf_typst]" in built.warnings


def test_a_fault_in_raw_typst_names_the_page_and_leaves_no_pdf(build: Build) -> None:
    outdir = build(PAGE).outdir
    assert (outdir / "project.pdf").exists()
    with pytest.raises(PdfError, match=r"index\.rst:\d+: unclosed delimiter"):
        build(PAGE + "\n.. raw:: typst\n\n   #let x = (1\n")
    assert not (outdir / "project.pdf").exists()


def test_a_fault_in_a_template_names_the_template(build: Build) -> None:
    with pytest.raises(PdfError, match=r"template\.typ:1: unknown variable: oops"):
        build(
            PAGE,
            conf={"briefing_pdf_template": "own.typ"},
            files={"own.typ": b"#let briefing(..rest, body) = oops"},
        )


def test_a_broken_image_is_a_warning(build: Build) -> None:
    text = (
        PAGE
        + "\n.. image:: broken.png\n   :alt: A chart of the port\n\n.. image:: none.png\n   :alt: Nothing\n"
    )
    built = build(text, files={"broken.png": b"no image"})
    assert "cannot use the image broken.png" in built.warnings
    assert "A chart of the port" in built.words()
    assert "Nothing" in built.words()


class stranger(nodes.General, nodes.Element):  # noqa: N801
    """A node that no builder knows."""


def test_an_unknown_node_keeps_its_content(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('project = "Project"\nextensions = ["sphinx_briefing.typst"]\n')
    (tmp_path / "index.rst").write_text(PAGE)

    def wrap(_app: object, tree: nodes.document) -> None:
        for paragraph in [*tree.findall(nodes.paragraph)]:
            title = nodes.title("", "Strange")
            paragraph.replace_self(
                [stranger("", title, paragraph.deepcopy()), stranger("", paragraph.deepcopy())]
            )

    app = SphinxTestApp("briefingpdf", srcdir=tmp_path)
    app.connect("doctree-read", wrap)
    app.build()
    app.cleanup()
    built = Built(Path(app.outdir), app.warning.getvalue())
    assert "Strange The harbour is open. The harbour is open." in built.words()
    assert built.warnings.count("does not know the node 'stranger'") == 1


def test_without_the_wheel(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "find_spec", lambda _: None)
    with pytest.raises(PdfError, match=r"pip install 'sphinx-briefing\[pdf\]'"):
        build(PAGE)


def test_math_is_printed_as_source_with_one_warning(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "find_spec", lambda _: None)
    built = build(PAGE + "\n:math:`a_1` and :math:`b_2`\n")
    assert "a_1 and b_2" in built.words()
    assert built.warnings.count("[briefing.pdf_math]") == 1


def test_attribution_stays_with_its_quotation(build: Build) -> None:
    quote = "   We are open, and we stay open.\n\n   -- Ida Strand\n"
    for lines in range(40, 56, 3):
        filler = "\n".join(f"| line {number}" for number in range(lines))
        pages = build(PAGE + "\n" + filler + "\n\n" + quote).pages()
        assert all(("stay open" in page) == ("Ida Strand" in page) for page in pages)


def test_headings_never_skip_a_level(build: Build) -> None:
    text = PAGE + "\n.. toctree::\n\n   deep\n"
    deep = "No title, but a quotation\n\n.. image:: x.png\n\nA\n=\n\nB\n-\n\nC\n~\n\nc\n\nD\n=\n\nd\n"
    assert "WARNING: image file not readable" in build(text, deep=deep).warnings


def test_numbered_sections(build: Build) -> None:
    text = PAGE + "\n.. toctree::\n   :numbered:\n\n   one\n   two\n"
    built = build(text, one="One\n===\n\nSub\n---\n\ns\n", two="Two\n===\n\nt\n")
    assert "1. One 1.1. Sub s 2. Two t" in built.words()


def test_language(build: Build) -> None:
    text = "Hafen\n=====\n\n.. note:: Ja.\n"
    built = build(text, conf={"language": "de", "author": "Referat 3"})
    assert built.pdf().trailer["/Root"]["/Lang"] == "de"
    assert "Bemerkung" in built.words()
    assert "Autor Referat 3" in built.words()


def test_messages_that_keep_warnings_leaves(build: Build) -> None:
    built = build(PAGE + "\n:nope:`x`\n", conf={"keep_warnings": True})
    assert "Unknown interpreted text role “nope”" in built.words()


class _Latex:
    """Stands in for ziamath's renderer, which need not be installed."""

    def __init__(self, latex: str, size: int, *, inline: bool) -> None:
        if "bad" in latex:
            raise ValueError(latex)
        self._svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -18 {size} 24"></svg>'
        if "odd" in latex:
            self._svg = "<svg/>"
        self.inline = inline

    def svg(self) -> str:
        return self._svg


def test_math_is_rendered_where_ziamath_is(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = SimpleNamespace(OwnError=type("OwnError", (Exception,), {}), other=1)
    modules = {"ziamath": SimpleNamespace(Latex=_Latex), "latex2mathml.exceptions": faults}
    monkeypatch.setattr(formulas, "find_spec", lambda _: True)
    monkeypatch.setattr(formulas, "import_module", modules.__getitem__)
    built = build(PAGE + "\n:math:`a^2`, :math:`bad` and :math:`odd`\n\n.. math:: c^2\n")
    assert built.warnings.count("a formula cannot be rendered") == 2
    assert "bad and odd" in built.words()
    assert "a^2" not in built.words()
    assert 'box(baseline: 0.250em, image(bytes("<svg' in built.source()
    assert 'width: 1.000em, height: 1.000em, alt: "a^2")' in built.source()
