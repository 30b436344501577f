"""Overrides applied to an analysis, one after the other, and to all analyses of a corpus."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.corpus.overrides.adding import added
from sphinx_briefing.corpus.overrides.correcting import corrected
from sphinx_briefing.corpus.overrides.entries import kinds
from sphinx_briefing.corpus.overrides.files import beside
from sphinx_briefing.corpus.overrides.matching import (
    UnmatchedError,
    excerpts_of,
    meant,
    nothing_like,
)
from sphinx_briefing.corpus.overrides.people import relinked
from sphinx_briefing.models import Analysis, Edit, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sphinx_briefing.corpus.corpus import Corpus
    from sphinx_briefing.corpus.overrides.entries import Override
    from sphinx_briefing.corpus.overrides.files import OverrideFile
    from sphinx_briefing.models import Article, Excerpt, Problem

_SEVERAL: Final = (
    "the file holds several articles, so its overrides were left out; move them under the articles' ids into a file"
    " that briefing_overrides names"
)


def overridden_corpus(corpus: Corpus, files: Iterable[OverrideFile], base: Path, *, analysed: bool) -> Corpus:
    """The corpus with the overrides of *files* applied.

    Args:
        corpus: as it was found.
        files: relative to *base*, the later ones applied to what the earlier ones left.
        base: the folder of the project.
        analysed: whether there was a model; without one, that an excerpt is missing is no news.
    """
    paths = {article.path: article.id for article in corpus.articles.values()}
    analyses = dict(corpus.analyses)
    problems = list(corpus.problems)
    for file in files:
        read = file.read(base)
        problems += read.problems
        by_article: dict[str, list[Override]] = {}
        for override in read.overrides:
            name = paths.get(file.article, "") if file.article else override.article
            by_article.setdefault(name, []).append(override)
        for name, overrides in by_article.items():
            if name in analyses:
                silent = not analysed and analyses[name] == Analysis()
                wanted = [o for o in overrides if o.add] if silent else overrides
                analyses[name], wrong = overridden(corpus.articles[name], analyses[name], wanted)
                problems += wrong
            elif not file.article:
                problems.append(_unknown(corpus, name, overrides[0]))
            elif any(path.startswith(f"{file.article}#") for path in paths):
                problems.append(overrides[0].problem(_SEVERAL))
    return replace(corpus, analyses=analyses, problems=tuple(dict.fromkeys(problems)))


def overridden_beside(path: Path, article: Article, analysis: Analysis) -> tuple[Analysis, list[Problem]]:
    """The analysis of the article at *path* with the overrides of its sidecar applied, and what was wrong with them."""
    file = beside(path, path.name)
    if file is None:
        return analysis, []
    read = file.read(path.parent)
    edited, wrong = overridden(article, analysis, read.overrides)
    return edited, [replace(p, path=(path.parent / p.path).as_posix()) for p in (*read.problems, *wrong)]


def overridden(
    article: Article, analysis: Analysis, overrides: Sequence[Override]
) -> tuple[Analysis, list[Problem]]:
    """The analysis of *article* with *overrides* applied in their order, and those that fit nothing."""
    problems = []
    for override in overrides:
        try:
            analysis = _applied(override, article, analysis)
        except UnmatchedError as error:
            problems.append(override.problem(str(error)))
    return analysis, problems


def _applied(override: Override, article: Article, analysis: Analysis) -> Analysis:
    found = meant(override, article, analysis)
    if found is None and override.add:
        new = added(override, article, analysis)
        made = corrected(new, override, article, analysis)
        made = replace(made, edited=(Edit(field="added"),))
        return relinked(_with(analysis, override.kind, made), new, made)
    if found is None:
        raise nothing_like(override, article, analysis)
    if override.drop:
        return relinked(_without(analysis, override.kind, found), found, None)
    made = corrected(found, override, article, analysis)
    return relinked(_instead(analysis, override.kind, found, made), found, made)


def _with(analysis: Analysis, kind: str, excerpt: Excerpt) -> Analysis:
    """The analysis with one excerpt more, in the order of its kind."""
    whole = [excerpt, *excerpts_of(analysis, kind)]
    if not isinstance(excerpt, Fact):  # facts stand best first
        whole.sort(key=lambda e: e.start)
    return _replaced(analysis, kind, whole)


def _without(analysis: Analysis, kind: str, excerpt: Excerpt) -> Analysis:
    """The analysis without an excerpt, and without the changes that rest on it."""
    left = _replaced(analysis, kind, [e for e in excerpts_of(analysis, kind) if e is not excerpt])
    if kind != "figure":
        return left
    standing = [c for c in left.changes if all(level.figure != excerpt.id for level in c.levels)]
    return replace(left, changes=tuple(standing))


def _instead(analysis: Analysis, kind: str, old: Excerpt, new: Excerpt) -> Analysis:
    return _replaced(analysis, kind, [new if e is old else e for e in excerpts_of(analysis, kind)])


def _replaced(analysis: Analysis, kind: str, excerpts: Iterable[Excerpt]) -> Analysis:
    field: dict[str, Any] = {kinds()[kind]: tuple(excerpts)}
    return replace(analysis, **field)


def _unknown(corpus: Corpus, name: str, override: Override) -> Problem:
    near = get_close_matches(name, corpus.articles, n=1)
    told = f"did you mean {near[0]}?" if near else f"the articles are: {', '.join(corpus.articles) or 'none'}"
    return override.problem(f"no article is called {name!r}, so its overrides were left out; {told}")
