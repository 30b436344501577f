"""Defaults for Sphinx's LaTeX builder, where the project has set nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdf_project import Built

    Build = Callable[..., Built]

PAGE = "Ports\n=====\n\n.. table:: Numbers\n\n   ==  ==\n   a   b\n   ==  ==\n\n"


def _tex(built: Built) -> str:
    return (built.outdir / "project.tex").read_text(encoding="utf-8")


def test_defaults(build: Build) -> None:
    tex = _tex(build(PAGE, builder="latex", conf={"numfig": True, "language": "pt_BR"}))
    assert r"\IfFontExistsTF{FreeSerif.otf}{" in tex
    assert r"\hypersetup{pdflang={pt-BR}}" in tex
    assert "nonumfigreset" in tex
    assert "xindy" not in tex


@pytest.mark.parametrize("engine", ["xelatex", "pdflatex"])
def test_what_the_project_sets_stays(build: Build, engine: str) -> None:
    conf = {
        "latex_engine": engine,
        "latex_use_xindy": True,
        "latex_elements": {"preamble": "% own", "fontpkg": "% fonts"},
        "numfig": True,
        "numfig_secnum_depth": 2,
    }
    tex = _tex(build(PAGE, builder="latex", conf=conf))
    assert r"\IfFontExistsTF" not in tex
    assert "% own" in tex
    assert "% fonts" in tex
    assert "nonumfigreset" not in tex


def test_numbered_sections_number_tables_too(build: Build) -> None:
    text = "Ports\n=====\n\n.. toctree::\n   :numbered:\n\n   one\n"
    tex = _tex(build(text, one=PAGE, builder="latex", conf={"numfig": True}))
    assert "nonumfigreset" not in tex


def test_html_is_left_alone(build: Build) -> None:
    built = build(PAGE, builder="html", conf={"numfig": True})
    assert "Table 1" in (built.outdir / "index.html").read_text(encoding="utf-8")
