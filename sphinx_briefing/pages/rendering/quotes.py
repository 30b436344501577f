"""Quotations as block quotes with their attribution: name and role at the first mention, the name after."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_briefing.pages.rendering.words import in_marks, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Quote, Speaker
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("blocks", "bullets")


def render_quotes(page: Page, hits: Sequence[Hit], layout: str) -> list[nodes.Element]:
    """The quotations of *hits* in one of :data:`LAYOUTS`."""
    named: set[str] = set()
    if layout == "bullets":
        items = [nodes.list_item("", _in_line(page, hit, named)) for hit in hits]
        return [nodes.bullet_list("", *items, bullet="*")]
    return [_block(page, hit, named) for hit in hits]


def quoted_text(page: Page, hit: Hit) -> str:
    """The words of a quotation; each segment in marks of its own, an indirect one without marks."""
    quote = cast("Quote", hit.excerpt)
    if quote.kind == "indirect":
        return " … ".join(hit.article.printed(span) for span in quote.segments)
    return " … ".join(in_marks(hit.article.printed(span), page.marks) for span in quote.segments)


def attribution(quote: Quote, named: set[str]) -> str:
    """The speakers of *quote*, each with the role unless it was given before (noted in *named*)."""
    speakers = [s for s in (quote.speaker, *quote.co_speakers) if s is not None and s.printed]
    return "; ".join(_credit(speaker, named) for speaker in speakers)


def _credit(speaker: Speaker, named: set[str]) -> str:
    name = speaker.printed[:1].upper() + speaker.printed[1:]
    if not speaker.role or name in named:
        return name
    named.add(name)
    return f"{name}, {speaker.role}"


def _block(page: Page, hit: Hit, named: set[str]) -> nodes.block_quote:
    anchor, reference = page.anchored(hit)
    words = quoted_text(page, hit)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    block = nodes.block_quote(classes=["briefing-quote"])
    said_by = attribution(cast("Quote", hit.excerpt), named)
    if not said_by:
        block += verbatim(nodes.paragraph("", "", *anchor, text, reference))
        return block
    block += verbatim(nodes.paragraph("", "", *anchor, text))
    credit = verbatim(nodes.attribution("", "", nodes.Text(said_by), reference))
    block += credit
    return block


def _in_line(page: Page, hit: Hit, named: set[str]) -> nodes.paragraph:
    anchor, reference = page.anchored(hit)
    said_by = attribution(cast("Quote", hit.excerpt), named)
    words = quoted_text(page, hit)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    credit = [nodes.Text(f"{said_by}: ")] if said_by else []
    return verbatim(nodes.paragraph("", "", *anchor, *credit, text, reference))
