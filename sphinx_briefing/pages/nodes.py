"""Placeholders that live only while a page is read; :mod:`~sphinx_briefing.pages.transforms` replaces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.pages.uses import Use, digest_of_passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_briefing.models import Article, Span
    from sphinx_briefing.pages.uses import Origin


class citation_mark(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' way to name nodes
    """Where the reference ``[1]`` of an item will stand.

    Attributes of the node: ``article`` (its id), ``passages`` (spans of its text), ``marks`` (for each, the spans
    in it that the item shows), ``use`` (the :class:`~sphinx_briefing.pages.uses.Use` of the article that it makes)
    and ``apart`` (whether it stands by itself; otherwise a no-break space ties it to the words before it). What people
    did to the excerpt ``excerpt``, each a label, a title and words, is in ``remarks``; both may be missing.
    """


class quotation_links(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Where the links to somebody's quotations will stand; its children are the candidates, in their order.

    Each is an inline with the attributes ``quotation`` (the object's name) and ``salience``, and holds what is
    printed where the page does not show the quotation: its first words and the reference to its passage.
    """


class article_uses(nodes.General, nodes.Element):  # noqa: N801
    """Where the text of an article and the list of pages that use it will stand, on the page of the article.

    Other pages say what that is, and not all of them have been read when this page is. So the placeholder is kept
    with the page, and :mod:`~sphinx_briefing.pages.article_pages` puts standard nodes in its place before any
    writer sees it.

    Attributes of the node: ``article`` (its id), ``show`` (how much of the text) and ``docname`` (the page; in a
    builder that puts all pages into one document, the document's own name is another).
    """


class table_values(nodes.General, nodes.Element):  # noqa: N801
    """Where the link to a table's values will stand, if the builder has files to download.

    It is kept with the page, since only when that is written is the builder known.

    Attributes of the node: ``filename`` (relative to the folder of downloads) and ``text`` (of the file).
    """


class sources_list(nodes.General, nodes.Element):  # noqa: N801
    """Where a list of sources will stand.

    Attributes of the node: ``articles`` (patterns, or ``None`` for those that the page cites), ``passages``
    (whether the cited passages are shown) and ``caption``.
    """


def cite(
    article: Article,
    cited: Mapping[Span, Iterable[Span]],
    anchor: str,
    *,
    origin: Origin,
    title: str,
    apart: bool = False,
) -> citation_mark:
    """The placeholder of a reference from an item to passages of an article.

    Args:
        article: the article.
        cited: the passages, with what is marked in each.
        anchor: the id of the item on its page.
        origin: what the item shows.
        title: the same in a few words.
        apart: whether the reference stands by itself.
    """
    passages = [tuple(passage) for passage in cited]
    marks = [[tuple(mark) for mark in marked] for marked in cited.values()]
    use = Use(anchor, title, origin, digest_of_passages(article, cited))
    return citation_mark("", article=article.id, passages=passages, marks=marks, use=use, apart=apart)
