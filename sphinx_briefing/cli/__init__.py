"""The command ``sphinx-briefing``: the stages from a shell.

Each sub-command is a module with two functions: ``add(commands)`` declares its arguments, ``run(args)`` does
the work and returns the exit status. Nothing here imports spaCy before an article is to be analysed.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

from sphinx_briefing.cli import check, diff, extract, impact, lock, new, text
from sphinx_briefing.cli.terminal import complain, write_utf8

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED: Final = 130  # 128 + SIGINT
_PIPE_CLOSED: Final = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments after the command's name, those of the process by default.

    Returns:
        The exit status: 0 all well, 1 an input failed, 2 wrong usage or no model, 130 interrupted, 141 nobody
        reads the output any more.

    Raises:
        SystemExit: after ``--help``, ``--version`` and wrong usage, as argparse does.
    """
    args = _parser().parse_args(argv)
    write_utf8()
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return _PIPE_CLOSED
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        if not error.filename:  # it is the output that can't be written
            _give_up_output()
        return 1
    return status


def _give_up_output() -> None:
    """Let nothing raise once more when the interpreter flushes at its end what is left in the buffer."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sphinx-briefing",
        description="Figures, quotations and facts of articles, and briefings made of them.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in (extract, check, impact, lock, diff, text, new):
        module.add(commands)
    return parser


def _version() -> str:
    # Asked for by name: the package is the extension's front door too, and no stage depends on that.
    version: str = import_module("sphinx_briefing").__version__
    return version
