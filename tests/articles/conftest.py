"""Articles written into a temporary folder, and the sample article where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from sphinx_briefing.articles import read_article

if TYPE_CHECKING:
    from sphinx_briefing.models import Article


class Reader(Protocol):
    def __call__(
        self, content: str | bytes, file: str = "halden.txt", sidecar: str | bytes = ""
    ) -> Article: ...


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Write an article, with a sidecar if one is given, and read it under its file name."""

    def write_and_read(content: str | bytes, file: str = "halden.txt", sidecar: str | bytes = "") -> Article:
        path = tmp_path / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if sidecar:
            beside = path.with_suffix(".yaml")
            beside.write_bytes(sidecar if isinstance(sidecar, bytes) else sidecar.encode())
        return read_article(path, file)

    return write_and_read


@pytest.fixture
def shared_seed() -> Path:
    """The folder of the sample article: named by BRIEFING_SEED, or beside the repository."""
    named = os.environ.get("BRIEFING_SEED")
    repository = Path(__file__).resolve().parents[2]
    folders = [Path(named)] if named else [up / "shared" / "seed" for up in repository.parents]
    for folder in folders:
        if (folder / "gold.yaml").is_file():
            return folder
    pytest.skip("the sample article is not here; set BRIEFING_SEED to its folder")
