"""PDF with pip alone: a Sphinx builder on the Typst compiler.

It knows standard docutils and Sphinx nodes and nothing of briefings; it works by itself as
``extensions = ["sphinx_briefing.typst"]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.typst import config, latex
from sphinx_briefing.typst.builder import PdfBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder ``briefingpdf``, its configuration, and defaults for Sphinx's LaTeX builder."""
    app.add_builder(PdfBuilder)
    config.register(app)
    app.connect("config-inited", config.validate)
    app.connect("config-inited", latex.set_defaults, priority=700)
    app.connect("write-started", latex.number_as_html)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
