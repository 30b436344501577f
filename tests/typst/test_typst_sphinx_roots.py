"""Sphinx's own test roots: they build, and the PDF has all of the text builder's words.

The roots are in Sphinx's source distribution: set SPHINX_TEST_ROOTS to their folder (``tests/roots``).
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from pdf_project import run

ROOTS = Path(os.environ.get("SPHINX_TEST_ROOTS", ""))
NAMES = """
basic changes circular domain-c domain-cpp domain-js domain-py footnotes gettext-template highlight_options
hlist index_on_title keep_warnings latex-equations latex-figure-in-admonition latex-index
latex-labels latex-numfig latex-table metadata nested-enumerated-list numbered-circular numfig
object-description-sections productionlist prolog reST-code-block smartquotes toctree-empty trim_doctest_flags
"""

#: what the text builder says of images, and its numbers of nested lists, which a PDF shows as they are
_OF_THE_TEXT_BUILDER = {"image", "24", "25", "27", "28", "3", "4"}

pytestmark = pytest.mark.skipif("SPHINX_TEST_ROOTS" not in os.environ, reason="SPHINX_TEST_ROOTS is not set")


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


@pytest.mark.parametrize(
    "name", [one for one in NAMES.split() if (ROOTS / f"test-{one}" / "conf.py").is_file()]
)
def test_root(tmp_path: Path, name: str) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOTS / f"test-{name}", source)
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("\nextensions = [*globals().get('extensions', []), 'sphinx_briefing.typst']\n")
    built = run(source)
    pdf = _folded("".join(built.words(path.stem) for path in built.outdir.glob("*.pdf")))
    text = run(source, builder="text")
    source = "".join(built.source(path.stem) for path in built.outdir.glob("*.pdf"))
    pages = re.findall(r'anchor\("([^"]*?)#"\)', source)
    assert pages
    for page in pages:
        words = re.findall(r"\w+", (text.outdir / f"{page}.txt").read_text(encoding="utf-8"))
        shown = [one for one in words if one not in _OF_THE_TEXT_BUILDER]
        assert [one for one in shown if _folded(one) not in pdf] == []
