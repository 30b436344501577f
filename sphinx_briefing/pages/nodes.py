"""Placeholders that live only while a page is read; :mod:`~sphinx_briefing.pages.transforms` replaces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_briefing.models import Article, Span


class citation_mark(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' way to name nodes
    """Where the reference ``[1]`` of an item will stand.

    Attributes of the node: ``article`` (its id), ``passages`` (spans of its text), ``marks`` (for each, the spans
    in it that the item shows), ``anchor`` (the id of the item on the page) and ``apart`` (whether it stands by
    itself; otherwise a no-break space ties it to the words before it). What people did to the item is in ``remarks``
    (each a label, a title and words), and ``about`` names it; both may be missing.
    """


class quotation_links(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Where the links to somebody's quotations will stand; its children are the candidates, in their order.

    Each is an inline with the attributes ``quotation`` (the object's name) and ``salience``, and holds what is
    printed where the page does not show the quotation: its first words and the reference to its passage.
    """


class sources_list(nodes.General, nodes.Element):  # noqa: N801
    """Where a list of sources will stand.

    Attributes of the node: ``articles`` (patterns, or ``None`` for those that the page cites), ``passages``
    (whether the cited passages are shown) and ``caption``.
    """


def cite(
    article: Article, cited: Mapping[Span, Iterable[Span]], anchor: str, *, apart: bool = False
) -> citation_mark:
    """The placeholder of a reference from the item at *anchor* to the passages *cited*, with what is marked in each."""
    passages = [tuple(passage) for passage in cited]
    marks = [[tuple(mark) for mark in marked] for marked in cited.values()]
    return citation_mark("", article=article.id, passages=passages, marks=marks, anchor=anchor, apart=apart)
