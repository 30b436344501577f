"""Time and memory of a PDF of many pages: ``python benchmarks/pdf_pages.py [CHAPTERS]``.

A chapter is a briefing of about four pages: paragraphs with links and footnotes, a list, a table, quotations
and index entries, all of invented words. Prints pages, wall and processor seconds and peak memory of the
whole ``sphinx-build``. Needs pypdf to count the pages.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pypdf import PdfReader

TEXT = """
harbour port berth crane ship quay tide rope cargo freight signal pilot channel anchor winch hull deck bridge
of and to in for with on at from sluice buoy council board minister report review plan budget season
"""
WORDS = TEXT.split()


def sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(9, 24))).capitalize() + "."


def paragraph(dice: random.Random, sentences: int = 5) -> str:
    return " ".join(sentence(dice) for _ in range(sentences))


def chapter(dice: random.Random, number: int, chapters: int) -> str:
    """One briefing in reStructuredText."""
    title = f"Briefing {number}"
    parts = [f".. _briefing-{number}:", f"{title}\n{'=' * len(title)}", paragraph(dice)]
    for section in range(4):
        other = dice.randrange(chapters)
        rows = "\n".join(
            f"   {dice.choice(WORDS)}, {dice.randint(1, 9999)}, {sentence(dice)}" for _ in range(6)
        )
        parts += [
            f"Section {section}\n---------",
            f".. index:: {dice.choice(WORDS)} {number}",
            paragraph(dice),
            f"{paragraph(dice)} See :ref:`briefing-{other}` [#n{section}]_.",
            paragraph(dice),
            "\n".join(f"* {sentence(dice)}" for _ in range(4)),
            f".. csv-table:: Numbers\n   :header: Place, Count, Remark\n\n{rows}",
            paragraph(dice),
            "..",
            f"   {paragraph(dice, 2)}\n\n   -- Ida Strand, harbour master",
            f".. [#n{section}] {sentence(dice)}",
        ]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    chapters = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "conf.py").write_text('project = "Many"\nextensions = ["sphinx_briefing.typst"]\n')
        toctree = "".join(f"   page{number}\n" for number in range(chapters))
        (folder / "index.rst").write_text(f"Many\n====\n\n.. toctree::\n\n{toctree}")
        for number in range(chapters):
            (folder / f"page{number}.rst").write_text(chapter(dice, number, chapters))
        start = time.perf_counter()
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "briefingpdf", name, f"{name}/_build"]
        subprocess.run(command, check=True)
        wall = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        pages = len(PdfReader(folder / "_build" / "many.pdf").pages)
    processor = used.ru_utime + used.ru_stime
    print(f"{pages} pages, {wall:.1f} s wall, {processor:.1f} s processor, {used.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
