"""Projects built to PDF for the tests."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from sphinx.testing.util import SphinxTestApp


@dataclass
class Built:
    """A built project: its PDFs, its warnings, its Typst sources."""

    outdir: Path
    warnings: str = ""
    _readers: dict[str, PdfReader] = field(default_factory=dict)
    _pages: dict[str, list[str]] = field(default_factory=dict)

    def pdf(self, name: str = "project") -> PdfReader:
        if name not in self._readers:
            self._readers[name] = PdfReader(self.outdir / f"{name}.pdf")
        return self._readers[name]

    def words(self, name: str = "project") -> str:
        """The text of a PDF with white space folded."""
        return " ".join(" ".join(self.pages(name)).split())

    def pages(self, name: str = "project") -> list[str]:
        """The text of each page of a PDF."""
        if name not in self._pages:
            self._pages[name] = [page.extract_text() for page in self.pdf(name).pages]
        return self._pages[name]

    def source(self, name: str = "project") -> str:
        return (self.outdir / "typst" / f"{name}.typ").read_text(encoding="utf-8")


def run(srcdir: Path, *, builder: str = "briefingpdf", **conf: Any) -> Built:
    """Build a source folder."""
    warning = io.StringIO()
    app = SphinxTestApp(builder, srcdir=srcdir, confoverrides=conf, warning=warning, freshenv=True)
    try:
        app.build()
    finally:
        app.cleanup()
    return Built(Path(app.outdir), re.sub(r"\x1b\[[0-9;]*m", "", warning.getvalue()))
