"""Two indices: who is quoted where, and which article is used where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.domains import Index, IndexEntry

from sphinx_briefing.pages.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_briefing.pages.domain import Appearance, BriefingDomain

Places = dict[str, list[tuple[str, "Appearance"]]]


class SpeakersIndex(Index):
    """Speakers with the pages that quote them."""

    name = "speakers"
    localname = _("Index of speakers")
    shortname = _("speakers")
    domain: BriefingDomain

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries by initial letter."""
        places: Places = {}
        for docname, _name, shown in _appearances(self.domain, docnames):
            if shown.speaker:
                places.setdefault(shown.speaker, []).append((docname, shown))
        return _by_letter(places), False


class ArticlesIndex(Index):
    """Articles with the pages that list them."""

    name = "articles"
    localname = _("Index of articles")
    shortname = _("articles")
    domain: BriefingDomain

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries by initial letter."""
        places: Places = {}
        for docname, _name, shown in _appearances(self.domain, docnames):
            if shown.kind == "article":
                places.setdefault(shown.title, []).append((docname, shown))
        return _by_letter(places), False


def _appearances(
    domain: BriefingDomain, docnames: Iterable[str] | None
) -> Iterator[tuple[str, str, Appearance]]:
    wanted = None if docnames is None else set(docnames)
    for docname in sorted(domain.shown):
        if wanted is None or docname in wanted:
            for name, shown in domain.shown[docname].items():
                yield docname, name, shown


def _by_letter(places: Places) -> list[tuple[str, list[IndexEntry]]]:
    """One entry a page under each heading; a heading with several pages gets an entry of its own."""
    letters: dict[str, list[IndexEntry]] = {}
    for heading in sorted(places, key=lambda h: (_letter(h), h.casefold())):
        entries = letters.setdefault(_letter(heading), [])
        pages: dict[str, Appearance] = {}
        for docname, shown in places[heading]:
            pages.setdefault(docname, shown)
        if len(pages) == 1:
            entries += [IndexEntry(heading, 0, d, s.anchor, d, "", "") for d, s in pages.items()]
        else:
            entries.append(IndexEntry(heading, 1, "", "", "", "", ""))
            entries += [IndexEntry(d, 2, d, s.anchor, "", "", "") for d, s in pages.items()]
    return list(letters.items())


def _letter(heading: str) -> str:
    return next((c.upper() for c in heading if c.isalnum()), "#")
