"""When pages are read again, and when written: exactly when something that they print has changed.

Articles are hashed in the main process before any page is read, and before any reader is forked. As long as
the manifest is the one the pages were read against, nothing is loaded.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.locale import __
from sphinx.util.display import status_iterator

from sphinx_briefing.corpus import Cache, load, scan
from sphinx_briefing.corpus.loader import without_problems
from sphinx_briefing.corpus.lock.file import LockError, read_lock
from sphinx_briefing.corpus.lock.holding import hold
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.answers import Answers, LockedAnswers
from sphinx_briefing.pages.config import briefing_config, default_of
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus import Manifest
    from sphinx_briefing.models import Analysis, Article

#: The builder that reads what a new lock is made of.
LOCK_BUILDER: Final = "briefinglock"


def refresh(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Sequence[str]:
    """Load the corpus if a page may need it; the pages to read again (``env-get-outdated``)."""
    del removed
    domain = briefing_domain(env)
    config = briefing_config(env.config)
    base = Path(app.confdir)
    path = lock_path(app)
    found = scan(config.articles, base, config.model, config.overrides, config.bibliography)
    manifest = replace(found, lock=_digest(path) if path else "")
    cache = Cache(base / config.cache_dir if config.cache_dir else Path(app.doctreedir) / "briefing-cache")
    domain.load = partial(_load, manifest, base, cache, path)
    if without_problems(manifest) == without_problems(domain.manifest) and not added and not changed:
        return []
    domain.data["manifest"] = manifest
    for problem in domain.corpus.problems:
        warn(replace(problem, path=str(base / problem.path)) if problem.path else problem)
    return domain.stale_pages()


def lock_path(app: Sphinx) -> Path | None:
    """Where the lock of this build is, ``None`` where it has none: a new lock is made as if there were none before."""
    name = str(app.config.briefing_lock)
    path = Path(app.confdir, name)
    wanted = name and app.builder.name != LOCK_BUILDER and (path.exists() or name != default_of("lock"))
    return path if wanted else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"


def _load(manifest: Manifest, base: Path, cache: Cache, path: Path | None) -> Answers:
    """What answers the pages: the corpus, held to its lock if there is one."""
    corpus = load(manifest, base, cache, _progress)
    if path is None:
        return Answers(corpus)
    try:
        return LockedAnswers(hold(read_lock(path), corpus))
    except (LockError, OSError) as error:
        line = error.line if isinstance(error, LockError) else None
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"the lock {reason}, and nothing is held to it; make it with: sphinx-briefing lock"
        problem = Problem(subtype="lock", message=message, path=str(path), line=line)
        return Answers(replace(corpus, problems=(*corpus.problems, problem)))


def _progress(pairs: Iterable[tuple[Article, Analysis]], total: int) -> Iterable[tuple[Article, Analysis]]:
    """Show which article is being analysed."""
    return status_iterator(
        pairs, __("analysing articles... "), "brown", total, stringify_func=lambda pair: pair[0].id
    )


def stale_output(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The pages to write again although their files did not change (``env-updated``).

    Their articles have changed, or other pages: what their references lead to has moved or is called otherwise, or
    something else is used of their article. That is kept by output folder: builders share what was read, but not what
    was written, and look at the time of a page's file alone.
    """
    domain = briefing_domain(env)
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    now = {docname: domain.printed(docname, titles) for docname in sorted(env.all_docs)}
    before = domain.written.get(str(app.outdir), {})
    domain.written[str(app.outdir)] = now
    return [docname for docname, digest in now.items() if before.get(docname) != digest]
