"""What the analysis costs beside the parse it rests on: characters a second against a plain ``nlp.pipe``.

    python benchmarks/analysis_speed.py [--articles 100] [--rounds 3] [FILE ...]

On invented stories, or on the text files named.
Processor time of this process, in rounds that alternate, the best of each: on a shared machine the clock on the
wall says little. Wanted: the whole analysis at 0.8 or more of the plain parse.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from stories import stories  # noqa: E402

from sphinx_briefing.analysis.context import Context  # noqa: E402
from sphinx_briefing.analysis.events import find_events  # noqa: E402
from sphinx_briefing.analysis.facts import find_facts  # noqa: E402
from sphinx_briefing.analysis.figures import find_figures  # noqa: E402
from sphinx_briefing.analysis.gaps import find_gaps, find_tensions  # noqa: E402
from sphinx_briefing.analysis.layout import lay_out  # noqa: E402
from sphinx_briefing.analysis.pipeline import BATCH_SIZE, analysed, find_model, load_model  # noqa: E402
from sphinx_briefing.analysis.quotes import find_quotes  # noqa: E402
from sphinx_briefing.articles import read_article  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.models import Article, Quote

WANTED: Final = 0.8


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def as_articles(texts: Sequence[str]) -> list[Article]:
    """The articles that files of these texts would be."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{n}.txt") for n in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        return [read_article(path) for path in paths]


def told_with_times(doc: Doc, quotes: Sequence[Quote]) -> None:
    """The events, gaps and tensions of a Doc."""
    context = Context(doc, quotes)
    find_events(context)
    find_tensions(context, find_gaps(context))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = [file.read_text("utf-8") for file in args.files] or stories(args.articles)
    articles = as_articles(texts)
    nlp = load_model(find_model())
    docs = list(nlp.pipe((lay_out(nlp, a) for a in articles), batch_size=BATCH_SIZE))
    quotes = [find_quotes(d) for d in docs]
    figures = [find_figures(d, q) for d, q in zip(docs, quotes, strict=True)]
    works: dict[str, Callable[[], object]] = {
        "plain nlp.pipe": lambda: list(nlp.pipe(texts, batch_size=BATCH_SIZE)),
        "whole analysis": lambda: list(analysed(nlp, articles)),
        "  quotes": lambda: [find_quotes(d) for d in docs],
        "  figures": lambda: [find_figures(d, q) for d, q in zip(docs, quotes, strict=True)],
        "  events, gaps": lambda: [told_with_times(d, q) for d, q in zip(docs, quotes, strict=True)],
        "  facts": lambda: [find_facts(d, f, q) for d, f, q in zip(docs, figures, quotes, strict=True)],
    }
    best = dict.fromkeys(works, float("inf"))
    for _ in range(args.rounds):
        for name, work in works.items():
            best[name] = min(best[name], seconds(work))
    plain = best["plain nlp.pipe"]
    size = sum(map(len, texts))
    print(f"{len(texts)} articles, {size:,} characters, best of {args.rounds}")
    print(f"{'':16} {'seconds':>8} {'chars/s':>10} {'of plain':>9}")
    for name, took in best.items():
        share = f"{took / plain:9.1%}" if name.startswith(" ") else f"{plain / took:9.2f}"
        print(f"{name:16} {took:8.2f} {size / took:10,.0f} {share}")
    ratio = plain / best["whole analysis"]
    print(f"the whole analysis runs at {ratio:.2f} of the plain parse; wanted {WANTED} or more")
    return int(ratio < WANTED)


if __name__ == "__main__":
    sys.exit(main())
