"""What tells one version of an article from another, without reading it as an article."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

SIDECAR_SUFFIX: Final = ".yaml"


def sidecar_of(path: Path) -> Path:
    """Where the metadata beside the article at *path* would be."""
    return path.with_suffix(SIDECAR_SUFFIX)


def article_digest(path: Path) -> str:
    """A digest of the bytes of the article and of its sidecar; ``""`` where the article can't be read.

    Both the presence of a sidecar and where one file ends and the other begins are part of it.
    """
    try:
        article = path.read_bytes()
    except OSError:
        return ""
    digest = hashlib.sha256(f"{len(article)} ".encode())
    digest.update(article)
    try:
        sidecar = sidecar_of(path).read_bytes()
    except OSError:
        return digest.hexdigest()
    digest.update(b"sidecar ")
    digest.update(sidecar)
    return digest.hexdigest()


@cache
def reader_digest() -> str:
    """A digest of the code and data files of this package: with any change, articles are read anew."""
    package = Path(__file__).parent
    digest = hashlib.sha256((package.parent / "models.py").read_bytes())
    for path in sorted(p for p in package.rglob("*") if p.suffix not in {".pyc", ""}):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
