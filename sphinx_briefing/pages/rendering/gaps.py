"""What is not known, and what is set against what, as lists with speakers and references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from docutils import nodes

from sphinx_briefing.models import Gap, Tension
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.timeline import clause_words, said_by
from sphinx_briefing.pages.rendering.words import in_marks, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Span
    from sphinx_briefing.pages.rendering.items import Page

_OPENING: Final = frozenset('“"„«‘')


def render_gaps(page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
    """The gaps as a list, and the tensions as a list of pairs under their own label."""
    gaps = [_gap(page, hit) for hit in hits if isinstance(hit.excerpt, Gap)]
    tensions = [_tension(page, hit) for hit in hits if isinstance(hit.excerpt, Tension)]
    made: list[nodes.Element] = [nodes.bullet_list("", *gaps, bullet="*")] if gaps else []
    if tensions:
        if gaps:
            made.append(
                nodes.rubric("", _("Claims and what is set against them"), classes=["briefing-caption"])
            )
        made.append(nodes.bullet_list("", *tensions, bullet="*", classes=["briefing-tensions"]))
    return made


def _gap(page: Page, hit: Hit) -> nodes.list_item:
    gap = cast("Gap", hit.excerpt)
    anchor, reference = page.anchored(hit)
    words = clause_words(page, hit, quoted=gap.quoted)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    speaker = said_by(gap)
    credit = [nodes.Text(f" – {speaker}")] if speaker else []
    return nodes.list_item("", verbatim(nodes.paragraph("", "", *anchor, text, *credit, reference)))


def _tension(page: Page, hit: Hit) -> nodes.list_item:
    """Two lines: the claim with who makes it, and the answer with who gives it and the reference to both."""
    tension = cast("Tension", hit.excerpt)
    anchor, reference = page.anchored(hit)
    claim = _side(hit, page.marks, _("Claim:"), tension.claim, tension.claimed_by or str(_("not attributed")))
    answer = _side(hit, page.marks, _("Against it:"), tension.answer, "")
    return nodes.list_item(
        "",
        verbatim(nodes.paragraph("", "", *anchor, *claim)),
        verbatim(nodes.paragraph("", "", *answer, reference)),
    )


def _side(hit: Hit, marks: tuple[str, str], label: str, span: Span, speaker: str) -> list[nodes.Node]:
    words = hit.article.printed(span)
    if hit.article.text[span.start - 1 : span.start] in _OPENING:
        words = in_marks(words, marks)
    shown: list[nodes.Node] = [nodes.inline("", f"{label} ", classes=["briefing-label"])]
    shown.append(verbatim(nodes.inline(words, words, classes=["briefing-text"])))
    return [*shown, nodes.Text(f" – {speaker}")] if speaker else shown
