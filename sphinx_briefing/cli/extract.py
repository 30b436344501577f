"""``sphinx-briefing extract``: the excerpts of articles, for programs (JSON) and for people (a table)."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from heapq import nlargest
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from sphinx_briefing.articles import read_articles, read_bibliography
from sphinx_briefing.cli.inputs import Inputs, add_bibliography, is_unusable
from sphinx_briefing.cli.table import Style, tables
from sphinx_briefing.cli.terminal import Counter, columns, complain, complain_of, paints
from sphinx_briefing.corpus.overrides import overridden_beside
from sphinx_briefing.corpus.records import KINDS, record
from sphinx_briefing.models import Analysis, Article, Excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sphinx_briefing.models import Problem

E = TypeVar("E", bound=Excerpt)

_NO_MODEL: Final = 2


class Found(NamedTuple):
    """One article with what was found in it.

    Attributes:
        path: the file as the user named it.
        article: as read; without text where the file can't be read.
        analysis: cut to the limit asked for.
    """

    path: Path
    article: Article
    analysis: Analysis


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    about = "find the figures, quotes, facts, changes, people, events and known unknowns of articles"
    parser = commands.add_parser("extract", help=about, description=f"{about[0].upper()}{about[1:]}.")
    parser.add_argument(
        "inputs",
        metavar="FILE",
        nargs="+",
        help="an article; a folder stands for its *.txt files, @LIST for the paths in the file LIST",
    )
    parser.add_argument(
        "--format",
        choices=sorted(_FORMATS),
        default="table",
        help="a table for people (default), one JSON array, or one JSON object a line as soon as it is found",
    )
    parser.add_argument(
        "--only", type=_kinds, default=KINDS, metavar="KIND[,KIND]", help=f"some of: {', '.join(KINDS)}"
    )
    parser.add_argument(
        "--limit", type=_count, metavar="N", help="the N weightiest of each kind in each article"
    )
    add_bibliography(parser)
    parser.add_argument("--model", default="", metavar="NAME", help="the spaCy model: a package or a folder")
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colours in the table"
    )
    parser.set_defaults(run=run)


def _kinds(value: str) -> tuple[str, ...]:
    kinds = tuple(k.strip() for k in value.split(","))
    for kind in kinds:
        if kind not in KINDS:
            msg = f"{kind!r} is none of {', '.join(KINDS)}"
            raise argparse.ArgumentTypeError(msg)
    return kinds


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        msg = f"{value!r} is no number of excerpts"
        raise argparse.ArgumentTypeError(msg)
    return int(value)


def run(args: argparse.Namespace) -> int:
    """Write the excerpts of each article in the order of the arguments; an unusable one has none."""
    from sphinx_briefing.analysis.pipeline import ModelNotFoundError, find_model  # noqa: PLC0415

    unusable: list[Path] = []
    try:
        model = find_model(args.model)
        inputs = Inputs(args.inputs)
        articles = _articles(inputs.paths, args.bibliography)
        found = _found(articles, len(inputs.paths), model, args.limit, unusable)
        for piece in _FORMATS[args.format](found, args):
            sys.stdout.write(piece)
            sys.stdout.flush()
    except ModelNotFoundError as error:
        complain(str(error))
        return _NO_MODEL
    return int(bool(unusable) or not inputs.complete)


def _articles(paths: Sequence[Path], files: Sequence[Path]) -> Iterator[tuple[Path, Article]]:
    """The articles of each file, read one after the other."""
    bibliography = read_bibliography((file.as_posix() for file in files), Path())
    for problem in bibliography.problems:
        complain_of(problem)
    for path in paths:
        yield from ((path, article) for article in read_articles(path, bibliography=bibliography))


def _found(
    articles: Iterable[tuple[Path, Article]], files: int, model: str, limit: int | None, unusable: list[Path]
) -> Iterator[Found]:
    """Analyse the articles one after the other; the files that can't be read are added to *unusable*."""
    from sphinx_briefing.analysis.pipeline import analyse_all  # noqa: PLC0415

    counter = Counter(files)
    listed, read = tee(articles)
    last = None
    for (path, _), (article, analysis) in zip(
        listed, analyse_all((article for _, article in read), model), strict=True
    ):
        counter.clear()
        for problem in article.problems:
            complain_of(problem)
        if is_unusable(article):
            unusable.append(path)
        edited, wrong = _overridden(path, article, analysis)
        for problem in wrong:
            complain_of(problem)
        yield Found(path, article, _limited(edited, limit))
        if path != last:
            counter.step()
        last = path
    counter.clear()


def _overridden(path: Path, article: Article, analysis: Analysis) -> tuple[Analysis, list[Problem]]:
    """The analysis as the sidecar of the article changes it; that of a file of several says nothing of one."""
    is_whole_file = article.path == path.as_posix()
    return overridden_beside(path, article, analysis) if is_whole_file else (analysis, [])


def _limited(analysis: Analysis, limit: int | None) -> Analysis:
    return replace(
        analysis,
        figures=_weightiest(analysis.figures, limit),
        quotes=_weightiest(analysis.quotes, limit),
        facts=analysis.facts[:limit],
        people=_weightiest(analysis.people, limit),
        changes=_weightiest(analysis.changes, limit),
        events=_weightiest(analysis.events, limit),
        unknowns=_weightiest(analysis.unknowns, limit),
        tensions=_weightiest(analysis.tensions, limit),
    )


def _weightiest(excerpts: tuple[E, ...], limit: int | None) -> tuple[E, ...]:
    """The *limit* most salient, in the order of the text."""
    if limit is None or len(excerpts) <= limit:
        return excerpts
    kept = {e.id for e in nlargest(limit, excerpts, key=lambda e: e.salience)}
    return tuple(e for e in excerpts if e.id in kept)


def _json_lines(found: Iterable[Found], args: argparse.Namespace) -> Iterator[str]:
    """One object a line, each as soon as its article is analysed."""
    for item in found:
        yield json.dumps(record(*item, args.only), ensure_ascii=False) + "\n"


def _json(found: Iterable[Found], args: argparse.Namespace) -> Iterator[str]:
    """One array of all articles."""
    yield json.dumps([record(*item, args.only) for item in found], ensure_ascii=False, indent=2) + "\n"


def _tables(found: Iterable[Found], args: argparse.Namespace) -> Iterator[str]:
    """A section an article, laid out for reading."""
    style = Style(columns(), coloured=paints(args.color))
    for item in found:
        yield tables(*item, args.only, style)


_FORMATS: Final[dict[str, Callable[[Iterable[Found], argparse.Namespace], Iterator[str]]]] = {
    "jsonl": _json_lines,
    "json": _json,
    "table": _tables,
}
