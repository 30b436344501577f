"""Quotations on one page of a PDF that LaTeX makes: its block quotes know nothing of classes, containers do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Makes of a container of the class ``briefing-quote`` an environment that keeps its lines together.
PACKAGE: Final = "sphinxbriefing"
_QUOTE: Final = "briefing-quote"
#: Longer quotations, in characters, may break: they might not fit a page, and LaTeX would let them run out of it.
_FITS: Final = 1500


class KeepQuotationsWhole(SphinxPostTransform):
    """Puts each quotation that fits a page into a container of its own."""

    default_priority = 400
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        for block in list(self.document.findall(nodes.block_quote)):
            if _QUOTE in block["classes"] and block.parent is not None and len(block.astext()) <= _FITS:
                container = nodes.container(classes=[_QUOTE])
                block.parent.replace(block, container)
                container += block


def add_latex_package(app: Sphinx) -> None:
    """Lay the package beside the LaTeX that uses it."""
    if app.builder.format == "latex":
        package = Path(__file__).parent.parent / "texinputs" / f"{PACKAGE}.sty"
        app.config.latex_additional_files = [*app.config.latex_additional_files, str(package)]
