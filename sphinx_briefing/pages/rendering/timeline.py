"""A timeline as a list: when, what in the article's words, who says so, and in which articles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.edtf import parse
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.dates import date_words, has_year
from sphinx_briefing.pages.rendering.items import cited, shortened
from sphinx_briefing.pages.rendering.quotes import is_pronoun
from sphinx_briefing.pages.rendering.svg.moments import Mark, Scale
from sphinx_briefing.pages.rendering.words import in_marks, page_anchor, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.corpus.timeline import Moment
    from sphinx_briefing.models import Event, Gap
    from sphinx_briefing.pages.rendering.items import Page

#: So many characters of an event have room in a drawing; the whole of it stands in the list.
_NOTE: Final = 110


def render_timeline(page: Page, moments: Sequence[Moment], language: str) -> nodes.bullet_list:
    """The *moments* as a list, in their order, dates in the words of *language*."""
    items = (nodes.list_item("", _paragraph(page, moment, language)) for moment in moments)
    return nodes.bullet_list("", *items, bullet="*")


def marks_of(page: Page, moments: Sequence[Moment], language: str) -> list[Mark]:
    """A row of a drawing for each of the *moments* whose year is known."""
    marks = []
    for moment in moments:
        event = moment.event
        days = parse(event.date.edtf).days() if event.date.edtf else None
        if days is not None:
            notes = notes_on(event)
            label = when_words(event, language) + (f" ({notes})" if notes else "")
            speaker = said_by(event)
            words = shortened(moment.hit.article.printed(event.span), _NOTE)
            words = in_marks(words, page.marks) if event.quoted else words
            marks.append(
                Mark(
                    start=None if days[0] == date.min else days[0].toordinal(),
                    end=None if days[1] == date.max else days[1].toordinal(),
                    label=label,
                    note=f"{words} – {speaker}" if speaker else words,
                    sure=event.modality == "reported",
                )
            )
    return marks


def scale_of(marks: Sequence[Mark], language: str) -> Scale:
    """A scale that holds all of *marks*, at least one; its ends are told by their month."""
    days = [day for mark in marks for day in (mark.start, mark.end) if day is not None]
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    ends = [date_words(day.isoformat()[:7], language) for day in (first, last)]
    return Scale(min(days), max(days), (ends[0], ends[1]))


def when_words(event: Event, language: str) -> str:
    """When it happened: the date where it is known, else the article's words for it."""
    if event.date.edtf:
        return date_words(event.date.edtf, language)
    words = " ".join(event.date.text.split())
    return words[:1].upper() + words[1:]


def notes_on(event: Event) -> str:
    """What a reader has to know of the date and the event: a plan, a claim, a computed date, no known year."""
    notes = []
    if event.modality != "reported":
        notes.append(_("planned") if event.modality == "planned" else _("claimed"))
    if event.date.derived:
        notes.append(_("date computed"))
    if event.date.edtf and not has_year(event.date.edtf):
        notes.append(_("year not told"))
    return "; ".join(map(str, notes))


def clause_words(page: Page, hit: Hit, *, quoted: bool) -> str:
    """The words of an event or a gap, in marks where they are a speaker's own."""
    words = hit.article.printed(hit.excerpt.span)
    return in_marks(words, page.marks) if quoted else words


def said_by(excerpt: Event | Gap) -> str:
    """Who says so; what is claimed is never shown without this."""
    claimed = getattr(excerpt, "modality", "") == "claimed" or excerpt.quoted
    if is_pronoun(excerpt.attribution):
        return str(_("not named"))
    return excerpt.attribution or (str(_("not attributed")) if claimed else "")


def _paragraph(page: Page, moment: Moment, language: str) -> nodes.paragraph:
    event = moment.event
    anchor, reference = page.anchored(moment.hit)
    when = when_words(event, language)
    words = clause_words(page, moment.hit, quoted=event.quoted)
    line: list[nodes.Node] = [verbatim(nodes.strong(when, when, classes=["briefing-date"])), nodes.Text(": ")]
    line.append(verbatim(nodes.inline(words, words, classes=["briefing-text"])))
    if notes := notes_on(event):
        line += [nodes.Text(" "), nodes.inline("", f"({notes})", classes=["briefing-status"])]
    if speaker := said_by(event):
        line.append(nodes.Text(f" – {speaker}"))
    return verbatim(
        nodes.paragraph("", "", *anchor, *line, reference, *also_in(page, moment.hit, moment.also))
    )


def also_in(page: Page, first: Hit, others: Sequence[Hit]) -> list[nodes.Node]:
    """The references to the other articles that tell the same; they lead back to the first's place, too."""
    anchor = page_anchor(page.docname, first.article.id, first.excerpt.id)
    told: list[nodes.Node] = []
    for hit in others:
        page.note(hit, anchor)
        told += [nodes.Text(",")] if told else []
        told.append(cited(hit, anchor, apart=False))
    if not told:
        return []
    return [nodes.inline("", " (" + _("also in"), *told, nodes.Text(")"), classes=["briefing-also"])]
