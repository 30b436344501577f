"""A table's values as a file beside the pages, and the link to it.

A directive leaves a placeholder with the values; when the page is written, the file is too. So it comes and changes
with its page, whichever process writes that, and builders that publish no files lose nothing but the link.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.analysis.ids import slug
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.export.tables import as_csv
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.nodes import table_values
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.pages.export.tables import Row

#: Where HTML builders put files to download, and the folder of ours in it.
_DOWNLOADS: Final = "_downloads"
_FOLDER: Final = "briefing"


def values_of(env: BuildEnvironment, rows: Sequence[Row], name: str) -> table_values:
    """The placeholder of a table's values.

    Args:
        env: of the page that is being read.
        rows: of the table.
        name: what it shows; the file is named after the page and this, and numbered where a page has several.
    """
    named = f"{env.docname}-{slug(name)}"
    number = env.new_serialno(f"briefing-{named}")
    file = f"{named}-{number + 1}" if number else named
    return table_values("", filename=f"{_FOLDER}/{file}.csv", text=as_csv(rows))


def offer_values(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the values of tables and link to them, where the builder has files to download (``doctree-resolved``)."""
    del docname
    builder = app.builder
    downloads = builder.format == "html" and getattr(builder, "download_support", False)
    wanted = downloads and briefing_config(app.config).csv
    for node in list(doctree.findall(table_values)):
        if wanted:
            path = Path(builder.outdir, _DOWNLOADS, node["filename"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(node["text"], "utf-8", newline="")
            node.replace_self(_link(node["filename"]))
        elif node.parent is not None:
            node.parent.remove(node)


def _link(filename: str) -> nodes.paragraph:
    label = _("Table as CSV")
    link = addnodes.download_reference("", "", nodes.inline("", label), filename=filename, reftarget=filename)
    return verbatim(nodes.paragraph("", "", link, classes=["briefing-csv"]))
