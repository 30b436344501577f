"""Defaults that make Sphinx's own LaTeX builder give a PDF as it is, where the project has set nothing.

Out of the box pdflatex stops at letters of other alphabets, lualatex wants FreeSerif, and the index wants
xindy: each is a package that a TeX installation may lack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.latex.constants import LUALATEX_DEFAULT_FONTPKG

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

_ENGINE = "lualatex"
_NUMBERED_BY_CHAPTER = 1


def set_defaults(_app: Sphinx, config: Config) -> None:
    """Choose an engine that knows Unicode, an index without xindy and fonts that every TeX has."""
    if not _is_given(config, "latex_engine") and config.latex_engine == "pdflatex":
        config["latex_engine"] = _ENGINE
    if not _is_given(config, "latex_use_xindy"):
        config["latex_use_xindy"] = False
    elements = dict(config.latex_elements)
    if config.latex_engine == _ENGINE:
        elements.setdefault("fontpkg", rf"\IfFontExistsTF{{FreeSerif.otf}}{{{LUALATEX_DEFAULT_FONTPKG}}}{{}}")
    language = config.language.replace("_", "-")
    elements["preamble"] = rf"\hypersetup{{pdflang={{{language}}}}}" + "\n" + elements.get("preamble", "")
    config["latex_elements"] = elements


def number_as_html(app: Sphinx, builder: Builder) -> None:
    """Number figures and tables through, as the HTML pages do where no toctree numbers sections.

    This waits until writing starts: the environment remembers `numfig_secnum_depth`, and a change
    before would have every page read anew at each change of builder.
    """
    if builder.name != "latex" or any(app.env.toc_secnumbers.values()):
        return
    if app.config.numfig_secnum_depth == _NUMBERED_BY_CHAPTER:
        app.config["numfig_secnum_depth"] = 0


def _is_given(config: Config, name: str) -> bool:
    """Say whether a value whose default is computed has been set: only then Sphinx keeps it."""
    return config[name] is not None and name in vars(config)
