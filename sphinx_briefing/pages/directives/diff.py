"""``briefing:diff``: what changed from one lock to another, for a page on what is new since the last issue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.corpus import ArticleQuery
from sphinx_briefing.corpus.lock.comparing import revisions
from sphinx_briefing.corpus.lock.file import LockError, read_lock
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.directives.base import captioned
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.i18n import marks
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.rendering.revisions import render_revisions

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar

    from docutils import nodes

    from sphinx_briefing.corpus.lock.records import Lock


class DiffDirective(SphinxDirective):
    """Tells two locks apart; both are named relative to the page, or to the folder of the pages with a slash."""

    required_arguments = 2
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "caption": directives.unchanged_required,
        "class": directives.class_option,
    }

    def run(self) -> list[nodes.Node]:
        """The table of what differs."""
        old, new = (self._lock(name) for name in self.arguments)
        if old is None or new is None:
            return []
        made = render_revisions(revisions(old, new), self._titles(old, new), marks(self.config.language))
        made["classes"] += self.options.get("class", [])
        self.set_source_info(made)
        return captioned(self, [made])

    def _lock(self, name: str) -> Lock | None:
        """The lock in a file, ``None`` with a warning where there is none."""
        relative, path = self.env.relfn2path(name)
        self.env.note_dependency(relative)
        try:
            return read_lock(Path(path))
        except (LockError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            message = (
                f"{name}: {reason}; give two files that sphinx-briefing lock wrote, relative to the page"
            )
            warn(Problem(subtype="lock", message=message), self.get_location())
            return None

    def _titles(self, *locks: Lock) -> dict[str, str]:
        """The titles of the articles that are still there."""
        domain = briefing_domain(self.env)
        named = {entry.article for lock in locks for entry in lock.entries.values()}
        there = tuple(sorted(named & domain.corpus.articles.keys()))
        listed = domain.ask(self.env.docname, ArticleQuery(articles=there)).articles if there else ()
        return {article.id: article.title for article in listed}
