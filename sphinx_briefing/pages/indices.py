"""Two indices: who is quoted where, and which article is used where."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, final

from sphinx.domains import Index, IndexEntry

from sphinx_briefing.pages.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_briefing.pages.canonical import Appearance
    from sphinx_briefing.pages.domain import BriefingDomain


class BriefingIndex(Index):
    """Headings with the pages they stand on, by initial letter."""

    domain: BriefingDomain

    @abstractmethod
    def heading(self, shown: Appearance) -> str:
        """What an appearance is listed under, ``""`` if not at all."""

    @final
    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries by letter, those of *docnames* if given; nothing is collapsed."""
        wanted = set(self.domain.shown) if docnames is None else set(docnames)
        anchors: dict[str, dict[str, str]] = {}
        for docname in sorted(wanted & set(self.domain.shown)):
            for shown in self.domain.shown[docname].values():
                if heading := self.heading(shown):
                    anchors.setdefault(heading, {}).setdefault(docname, shown.anchor)
        letters: dict[str, list[IndexEntry]] = {}
        for heading in sorted(anchors, key=lambda h: (_letter(h), h.casefold())):
            letters.setdefault(_letter(heading), []).extend(self._entries(heading, anchors[heading]))
        return list(letters.items()), False

    def _entries(self, heading: str, anchors: dict[str, str]) -> list[IndexEntry]:
        """One entry for a heading on one page; for one on several its pages, by their titles, below it."""
        if len(anchors) == 1:
            ((docname, anchor),) = anchors.items()
            return [IndexEntry(heading, 0, docname, anchor, self._title(docname), "", "")]
        pages = [IndexEntry(self._title(d), 2, d, anchor, "", "", "") for d, anchor in anchors.items()]
        return [IndexEntry(heading, 1, "", "", "", "", ""), *pages]

    def _title(self, docname: str) -> str:
        title = self.domain.env.titles.get(docname)
        return title.astext() if title else docname


class SpeakersIndex(BriefingIndex):
    """Speakers with the pages that quote them."""

    name = "speakers"
    localname = _("Index of speakers")
    shortname = _("speakers")

    def heading(self, shown: Appearance) -> str:
        """The speaker's name."""
        return shown.speaker


class ArticlesIndex(BriefingIndex):
    """Articles with the pages that list them."""

    name = "articles"
    localname = _("Index of articles")
    shortname = _("articles")

    def heading(self, shown: Appearance) -> str:
        """The article's title."""
        return shown.title if shown.kind == "article" else ""


def _letter(heading: str) -> str:
    return next((c.upper() for c in heading if c.isalnum()), "#")
