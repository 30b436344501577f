"""When pages are read again: exactly when an answer they got, or a title they refer to, has changed.

Articles are hashed in the main process before any page is read, and before any reader is forked. As long as
the manifest is the one the pages were read against, nothing is loaded.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import __
from sphinx.util.display import status_iterator

from sphinx_briefing.corpus import Cache, load, scan
from sphinx_briefing.corpus.loader import without_problems
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.models import Analysis, Article


def refresh(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Sequence[str]:
    """Load the corpus if a page may need it; the pages to read again (``env-get-outdated``)."""
    del removed
    domain = briefing_domain(env)
    config = briefing_config(env.config)
    base = Path(app.confdir)
    manifest = scan(config.articles, base, config.model, config.overrides)
    cache = Cache(base / config.cache_dir if config.cache_dir else Path(app.doctreedir) / "briefing-cache")
    domain.load = partial(load, manifest, base, cache, _progress)
    if without_problems(manifest) == without_problems(domain.manifest) and not added and not changed:
        return []
    domain.data["manifest"] = manifest
    for problem in domain.corpus.problems:
        warn(replace(problem, path=str(base / problem.path)) if problem.path else problem)
    return domain.stale_pages()


def _progress(pairs: Iterable[tuple[Article, Analysis]], total: int) -> Iterable[tuple[Article, Analysis]]:
    """Show which article is being analysed."""
    return status_iterator(
        pairs, __("analysing articles... "), "brown", total, stringify_func=lambda pair: pair[0].id
    )


def stale_references(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again because of other pages (``env-updated``).

    What their references lead to has moved or is called otherwise, or something else is used of their article.
    """
    del app
    domain = briefing_domain(env)
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    return [*domain.stale_links(), *domain.stale_uses(titles)]
