"""``sphinx-briefing impact ARTICLE``: the places of the pages that use an article, and what they use of it.

Who withdraws or corrects an article wants to know what rests on it. The pages are read by a build of their own, so that
nothing is listed from memory.
"""

from __future__ import annotations

import json
import sys
import tempfile
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx_briefing.cli.building import add_project, build
from sphinx_briefing.cli.table import Column, Style, draw
from sphinx_briefing.cli.terminal import columns, complain, paints, printable, wrapped

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

_BOLD: Final = "\x1b[1m"
_COLUMNS: Final = (
    Column("place"),
    Column("asks for"),
    Column("what it uses", flexible=True, colour="\x1b[36m"),
)
#: What is asked beside everything else, and so uses nothing of its own.
_ASIDE: Final = "status"
#: How much of an excerpt the table shows, in characters.
_SHOWN: Final = 120


class Use(NamedTuple):
    """A place that uses an article.

    Attributes:
        page: the page's name.
        file: the page's file, relative to the project.
        line: the line in it; ``None`` where it is the page as a whole.
        by: what asks there: ``figures``, ``quote``.
        excerpt: the key of the excerpt in ``briefing.json``, ``None`` where the article alone is meant.
        text: the excerpt's words.
    """

    page: str
    file: str
    line: int | None
    by: str
    excerpt: str | None = None
    text: str | None = None

    @property
    def place(self) -> str:
        """``file:line``, as editors take it."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    about = "list the pages and excerpts that use an article"
    parser = commands.add_parser("impact", help=about, description=f"{about[0].upper()}{about[1:]}.")
    parser.add_argument("article", metavar="ARTICLE", help="the id of an article, or its file")
    add_project(parser)
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="a table for people (default), or JSON"
    )
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colours in the table"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the uses; 1 if the project can't be built or none of its pages uses such an article."""
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        if not build(args.source, "briefingjson", Path(folder), args.cache_dir):
            return 1
        exported = json.loads(Path(folder, "briefing.json").read_text("utf-8"))
    article = _article(exported["articles"], args.article, args.source)
    if article is None:
        complain(_nobody(exported["articles"], args.article))
        return 1
    uses = _telling(dict.fromkeys(_uses(exported, article["id"])))
    if args.format == "json":
        told = {"article": article, "uses": [use._asdict() for use in uses]}
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_table(article, uses, Style(columns(), coloured=paints(args.color))))
    return 0


def _article(articles: Sequence[dict[str, Any]], wanted: str, source: Path) -> dict[str, Any] | None:
    """The article of that id, else the one whose file is meant, seen from here or from the project."""
    files = {Path(wanted).resolve(), (source / wanted).resolve()}
    named = [article for article in articles if article["id"] == wanted]
    meant = [article for article in articles if (source / article["path"]).resolve() in files]
    return next(iter([*named, *meant]), None)


def _nobody(articles: Sequence[dict[str, Any]], wanted: str) -> str:
    """That no page uses an article so called, with the nearest that is used."""
    ids = [article["id"] for article in articles]
    near = get_close_matches(wanted, ids, n=1)
    if near:
        return f"no page uses an article called {wanted!r}; did you mean {near[0]}?"
    return f"no page uses an article called {wanted!r}; used are: {', '.join(ids) or 'none'}"


def _uses(exported: dict[str, Any], article: str) -> Iterator[Use]:
    """The uses of an article, by page and line."""
    excerpts = {one["key"]: one for one in exported["excerpts"] if one["article"] == article}
    for page in exported["pages"]:
        for question in page["questions"]:
            place = (page["page"], question["file"], question["line"], question["by"])
            used = [key for key in question["excerpts"] if key in excerpts]
            yield from (Use(*place, key, " ".join(excerpts[key]["text"].split())) for key in used)
            if not used and article in question["articles"] and question["by"] != _ASIDE:
                yield Use(*place)


def _telling(uses: Iterable[Use]) -> list[Use]:
    """*uses* without the lists of sources that close pages, where something else of the page is known."""
    known = list(uses)
    pages = {use.page for use in known if use.line is not None}
    return [use for use in known if use.line is not None or use.page not in pages]


def _table(article: dict[str, Any], uses: Sequence[Use], style: Style) -> str:
    """What is known of the article, how much of it is used, and where."""
    pages = len({use.page for use in uses})
    excerpts = len({use.excerpt for use in uses if use.excerpt})
    counted = f"{_number(excerpts, 'excerpt')} on {_number(pages, 'page')}"
    status = article["status"] or ("expired" if article["expired"] else "")
    head = f"{article['id']}: {article['title']}" + (f" ({status})" if status else "")
    lines = [*(style.paint(line, _BOLD) for line in wrapped(printable(head), style.width)), counted, ""]
    rows = [[printable(use.place), use.by, _words(use)] for use in uses]
    return "\n".join([*lines, *draw(_COLUMNS, rows, style), ""])


def _words(use: Use) -> str:
    words = printable(use.text or "the article")
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _number(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")
