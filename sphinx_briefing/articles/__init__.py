"""First stage: a file becomes an Article."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from sphinx_briefing.models import Article, Metadata, Paragraph

if TYPE_CHECKING:
    from pathlib import Path


def read_article(path: Path, name: str = "") -> Article:
    """Read the article at *path*."""
    raw = path.read_bytes()
    text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    spans = [m.span() for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    paragraphs = tuple(
        Paragraph(a, b, "title" if i == 0 and len(spans) > 1 else "body") for i, (a, b) in enumerate(spans)
    )
    title = text[slice(*spans[0])] if spans else ""
    return Article(
        id=path.stem,
        path=name or path.as_posix(),
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        metadata=Metadata(title=title),
        paragraphs=paragraphs,
    )
