"""Printed words that are not the author's, in the document's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils.languages import get_language
from sphinx.locale import get_translation

from sphinx_briefing.typst.literals import text

if TYPE_CHECKING:
    from sphinx.config import Config

CATALOG = "sphinx_briefing"

_ = get_translation(CATALOG)


def label(config: Config, name: str, otherwise: str) -> str:
    """Return what docutils prints for a bibliographic field or ``contents``; if it has no word, another."""
    labels: dict[str, str] = getattr(get_language(config.language, None), "labels", {})
    return labels.get(name, otherwise)


def distribution() -> str:
    """Return the label of the distribution list."""
    return str(_("Distribution"))


def page_function() -> str:
    """Return a Typst function from a page's number and the number of pages to what the page's foot says."""
    pattern = str(_("Page {page} of {pages}"))
    names = {"{page}": "str(page)", "{pages}": "str(pages)"}
    parts = (names.get(part) or text(part) for part in re.split(r"(\{\w+\})", pattern) if part)
    return "(page, pages) => {" + ";".join(parts) + "}"
