"""What the list of sources says of an article that was corrected, superseded, retracted or withheld, or has expired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.links import article_link
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from sphinx_briefing.corpus import Status

_LABELS: Final = {
    "corrected": _("Corrected"),
    "superseded": _("Superseded"),
    "retracted": _("Retracted"),
    "withheld": _("Withheld"),
}


def render_status(status: Status) -> list[nodes.Node]:
    """A paragraph with the status in words, nothing where there is nothing to say.

    A correction is told even where the article is usable again: readers of an earlier issue should learn of it.
    """
    label = str(_LABELS.get(status.name) or (_("Corrected") if status.correction else ""))
    told: list[nodes.Node] = []
    if label:
        rest = f": {status.correction.rstrip('.')}." if status.correction else "."
        told += [nodes.strong(label, label), nodes.Text(rest)]
    if status.newer:
        before, after = str(_("Newer version: %s.")).split("%s")
        told += [
            nodes.Text(" "),
            nodes.Text(before),
            article_link(status.newer, status.newer_title),
            nodes.Text(after),
        ]
    if status.expired:
        words = str(_("Expired"))
        told += [nodes.Text(" ")] if told else []
        told += [nodes.strong(words, words), nodes.Text(f": {status.expired}.")]
    return [verbatim(nodes.paragraph("", "", *told, classes=["briefing-article-status"]))] if told else []
