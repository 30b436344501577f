"""``sphinx-briefing text FILE``: the text that spans count into."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.articles import read_article
from sphinx_briefing.cli.inputs import is_unusable
from sphinx_briefing.cli.terminal import complain_of

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    about = "print the text of an article that the spans of its excerpts count into"
    parser = commands.add_parser("text", help=about, description=f"{about[0].upper()}{about[1:]}.")
    parser.add_argument("file", metavar="FILE", type=Path, help="an article")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the article's text, nothing before it, nothing after it."""
    article = read_article(args.file)
    for problem in article.problems:
        complain_of(problem)
    sys.stdout.write(article.text)
    return int(is_unusable(article))
