"""Whether an article may still be used as it is: what its metadata say, and what newer articles say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.corpus.digest import digest_of
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.corpus.corpus import Corpus

_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
#: What each status says of an article, and what to do about it.
_TOLD: Final = {
    "corrected": (
        "was corrected",
        "hold what the page says against the correction, then give the article `status: usable`",
    ),
    "superseded": ("is superseded", "use the newer article"),
    "retracted": ("was retracted", "take out what rests on it"),
    "withheld": ("is withheld", "take out what rests on it until the article is released"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusQuery(Question["Status"]):
    """Whether the *article* of this id may still be used as it is."""

    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The answer to a :class:`StatusQuery`.

    Attributes:
        article: the article's id.
        name: ``corrected``, ``superseded``, ``retracted``, ``withheld``, or ``""`` for one that may be used.
        correction: what was corrected, in the words of the metadata.
        newer: the id of the article that supersedes it, the last of several; ``""`` if none does.
        newer_title: the title of that article.
        expired: the day, month or year after which it should no longer be used, if that is past.
    """

    article: str
    name: str = ""
    correction: str = ""
    newer: str = ""
    newer_title: str = ""
    expired: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The one warning for each place that uses the article; none if it may be used."""
        reasons, remedies = [], []
        if self.name:
            reason, remedy = _TOLD[self.name]
            reasons.append(reason + (f" (“{self.correction}”)" if self.correction else ""))
            remedies.append(f"use {self.newer}" if self.newer and self.name == "superseded" else remedy)
        if self.newer and self.name != "superseded":
            reasons.append(f"is superseded by {self.newer}")
            remedies.append(f"use {self.newer}")
        elif self.newer:
            reasons[-1] += f" by {self.newer}"
        if self.expired:
            reasons.append(
                f"expired on {self.expired}" if len(self.expired) > 7 else f"expired in {self.expired}"
            )
            remedies.append("use a newer article, or correct its `expires`")
        if not reasons:
            return ()
        message = f"the article {self.article} {' and '.join(reasons)}; {remedies[0]}"
        return (Problem(subtype="status", message=message),)

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page tells of the status does."""
        return digest_of(self)


def status_of(corpus: Corpus, question: StatusQuery) -> Status:
    """The status of an article of *corpus*."""
    article = corpus.articles[question.article]
    known = article.metadata
    newer = _last(corpus.successors, article.id)
    name = "" if known.status == "usable" else known.status
    return Status(
        article=article.id,
        name=name or ("superseded" if newer else ""),
        correction=known.correction,
        newer=newer,
        newer_title=corpus.articles[newer].title if newer else "",
        expired=known.expires if _is_past(known.expires, corpus.today) else "",
    )


def _last(successors: dict[str, str], article: str) -> str:
    """The newest of the versions after *article*, ``""`` if there is none; a circle ends where it began."""
    chain = list(_versions(successors, article))
    return chain[-1] if chain else ""


def _versions(successors: dict[str, str], article: str) -> Iterator[str]:
    seen = {article}
    while (article := successors.get(article, "")) and article not in seen:
        seen.add(article)
        yield article


def _is_past(date: str, today: str) -> bool:
    """Whether a day, a month or a year is over; words that are no date never are."""
    return bool(today and _DATE.fullmatch(date)) and today[: len(date)] > date
