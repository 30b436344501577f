"""Which files are articles, and what to do when two want one id."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.articles.readers import SUFFIXES
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_briefing.models import Article


class Listing(NamedTuple):
    """The article files of a corpus.

    Attributes:
        paths: in code point order, each once.
        problems: patterns that name a file outright which is missing or no article.
    """

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()


def find_articles(patterns: Sequence[str], base: Path) -> Listing:
    """The files that *patterns* stand for, relative ones under *base*.

    A pattern is a glob (``articles/*``, ``**/*.txt``), a file, or a folder, which stands for the files
    directly in it. A glob that matches nothing is no problem: a project may not have articles yet. Hidden
    files and folders, sidecars, other formats and the ``*_files`` folders that browsers save beside a page
    are passed over.
    """
    paths: set[Path] = set()
    problems: list[Problem] = []
    for pattern in patterns:
        named = _normal(base / pattern)
        if named.is_file():
            if named.suffix.lower() in SUFFIXES:
                paths.add(named)
            else:
                problems.append(
                    _named_problem(pattern, f"is not an article; articles end in {', '.join(SUFFIXES)}")
                )
        elif named.is_dir():
            paths.update(_matches("*", named))
        elif glob.has_magic(pattern):
            paths.update(_matches(pattern, base))
        else:
            problems.append(_named_problem(pattern, "is not there; correct the path, or leave it out"))
    return Listing(tuple(sorted(paths, key=Path.as_posix)), tuple(problems))


def distinct(articles: Iterable[Article]) -> tuple[list[Article], list[Problem]]:
    """The articles with an id of their own; of several with one id the first is kept, the rest named."""
    kept: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in articles:
        first = kept.setdefault(article.id, article)
        if first is not article:
            message = (
                f"the article has the id {article.id!r} of {first.path} and was left out;"
                " rename it, or give it another `id` in its front matter"
            )
            problems.append(Problem(subtype="article", message=message, path=article.path))
    return list(kept.values()), problems


def _matches(pattern: str, base: Path) -> Iterator[Path]:
    for found in glob.iglob(pattern, root_dir=base, recursive=True):  # noqa: PTH207 - Path.glob refuses absolute patterns
        path = _normal(base / found)
        folders = Path(found).parent.parts
        if (
            path.suffix.lower() in SUFFIXES
            and not any(folder.endswith("_files") for folder in folders)
            and path.is_file()
        ):
            yield path


def _normal(path: Path) -> Path:
    return Path(os.path.normpath(path))


def _named_problem(pattern: str, what: str) -> Problem:
    return Problem(subtype="article", message=f"the article {pattern!r} {what}", path="")
