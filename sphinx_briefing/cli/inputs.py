"""The files that the arguments of a command stand for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.cli.terminal import complain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from sphinx_briefing.models import Article


class Inputs:
    """The article files, in the order of the arguments.

    Attributes:
        paths: a folder stands for its ``*.txt`` by name, ``@LIST`` for the paths in the lines of LIST.
        complete: whether each argument could be followed.
    """

    def __init__(self, arguments: Iterable[str]) -> None:
        self.paths: list[Path] = []
        self.complete = True
        for argument in arguments:
            self._add(argument)

    def _add(self, argument: str) -> None:
        if argument.startswith("@"):
            self._add_list(Path(argument[1:]))
        elif Path(argument).is_dir():
            self._add_folder(Path(argument))
        else:
            self.paths.append(Path(argument))

    def _add_list(self, path: Path) -> None:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
            self._miss(f"{path}: the list can't be read: {reason}")
            return
        self.paths += [Path(line) for line in lines if line.strip()]

    def _add_folder(self, path: Path) -> None:
        found = sorted((p for p in path.glob("*.txt") if p.is_file()), key=lambda p: p.name)
        if not found:
            self._miss(f"{path}: the folder holds no .txt file; name articles of other formats one by one")
        self.paths += found

    def _miss(self, message: str) -> None:
        self.complete = False
        complain(message)


def add_bibliography(parser: argparse.ArgumentParser) -> None:
    """Declare the option that names bibliographies."""
    parser.add_argument(
        "--bibliography",
        metavar="FILE",
        action="append",
        type=Path,
        default=[],
        help="a bibliography in CSL-JSON that fills in the articles' metadata; give it again for more",
    )


def is_unusable(article: Article) -> bool:
    """Whether there is nothing to analyse because of what is wrong with the file."""
    return not article.paragraphs and any(p.subtype == "article" for p in article.problems)
