"""References and lists of sources, put in place when a page has been read whole.

Articles are numbered in the order of their first citation on the page. This runs before the doctree is kept,
so that every builder, the search index and the table of contents see standard nodes only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_briefing.corpus import ArticleQuery, StatusQuery
from sphinx_briefing.models import Problem, Span
from sphinx_briefing.pages.canonical import Appearance
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.nodes import citation_mark, sources_list
from sphinx_briefing.pages.rendering.figures import NOBODY
from sphinx_briefing.pages.rendering.links import article_link
from sphinx_briefing.pages.rendering.remarks import REMARK, render_labels
from sphinx_briefing.pages.rendering.sources import (
    ARROW,
    BACKLINKS,
    CitedArticle,
    Passage,
    article_anchor,
    render_reference,
    render_sources,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.models import Article


class CiteSources(SphinxTransform):
    """Puts references and lists of sources in place of their placeholders."""

    default_priority = 400

    def apply(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        marks = [m for m in self.document.findall(citation_mark) if not _in_heading(m)]
        lists = list(self.document.findall(sources_list))
        if marks and not lists and briefing_config(self.config).page_sources:
            lists = [self._closing_list()]
        for mark in marks:
            briefing_domain(self.env).use(self.env.docname, mark["article"], mark["use"])
        cited = self._cited(marks, lists)
        hosts: dict[str, sources_list] = {}
        for host in lists:
            for article in self._listed(host, cited):
                hosts.setdefault(article, host)
        for mark in marks:
            mark.replace_self(self._reference(mark, cited[mark["article"]], hosts.get(mark["article"])))
        for host in lists:
            _replace(host, self._rendered(host, [cited[i] for i, at in hosts.items() if at is host]))

    def _closing_list(self) -> sources_list:
        """A list of sources at the end of the page's last top-level section."""
        sections = [n for n in self.document.children if isinstance(n, nodes.section)]
        host = sources_list("", articles=None, passages=True, caption=_("Sources"))
        (sections[-1] if sections else self.document).append(host)
        return host

    def _cited(
        self, marks: Sequence[citation_mark], lists: Sequence[sources_list]
    ) -> dict[str, CitedArticle]:
        """The articles of the page by id: numbered by first citation, those that are only listed after them."""
        domain = briefing_domain(self.env)
        corpus = domain.corpus
        ids = dict.fromkeys(mark["article"] for mark in marks)
        for host in lists:
            if host["articles"] is not None:
                ids.update(dict.fromkeys(a.id for a in corpus.matching(host["articles"])))
        citations: dict[str, list[Passage]] = {i: [] for i in ids}
        for mark in marks:
            for passage, marked in zip(mark["passages"], mark["marks"], strict=True):
                shown = [Span(*span) for span in marked]
                citations[mark["article"]].append(Passage(Span(*passage), shown, {mark["use"].anchor: None}))
        deep = briefing_config(self.config).text_fragments
        states = {i: domain.ask(self.env.docname, StatusQuery(article=i)) for i in ids}
        entries = {
            i: CitedArticle(corpus.articles[i], n, citations[i], states[i], deep_links=deep)
            for n, i in enumerate(ids, 1)
        }
        for mark in marks:
            if "remarks" in mark:
                told = (mark["use"].title, mark["remarks"])
                entries[mark["article"]].remarks.setdefault(mark["excerpt"], told)
        return entries

    def _listed(self, host: sources_list, cited: dict[str, CitedArticle]) -> list[str]:
        if host["articles"] is None:
            return list(cited)
        return [a.id for a in briefing_domain(self.env).corpus.matching(host["articles"])]

    def _reference(self, mark: citation_mark, entry: CitedArticle, host: sources_list | None) -> nodes.Node:
        spans = [Span(*span) for span in mark["passages"]]
        if host is None:
            shown = _elsewhere(entry.article, entry.article.printed(spans[0]))
        else:
            docname = self.env.docname
            goals: dict[str, Span] = {}
            for span in spans:
                passage = entry.anchor(docname, entry.passage(span))
                goals.setdefault(
                    passage if host["passages"] else article_anchor(docname, entry.article), span
                )
            shown = render_reference(entry, goals)
        before = [] if mark["apart"] else [nodes.Text("\u00a0")]
        labels = render_labels(mark.get("remarks", ()))
        return nodes.inline("", "", *before, *shown, *labels, classes=["briefing-cite"])

    def _rendered(self, host: sources_list, entries: Sequence[CitedArticle]) -> list[nodes.Node]:
        """The list of *entries*, which become objects of the page."""
        docname = self.env.docname
        domain = briefing_domain(self.env)
        if not entries:
            warn(
                Problem(subtype="no_match", message="there is no source to list: the page cites no article"),
                host,
            )
        for entry in entries:
            anchor = article_anchor(docname, entry.article)
            domain.show(docname, entry.article.id, Appearance(anchor, "article", entry.article.title))
        domain.ask(docname, ArticleQuery(articles=tuple(entry.article.id for entry in entries)))
        return render_sources(
            self.document, docname, entries, passages=host["passages"], caption=host["caption"]
        )


def _in_heading(mark: citation_mark) -> bool:
    """Whether *mark* stands in a heading, where it is removed: headings are repeated in contents and links."""
    node: nodes.Node | None = mark
    while node is not None and not isinstance(node, nodes.title):
        node = node.parent
    if node is not None and mark.parent is not None:
        mark.parent.remove(mark)
    return node is not None


def _replace(node: nodes.Element, new: list[nodes.Node]) -> None:
    if new:
        node.replace_self(new)
    elif node.parent is not None:
        node.parent.remove(node)


def _elsewhere(article: Article, passage: str) -> list[nodes.Node]:
    """A reference to the article's entry in the list of sources of another page, if one has it."""
    xref = article_link(article.id, article.title, reftitle=passage)
    return [nodes.Text("("), xref, nodes.Text(")")]


class LeaveOutBacklinks(SphinxPostTransform):
    """Removes the way back from passages where a builder has no links: there an arrow is only noise."""

    default_priority = 400
    formats = ("text", "man", "texinfo")

    def run(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        for node in _backlinks(self.document):
            if node.parent is not None:
                node.parent.remove(node)


class PlainBacklinks(SphinxPostTransform):
    """Spares LaTeX the arrow, which the fonts of its default engine don't have."""

    default_priority = 400
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        for node in _backlinks(self.document):
            for text in list(node.findall(nodes.Text)):
                text.parent.replace(text, nodes.Text(text.replace(ARROW, "^")))


class PlainAbbreviations(SphinxPostTransform):
    """Leaves short words unexplained where the explanation would be printed behind each of them.

    The dash for nobody would have it in each row; what people did to an excerpt is told in the list of sources.
    """

    default_priority = 400
    formats = ("latex", "man", "texinfo", "text", "typst")

    def run(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        for node in list(self.document.findall(nodes.abbreviation)):
            if {NOBODY, REMARK} & set(node["classes"]):
                node.replace_self(nodes.inline("", "", *node.children, classes=node["classes"]))


def _backlinks(document: nodes.document) -> list[nodes.inline]:
    return [node for node in document.findall(nodes.inline) if BACKLINKS in node["classes"]]
