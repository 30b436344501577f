"""A Sphinx project in a folder, built in this process; what a build read, wrote and warned of."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = 'extensions = ["sphinx_briefing"]\nproject = "Test"\nversion = "1"\ncopyright = "2026, Test"\n'

HARBOUR = """\
Harbour watch draws down

The Harbour Watch said it will cut its force from 2,000 wardens on the islands.

“The strait is calm, but it is not safe,” said Ada Vale, the chief warden. “We stay until the lights are back.”

The plan leaves about 400 wardens behind, Ada Vale wrote.

Costs rose 12% in a year.
"""

FERRY = """\
Ferries return to the strait

Some 500 wardens remain on the islands, the ferry company said.

“Nobody asked us,” said Ben Okoro. The boats carry 90 passengers.
"""

PAGE = """\
The islands
===========

The warden says it is :briefing:quote:`not safe <harbour>`; the plan keeps
:briefing:figure:`about 400 wardens <harbour>`.

.. briefing:facts:: harbour
   :limit: 2

.. briefing:figures::
   :about: wardens

.. briefing:quotes::

.. briefing:sources::
"""


@dataclass
class Build:
    """What came of a build."""

    outdir: Path
    read: list[str]
    written: list[str]
    warnings: list[str]
    status: str
    failed: bool

    def text(self, name: str) -> str:
        return (self.outdir / name).read_text("utf-8")


@dataclass
class Project:
    """A folder with a ``conf.py``, pages and articles."""

    srcdir: Path
    conf: str = CONF
    doctrees: Path | None = None
    files: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.srcdir / "articles").mkdir(parents=True)
        self.write("conf.py", self.conf)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.srcdir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def article(self, name: str, text: str | bytes) -> Path:
        return self.write(f"articles/{name}", text)

    def sample(self) -> None:
        """Two articles and a page with everything."""
        self.article("harbour.txt", HARBOUR)
        self.article("ferry.txt", FERRY)
        self.write("index.rst", PAGE)

    def build(
        self,
        builder: str = "text",
        *,
        parallel: int = 1,
        fresh: bool = False,
        outdir: str = "",
        **confoverrides,
    ) -> Build:
        status, warning = io.StringIO(), io.StringIO()
        read: list[str] = []
        written: list[str] = []
        out = self.srcdir.parent / "out" / (outdir or builder)
        doctrees = self.doctrees or self.srcdir.parent / (
            "gettext-doctrees" if builder == "gettext" else "doctrees"
        )
        with patch_docutils(str(self.srcdir)), docutils_namespace():
            app = Sphinx(
                self.srcdir, self.srcdir, out, doctrees, builder, confoverrides, status, warning,
                freshenv=fresh, parallel=parallel,
            )  # fmt: skip
            app.connect("env-before-read-docs", lambda app, env, names: read.extend(names))
            app.connect("doctree-resolved", lambda app, tree, name: written.append(name))
            app.build()
        locale.translators.clear()  # else the labels of one build's language stay for the next
        told = [
            line for line in re.sub(r"\x1b\[[0-9;]*m", "", warning.getvalue()).splitlines() if line.strip()
        ]
        return Build(out, sorted(read), sorted(written), told, status.getvalue(), bool(app.statuscode))
