"""``sphinx-briefing diff OLD NEW``: what was accepted otherwise in one lock than in another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.cli.terminal import complain, printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from sphinx_briefing.corpus.lock.comparing import Difference, Revision
    from sphinx_briefing.corpus.lock.records import Lock

_TROUBLE: Final = 2


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    about = "tell what changed from one lock to another"
    parser = commands.add_parser(
        "diff",
        help=about,
        description=f"{about[0].upper()}{about[1:]}. The exit status is 0 if nothing did, 1 if something did and 2 if "
        "a lock can't be read. That words merely moved is no change.",
    )
    parser.add_argument("old", metavar="OLD", type=Path, help="the older lock")
    parser.add_argument("new", metavar="NEW", type=Path, help="the newer lock")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a few lines for each excerpt that was added, removed or changed."""
    from sphinx_briefing.corpus.lock.comparing import revisions  # noqa: PLC0415 - other commands do without

    old, new = _read(args.old), _read(args.new)
    if old is None or new is None:
        return _TROUBLE
    found = revisions(old, new)
    for revision in found:
        sys.stdout.writelines(f"{line}\n" for line in _lines(revision))
    return int(bool(found))


def _read(path: Path) -> Lock | None:
    from sphinx_briefing.corpus.lock.file import LockError, read_lock  # noqa: PLC0415

    try:
        return read_lock(path)
    except LockError as error:
        complain(f"{path}: {error}")
    except OSError as error:
        complain(f"{path}: {error.strerror}")
    return None


def _lines(revision: Revision) -> Iterator[str]:
    from sphinx_briefing.corpus.lock.comparing import telling  # noqa: PLC0415

    yield f"{revision.status}: {revision.entry.key}"
    if revision.status == "changed":
        yield from (f"  {line}" for line in map(_told, telling(revision.differences)))
    else:
        yield f"  {printable(revision.entry.exact)}"


def _told(difference: Difference) -> str:
    """A difference on one line; in the words themselves, ``[-what went-]`` and ``{+what came+}``."""
    part, before, after = difference
    if part == "text":
        return printable(_marked(before, after))
    return printable(f"{part}: {before or '(nothing)'} -> {after or '(nothing)'}")


def _marked(before: str, after: str) -> str:
    from sphinx_briefing.corpus.lock.comparing import runs  # noqa: PLC0415

    marks = {"went": ("[-", "-]"), "came": ("{+", "+}"), "stayed": ("", "")}
    return " ".join(f"{marks[run.fate][0]}{run.words}{marks[run.fate][1]}" for run in runs(before, after))
