"""``sphinx-briefing lock``: accept the present reading of all that a project's pages show."""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.cli.building import add_project, build
from sphinx_briefing.cli.terminal import complain, printable

if TYPE_CHECKING:
    import argparse

    from sphinx_briefing.corpus.lock.records import Lock

_BUILDER: Final = "briefinglock"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    about = "accept the present reading of the articles for a project's pages"
    parser = commands.add_parser(
        "lock",
        help=about,
        description=f"{about[0].upper()}{about[1:]}: write the lock beside conf.py, which builds hold the articles to.",
    )
    add_project(parser)
    parser.add_argument(
        "--reviewed-by",
        metavar="NAME",
        default="",
        help="who accepts what is new or has changed; kept in the lock with today's date",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the lock and tell what differs from the one before; 1 if the project can't be built."""
    from sphinx_briefing.corpus.lock.comparing import revisions  # noqa: PLC0415 - other commands do without
    from sphinx_briefing.corpus.lock.file import parsed, write_lock  # noqa: PLC0415
    from sphinx_briefing.corpus.lock.making import brought_together  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        if not build(args.source, _BUILDER, Path(folder), args.cache_dir):
            return 1
        told = json.loads(Path(folder, "lock.json").read_text("utf-8"))
    path = Path(told["path"])
    before = _lock_before(path)
    today = datetime.now(UTC).date().isoformat()
    lock = brought_together(before, parsed(told["lock"]), reviewer=args.reviewed_by, today=today)
    write_lock(lock, path)
    statuses = [revision.status for revision in revisions(before, lock)]
    counts = ", ".join(
        f"{statuses.count(status)} {status}"
        for status in ("added", "changed", "removed")
        if status in statuses
    )
    sys.stdout.write(
        f"{printable(str(path))}: {len(lock.entries)} excerpts of {len(lock.articles)} articles"
        f" ({counts or 'none changed'})\n"
    )
    return 0


def _lock_before(path: Path) -> Lock:
    """The lock there is; an empty one where there is none that can be read."""
    from sphinx_briefing.corpus.lock.file import LockError, read_lock  # noqa: PLC0415
    from sphinx_briefing.corpus.lock.records import Lock  # noqa: PLC0415

    try:
        return read_lock(path)
    except FileNotFoundError:
        return Lock()
    except LockError as error:
        complain(f"{path}: the old lock {error}; writing a new one")
        return Lock()
