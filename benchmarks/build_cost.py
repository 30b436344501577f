"""What the extension costs a build: against the same pages written by hand, without it.

    python benchmarks/build_cost.py [--pages 30] [--rounds 3]

Each page draws on two invented articles. The pages written by hand say and link the same, made from the doctrees
of the others. Processor time of whole builds, each into a fresh folder, in turns; the cache of analyses is warm.
Wanted: at most 1.15 times as much, and no import of spaCy.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from by_hand import written_by_hand
from stories import stories

ROOT: Final = Path(__file__).resolve().parent.parent
WANTED: Final = 1.15

CONF: Final = """\
project = "Briefings"
exclude_patterns = ["articles"]
"""
EXTENSION: Final = """\
extensions = ["sphinx_briefing"]
suppress_warnings = ["briefing.conflict"]  # the stories give their numbers at random
briefing_cache_dir = "cache"
"""
PAGE: Final = """\
The week in the strait, {number}
================================

Key facts
---------

.. briefing:facts:: {articles}
   :limit: 5

Key figures
-----------

.. briefing:figures:: {articles}
   :limit: 10
   :caption: What is counted

In their words
--------------

.. briefing:quotes:: {articles}
   :limit: 5

Sources
-------

.. briefing:sources::
"""


def write_index(folder: Path, pages: int) -> None:
    names = "\n".join(f"   page{n:02}" for n in range(pages))
    (folder / "index.rst").write_text(f"Briefings\n=========\n\n.. toctree::\n\n{names}\n", encoding="utf-8")


def write_briefings(folder: Path, pages: int) -> None:
    """The project with the extension."""
    (folder / "articles").mkdir(parents=True)
    (folder / "conf.py").write_text(CONF + EXTENSION, encoding="utf-8")
    write_index(folder, pages)
    for n, text in enumerate(stories(2 * pages)):
        (folder / f"articles/story{n:02}.txt").write_text(text, encoding="utf-8")
    for n in range(pages):
        page = PAGE.format(number=f"{n:02}", articles=f"story{2 * n:02}, story{2 * n + 1:02}")
        (folder / f"page{n:02}.rst").write_text(page, encoding="utf-8")


def write_by_hand(folder: Path, pages: int, doctrees: Path) -> None:
    """The same pages without the extension."""
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    write_index(folder, pages)
    for n in range(pages):
        document = pickle.loads((doctrees / f"page{n:02}.doctree").read_bytes())
        (folder / f"page{n:02}.rst").write_text(written_by_hand(document), encoding="utf-8")


def build(folder: Path, *options: str) -> tuple[float, str]:
    """Build afresh; the processor seconds it took and what it wrote to standard error."""
    shutil.rmtree(folder / "_build", ignore_errors=True)
    command = [
        sys.executable,
        *options,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "-n",
        str(folder),
        str(folder / "_build"),
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, check=False, env=env, stderr=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"the build of {folder.name} failed:\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr


def size(folder: Path) -> int:
    """Bytes of the pages' HTML."""
    return sum(p.stat().st_size for p in (folder / "_build").glob("page*.html"))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="leave the two projects in this folder")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = args.keep or Path(scratch)
        extension, by_hand = root / "with the extension", root / "by hand"
        write_briefings(extension, args.pages)
        cold, _ = build(extension)
        write_by_hand(by_hand, args.pages, extension / "_build/.doctrees")
        times: dict[Path, list[float]] = {extension: [], by_hand: []}
        for _ in range(args.rounds):
            for folder, taken in times.items():
                taken.append(build(folder)[0])
        _, imports = build(extension, "-X", "importtime")
        clean = not any(line.rpartition("|")[2].strip() == "spacy" for line in imports.splitlines())
        ratio = median(times[extension]) / median(times[by_hand])
        print(
            f"{args.pages} pages, {2 * args.pages} articles; processor seconds, median (least) of {args.rounds}"
        )
        for folder, taken in times.items():
            print(
                f"{folder.name:20} {median(taken):6.2f} ({min(taken):.2f})  {size(folder):10,} bytes of HTML"
            )
        print(f"{'cold cache':20} {cold:6.2f}")
        print(f"warm, the extension costs {ratio:.2f} of the pages written by hand; wanted {WANTED} or less")
        print(f"spaCy is {'not ' if clean else ''}imported by the warm build")
    return int(ratio > WANTED or not clean)


if __name__ == "__main__":
    sys.exit(main())
