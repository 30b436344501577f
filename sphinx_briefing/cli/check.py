"""``sphinx-briefing check PAGE...``: what pages state held against the articles, for a hook before a commit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.cli.inputs import add_bibliography
from sphinx_briefing.cli.terminal import complain, complain_of, printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from sphinx_briefing.checks.markup.source import Syntax
    from sphinx_briefing.checks.sources import Finding
    from sphinx_briefing.corpus import Corpus, Manifest

_ARTICLES: Final = "articles/*"
_MARKDOWN: Final = frozenset({".md", ".markdown", ".myst"})
_CACHE: Final = ".briefing-cache"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    parser = commands.add_parser(
        "check",
        help="check the quotations, figures and facts of pages, without Sphinx",
        description="Check the quotations, figures and facts of pages (.rst, .md) against articles, without Sphinx. "
        "Markup of other extensions is passed over; the build has the last word.",
    )
    parser.add_argument("pages", metavar="PAGE", nargs="+", type=Path, help="a page's source")
    parser.add_argument(
        "--articles",
        metavar="GLOB",
        action="append",
        help="articles, a path or a pattern in quotation marks; give it again for more "
        f"(default: {_ARTICLES} beside the first page)",
    )
    add_bibliography(parser)
    parser.add_argument(
        "--overrides",
        metavar="GLOB",
        action="append",
        default=[],
        help="files with overrides, as briefing_overrides names them; those beside articles count anyway",
    )
    parser.add_argument(
        "--prose", action="store_true", help="trace the quotations and numbers of the pages' own prose too"
    )
    parser.add_argument(
        "--cache-dir", metavar="FOLDER", type=Path, help=f"where analyses are kept (default: {_CACHE} here)"
    )
    parser.add_argument("--model", default="", metavar="NAME", help="the spaCy model: a package or a folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a line for each finding; 1 if there is one or a page can't be read."""
    from sphinx_briefing.checks import Prover  # noqa: PLC0415 - other commands do without
    from sphinx_briefing.checks.sources import check_source  # noqa: PLC0415

    base, patterns = _where(args)
    prover = Prover(_corpus(patterns, base, args))
    failed = False
    for page in args.pages:
        try:
            text = page.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
            complain(f"{page}: {reason}")
            failed = True
            continue
        syntax: Syntax = "myst" if page.suffix in _MARKDOWN else "rst"
        found = check_source(prover, text, syntax, prose=args.prose)
        sys.stdout.writelines(_lines(page, found))
        failed = failed or bool(found)
    return int(failed)


def _where(args: argparse.Namespace) -> tuple[Path, list[str]]:
    """The folder that the globs are relative to, and the globs."""
    if args.articles:
        return Path.cwd(), args.articles
    return args.pages[0].resolve().parent, [_ARTICLES]


def _corpus(patterns: list[str], base: Path, args: argparse.Namespace) -> Corpus:
    from sphinx_briefing.corpus import Cache, load, scan  # noqa: PLC0415

    files = [str(path.resolve()) for path in args.bibliography]
    manifest: Manifest = scan(patterns, base, args.model, args.overrides, files)
    corpus = load(manifest, base, Cache(args.cache_dir or Path(_CACHE)))
    for problem in corpus.problems:
        complain_of(problem)
    return corpus


def _lines(page: Path, found: Iterable[Finding]) -> Iterable[str]:
    for line, problem in found:
        yield f"{page}:{line}: {printable(problem.message)} [briefing.{problem.subtype}]\n"
