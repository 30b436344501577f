"""From files to a Corpus: what changed, what the cache knows, and one analysis of all the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_briefing.analysis.pipeline import (
    ModelNotFoundError,
    analyse_all,
    expected_fingerprint,
    find_model,
    fingerprint,
)
from sphinx_briefing.articles import (
    article_digest,
    distinct,
    find_articles,
    read_articles,
    read_bibliography,
    reader_digest,
)
from sphinx_briefing.corpus.cache import Cache, cache_key
from sphinx_briefing.corpus.clock import today
from sphinx_briefing.corpus.corpus import Corpus
from sphinx_briefing.corpus.overrides import OverrideFile, find_overrides, overridden_corpus
from sphinx_briefing.models import Analysis, Article, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    #: Shows that something goes on while the articles given to it are consumed; told how many there are.
    Progress = Callable[[Iterable[tuple[Article, Analysis]], int], Iterable[tuple[Article, Analysis]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Which files there are, in which version, and what will analyse them; equal manifests give equal corpora.

    Attributes:
        files: paths relative to the base, each with the digest of its bytes (and of its sidecar's).
        bibliography: the same of the files in CSL-JSON that fill in metadata.
        analysis: the fingerprint of the readers, the rules and the model.
        model: the model to load, ``""`` if there is none.
        problems: of the listing and of the model.
        today: the day, in ISO 8601: an article may have expired since yesterday.
        lock: the digest of the lock's file, ``""`` if there is none.
        overrides: the files with overrides.
    """

    files: tuple[tuple[str, str], ...] = ()
    bibliography: tuple[tuple[str, str], ...] = ()
    analysis: str = ""
    model: str = ""
    problems: tuple[Problem, ...] = ()
    today: str = ""
    lock: str = ""
    overrides: tuple[OverrideFile, ...] = ()


def scan(
    patterns: Sequence[str],
    base: Path,
    model: str = "",
    overrides: Sequence[str] = (),
    bibliography: Sequence[str] = (),
) -> Manifest:
    """List and hash the articles; reads no article and imports no spaCy.

    Args:
        patterns: globs and paths, relative to *base*.
        base: the folder they are relative to.
        model: the model asked for, ``""`` for the best one installed.
        overrides: globs and paths of files with overrides, besides those beside articles.
        bibliography: files in CSL-JSON, relative to *base*.
    """
    listing = find_articles(patterns, base)
    problems = list(listing.problems)
    files = tuple((_relative(path, base), article_digest(path)) for path in listing.paths)
    try:
        found = find_model(model)
        version = fingerprint(found)
    except ModelNotFoundError as error:
        found, version = "", expected_fingerprint(model)
        if files:
            problems.append(Problem(subtype="model", message=str(error)))
    edits, wrong = find_overrides((name for name, _ in files), overrides, base)
    return Manifest(
        files=files,
        bibliography=tuple((name, article_digest(base / name)) for name in bibliography),
        analysis=f"{reader_digest()} {version}",
        model=found,
        problems=(*problems, *wrong),
        today=today(),
        overrides=tuple(edits),
    )


def load(manifest: Manifest, base: Path, cache: Cache, progress: Progress | None = None) -> Corpus:
    """The corpus of *manifest*: from the cache where it knows an article, else read and analysed now."""
    bibliography = read_bibliography((name for name, _ in manifest.bibliography), base)
    known: dict[str, list[tuple[Article, Analysis]]] = {}
    fresh: dict[str, list[Article]] = {}
    keys: dict[str, str] = {}
    for name, digest in manifest.files:
        keys[name] = cache_key(name, digest, manifest.analysis)
        entry = cache.get(keys[name]) if digest else None
        if entry is not None and all(bibliography.is_that_of(article) for article, _ in entry):
            known[name] = entry
        else:
            fresh[name] = read_articles(base / name, name, bibliography)
            known[name] = []
    for name, pair in _analysed(fresh, manifest.model, progress):
        known[name].append(pair)
        if manifest.model and len(known[name]) == len(fresh[name]):
            cache.put(keys[name], known[name])
    pairs = [pair for name, _ in manifest.files for pair in known[name]]
    corpus = _corpus(pairs, (*manifest.problems, *bibliography.problems))
    edited = overridden_corpus(corpus, manifest.overrides, base, analysed=bool(manifest.model))
    unanalysed = frozenset() if manifest.model else frozenset(a.id for found in fresh.values() for a in found)
    return replace(edited, today=manifest.today, unanalysed=unanalysed)


def _analysed(
    fresh: Mapping[str, Sequence[Article]], model: str, progress: Progress | None
) -> Iterator[tuple[str, tuple[Article, Analysis]]]:
    """Each article of *fresh*, articles by their file, with its analysis; an empty one without a model."""
    articles = [article for found in fresh.values() for article in found]
    pairs: Iterable[tuple[Article, Analysis]] = ((article, Analysis()) for article in articles)
    if model and articles:
        pairs = analyse_all(articles, model)
        pairs = progress(pairs, len(articles)) if progress else pairs
    names = (name for name, found in fresh.items() for _ in found)
    return zip(names, pairs, strict=True)


def _corpus(pairs: Sequence[tuple[Article, Analysis]], problems: Iterable[Problem]) -> Corpus:
    """The corpus of *pairs*; where two articles have one id, the first by path keeps it."""
    articles, clashes = distinct(article for article, _ in pairs)
    analyses = {article.path: analysis for article, analysis in pairs}
    by_id = sorted(articles, key=lambda article: article.id)
    told = (*problems, *(p for article, _ in pairs for p in article.problems), *clashes)
    return Corpus(
        articles={article.id: article for article in by_id},
        analyses={article.id: analyses[article.path] for article in by_id},
        problems=tuple(dict.fromkeys(told)),
    )


def _relative(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()


def without_problems(manifest: Manifest) -> Manifest:
    """The manifest as far as it decides the corpus, for comparison."""
    return replace(manifest, problems=())
