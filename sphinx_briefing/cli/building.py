"""A Sphinx project built by another process, for what it tells of its pages: no command imports Sphinx."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.cli.terminal import complain

if TYPE_CHECKING:
    import argparse


def add_project(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments that name a project and how it is read."""
    parser.add_argument(
        "source",
        metavar="SOURCEDIR",
        nargs="?",
        type=Path,
        default=Path(),
        help="where conf.py is (default: here)",
    )
    parser.add_argument(
        "--cache-dir",
        metavar="FOLDER",
        type=Path,
        help="where analyses are kept, that of the builds to spare analysing again "
        "(default: briefing_cache_dir, else nowhere)",
    )


def build(source: Path, builder: str, outdir: Path, cache_dir: Path | None = None) -> bool:
    """Read all pages of a project anew and write what *builder* makes of them; whether that worked.

    The project's own output and doctrees stay as they are. Warnings of the pages go to standard error.

    Args:
        source: the folder that holds ``conf.py``.
        builder: the builder's name.
        outdir: where it writes.
        cache_dir: where analyses are kept, if elsewhere than the project says.
    """
    if not (source / "conf.py").is_file():
        complain(f"{source}: has no conf.py; name the folder of a Sphinx project")
        return False
    keeping = ["-D", f"briefing_cache_dir={cache_dir.resolve()}"] if cache_dir else []
    with tempfile.TemporaryDirectory(prefix="briefing-") as doctrees:
        command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", doctrees, *keeping]
        done = subprocess.run([*command, str(source), str(outdir)], check=False)  # noqa: S603 - our own interpreter
    if done.returncode:
        complain(f"{source}: could not be built")
    return done.returncode == 0
