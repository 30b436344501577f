"""The configuration of the PDF builder: declared once, checked when Sphinx has read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_briefing.typst import log
from sphinx_briefing.typst.literals import value

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.config import Config

PAPERS = ("a4", "us-letter")
STANDARDS = (
    "1.4", "1.5", "1.6", "1.7", "2.0", "a-1a", "a-1b", "a-2a", "a-2b", "a-2u", "a-3a", "a-3b", "a-3u", "a-4",
    "a-4e", "a-4f", "ua-1",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """A row of `briefing_pdf_documents`.

    Attributes:
        docname: the page that opens the PDF; its toctrees bring the others.
        target: the PDF's file name, without suffix.
        title: the title; empty for the page's own.
        author: the author; empty for the page's own, or the project's.
        toctree_only: leave out what the opening page holds besides its toctrees.
    """

    docname: str
    target: str
    title: str = ""
    author: str = ""
    toctree_only: bool = False


def default_documents(config: Config) -> list[tuple[str, str, str, str]]:
    """Return the whole project as one PDF named after it."""
    name = "-".join("".join(c if c.isalnum() else " " for c in config.project.lower()).split())
    return [(config.root_doc, name or "briefing", "", "")]


@dataclass(frozen=True, slots=True)
class _Value:
    default: Any
    types: tuple[type, ...]
    holds: Callable[[Any], bool]
    wanted: str
    description: str


def _is_row(row: object) -> bool:
    if not isinstance(row, (tuple, list)) or not 2 <= len(row) <= 5:
        return False
    return all(isinstance(cell, str) for cell in row[:4]) and bool(row[0]) and bool(row[1])


def _is_printable(thing: object) -> bool:
    try:
        value(thing)
    except TypeError:
        return False
    return True


VALUES: dict[str, _Value] = {
    "briefing_pdf_documents": _Value(
        default_documents,
        (list, tuple),
        lambda rows: all(map(_is_row, rows)),
        "a list of (page, file name[, title, author[, toctree only]])",
        "The PDFs to make, as `latex_documents`: page, file name, title, author, leave out what the "
        "page holds besides its toctrees. The whole project by default.",
    ),
    "briefing_pdf_paper": _Value(
        "a4", (str,), PAPERS.__contains__, " or ".join(PAPERS), "The size of the paper: `a4` or `us-letter`."
    ),
    "briefing_pdf_template": _Value(
        "",
        (str,),
        lambda _: True,
        "a path",
        "A Typst template, relative to conf.py, instead of the default one.",
    ),
    "briefing_pdf_fonts": _Value(
        [],
        (list, tuple),
        lambda folders: all(isinstance(one, str) for one in folders),
        "a list of folders",
        "Folders with fonts, relative to conf.py, besides those that come with Typst.",
    ),
    "briefing_pdf_standards": _Value(
        ["ua-1"],
        (list, tuple),
        lambda names: all(one in STANDARDS for one in names),
        "a list of " + ", ".join(STANDARDS),
        "The PDF standards to keep to.",
    ),
    "briefing_pdf_variables": _Value(
        {},
        (dict,),
        _is_printable,
        "a dictionary of text, numbers, truth values and lists of them",
        "Variables for the template. The default one knows `status` and `distribution`, `kicker` (the words "
        "above the title), `font` and `mono` (names of font families), `size` (of the text, in points) and "
        "`accent` (a colour, `#1d3d5c`).",
    ),
    "briefing_pdf_index": _Value(
        None,
        (bool, type(None)),
        lambda _: True,
        "True, False or None",
        "Whether the PDF ends with an index; by default where it holds more than one page.",
    ),
}


def register(app: Sphinx) -> None:
    """Register the values with Sphinx."""
    for name, one in VALUES.items():
        app.add_config_value(name, one.default, "", frozenset(one.types), one.description)


def validate(app: Sphinx, config: Config) -> None:
    """Put the default in the place of a value that cannot be used, and warn."""
    for name, one in VALUES.items():
        given = config[name]
        if not isinstance(given, one.types) or not one.holds(given):
            log.warn("pdf_config", "%s should be %s, not %r; the default holds", name, one.wanted, given)
            config[name] = one.default(config) if callable(one.default) else one.default
    folders = [one for one in config.briefing_pdf_fonts if _is_there(app, "briefing_pdf_fonts", one)]
    config["briefing_pdf_fonts"] = folders
    template = config.briefing_pdf_template
    if template and not _is_there(app, "briefing_pdf_template", template):
        config["briefing_pdf_template"] = ""


def _is_there(app: Sphinx, name: str, path: str) -> bool:
    there = (app.confdir / path).exists()
    if not there:
        log.warn("pdf_config", "%s: no such file or folder: %s", name, path)
    return there


def documents(config: Config) -> list[PdfDocument]:
    """Return the rows of `briefing_pdf_documents`."""
    rows = (PdfDocument(*row) for row in config.briefing_pdf_documents)
    return [
        PdfDocument(
            row.docname, row.target.removesuffix(".pdf"), row.title, row.author, bool(row.toctree_only)
        )
        for row in rows
    ]
