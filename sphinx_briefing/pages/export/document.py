"""``briefing.json``: the articles, the excerpts that the pages use, and what each page asked, as plain data.

Its shape is published as a JSON schema, which is written beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sphinx_briefing
from sphinx_briefing.checks import Sides
from sphinx_briefing.corpus import Status, StatusQuery, status_of
from sphinx_briefing.corpus.records import excerpt_record
from sphinx_briefing.corpus.selectors import position_selector
from sphinx_briefing.pages.asked import relative
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Article
    from sphinx_briefing.pages.asked import Asked

#: The version of the shape: another one where a program that reads the last one would break.
VERSION: Final = 1
#: What a question has where its author said nothing.
_UNSAID: Final[tuple[object, ...]] = ("", [], None, False)
SCHEMA: Final = Path(sphinx_briefing.__file__).with_name("schema") / f"briefing-{VERSION}.json"


def document(env: BuildEnvironment, base: Path, asked: Sequence[Asked]) -> dict[str, Any]:
    """All of ``briefing.json``; the same project gives the same bytes, wherever it lies.

    Args:
        env: of the project.
        base: the folder of ``conf.py``.
        asked: what its pages ask.
    """
    corpus = briefing_domain(env).corpus
    articles = {article.id: article for one in asked for article in one.articles}
    titles = {name: title.astext() for name, title in env.titles.items()}
    return {
        "$schema": SCHEMA.name,
        "version": VERSION,
        "generator": generator(),
        "project": {"name": env.config.project, "version": env.config.version or None},
        "articles": [
            _article(articles[name], status_of(corpus, StatusQuery(article=name)), base)
            for name in sorted(articles)
        ],
        "excerpts": [_excerpt(hit, uses) for hit, uses in by_excerpt(asked)],
        "pages": _pages(asked, titles),
    }


def generator() -> dict[str, str]:
    """What made the data."""
    return {"name": "sphinx-briefing", "version": sphinx_briefing.__version__}


def by_excerpt(asked: Iterable[Asked]) -> list[tuple[Hit, list[Asked]]]:
    """Each excerpt with the places that use it, by article and place in it."""
    hits: dict[str, Hit] = {}
    uses: dict[str, list[Asked]] = {}
    for one in asked:
        for hit in one.hits:
            hits.setdefault(hit.key, hit)
            uses.setdefault(hit.key, []).append(one)
    in_order = sorted(hits.values(), key=lambda hit: (hit.article.id, hit.excerpt.span, hit.key))
    return [(hit, uses[hit.key]) for hit in in_order]


def article_path(article: Article, base: Path) -> str:
    """The file of an article relative to ``conf.py``."""
    return relative(article.path, base)


def _article(article: Article, status: Status, base: Path) -> dict[str, Any]:
    known = {key: value for key, value in to_plain(article.metadata).items() if value}
    if "aliases" in known:
        known["aliases"] = dict(known["aliases"])
    return {
        "id": article.id,
        "path": article_path(article, base),
        "title": article.title,
        "sha256": article.sha256,
        "status": status.name or None,
        "superseded_by": status.newer or None,
        "expired": bool(status.expired),
        "metadata": known,
    }


def _excerpt(hit: Hit, uses: Iterable[Asked]) -> dict[str, Any]:
    places = {(one.docname, one.file, one.line, one.by): None for one in uses}
    return {
        "key": hit.key,
        "type": hit.excerpt.type,
        "article": hit.article.id,
        **excerpt_record(hit.excerpt, hit.article),
        "position": position_selector(hit.excerpt.span),
        "sha256": hit.article.sha256,
        "used_in": [dict(zip(("page", "file", "line", "by"), place, strict=True)) for place in places],
    }


def _pages(asked: Iterable[Asked], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """The questions of each page, in their order; only asked in passing where there is something to tell."""
    pages: dict[str, list[dict[str, Any]]] = {}
    for one in asked:
        if one.answer.problems or not isinstance(one.answer, (Sides, Status)):
            pages.setdefault(one.docname, []).append(_question(one))
    return [
        {"page": name, "title": titles.get(name, name), "questions": questions}
        for name, questions in pages.items()
    ]


def _question(one: Asked) -> dict[str, Any]:
    problems = [{"subtype": p.subtype, "message": p.message} for p in one.answer.problems]
    return {
        "file": one.file,
        "line": one.line,
        "by": one.by,
        "query": {key: value for key, value in to_plain(one.question).items() if value not in _UNSAID},
        "problems": problems,
        "articles": [article.id for article in one.articles],
        "excerpts": [hit.key for hit in one.hits],
    }
