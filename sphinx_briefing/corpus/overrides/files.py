"""The files that overrides stand in: the sidecar of an article, and those that a project names."""

from __future__ import annotations

import glob
import hashlib
import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.digests import sidecar_of
from sphinx_briefing.articles.sidecar import split_sidecar
from sphinx_briefing.corpus.overrides.reading import Read, read_overrides
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class OverrideFile(NamedTuple):
    """A file with overrides, in one version.

    Attributes:
        path: relative to the base.
        digest: of the overrides in it.
        article: the path of the article that it stands beside, ``""`` for one that names articles by their ids.
    """

    path: str
    digest: str
    article: str = ""

    def read(self, base: Path) -> Read:
        """The overrides in it; a file that went away since has none."""
        try:
            raw = (base / self.path).read_bytes()
        except OSError as error:
            message = f"the overrides can't be read ({error.strerror}); check the file"
            return Read((), (Problem(subtype="override", message=message, path=self.path),))
        text, problems = decode(raw, self.path)
        own = split_sidecar(text or "").overrides if self.article else text or ""
        found = read_overrides(own, self.path, shared=not self.article)
        return found._replace(problems=(*problems, *found.problems))


def find_overrides(
    articles: Iterable[str], patterns: Sequence[str], base: Path
) -> tuple[list[OverrideFile], list[Problem]]:
    """The files with overrides, those beside articles first.

    Args:
        articles: the paths of the articles, relative to *base*.
        patterns: globs and paths of the shared files.
        base: the folder they are relative to.
    """
    files = [file for article in articles if (file := beside(base / article, article))]
    problems = []
    for pattern in patterns:
        found = sorted(_matches(pattern, base))
        if not found and not glob.has_magic(pattern):
            message = (
                f"the file of overrides {pattern!r} is not there; correct briefing_overrides, or write it"
            )
            problems.append(Problem(subtype="override", message=message))
        files += [OverrideFile(name, _digest_of(base / name)) for name in found]
    return list(dict.fromkeys(files)), problems


def beside(path: Path, name: str) -> OverrideFile | None:
    """The sidecar of the article at *path*, called *name*, if it has overrides."""
    try:
        raw = sidecar_of(path).read_bytes()
    except OSError:
        return None
    own = split_sidecar(raw.decode("utf-8", "surrogateescape")).overrides.strip()
    if not own:
        return None
    there = str(PurePosixPath(name).with_suffix(sidecar_of(path).suffix))
    return OverrideFile(there, _digest(own.encode("utf-8", "surrogateescape")), name)


def _matches(pattern: str, base: Path) -> Iterator[str]:
    for found in glob.iglob(pattern, root_dir=base, recursive=True):  # noqa: PTH207 - Path.glob refuses absolute patterns
        if (base / found).is_file():
            yield Path(os.path.normpath(found)).as_posix()


def _digest_of(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except OSError:  # whoever reads it says what is wrong with it
        return ""


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
