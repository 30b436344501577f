"""What changed from one lock to the next as a table: each excerpt with what it was and what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.corpus.lock.comparing import runs, telling
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_briefing.corpus.lock.comparing import Difference, Revision, Run

_STATUS: Final = {"added": _("New"), "changed": _("Changed"), "removed": _("No longer used")}
_TYPES: Final = {
    "figure": _("figure"),
    "quote": _("quotation"),
    "fact": _("fact"),
    "change": _("change"),
    "person": _("person"),
    "passage": _("passage"),
}
_PARTS: Final = {
    "value": _("value"),
    "unit": _("unit"),
    "hedge": _("hedge"),
    "subject": _("subject"),
    "attribution": _("attribution"),
    "modality": _("status"),
    "status": _("status"),
    "as_of": _("as of"),
    "speaker.name": _("speaker"),
    "speaker.role": _("role"),
    "role": _("role"),
    "note": _("note"),
}
#: Readings that are words of ours.
_WORDS: Final = {"reported": _("reported"), "claimed": _("claimed"), "planned": _("planned")}
_LIST_ITEM: Final = re.compile(r" \d+\b")


def render_revisions(revisions: Sequence[Revision], titles: Mapping[str, str]) -> nodes.Element:
    """A table of *revisions*; a paragraph that says so where there are none.

    Args:
        revisions: in their order.
        titles: of the articles, by their ids.
    """
    if not revisions:
        words = str(_("Nothing changed."))
        return nodes.paragraph(words, words, classes=["briefing-unchanged"])
    heads = [nodes.paragraph("", str(head)) for head in (_("What"), _("Before"), _("Now"))]
    rows = [nodes.row("", *(nodes.entry("", *cell) for cell in _cells(r, titles))) for r in revisions]
    group = nodes.tgroup("", *(nodes.colspec("", colwidth=width) for width in (24, 38, 38)), cols=3)
    group += [nodes.thead("", nodes.row("", *(nodes.entry("", head) for head in heads)))]
    group += [nodes.tbody("", *rows)]
    return nodes.table("", group, classes=["briefing-figures", "briefing-revisions", "colwidths-auto"])


def _cells(revision: Revision, titles: Mapping[str, str]) -> Iterator[list[nodes.Node]]:
    """What it is, what it was and what it is now; an empty cell where it was or is not there."""
    entry = revision.entry
    status = str(_STATUS[revision.status])
    label = str(_TYPES.get(entry.excerpt.type, entry.excerpt.type))
    title = titles.get(entry.article, entry.article)
    what = verbatim(nodes.paragraph("", "", nodes.strong(status, status)))
    what += [nodes.Text(f": {label}, "), nodes.inline(title, title, classes=["briefing-title"])]
    yield [what]
    told = telling(revision.differences)
    text = next(((d.before, d.after) for d in told if d.part == "text"), (entry.exact, entry.exact))
    marked = runs(*text)
    for block, gone, side in ((revision.before, "came", 1), (revision.after, "went", 2)):
        if block is None:
            yield []
            continue
        words = verbatim(nodes.paragraph("", "", *_marked(run for run in marked if run.fate != gone)))
        yield [words, *(_reading(d, d[side]) for d in told if d.part != "text")]


def _marked(shown: Iterable[Run]) -> Iterator[nodes.Node]:
    """Words with those that differ set apart; the column says whether they went or came."""
    for n, run in enumerate(shown):
        if n:
            yield nodes.Text(" ")
        if run.fate == "stayed":
            yield nodes.Text(run.words)
        elif run.fate == "went":
            yield nodes.inline(run.words, run.words, classes=["briefing-went"])
        else:
            yield nodes.strong(run.words, run.words, classes=["briefing-came"])


def _reading(difference: Difference, value: str) -> nodes.paragraph:
    """A part of a reading on a line of its own: ``speaker: Ada Vale``."""
    part = _LIST_ITEM.sub("", difference.part)
    label = str(_PARTS.get(part, part.replace("_", " ").replace(".", " ")))
    words = f"{label}: {_WORDS.get(value, value) or '–'}"
    return verbatim(nodes.paragraph(words, words, classes=["briefing-reading"]))
