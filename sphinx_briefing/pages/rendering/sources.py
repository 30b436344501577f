"""The list of sources: each article with its numbers, its metadata and the passages that the page rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.words import digest6, marked_words, page_anchor, target, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.models import Article, Span

#: The class of the way back, which builders without links leave out.
BACKLINKS = "briefing-backlinks"


@dataclass(slots=True)
class CitedArticle:
    """An article of a page with its number there and what the page cites of it."""

    article: Article
    number: int
    marks: dict[Span, list[Span]] = field(default_factory=dict)
    origins: dict[Span, dict[str, None]] = field(default_factory=dict)

    def add(self, passage: Span, marks: Sequence[Span], anchor: str) -> None:
        """Note that the item at *anchor* cites *passage*."""
        self.marks.setdefault(passage, []).extend(marks)
        self.origins.setdefault(passage, {})[anchor] = None

    def anchor(self, docname: str, passage: Span) -> str:
        """The id of a passage on the page."""
        return page_anchor(docname, self.article.id, digest6(self.article.text[slice(*passage)]))


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
    return [nodes.rubric("", caption, classes=["briefing-caption"]), listed] if caption else [listed]


def _entry(
    document: nodes.document, docname: str, entry: CitedArticle, *, passages: bool
) -> nodes.definition_list_item:
    article = entry.article
    title = verbatim(nodes.inline(article.title, article.title, classes=["briefing-title"]))
    term = nodes.term("", "", nodes.inline("", f"[{entry.number}] ", classes=["briefing-number"]), title)
    definition = nodes.definition()
    details = verbatim(nodes.paragraph(classes=["briefing-details"]))
    if anchor := target(document, article_anchor(docname, article)):
        details += anchor
    details += _details(article)
    definition += details
    if passages and entry.marks:
        cited = nodes.bullet_list(classes=["briefing-passages"])
        cited += [_passage(document, docname, entry, span) for span in sorted(entry.marks)]
        definition += cited
    return nodes.definition_list_item("", term, definition)


def _details(article: Article) -> list[nodes.Node]:
    """Author, publisher, date and links; the file where nothing is known."""
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
    if not out:
        out.append(nodes.literal(article.path, article.path))
    return out


def _passage(document: nodes.document, docname: str, entry: CitedArticle, span: Span) -> nodes.list_item:
    paragraph = verbatim(nodes.paragraph())
    if anchor := target(document, entry.anchor(docname, span)):
        paragraph += anchor
    paragraph += list(marked_words(entry.article, span, entry.marks[span]))
    number = entry.article.paragraph_at(span.start)
    paragraph += nodes.inline("", f" ¶{number}", classes=["briefing-paragraph"])
    paragraph += _backlinks(list(entry.origins[span]))
    return nodes.list_item("", paragraph)


def _backlinks(anchors: Sequence[str]) -> nodes.inline:
    """The way back to each item that cites a passage."""
    back = nodes.inline("", "", classes=[BACKLINKS])
    for n, anchor in enumerate(anchors, 1):
        label = "↩" if len(anchors) == 1 else f"↩{n}"
        back += [
            nodes.Text(" "),
            nodes.reference("", label, internal=True, refid=anchor, reftitle=_("Back to where it is cited")),
        ]
    return back
