"""``sphinx-build -b briefingcheck``: everything that pages state is checked, unchanged pages too, nothing is written.

As with ``linkcheck``, ``output.json`` has an object a line for each item and ``output.txt`` a line for each failure;
the exit status is not zero if there is one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sphinx.builders.dummy import DummyBuilder
from sphinx.locale import __
from sphinx.util import logging
from sphinx.util.logging import is_suppressed_warning

from sphinx_briefing.checks import Claim, Proof, Trace
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus.question import Answer, Question
    from sphinx_briefing.models import Problem

logger = logging.getLogger(__name__)


class _Checked(NamedTuple):
    """One item at one place of a page.

    Attributes:
        docname: the page.
        place: where, as ``file:line``.
        question: what the page asked.
        answer: what it got.
    """

    docname: str
    place: str
    question: Question[Answer]
    answer: Answer


class CheckBuilder(DummyBuilder):
    """Checks what pages state, and writes no page."""

    name = "briefingcheck"
    epilog = __("See what was checked in %(outdir)s/output.json, what failed in %(outdir)s/output.txt.")

    def init(self) -> None:
        """Nothing has failed yet."""
        self.failures = 0
        self.read_now: frozenset[str] = frozenset()

    def finish(self) -> None:
        """Write both files; pages that were not read just now are warned about here."""
        records, failures = [], []
        for item in self._items():
            problems = [p for p in item.answer.problems if not self._suppressed(p)]
            records.append(json.dumps(self._record(item, problems), ensure_ascii=False))
            failures += [f"{self._place(item)}: {p.message} [briefing.{p.subtype}]" for p in problems]
            if item.docname not in self.read_now:
                for problem in problems:
                    warn(problem, item.place)
        self.failures = len(failures)
        for name, lines in (("output.json", records), ("output.txt", failures)):
            Path(self.outdir, name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
        logger.info(__("%d items checked, %d failed"), len(records), self.failures)

    def _items(self) -> Iterator[_Checked]:
        """All that pages asked, by page and line; queries only where something is wrong with them."""
        domain = briefing_domain(self.env)
        for docname in sorted(domain.places):
            found = [
                _Checked(docname, place, question, answer)
                for question, places in domain.places[docname].items()
                if (answer := domain.answer(question)).problems or isinstance(question, (Claim, Trace))
                for place in places
            ]
            yield from sorted(found, key=lambda item: _file_and_line(item.place))

    def _suppressed(self, problem: Problem) -> bool:
        return is_suppressed_warning("briefing", problem.subtype, self.config.suppress_warnings)

    def _record(self, item: _Checked, problems: list[Problem]) -> dict[str, Any]:
        """An item as an object of ``output.json``."""
        filename, line = _file_and_line(self._place(item))
        question, answer = item.question, item.answer
        article = answer.article if isinstance(answer, Proof) else None
        return {
            "filename": filename,
            "lineno": line,
            "kind": question.kind if isinstance(question, (Claim, Trace)) else "selection",
            "words": question.words if isinstance(question, (Claim, Trace)) else "",
            "status": problems[0].subtype if problems else "proved",
            "article": article.id if article else "",
            "paragraph": article.paragraph_at(answer.passage.start)
            if article and isinstance(answer, Proof)
            else None,
            "info": "; ".join(problem.message for problem in problems),
        }

    def _place(self, item: _Checked) -> str:
        """The place of an item, its file relative to the pages' folder."""
        filename, line = _file_and_line(item.place)
        path = Path(filename)
        short = path.relative_to(self.srcdir) if path.is_relative_to(self.srcdir) else path
        return f"{short.as_posix()}:{line}"


def _file_and_line(place: str) -> tuple[str, int]:
    filename, _colon, line = place.rpartition(":")
    return (filename, int(line)) if line.isdecimal() else (place, 0)


def note_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep which pages are about to be read, and so to warn for themselves (``env-before-read-docs``)."""
    del env
    if isinstance(app.builder, CheckBuilder):
        app.builder.read_now = frozenset(docnames)


def fail(app: Sphinx, exception: Exception | None) -> None:
    """Let the command fail if something did (``build-finished``)."""
    builder = cast("object", app.builder)
    if exception is None and isinstance(builder, CheckBuilder) and builder.failures:
        app.statuscode = 1
