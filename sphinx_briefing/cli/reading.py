"""Reading the article files that a user names, whatever is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.articles import read_article
from sphinx_briefing.models import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> Article:
    """The article at *path*; one without text and with a problem where the file can't be read."""
    try:
        return read_article(path)
    except OSError as error:
        problem = Problem(subtype="article", message=f"can't be read: {error.strerror}", path=path.as_posix())
        return Article(id=path.stem, path=path.as_posix(), text="", sha256="", problems=(problem,))


def is_unreadable(article: Article) -> bool:
    """Whether there is nothing to analyse because of what is wrong with the file."""
    return not article.paragraphs and any(p.subtype == "article" for p in article.problems)
