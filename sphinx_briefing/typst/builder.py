"""The builder: one PDF for each row of `briefing_pdf_documents`."""

from __future__ import annotations

import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.locale import __
from sphinx.util import logging
from sphinx.util.display import progress_message

from sphinx_briefing.typst import config, diagrams, glyphs, images, log
from sphinx_briefing.typst.assembly import assemble
from sphinx_briefing.typst.compiler import CompileError, Compiler, is_installed
from sphinx_briefing.typst.frontmatter import take
from sphinx_briefing.typst.indices import indices
from sphinx_briefing.typst.literals import value
from sphinx_briefing.typst.source import Origins, main_source, today
from sphinx_briefing.typst.writer import TypstTranslator

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes

    from sphinx_briefing.typst.config import PdfDocument

TEMPLATES = Path(__file__).parent / "templates"

_logger = logging.getLogger(__name__)


class PdfError(SphinxError):
    """A PDF cannot be made."""

    category = "PDF error"


class PdfBuilder(Builder):
    """Builds PDFs with Typst, with nothing but what pip brings.

    The Typst sources stay in the folder ``typst`` beside the PDFs.
    """

    name = "briefingpdf"
    format = "typst"
    epilog = __("The PDF files are in %(outdir)s.")
    supported_image_types = images.TYPES
    default_translator_class = TypstTranslator

    def init(self) -> None:
        """Make sure that there is a compiler."""
        if not is_installed():
            raise PdfError(__("the package typst is not installed: pip install 'sphinx-briefing[pdf]'"))
        self._work = self.outdir / "typst"
        self.imagedir = "images"
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        self._moment = datetime.fromtimestamp(int(epoch or time.time()), UTC)

    def get_outdated_docs(self) -> str:
        """A PDF holds many pages: all are written at each build."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002
        """Return the address of a page in the PDF; links to pages that are not there become plain text."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:  # noqa: ARG002
        """Return the address of a page: within a PDF it does not depend on where one stands."""
        return self.get_target_uri(to, typ)

    def write_documents(self, _docnames: Set[str]) -> None:
        """Make each PDF. An earlier one goes first, so that none is left that the pages do not support."""
        entries = config.documents(self.config)
        for entry in entries:
            self._target(entry).unlink(missing_ok=True)
        shutil.rmtree(self._work, ignore_errors=True)
        self._work.mkdir(parents=True)
        fonts = [self.confdir / one for one in self.config.briefing_pdf_fonts]
        compiler = Compiler(self._work, fonts)
        for entry in entries:
            if entry.docname not in self.env.all_docs:
                log.warn("pdf_config", "briefing_pdf_documents: there is no page %r", entry.docname)
                continue
            with progress_message(__("processing %s") % self._target(entry).name, nonl=False):
                pdf = self._compile(compiler, self._prepare(entry, compiler))
                self._target(entry).parent.mkdir(parents=True, exist_ok=True)
                self._target(entry).write_bytes(pdf)

    def _target(self, entry: PdfDocument) -> Path:
        return self.outdir / f"{entry.target}.pdf"

    def _prepare(self, entry: PdfDocument, compiler: Compiler) -> Path:
        """Write the Typst sources of a PDF; the doctree is gone from memory when the compiler needs it."""
        tree = assemble(self, entry)
        diagrams.draw(self, tree, self.doctreedir / "briefing-diagrams")
        self.post_process_images(tree)
        self.images = images.place(self.images, self.srcdir, self._work / self.imagedir, compiler)
        source, raws = self._source(tree, entry)
        lacking = glyphs.missing(compiler, glyphs.clusters(source), self._moment)
        glyphs.warn(tree, lacking)
        main = self._work / f"{entry.target.replace('/', '-')}.typ"
        main.write_text(glyphs.replace(source, lacking), encoding="utf-8")
        for number, raw in enumerate(raws, start=1):
            (self._work / f"raw-{number}.typ").write_text(raw, encoding="utf-8")
        self._copy_templates()
        return main

    def _source(self, tree: nodes.document, entry: PdfDocument) -> tuple[str, list[str]]:
        """Return a document's Typst source, and the sources of raw Typst that it includes."""
        translator = cast("TypstTranslator", self.create_translator(tree, self))
        front = take(translator, entry, self.env.metadata[entry.docname], today(self.config))
        tree.walkabout(translator)
        wanted = self.config.briefing_pdf_index
        back = ""
        if wanted or (wanted is None and len(translator.written) > 1):
            back = indices(self, translator.written, translator.labels)
        return main_source(translator, front, back, self._moment), translator.raws

    def _compile(self, compiler: Compiler, main: Path) -> bytes:
        """Compile a source, saying of each diagnostic which line of which page it comes from."""
        origins = Origins(self._work, self.env)
        try:
            pdf, warnings = compiler.pdf(main, self.config.briefing_pdf_standards, self._moment)
        except CompileError as error:
            raise PdfError("\n".join(map(origins.describe, error.diagnostics))) from error
        for one in warnings:
            log.warn("pdf_typst", "%s", origins.message(one), location=origins.find(one))
        return pdf

    def _copy_templates(self) -> None:
        variables = value(self.config.briefing_pdf_variables)
        (self._work / "settings.typ").write_text(f"#let variables = {variables}\n", encoding="utf-8")
        shutil.copyfile(TEMPLATES / "nodes.typ", self._work / "nodes.typ")
        own = self.config.briefing_pdf_template
        template = self.confdir / own if own else TEMPLATES / "briefing.typ"
        shutil.copyfile(template, self._work / "template.typ")
