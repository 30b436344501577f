"""What the renderers share: the page they render for, an item's anchor and its reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx import addnodes

from sphinx_briefing.models import Change, Person, Quote
from sphinx_briefing.pages.nodes import cite
from sphinx_briefing.pages.rendering.changes import change_words
from sphinx_briefing.pages.rendering.remarks import remarks_of
from sphinx_briefing.pages.rendering.words import cited_passages, page_anchor, target
from sphinx_briefing.pages.uses import Named

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Excerpt
    from sphinx_briefing.pages.nodes import citation_mark


@dataclass(frozen=True, slots=True)
class Page:
    """The page that is being read.

    Attributes:
        document: its doctree, as far as it is read.
        docname: its name.
        marks: its language's quotation marks.
        note: is told of each excerpt that the page shows, with the anchor.
        introduced: the speakers whose role the page has given, so that it is given once.
    """

    document: nodes.document
    docname: str
    marks: tuple[str, str]
    note: Callable[[Hit, str], None]
    introduced: set[str]

    def anchored(self, hit: Hit, *, apart: bool = False) -> tuple[list[nodes.Node], nodes.Node]:
        """The target of an excerpt, if this is its first place on the page, and its reference.

        With the target goes an entry of the speaker in the general index.

        Args:
            hit: the excerpt.
            apart: whether the reference stands by itself instead of behind words.
        """
        anchor = page_anchor(self.docname, hit.article.id, hit.excerpt.id)
        self.note(hit, anchor)
        node = target(self.document, anchor)
        reference = cited(hit, anchor, apart=apart)
        if node is None:
            return [], reference
        speaker = speaker_of(hit)
        entries = [("single", speaker, anchor, "", None)] if speaker else []
        return [*([addnodes.index(entries=entries)] if entries else []), node], reference


def cited(hit: Hit, anchor: str, *, apart: bool) -> nodes.Node:
    """A reference to each passage that an excerpt rests on, all in one."""
    origin = Named(hit.excerpt.type, hit.article.id, hit.excerpt.id)
    passages = cited_passages(hit.excerpt)
    mark = cite(hit.article, passages, anchor, origin=origin, title=title_of(hit), apart=apart)
    return with_remarks(mark, hit.excerpt)


def with_remarks(mark: citation_mark, excerpt: Excerpt) -> citation_mark:
    """The reference *mark* to an excerpt, told what people did to it."""
    if remarks := remarks_of(excerpt):
        mark["remarks"] = [tuple(remark) for remark in remarks]
        mark["excerpt"] = (type(excerpt).__name__, excerpt.id)
    return mark


def title_of(hit: Hit) -> str:
    """What a reference to an excerpt prints."""
    if isinstance(hit.excerpt, Change):
        return change_words(hit)
    if isinstance(hit.excerpt, Person):
        return hit.excerpt.name
    spans = hit.excerpt.segments if isinstance(hit.excerpt, Quote) else ()
    words = " ".join(hit.article.printed(span) for span in spans or (hit.excerpt.span,))
    if isinstance(hit.excerpt, Quote) and hit.excerpt.speaker:
        return f"{hit.excerpt.speaker.printed}: {shortened(words.rstrip(','))}"
    return shortened(words)


def shortened(words: str, most: int = 60) -> str:
    """The first words, so many as a line of references has room for, or *most* characters."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def speaker_of(hit: Hit) -> str:
    """Whose words an excerpt is, for the index; ``""`` for the article's own.

    Somebody who is quoted has a place in the index of speakers, too.
    """
    if isinstance(hit.excerpt, Person):
        return hit.excerpt.name if hit.excerpt.quotes else ""
    return hit.excerpt.speaker.name if isinstance(hit.excerpt, Quote) and hit.excerpt.speaker else ""
