"""``sphinx-build -b briefinglock``: what a new lock holds, for ``sphinx-briefing lock``.

Besides what pages show, a lock must hold what decides their answers: that no other quotation has a claim's words, say.
So each answer is made again from the new lock alone, and where it comes out otherwise, the lock takes up all
excerpts of the articles it was sought in.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.builders.dummy import DummyBuilder
from sphinx.locale import __

from sphinx_briefing.corpus.lock.file import dumped
from sphinx_briefing.corpus.lock.holding import hold
from sphinx_briefing.corpus.lock.making import entry_of
from sphinx_briefing.corpus.lock.records import Lock, question_name
from sphinx_briefing.pages.answers import OF_ARTICLES, LockedAnswers
from sphinx_briefing.pages.asked import all_asked
from sphinx_briefing.pages.config import default_of
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.freshness import LOCK_BUILDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_briefing.corpus import Corpus, Hit
    from sphinx_briefing.corpus.question import Question
    from sphinx_briefing.pages.asked import Asked

#: What the builder writes: where the lock belongs, and its text.
OUTPUT: Final = "lock.json"


class LockBuilder(DummyBuilder):
    """Writes the text of a new lock, as if there were none yet."""

    name = LOCK_BUILDER
    epilog = __("The lock is in %(outdir)s/lock.json.")

    def finish(self) -> None:
        """Write the file."""
        lock = made(briefing_domain(self.env).corpus, all_asked(self.env))
        path = Path(self.confdir, str(self.config.briefing_lock) or default_of("lock"))
        told = {"path": str(path), "lock": dumped(lock)}
        Path(self.outdir, OUTPUT).write_text(json.dumps(told), "utf-8")


def made(corpus: Corpus, asked: Iterable[Asked]) -> Lock:
    """The lock of what pages asked and got; what failed is accepted by nobody."""
    answered: dict[Question[Any], Asked] = {
        one.question: one
        for one in asked
        if not one.answer.problems and not isinstance(one.question, OF_ARTICLES)
    }
    hits = {hit.key: hit for one in answered.values() for hit in one.hits}
    lock = _lock(corpus, answered, hits)
    while odd := _answered_otherwise(lock, corpus, answered):
        more = {hit.key: hit for question in odd for hit in _all_sought(corpus, question)}
        if more.keys() <= hits.keys():
            break
        hits |= more
        lock = _lock(corpus, answered, hits)
    return lock


def _lock(corpus: Corpus, answered: dict[Question[Any], Asked], hits: dict[str, Hit]) -> Lock:
    return Lock(
        articles={article.id: article.sha256 for article in corpus.articles.values()},
        questions={question_name(q): tuple(hit.key for hit in one.hits) for q, one in answered.items()},
        entries={key: entry_of(hit) for key, hit in hits.items()},
    )


def _answered_otherwise(
    lock: Lock, corpus: Corpus, answered: dict[Question[Any], Asked]
) -> list[Question[Any]]:
    """The questions that the lock alone answers otherwise than the whole corpus."""
    answers = LockedAnswers(hold(lock, corpus))
    return [q for q, one in answered.items() if answers.answer(q).digest != one.answer.digest]


def _all_sought(corpus: Corpus, question: Question[Any]) -> Iterable[Hit]:
    """All excerpts of the articles that a question looks into."""
    for article in corpus.matching(getattr(question, "articles", ())):
        yield from corpus.excerpts(article.id)
