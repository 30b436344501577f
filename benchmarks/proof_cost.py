"""What proving costs: the same pages built with their words proved, and with plain text in the place of each role.

Run from the root of a checkout: ``python benchmarks/proof_cost.py``. Writes a project of 200 pages with 5,000
quotations and figures of 20 articles to a temporary folder, analyses the articles once, and times builds from scratch
with the cache warm, each kind in turn, the least of several.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SUBJECTS = [
    "harbour",
    "ferry",
    "tunnel",
    "school",
    "bridge",
    "signal box",
    "lighthouse",
    "market",
    "clinic",
    "quay",
]
VERBS = ["closes", "opens again", "needs repair", "costs too much", "serves everybody", "was never finished"]
NAMES = [
    "Ada Vale",
    "Ben Okoro",
    "Irma Holt",
    "Pavel Dorn",
    "Lena Aske",
    "Rafe Munro",
    "Odd Brevik",
    "Mina Solheim",
]
# The words are thrown together by chance, so the articles contradict each other here and there.
CONF = (
    'extensions = [{extensions}]\nproject = "Cost"\nhtml_theme = "basic"\nbriefing_page_sources = False\n'
    'suppress_warnings = ["briefing.conflict"]\n'
)


def sentence(chance: random.Random, number: int) -> str:
    what, how = chance.choice(SUBJECTS), chance.choice(VERBS)
    return f"the {what} {how} because nobody counted case {number} in the ledger of {chance.choice(SUBJECTS)} affairs"


def write_articles(folder: Path, chance: random.Random, count: int) -> list[tuple[str, str]]:
    """Write the articles; returns the items that pages may state, as role and content."""
    items = []
    for number in range(count):
        paragraphs = [f"What the islands say, part {number}"]
        for line in range(40):
            said, amount = sentence(chance, number * 100 + line), chance.randrange(1000, 99999)
            paragraphs.append(f"“{said[0].upper()}{said[1:]},” said {chance.choice(NAMES)}, who was there.")
            paragraphs.append(f"In that year about {amount:,} people came to the {chance.choice(SUBJECTS)}.")
            items += [
                ("quote", f"{said} <part-{number}>"),
                ("figure", f"about {amount:,} people <part-{number}>"),
            ]
        (folder / f"part-{number}.txt").write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return items


def write_pages(
    folder: Path, chance: random.Random, items: list[tuple[str, str]], pages: int, proved: bool
) -> None:
    folder.mkdir()
    extensions = '"sphinx_briefing"' if proved else ""
    conf = CONF.format(extensions=extensions)
    (folder / "conf.py").write_text(conf + 'briefing_articles = ["../articles/*"]\n', "utf-8")
    names = [f"page{i}" for i in range(pages)]
    (folder / "index.rst").write_text(
        "Cost\n====\n\n.. toctree::\n\n" + "".join(f"   {n}\n" for n in names), "utf-8"
    )
    for name in names:
        blocks = [f"{name}\n{'=' * len(name)}\n"]
        for role, content in chance.choices(items, k=25):
            words = content.split(" <")[0]
            stated = f":briefing:{role}:`{content}`" if proved else f"*{words}*"
            filler = " ".join(sentence(chance, chance.randrange(9999)) for _ in range(6))
            blocks.append(f"{filler.capitalize()}. It is known that {stated} and more besides.\n")
        (folder / f"{name}.rst").write_text("\n".join(blocks), "utf-8")


def build(folder: Path, out: Path) -> tuple[float, float]:
    """Build from scratch in a process of its own; the seconds it took, and those that holding words took of them."""
    command = [sys.executable, __file__, "--build", str(folder), str(out)]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
    total, asking = map(float, done.stdout.split()[-2:])
    return total, asking


def build_here(folder: str, out: str) -> None:
    sys.path.insert(0, str(ROOT))
    from sphinx.cmd.build import main as sphinx_build  # noqa: PLC0415

    from sphinx_briefing.pages.domain import BriefingDomain  # noqa: PLC0415

    ask, asking = BriefingDomain.ask, 0.0

    def timed(*args: Any) -> Any:
        nonlocal asking
        start = time.perf_counter()
        answer = ask(*args)
        asking += time.perf_counter() - start
        return answer

    BriefingDomain.ask = timed  # type: ignore[method-assign]
    start = time.perf_counter()
    status = sphinx_build(["-q", "-W", "-E", "-b", "html", folder, out])
    print(time.perf_counter() - start, asking)
    sys.exit(status)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--build", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.build:
        build_here(*args.build)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "articles").mkdir()
        items = write_articles(root / "articles", random.Random(1), 20)
        times: dict[str, list[tuple[float, float]]] = {"plain": [], "proved": []}
        for kind in times:
            write_pages(root / kind, random.Random(2), items, args.pages, proved=kind == "proved")
            build(root / kind, root / "out" / kind)
        for _ in range(args.rounds):
            for kind, taken in times.items():
                taken.append(build(root / kind, root / "out" / kind))
        plain, (proved, asking) = min(times["plain"])[0], min(times["proved"])
        print(f"proved pages {proved:.1f} s, of which the proofs take {asking:.1f} s: they add", end=" ")
        print(
            f"{100 * asking / (proved - asking):.0f} %; the same pages without any reference take {plain:.1f} s"
        )


if __name__ == "__main__":
    main()
