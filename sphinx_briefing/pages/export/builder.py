"""``sphinx-build -b briefingjson``: all that the pages use, for other programs; unchanged pages count too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.dummy import DummyBuilder
from sphinx.locale import __
from sphinx.util import logging

from sphinx_briefing.pages.asked import all_asked
from sphinx_briefing.pages.export.annotations import annotation
from sphinx_briefing.pages.export.document import SCHEMA, by_excerpt, document

if TYPE_CHECKING:
    from collections.abc import Sequence

logger = logging.getLogger(__name__)


class JsonBuilder(DummyBuilder):
    """Writes ``briefing.json`` with its schema, and ``annotations.jsonld``."""

    name = "briefingjson"
    epilog = __("The excerpts are in %(outdir)s/briefing.json and %(outdir)s/annotations.jsonld.")

    def finish(self) -> None:
        """Write the files."""
        asked = all_asked(self.env)
        base = Path(self.confdir)
        written = document(self.env, base, asked)
        self._write("briefing.json", written)
        self._write("annotations.jsonld", [annotation(hit, base) for hit, _uses in by_excerpt(asked)])
        Path(self.outdir, SCHEMA.name).write_bytes(SCHEMA.read_bytes())
        counts = len(written["excerpts"]), len(written["articles"]), len(written["pages"])
        logger.info(__("%d excerpts of %d articles on %d pages"), *counts)

    def _write(self, name: str, data: dict[str, Any] | Sequence[Any]) -> None:
        text = json.dumps(data, ensure_ascii=False, indent=2)
        Path(self.outdir, name).write_text(f"{text}\n", "utf-8", newline="\n")
