"""What tells one version of an article from another, without reading it as an article."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

from sphinx_briefing.articles.sidecar import split_sidecar

SIDECAR_SUFFIX: Final = ".yaml"
#: What the extras install to read with: without it a format can't be read, and another version reads it otherwise.
_READ_WITH: Final = ("trafilatura", "lxml_html_clean", "pdfminer.six", "mammoth")


def sidecar_of(path: Path) -> Path:
    """Where the metadata beside the article at *path* would be."""
    return path.with_suffix(SIDECAR_SUFFIX)


def article_digest(path: Path) -> str:
    """A digest of the bytes of the article and of its sidecar's metadata; ``""`` where the article can't be read.

    Where one file ends and the other begins is part of it; overrides are not, since no analysis depends on them.
    """
    try:
        article = path.read_bytes()
    except OSError:
        return ""
    digest = hashlib.sha256(f"{len(article)} ".encode())
    digest.update(article)
    try:
        sidecar = split_sidecar(sidecar_of(path).read_bytes().decode("utf-8", "surrogateescape"))
    except OSError:
        return digest.hexdigest()
    if sidecar.metadata:
        digest.update(b"sidecar ")
        digest.update(sidecar.metadata.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@cache
def reader_digest() -> str:
    """A digest of all that decides what an article's bytes are read as: with any change, they are read anew.

    That is the code and data of this package, and the packages it reads with.
    """
    package = Path(__file__).parent
    digest = hashlib.sha256(
        b"".join(p.read_bytes() for p in sorted((package.parent / "models").glob("*.py")))
    )
    for path in sorted(p for p in package.rglob("*") if p.suffix not in {".pyc", ""}):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    digest.update(" ".join(map(_version, _READ_WITH)).encode())
    return digest.hexdigest()[:16]


def _version(package: str) -> str:
    """The version of an installed package, ``"-"`` if it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"
