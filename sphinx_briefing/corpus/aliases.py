"""By which other words an article calls what a term names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.corpus.terms import any_term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus.corpus import Corpus
    from sphinx_briefing.models import Article


def names_of(corpus: Corpus, article: Article, terms: Sequence[str]) -> tuple[str, ...]:
    """*terms*, and all names that the article or its metadata have for whoever one of them is a name of.

    Args:
        corpus: with the analysis of the article.
        article: in which the names are used.
        terms: as an author gives them.
    """
    known = [(name, *others) for name, others in article.metadata.aliases]
    people = corpus.analyses[article.id].people if terms else ()
    known += [(person.name, *(alias.text for alias in person.aliases)) for person in people]
    found = dict.fromkeys(terms)
    for term in terms:
        for names in known:
            if any(_same(name, term) for name in names):
                found.update(dict.fromkeys(names))
    return tuple(found)


def _same(name: str, term: str) -> bool:
    """Whether two names have the same words, but for case, plural and a "the" before them."""
    one, other = (words.casefold().removeprefix("the ") for words in (name, term))
    return any_term((one,), other) and any_term((other,), one)
