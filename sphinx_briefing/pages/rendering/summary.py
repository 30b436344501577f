"""A summary: facts as running text or a list, each with where else it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.facts import render_facts
from sphinx_briefing.pages.rendering.items import cited
from sphinx_briefing.pages.rendering.words import page_anchor, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Point
    from sphinx_briefing.models import FactForm
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("paragraph", "bullets", "numbers")


def render_summary(
    page: Page, points: Sequence[Point], layout: str, form: FactForm = "condensed"
) -> nodes.Element:
    """The facts of *points* in one of :data:`LAYOUTS`, condensed or as whole sentences."""
    hits = [point.hit for point in points]
    made = render_facts(page, hits, "paragraphs" if layout == "paragraph" else layout, form)
    paragraphs = [paragraph for node in made for paragraph in node.findall(nodes.paragraph)]
    for paragraph, point in zip(paragraphs, points, strict=True):
        paragraph.extend(_also(page, point))
    return _joined(paragraphs) if layout == "paragraph" else made[0]


def _also(page: Page, point: Point) -> list[nodes.Node]:
    """The references to the other articles that tell the same, as links back to this place, too."""
    anchor = page_anchor(page.docname, point.hit.article.id, point.hit.excerpt.id)
    told: list[nodes.Node] = []
    for hit in point.also:
        page.note(hit, anchor)
        told += (
            [nodes.Text(","), cited(hit, anchor, apart=False)] if told else [cited(hit, anchor, apart=False)]
        )
    if not told:
        return []
    label = " (" + _("also in")
    return [nodes.inline("", label, *told, nodes.Text(")"), classes=["briefing-also"])]


def _joined(paragraphs: Sequence[nodes.paragraph]) -> nodes.paragraph:
    """The words of several paragraphs in one."""
    joined = verbatim(nodes.paragraph())
    for paragraph in paragraphs:
        joined += [nodes.Text(" "), *paragraph.children] if joined.children else paragraph.children
    return joined
