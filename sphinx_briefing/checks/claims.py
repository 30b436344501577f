"""A claim of a page - these words are that article's - and the proof or the verdicts that come back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sphinx_briefing.corpus.digest import digest_of, passage, shown_article, shown_excerpt
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.models import Excerpt, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx_briefing.models import Article

ClaimKind = Literal["quote", "figure", "fact"]

NOWHERE: Final = Span(0, 0)
_EXPLICIT: Final = re.compile(r"(?P<words>.+?)\s*<(?P<target>[^<>]*)>\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Question["Proof"]):
    """Words that a page gives as an article's.

    Attributes:
        kind: somebody's words, a figure, or the article's own words.
        words: as the author wrote them; may be empty where *item* is given.
        articles: ids or globs of the articles they may stand in, all if empty.
        item: the id of the excerpt that is meant, or ``""``.
        speaker: whose words they are said to be, or ``""``.
    """

    kind: ClaimKind
    words: str = ""
    articles: tuple[str, ...] = ()
    item: str = ""
    speaker: str = ""


def claim_of(
    kind: ClaimKind, content: str, default_articles: tuple[str, ...], known: Container[str]
) -> Claim:
    """The claim that a role makes: ``words <article/id>``, ``article/id``, or words alone.

    Args:
        kind: of the role.
        content: of the role.
        default_articles: those that words alone may stand in.
        known: the ids of the articles.
    """
    explicit = _EXPLICIT.match(content)
    if explicit is not None:
        article, _slash, item = explicit["target"].partition("/")
        return Claim(kind=kind, words=explicit["words"], articles=(article,), item=item)
    article, slash, item = content.partition("/")
    if slash and article in known and " " not in content:
        return Claim(kind=kind, articles=(article,), item=item)
    return Claim(kind=kind, words=content, articles=default_articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What became of a claim: where the words stand, or why they don't.

    Attributes:
        text: the words to print, in the article's typography where they stand there in one piece.
        article: where they were found, ``None`` if nowhere.
        spans: of each fragment.
        passage: the sentence, or what surrounds the words where no sentence is known.
        excerpt: the quotation, figure or fact they are of, if one was found there.
        problems: the verdicts against the claim; none if it is proved.
    """

    text: str
    article: Article | None = None
    spans: tuple[Span, ...] = ()
    passage: Span = NOWHERE
    excerpt: Excerpt | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page prints of the proof does."""
        place: list[object] = []
        if self.article is not None:
            place = [shown_article(self.article), passage(self.article, self.passage)]
            place += [shown_excerpt(self.excerpt)] if self.excerpt else []
        return digest_of([self.text, place, [p.message for p in self.problems]])
