"""Projects built to PDF for the tests."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOTS = Path(__file__).parent / "roots"
EPOCH = "1767225600"  # 1 January 2026


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


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def run(srcdir: Path, *, builder: str = "briefingpdf", **conf: Any) -> Built:
    """Build a source folder."""
    warning = io.StringIO()
    app = SphinxTestApp(builder, srcdir=srcdir, confoverrides=conf, warning=warning, freshenv=True)
    try:
        app.build()
    finally:
        app.cleanup()
    return Built(Path(app.outdir), re.sub(r"\x1b\[[0-9;]*m", "", warning.getvalue()))


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Build pages given as text: ``build("index's text", page="another's", conf={...}, files={...})``."""

    def make(
        index: str = "",
        *,
        builder: str = "briefingpdf",
        conf: dict[str, Any] | None = None,
        files: dict[str, bytes] | None = None,
        **pages: str,
    ) -> Built:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "conf.py").write_text('project = "Project"\nextensions = ["sphinx_briefing.typst"]\n')
        for name, text in {"index": index, **pages}.items():
            (source / f"{name}.rst").write_text(text, encoding="utf-8")
        for name, content in (files or {}).items():
            (source / name).write_bytes(content)
        return run(source, builder=builder, **(conf or {}))

    return make


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The root `test-everything`, with every standard node, built once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        target = tmp_path_factory.mktemp("everything") / "source"
        shutil.copytree(ROOTS / "test-everything", target)
        yield run(target)
