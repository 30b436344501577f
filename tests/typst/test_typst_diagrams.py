"""Diagrams of the graphviz extension, drawn by a stand-in for its command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_project import Built

    Build = Callable[..., Built]

PAGE = """\
Ports
=====

.. graphviz::
   :alt: From Tarn to Brask
   :align: center
   :caption: The line

   digraph { Tarn -> Brask }

Words |small|.

.. |small| digraph:: small

   a -> b
"""
DOT = """\
import sys
code = sys.stdin.read()
if "wrong" in code:
    sys.exit("syntax error near wrong")
print('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>')
"""
CONF = {"extensions": ["sphinx_briefing.typst", "sphinx.ext.graphviz"]}


def conf(tmp_path: Path) -> dict[str, object]:
    script = tmp_path / "dot.py"
    script.write_text(DOT)
    return {**CONF, "graphviz_dot": sys.executable, "graphviz_dot_args": [str(script)]}


def test_a_diagram_is_an_image_with_its_words(build: Build, tmp_path: Path) -> None:
    built = build(PAGE, conf=conf(tmp_path))
    assert built.warnings == ""
    assert 'alt: "From Tarn to Brask"' in built.source()
    assert "The line" in built.words()
    assert len(list((built.outdir / "typst" / "images").glob("graphviz-*.svg"))) == 1


def test_without_the_command_a_diagram_is_printed_as_code(build: Build) -> None:
    built = build(PAGE, conf={**CONF, "graphviz_dot": "no-such-dot"})
    assert "no-such-dot cannot draw the diagram: there is no such program; install Graphviz" in built.warnings
    assert "[briefing.pdf_image]" in built.warnings
    assert "digraph { Tarn -> Brask }" in built.words()
    assert "Words digraph small { a -> b }" in built.words()


def test_a_diagram_that_cannot_be_drawn_is_told_with_the_reason(build: Build, tmp_path: Path) -> None:
    built = build("Ports\n=====\n\n.. graphviz::\n\n   wrong\n", conf=conf(tmp_path))
    assert "index.rst:6: WARNING:" in built.warnings
    assert "cannot draw the diagram: syntax error near wrong" in built.warnings
    assert "wrong" in built.words()
