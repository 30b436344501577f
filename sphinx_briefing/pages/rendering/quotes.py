"""Quotations as block quotes with their attribution: name and role at the page's first mention, the name after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from docutils import nodes

from sphinx_briefing.checks.segments import joined
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.links import person_link
from sphinx_briefing.pages.rendering.words import in_marks, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Article, Quote, Speaker
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("blocks", "bullets")
#: How much of the article is shown of a quotation that is part of one of its sentences.
CONTEXTS = ("fragment", "sentence")
#: Mentions that name nobody to a reader of the page.
_PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "me", "us", "this", "that"}
)


def render_quotes(page: Page, hits: Sequence[Hit], layout: str, context: str) -> list[nodes.Element]:
    """The quotations of *hits* in one of :data:`LAYOUTS`, those of fragments in one of :data:`CONTEXTS`."""
    if layout == "bullets":
        items = [nodes.list_item("", _in_line(page, hit, context)) for hit in hits]
        return [nodes.bullet_list("", *items, bullet="*")]
    return [_block(page, hit, context) for hit in hits]


def quoted_text(page: Page, hit: Hit, context: str) -> str:
    """The words of a quotation; each segment in marks of its own, an indirect one without marks.

    A fragment in the context of its sentence has the marks that the article gives it.
    """
    quote = cast("Quote", hit.excerpt)
    if context == "sentence" and quote.kind != "direct":
        return hit.article.printed(quote.sentence)
    if quote.kind == "indirect":
        return joined(hit.article, quote)
    return joined(
        hit.article,
        quote,
        lambda span, goes_on: in_marks(hit.article.printed(span), page.marks, goes_on=goes_on),
    )


def credit(page: Page, hit: Hit) -> list[nodes.Node]:
    """The speakers of a quotation, each with the role unless the page gave it before; nothing if there is none."""
    quote = cast("Quote", hit.excerpt)
    out: list[nodes.Node] = []
    for speaker in (quote.speaker, *quote.co_speakers):
        if speaker is not None and speaker.printed:
            out += [nodes.Text("; ")] if out else []
            out += _credit(page, hit.article, speaker)
    return out


def _credit(page: Page, article: Article, speaker: Speaker) -> list[nodes.Node]:
    name = speaker_words(speaker)
    link = person_link(article, speaker.person, name[:1].upper() + name[1:])
    if not speaker.role or name in page.introduced:
        return [link]
    page.introduced.add(name)
    return [link, nodes.Text(f", {speaker.role}")]


def is_pronoun(mention: str) -> bool:
    """Whether words for somebody name nobody to a reader of the page."""
    return mention.lower() in _PRONOUNS


def speaker_words(speaker: Speaker) -> str:
    """What a page calls a speaker: never one of several candidates, and no pronoun, which would name nobody."""
    if not speaker.name and is_pronoun(speaker.mention):
        return str(_("not named"))
    return speaker.printed


def _block(page: Page, hit: Hit, context: str) -> nodes.block_quote:
    anchor, reference = page.anchored(hit)
    words = quoted_text(page, hit, context)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    return quotation_block([*anchor, text], credit(page, hit), reference)


def quotation_block(
    text: Sequence[nodes.Node], said_by: Sequence[nodes.Node], *references: nodes.Node
) -> nodes.block_quote:
    """Words as a block quote, with their attribution if there is one, and references at the end of both."""
    block = nodes.block_quote(classes=["briefing-quote"])
    if said_by:
        block += verbatim(nodes.paragraph("", "", *text))
        block += verbatim(nodes.attribution("", "", *said_by, *references))
    else:
        block += verbatim(nodes.paragraph("", "", *text, *references))
    return block


def _in_line(page: Page, hit: Hit, context: str) -> nodes.paragraph:
    anchor, reference = page.anchored(hit)
    words = quoted_text(page, hit, context)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    said_by = credit(page, hit)
    colon = [nodes.Text(": ")] if said_by else []
    return verbatim(nodes.paragraph("", "", *anchor, *said_by, *colon, text, reference))
