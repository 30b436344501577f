"""The cache on disk: what an article's bytes became, under a key of all that decided it.

One JSON file an entry, written to a temporary name and moved into place, so that builds running side by side
never see half an entry. An entry that cannot be read back is a miss.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.models import Analysis, Article
from sphinx_briefing.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable


def cache_key(*parts: str) -> str:
    """The key of an entry: a digest of everything that decides its content."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; it is made when the first entry is put."""

    folder: Path

    def get(self, key: str) -> list[tuple[Article, Analysis]] | None:
        """The entry under *key*, the articles of one file with their analyses; or ``None``."""
        try:
            raw = json.loads(self._path(key).read_text("utf-8"))
            return [
                (from_plain(Article, one["article"]), from_plain(Analysis, one["analysis"]))
                for one in raw["articles"]
            ]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, key: str, pairs: Iterable[tuple[Article, Analysis]]) -> None:
        """Keep an entry. A folder that cannot be written to costs the next build time, nothing else."""
        path = self._path(key)
        entry = {
            "articles": [
                {"article": to_plain(article), "analysis": to_plain(found)} for article, found in pairs
            ]
        }
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                    json.dump(entry, file, ensure_ascii=True, separators=(",", ":"))
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"
