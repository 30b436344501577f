"""What is the author's own: set apart from what the articles say, by its label first and by its looks second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_briefing.checks.likelihood import Scale, Term

BLUF: Final = "briefing-bluf"
JUDGEMENT: Final = "briefing-judgement"
LIKELIHOOD: Final = "briefing-likelihood"
#: The classes of what holds the author's words.
AUTHORED: Final = frozenset({BLUF, JUDGEMENT})

CONFIDENCE: Final = {"low": _("low"), "moderate": _("moderate"), "high": _("high")}


def set_apart(label: str, body: Sequence[nodes.Node], classes: Sequence[str]) -> nodes.admonition:
    """The author's words under a label.

    An admonition, since every builder and theme sets one apart and prints its title, and since it is no landmark
    of its own to a screen reader, as a topic would be.
    """
    return nodes.admonition("", verbatim(nodes.title(label, label)), *body, classes=[*classes])


def in_range(words: str, term: Term | None) -> list[nodes.Node]:
    """Words of likelihood with their range behind them.

    It is printed, and no tooltip: that is out of reach for a keyboard, a finger, most screen readers and paper.
    """
    if term is None:
        return [nodes.Text(words)]
    told = f" ({printed_range(term)})"
    return [nodes.Text(words), nodes.inline(told, told, classes=["briefing-range"])]


def printed_range(term: Term) -> str:
    """A range with its unit, in one piece."""
    return f"{term.range}\u00a0%"


def estimate(parts: Mapping[str, Sequence[nodes.Node]]) -> nodes.field_list:
    """What a judgement's options say, each in a field of its own: never likelihood and confidence in one sentence."""
    made = nodes.field_list(classes=["briefing-estimate"])
    for label, said in parts.items():
        made += nodes.field(
            "",
            verbatim(nodes.field_name(label, label)),
            nodes.field_body("", verbatim(nodes.paragraph("", "", *said))),
        )
    return made


def key_of(scale: Scale, row: int) -> nodes.table:
    """The key to a scale: the terms of one row with their ranges, so that no page mixes two."""
    caption = _("Words of likelihood (%s)") % scale.title
    group = nodes.tgroup("", cols=2)
    group += [nodes.colspec("", colwidth=30, stub=1), nodes.colspec("", colwidth=12)]
    group += nodes.thead("", _row(_("Word"), _("Chance")))
    terms = scale.row(row)
    bands = {term.range: [t.words for t in terms if t.range == term.range] for term in terms}
    group += nodes.tbody("", *(_row(", ".join(words), f"{within}\u00a0%") for within, words in bands.items()))
    title = verbatim(nodes.title(caption, caption))
    return nodes.table("", title, group, classes=["briefing-likelihoods", "colwidths-auto"])


def _row(*cells: str) -> nodes.row:
    return nodes.row("", *(nodes.entry("", verbatim(nodes.paragraph(cell, cell))) for cell in cells))
