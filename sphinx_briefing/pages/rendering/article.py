"""The page of an article: what is known of it, its text as numbered paragraphs, and which pages use what of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.models import Span
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.links import use_link
from sphinx_briefing.pages.rendering.sources import CitedArticle, Passage, place_words
from sphinx_briefing.pages.rendering.words import marked_words, page_anchor, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_briefing.models import Article, Paragraph
    from sphinx_briefing.pages.uses import Use

#: How much of an article's text its page shows: what is used of it, all of it, or nothing.
SHOWS: Final = ("passages", "full", "metadata")


@dataclass(frozen=True, slots=True)
class Placed:
    """A use with the passages that it cites, and for each what is shown of it.

    Attributes:
        docname: the page that uses them.
        use: the item there.
        passages: as the article stands.
    """

    docname: str
    use: Use
    passages: Mapping[Span, Sequence[Span]]


def article_page_anchor(docname: str, article: Article) -> str:
    """The id of an article on its own page."""
    return page_anchor(docname, "article", article.id)


def render_uses(
    docname: str,
    article: Article,
    placed: Sequence[Placed],
    *,
    show: str,
    titles: Mapping[str, str],
    level: int,
) -> list[nodes.Node]:
    """The text of *article*, as much as is to be shown, and the pages that use it.

    Args:
        docname: the page of the article.
        article: the article.
        placed: what all pages use of it.
        show: one of :data:`SHOWS`.
        titles: of the pages.
        level: of the headings, 1 for a page's own.
    """
    citations = [
        Passage(span, list(marks), {item.use.anchor: None})
        for item in placed
        for span, marks in item.passages.items()
    ]
    cited = CitedArticle(article, 0, citations)
    pages = list(dict.fromkeys(item.docname for item in placed))
    made: list[nodes.Node] = []
    if show != "metadata" and (cited.passages or show == "full"):
        words = _("Text") if show == "full" else _("Used passages")
        made += [_heading(words, level), _text(docname, cited, show)]
    linked = cited if show != "metadata" else None
    users = [_user(docname, page, [i for i in placed if i.docname == page], linked, titles) for page in pages]
    made.append(_heading(_("Used in"), level))
    made.append(
        nodes.bullet_list("", *users, bullet="*") if users else nodes.paragraph("", _("No page uses it."))
    )
    return made


def _heading(words: str, level: int) -> nodes.rubric:
    return verbatim(nodes.rubric("", words, **{"heading-level": level}))


def _text(docname: str, cited: CitedArticle, show: str) -> nodes.container:
    """The paragraphs of the article, or the passages of those that have some; each after its number."""
    text = nodes.container(classes=["briefing-article-text"])
    for paragraph in cited.article.paragraphs:
        within = [p for p in cited.passages if p.span.overlaps(paragraph.span)]
        if paragraph.role != "boilerplate" and (within or show == "full"):
            text += _paragraph(docname, cited, paragraph, within, show)
    return text


def _paragraph(
    docname: str, cited: CitedArticle, paragraph: Paragraph, within: Sequence[Passage], show: str
) -> nodes.paragraph:
    label = place_words(cited.article, paragraph.span)
    made = verbatim(nodes.paragraph("", "", nodes.inline("", label, classes=["briefing-paragraph"])))
    made += nodes.Text(" ")
    words: nodes.Element = nodes.strong() if paragraph.role in ("title", "heading") else nodes.inline()
    at = paragraph.start
    for passage in within:
        words += _between(cited.article, Span(at, passage.span.start), show)
        words += _passage(docname, cited, passage, paragraph, show)
        at = passage.span.end
    words += _between(cited.article, Span(min(at, paragraph.end), paragraph.end), show)
    made += verbatim(words)
    return made


def _between(article: Article, span: Span, show: str) -> list[nodes.Node]:
    """What no page uses: the words, or an ellipsis in their place."""
    if span.start >= span.end or not article.printed(span):
        return [nodes.Text(" ")] if article.text[slice(*span)].isspace() else []
    if show == "full":
        return list(marked_words(article, span, ()))
    before = "\u00a0" if span.start not in {p.start for p in article.paragraphs} else ""
    return [nodes.Text(f"{before}… ")]  # never alone at the start of a line


def _passage(
    docname: str, cited: CitedArticle, passage: Passage, paragraph: Paragraph, show: str
) -> list[nodes.Node]:
    """The part of a passage that stands in a paragraph; its target is in the first one."""
    here = Span(max(passage.span.start, paragraph.start), min(passage.span.end, paragraph.end))
    first = passage.span.start >= paragraph.start
    goal = [nodes.target("", "", ids=[cited.anchor(docname, passage)])] if first else []
    marks = passage.marks if show == "full" else [m for m in passage.marks if not m.contains(passage.span)]
    return [*goal, *marked_words(cited.article, here, marks)]


def _user(
    docname: str, page: str, items: Sequence[Placed], cited: CitedArticle | None, titles: Mapping[str, str]
) -> nodes.list_item:
    """A page with what it uses, in the order of the article."""
    line = verbatim(nodes.paragraph("", "", use_link(page, "", titles.get(page, page))))
    ordered = sorted(items, key=lambda item: min(item.passages))
    titled: dict[str, str] = {}
    passages: dict[str, list[Span]] = {}
    for item in ordered:
        titled.setdefault(item.use.anchor, item.use.title)
        passages.setdefault(item.use.anchor, []).extend(item.passages)
    for n, (anchor, title) in enumerate(titled.items()):
        line += [nodes.Text("; " if n else ": "), use_link(page, anchor, title)]
        line += _places(docname, passages[anchor], cited) if cited else []
    return nodes.list_item("", line)


def _places(docname: str, passages: Iterable[Span], cited: CitedArticle) -> list[nodes.Node]:
    """The paragraphs that the passages of an item stand in, each a link to the first of them on this page."""
    firsts: dict[str, Span] = {}
    for span in passages:
        firsts.setdefault(place_words(cited.article, span), span)
    out: list[nodes.Node] = []
    for place, span in firsts.items():
        goal = cited.anchor(docname, cited.passage(span))
        out += [nodes.Text(", " if out else " (")]
        out += [nodes.reference("", place, internal=True, refid=goal, reftitle=cited.article.printed(span))]
    return [*out, nodes.Text(")")] if out else []
