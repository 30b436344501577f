"""The warnings of the PDF builder: each has a subtype, so that ``suppress_warnings`` can name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes

WARNING_TYPE = "briefing"

Subtype = Literal["pdf_config", "pdf_glyph", "pdf_image", "pdf_math", "pdf_node", "pdf_typst"]

SUBTYPES: dict[Subtype, str] = {
    "pdf_config": "A `briefing_pdf_...` value cannot be used; the default holds.",
    "pdf_glyph": "No font has a glyph for a character; the PDF shows a replacement character.",
    "pdf_image": "An image cannot be placed in the PDF.",
    "pdf_math": "A formula is printed as its LaTeX source.",
    "pdf_node": "The PDF builder does not know a node; its content is kept, its form is lost.",
    "pdf_typst": "The Typst compiler warns.",
}

_logger = logging.getLogger(__name__)


def warn(
    subtype: Subtype, message: str, *args: object, location: nodes.Node | str | tuple[str, int] | None = None
) -> None:
    """Log a warning of a subtype at a node, a page or a page and line."""
    _logger.warning(message, *args, location=location, type=WARNING_TYPE, subtype=subtype)
