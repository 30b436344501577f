"""What changed from one lock to the next as a table: each excerpt with what it was and what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.corpus.lock.comparing import runs, telling
from sphinx_briefing.models import Quote
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.words import in_marks, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_briefing.corpus.lock.comparing import Revision, Run
    from sphinx_briefing.corpus.lock.records import Entry

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
#: What is in the words of the cells already.
_TOLD_ANYWAY: Final = frozenset({"text", "speaker.name"})
_LIST_ITEM: Final = re.compile(r" \d+\b")


def render_revisions(
    revisions: Sequence[Revision], titles: Mapping[str, str], marks: tuple[str, str]
) -> nodes.Element:
    """A table of *revisions*; a paragraph that says so where there are none.

    Args:
        revisions: in their order.
        titles: of the articles, by their ids.
        marks: the quotation marks of the page's language.
    """
    if not revisions:
        words = str(_("Nothing changed."))
        return nodes.paragraph(words, words, classes=["briefing-unchanged"])
    heads = [nodes.paragraph("", str(head)) for head in (_("What"), _("Before"), _("Now"))]
    rows = [nodes.row("", *(nodes.entry("", *cell) for cell in _cells(r, titles, marks))) for r in revisions]
    group = nodes.tgroup("", *(nodes.colspec("", colwidth=width) for width in (24, 38, 38)), cols=3)
    group += [nodes.thead("", nodes.row("", *(nodes.entry("", head) for head in heads)))]
    group += [nodes.tbody("", *rows)]
    return nodes.table("", group, classes=["briefing-revisions", "colwidths-auto"])


def _cells(
    revision: Revision, titles: Mapping[str, str], marks: tuple[str, str]
) -> Iterator[list[nodes.Node]]:
    """What it is, what it was and what it is now; an empty cell where it was or is not there."""
    entry = revision.entry
    status = str(_STATUS[revision.status])
    label = str(_TYPES.get(entry.excerpt.type, entry.excerpt.type))
    title = titles.get(entry.article, entry.article)
    what = verbatim(nodes.paragraph("", "", nodes.strong(status, status)))
    what += [nodes.Text(f": {label}, "), nodes.inline(title, title, classes=["briefing-title"])]
    yield [what]
    blocks = revision.before, revision.after
    marked = runs(*(_words_of(block or entry, marks) for block in blocks))
    told = [d for d in telling(revision.differences) if d.part not in _TOLD_ANYWAY]
    for side, (block, other) in enumerate(zip(blocks, ("came", "went"), strict=True), 1):
        if block is None:
            yield []
            continue
        words = verbatim(nodes.paragraph("", "", *_marked(run for run in marked if run.fate != other)))
        yield [words, *_speaker(block), *(_reading(d.part, d[side]) for d in told)]


def _words_of(entry: Entry, marks: tuple[str, str]) -> str:
    """The words of an excerpt as pages print them: of a quotation what is said, each part of it in marks."""
    if not isinstance(entry.excerpt, Quote) or entry.excerpt.kind == "indirect":
        return entry.exact
    parts = [entry.exact[a - entry.span.start : b - entry.span.start] for a, b in entry.excerpt.segments]
    return " ".join(in_marks(part, marks, goes_on=n < len(parts)) for n, part in enumerate(parts, 1))


def _speaker(entry: Entry) -> Iterator[nodes.Node]:
    speaker = entry.excerpt.speaker if isinstance(entry.excerpt, Quote) else None
    if speaker is not None and speaker.printed:
        yield _reading("speaker.name", speaker.printed)


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


def _reading(part: str, value: str) -> nodes.paragraph:
    """A part of a reading on a line of its own: ``speaker: Ada Vale``."""
    plain = _LIST_ITEM.sub("", part)
    label = str(_PARTS.get(plain, plain.replace("_", " ").replace(".", " ")))
    words = f"{label}: {_WORDS.get(value, value) or '–'}"
    return verbatim(nodes.paragraph(words, words, classes=["briefing-reading"]))
