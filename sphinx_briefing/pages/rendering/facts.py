"""Facts as a list, each with the reference to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("bullets", "numbers", "paragraphs")


def render_facts(page: Page, hits: Sequence[Hit], layout: str) -> list[nodes.Element]:
    """The facts of *hits* in one of :data:`LAYOUTS`."""
    paragraphs = [_paragraph(page, hit) for hit in hits]
    if layout == "paragraphs":
        return [*paragraphs]
    items = [nodes.list_item("", paragraph) for paragraph in paragraphs]
    if layout == "numbers":
        return [nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")]
    return [nodes.bullet_list("", *items, bullet="*")]


def _paragraph(page: Page, hit: Hit) -> nodes.paragraph:
    anchor, reference = page.anchored(hit)
    words = hit.article.printed(hit.excerpt.span)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    return verbatim(nodes.paragraph("", "", *anchor, text, reference))
