"""The list of sources: each article with its numbers, its metadata and the passages that the page rests on."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.corpus.fragments import link_to
from sphinx_briefing.models import Span
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.grades import grade_words
from sphinx_briefing.pages.rendering.links import own_page_link
from sphinx_briefing.pages.rendering.remarks import render_remarks
from sphinx_briefing.pages.rendering.status import render_status
from sphinx_briefing.pages.rendering.words import digest6, marked_words, page_anchor, target, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_briefing.corpus import Status
    from sphinx_briefing.models import Article

#: The class of the way back, which is fitted to each builder, and its label.
BACKLINKS = "briefing-backlinks"
ARROW = "↩"


@dataclass(slots=True)
class Passage:
    """A stretch of an article that a page cites: what is marked in it, and the ids of the items that cite it."""

    span: Span
    marks: list[Span]
    anchors: dict[str, None]

    def take_in(self, other: Passage) -> None:
        """Become one with a passage that this one overlaps."""
        self.span = Span(min(self.span.start, other.span.start), max(self.span.end, other.span.end))
        self.marks += other.marks
        self.anchors |= other.anchors


class CitedArticle:
    """An article of a page with its number there and the passages that the page cites, in their order.

    Overlapping passages are one: the sentence of a figure and the longer stretch of the quotation round it.
    With it goes what people did to the excerpts that the page shows, each with the words of its first place.
    """

    def __init__(
        self,
        article: Article,
        number: int,
        citations: Iterable[Passage] = (),
        status: Status | None = None,
        *,
        deep_links: bool = True,
    ) -> None:
        self.article = article
        self.number = number
        self.status = status
        self.deep_links = deep_links
        self.remarks: dict[tuple[str, str], tuple[str, Sequence[Sequence[str]]]] = {}
        self.passages: list[Passage] = []
        for cited in sorted(citations, key=lambda c: c.span):
            if self.passages and self.passages[-1].span.overlaps(cited.span):
                self.passages[-1].take_in(cited)
            else:
                self.passages.append(cited)

    def passage(self, span: Span) -> Passage:
        """The passage that holds *span*, one of those given."""
        return next(p for p in self.passages if p.span.contains(span))

    def anchor(self, docname: str, passage: Passage) -> str:
        """The id of a passage on the page."""
        return page_anchor(docname, self.article.id, digest6(self.article.text[slice(*passage.span)]))


def article_anchor(docname: str, article: Article) -> str:
    """The id of an article's entry on the page."""
    return page_anchor(docname, "source", article.id)


def render_sources(
    document: nodes.document, docname: str, entries: Sequence[CitedArticle], *, passages: bool, caption: str
) -> list[nodes.Node]:
    """The list of *entries*, with its caption if it has one; nothing if there are none."""
    if not entries:
        return []
    listed = nodes.definition_list(classes=["briefing-sources"])
    for entry in sorted(entries, key=lambda e: e.number):
        listed += _entry(document, docname, entry, passages=passages)
    return (
        [verbatim(nodes.rubric("", caption, classes=["briefing-caption"])), listed] if caption else [listed]
    )


def _entry(
    document: nodes.document, docname: str, entry: CitedArticle, *, passages: bool
) -> nodes.definition_list_item:
    article = entry.article
    title = verbatim(nodes.inline(article.title, article.title, classes=["briefing-title"]))
    number = nodes.inline("", f"[{entry.number}] ", classes=["briefing-number"])
    term = verbatim(nodes.term("", "", number, title))
    definition = nodes.definition()
    details = verbatim(nodes.paragraph(classes=["briefing-details"]))
    if anchor := target(document, article_anchor(docname, article)):
        details += anchor
    details += _details(article)
    definition += [details, *(render_status(entry.status) if entry.status else ())]
    if passages and entry.passages:
        cited = nodes.bullet_list(classes=["briefing-passages"])
        cited += [_passage(document, docname, entry, passage) for passage in entry.passages]
        definition += cited
    definition += render_remarks(entry.remarks.values())
    return nodes.definition_list_item("", term, definition)


def _details(article: Article) -> list[nodes.Node]:
    """Author, publisher, date, links and grade; the file where nothing is known."""
    known = article.metadata
    words = [", ".join(known.authors), known.publisher, known.date]
    out: list[nodes.Node] = []
    if told := ". ".join(w for w in words if w):
        out.append(nodes.Text(told + "."))
    for url, label in ((known.url, _("Original")), (known.archive_url, _("Archived copy"))):
        if url.startswith(("http://", "https://")):
            out += [nodes.Text(" " if out else ""), nodes.reference("", label, refuri=url, internal=False)]
    if known.accessed:
        out.append(nodes.Text(" " + _("Accessed %s.") % known.accessed))
    if grade := grade_words(known.reliability, known.credibility):
        out.append(nodes.Text(" " + _("Grade: %s.") % grade))
    if not out:
        out.append(nodes.literal(article.path, article.path))
    return [*out, own_page_link(article, _("About this article"))]


def _passage(
    document: nodes.document, docname: str, entry: CitedArticle, passage: Passage
) -> nodes.list_item:
    paragraph = verbatim(nodes.paragraph())
    if anchor := target(document, entry.anchor(docname, passage)):
        paragraph += anchor
    partial = [mark for mark in passage.marks if not mark.contains(passage.span)]
    paragraph += list(marked_words(entry.article, passage.span, partial))
    place = place_words(entry.article, passage.span)
    link = link_to(entry.article, passage.span) if entry.deep_links else ""
    there = (
        nodes.reference("", place, internal=False, refuri=link, reftitle=_("In the original"))
        if link
        else nodes.Text(place)
    )
    paragraph += nodes.inline("", "", nodes.Text(" "), there, classes=["briefing-paragraph"])
    paragraph += _backlinks(list(passage.anchors))
    return nodes.list_item("", paragraph)


def place_words(article: Article, span: Span) -> str:
    """Where *span* stands, as a reader finds it: the number of its paragraph, or that it is the title."""
    number = article.paragraph_at(span.start)
    titled = bool(article.paragraphs) and article.paragraphs[number].role == "title"
    return str(_("title")) if titled else f"¶{number}"


def render_reference(entry: CitedArticle, goals: Mapping[str, Span]) -> list[nodes.Node]:
    """The number of an article as a link: ``[1]``; with several passages a link to each, ``[1 ¶2, ¶9]``.

    Args:
        entry: the article.
        goals: the passages by the ids that the links lead to. Those of one paragraph get letters, ``¶2a, ¶2b``.
    """
    if len(goals) == 1:
        return [_link(entry.article, f"[{entry.number}]", *goal) for goal in goals.items()]
    places = [place_words(entry.article, span) for span in goals.values()]
    shown: list[nodes.Node] = [nodes.Text(f"[{entry.number} ")]
    for n, (place, goal) in enumerate(zip(places, goals.items(), strict=True)):
        letter = ascii_lowercase[places[:n].count(place) % 26] if places.count(place) > 1 else ""
        shown += [nodes.Text(", ")] if n else []
        shown.append(_link(entry.article, place + letter, *goal))
    return [*shown, nodes.Text("]")]


def _link(article: Article, label: str, goal: str, span: Span) -> nodes.reference:
    return nodes.reference("", label, internal=True, refid=goal, reftitle=article.printed(span))


def _backlinks(anchors: Sequence[str]) -> nodes.inline:
    """The way back to each item that cites a passage."""
    back = nodes.inline("", "", classes=[BACKLINKS])
    for n, anchor in enumerate(anchors, 1):
        label = ARROW if len(anchors) == 1 else f"{ARROW}{n}"
        back += [
            nodes.Text("\u00a0"),  # an arrow alone at the start of a line belongs to nothing
            nodes.reference("", label, internal=True, refid=anchor, reftitle=_("Back to where it is cited")),
        ]
    return back
