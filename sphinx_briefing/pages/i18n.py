"""Labels in the reader's language, and the quotation marks of a language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils.utils.smartquotes import smartchars
from sphinx.locale import get_translation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CATALOG: Final = "sphinx_briefing"

_ = get_translation(CATALOG)


def add_catalog(app: Sphinx) -> None:
    """Make the translations known to Sphinx."""
    app.add_message_catalog(CATALOG, str(Path(__file__).parent.parent / "locales"))


def marks(language: str) -> tuple[str, str]:
    """The opening and closing double quotation mark of *language* (``de``, ``pt_BR``); English for unknown ones."""
    tag = (language or "en").replace("_", "-").lower()
    quotes = smartchars.quotes.get(tag) or smartchars.quotes.get(tag.split("-")[0]) or smartchars.quotes["en"]
    return str(quotes[0]), str(quotes[1])
