"""Facts as a list, each with the reference to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_briefing.models import Fact, applied
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.words import in_marks, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import FactForm
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("bullets", "numbers", "paragraphs")


def render_facts(
    page: Page, hits: Sequence[Hit], layout: str, form: FactForm = "condensed"
) -> list[nodes.Element]:
    """The facts of *hits* in one of :data:`LAYOUTS`, condensed or as whole sentences."""
    paragraphs = [_paragraph(page, hit, form) for hit in hits]
    if layout == "paragraphs":
        return [*paragraphs]
    items = [nodes.list_item("", paragraph) for paragraph in paragraphs]
    if layout == "numbers":
        return [nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")]
    return [nodes.bullet_list("", *items, bullet="*")]


def _paragraph(page: Page, hit: Hit, form: FactForm) -> nodes.paragraph:
    anchor, reference = page.anchored(hit)
    words = applied(hit.article, cast("Fact", hit.excerpt), form)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    return verbatim(nodes.paragraph("", "", *anchor, text, reference, *_wording(page, hit)))


def _wording(page: Page, hit: Hit) -> list[nodes.Node]:
    """The words that judge instead of telling, as the article's: "(loaded: “slammed”)"."""
    loaded = (hit.article.printed(span) for span in cast("Fact", hit.excerpt).loaded)
    words = ", ".join(in_marks(word, page.marks) for word in dict.fromkeys(loaded))
    if not words:
        return []
    note = _("(loaded: %s)") % words
    return [nodes.Text(" "), verbatim(nodes.inline("", note, classes=["briefing-status"]))]
