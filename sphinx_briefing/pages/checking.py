"""``sphinx-build -b briefingcheck``: everything that pages state is checked, unchanged pages too, nothing is written.

As with ``linkcheck``, ``output.json`` has an object a line for each item and ``output.txt`` a line for each failure;
the exit status is not zero if there is one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx.builders.dummy import DummyBuilder
from sphinx.locale import __
from sphinx.util import logging
from sphinx.util.logging import is_suppressed_warning

from sphinx_briefing.checks import Claim, Proof, Trace, Traced
from sphinx_briefing.pages.asked import all_asked
from sphinx_briefing.pages.log import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.models import Problem
    from sphinx_briefing.pages.asked import Asked

logger = logging.getLogger(__name__)


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
        for item in all_asked(self.env):
            told = (*item.answer.problems, *item.told)
            if not told and not item.moved and not isinstance(item.question, (Claim, Trace)):
                continue  # of queries, only what there is to tell of them
            problems = [p for p in told if not self._suppressed(p)]
            records.append(json.dumps(self._record(item, problems), ensure_ascii=False))
            failures += [
                f"{item.file}:{item.line or 0}: {p.message} [briefing.{p.subtype}]" for p in problems
            ]
            if item.docname not in self.read_now:
                for problem in problems:
                    warn(problem, item.place)
        self.failures = len(failures)
        for name, lines in (("output.json", records), ("output.txt", failures)):
            Path(self.outdir, name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
        logger.info(__("%d items checked, %d failed"), len(records), self.failures)

    def _suppressed(self, problem: Problem) -> bool:
        return is_suppressed_warning("briefing", problem.subtype, self.config.suppress_warnings)

    def _record(self, item: Asked, problems: list[Problem]) -> dict[str, Any]:
        """An item as an object of ``output.json``."""
        question, answer = item.question, item.answer
        proof = answer.proof if isinstance(answer, Traced) else answer if isinstance(answer, Proof) else None
        article = proof.article if proof else None
        return {
            "filename": item.file,
            "lineno": item.line or 0,
            "kind": question.kind if isinstance(question, (Claim, Trace)) else "selection",
            "words": question.words if isinstance(question, (Claim, Trace)) else "",
            "status": problems[0].subtype if problems else "proved",
            "article": article.id if article else "",
            "paragraph": article.paragraph_at(proof.passage.start) if article and proof else None,
            "info": "; ".join([*(problem.message for problem in problems), *item.moved]),
        }


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
