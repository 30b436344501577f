"""Image files beside the Typst source, in formats that a tagged PDF may hold."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from sphinx_briefing.typst import log
from sphinx_briefing.typst.compiler import CompileError
from sphinx_briefing.typst.literals import key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx_briefing.typst.compiler import Compiler

#: what Sphinx may choose from, best first
TYPES: Final = ["image/svg+xml", "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"]

_PAGE = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"


def placed_name(name: str) -> str:
    """Return the file name under which an image is placed: a PDF becomes an SVG."""
    return f"{name}.svg" if name.lower().endswith(".pdf") else name


def place(images: Mapping[str, str], source: Path, folder: Path, compiler: Compiler) -> dict[str, str]:
    """Copy images to a folder under the compiler's root; no tagged PDF may hold a PDF, so those become SVG.

    An image that cannot be used is a warning.

    Args:
        images: paths under the source folder, and the names to give them.
        source: the source folder.
        folder: where to copy to.
        compiler: tries each image, so that a broken one does not cost the PDF.

    Returns:
        Those of the images that can be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    usable: dict[str, str] = {}
    for path, name in images.items():
        try:
            shutil.copyfile(source / path, folder / name)
            drawn = compiler.svg(f"{_PAGE}#image({key(f'/{folder.name}/{name}')})".encode())
        except (OSError, CompileError) as error:
            log.warn("pdf_image", "cannot use the image %s: %s", path, error)
            continue
        if placed_name(name) != name:
            (folder / placed_name(name)).write_bytes(drawn)
        usable[path] = name
    return usable
