"""Figures as a table - what the article prints, what it counts, who says so - or as a list.

Changes stand among figures: two values in a row of their own instead of a row each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from docutils import nodes

from sphinx_briefing.models import Change, Figure
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.changes import change_line, change_notes, values_words
from sphinx_briefing.pages.rendering.links import person_link
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Modality
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("table", "bullets")
#: The class of the dash that stands for nobody, which explains itself where a builder can.
NOBODY: Final = "briefing-nobody"
_DETERMINER: Final = re.compile(r"\A(?:the|its|his|her|their|our|my|your)\s+", re.IGNORECASE)
DEFAULT_COLUMNS = ("figure", "subject", "said-by", "source")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def _value(figure: Figure) -> str:
    if figure.value is None and figure.low is not None:
        return f"{_number(figure.low)}–{_number(figure.high)}"
    return _number(figure.value)


def _status(excerpt: Figure | Change) -> str:
    labels = {"reported": _("reported"), "claimed": _("claimed"), "planned": _("planned")}
    return labels[_modality(excerpt)]


def _modality(excerpt: Figure | Change) -> Modality:
    return excerpt.status if isinstance(excerpt, Change) else excerpt.modality


def subject_words(figure: Figure) -> str:
    """What the figure counts, without the article or possessive before it; nothing where only a code is known."""
    told = figure.subject or (
        "" if figure.kind in ("money", "percent") else figure.unit_phrase or figure.unit
    )
    return _DETERMINER.sub("", told)


class Column(NamedTuple):
    """A column: its heading, its width in characters where a builder has to know, and the text of a cell.

    The cells of ``figure``, ``said-by`` and ``source`` are made of nodes and have no text function.
    """

    heading: str
    width: int
    text: Callable[[Figure], str] | None = None


COLUMNS: Final[dict[str, Column]] = {
    "figure": Column(_("Figure"), 26),
    "subject": Column(_("What it counts"), 24, subject_words),
    "said-by": Column(_("Said by"), 18),
    "as-of": Column(_("As of"), 14, lambda f: f.as_of),
    "status": Column(_("Status"), 10, _status),
    "value": Column(_("Value"), 12, _value),
    "unit": Column(_("Unit"), 10, lambda f: f.unit),
    "source": Column(_("Source"), 8),
}


def render_figures(
    page: Page, hits: Sequence[Hit], layout: str, columns: Sequence[str] = ()
) -> list[nodes.Element]:
    """The figures and changes of *hits* in one of :data:`LAYOUTS`.

    Args:
        page: the page.
        hits: what to show.
        layout: one of :data:`LAYOUTS`.
        columns: keys of :data:`COLUMNS`; without any, :data:`DEFAULT_COLUMNS` that have something to tell.
    """
    if layout == "bullets":
        items = [nodes.list_item("", _line(page, hit)) for hit in hits]
        return [nodes.bullet_list("", *items, bullet="*")]
    return [_table(page, hits, columns or _telling_columns(hits))]


def _telling_columns(hits: Sequence[Hit]) -> list[str]:
    """The default columns, without "said by" where nobody says anything: that is no news in each row."""
    told = any(not isinstance(_said_by(hit), nodes.abbreviation) for hit in hits)
    return [column for column in DEFAULT_COLUMNS if told or column != "said-by"]


def _table(page: Page, hits: Sequence[Hit], columns: Sequence[str]) -> nodes.table:
    group = nodes.tgroup("", cols=len(columns))
    group += [nodes.colspec("", colwidth=COLUMNS[column].width) for column in columns]
    heads = [verbatim(nodes.paragraph("", _heading(column, hits))) for column in columns]
    group += nodes.thead("", nodes.row("", *(nodes.entry("", head) for head in heads)))
    body = nodes.tbody()
    for hit in hits:
        body += _row(page, hit, columns)
    group += body
    return nodes.table("", group, classes=["briefing-figures", "colwidths-auto"])


def _heading(column: str, hits: Sequence[Hit]) -> str:
    changes = column == "figure" and all(isinstance(hit.excerpt, Change) for hit in hits)
    return str(_("Change") if changes else COLUMNS[column].heading)


def _row(page: Page, hit: Hit, columns: Sequence[str]) -> nodes.row:
    """The row of a figure; its target stands in the first cell, whatever that shows."""
    anchor, reference = page.anchored(hit, apart="source" in columns)
    cells = [verbatim(nodes.paragraph("", "", *_cell(hit, column, reference))) for column in columns]
    cells[0].insert(0, anchor)
    if "source" not in columns:
        cells[0].append(reference)
    named = zip(cells, columns, strict=True)
    return nodes.row("", *(nodes.entry("", cell, classes=[f"briefing-{column}"]) for cell, column in named))


def _cell(hit: Hit, column: str, reference: nodes.Node) -> list[nodes.Node]:
    if column == "source":
        return [reference]
    if column == "said-by":
        return [_said_by(hit)]
    if isinstance(hit.excerpt, Change):
        return _change_cell(hit, hit.excerpt, column)
    figure = cast("Figure", hit.excerpt)
    if column == "figure":
        words = hit.article.printed(figure.span)
        shown: list[nodes.Node] = [verbatim(nodes.strong(words, words, classes=["briefing-text"]))]
        if figure.modality != "reported":
            shown += [nodes.Text(" "), nodes.inline("", f"({_status(figure)})", classes=["briefing-status"])]
        return shown
    text = COLUMNS[column].text
    return [nodes.Text(str(text(figure)))] if text else []


def _said_by(hit: Hit) -> nodes.Node:
    """Who says so; a dash for the article's own word, but a claim never stands without words on it."""
    excerpt = cast("Figure | Change", hit.excerpt)
    if excerpt.attribution:
        person = excerpt.person if isinstance(excerpt, Figure) else ""
        return person_link(hit.article, person, excerpt.attribution)
    unattributed = str(_("not attributed"))
    if _modality(excerpt) == "claimed":
        return nodes.Text(unattributed)
    return nodes.abbreviation("", "–", explanation=unattributed, classes=[NOBODY])


def _change_cell(hit: Hit, change: Change, column: str) -> list[nodes.Node]:
    """The cell of a change; as-of has none, since each of its values has its own."""
    values = values_words(hit)
    if column == "figure":
        return [verbatim(nodes.strong(values, values, classes=["briefing-text"])), *change_notes(hit)]
    words = {
        "subject": change.subject or change.unit,
        "status": str(_status(change)),
        "value": _ends(change),
        "unit": change.unit,
    }
    return [nodes.Text(words[column])] if words.get(column) else []


def _ends(change: Change) -> str:
    """The values as numbers."""
    ends = [r for r in (change.before, change.after) if r is not None] or change.levels
    return " → ".join("–".join(dict.fromkeys((_number(r.low), _number(r.high)))) for r in ends)


def _line(page: Page, hit: Hit) -> nodes.paragraph:
    anchor, reference = page.anchored(hit)
    paragraph = verbatim(nodes.paragraph("", "", *anchor))
    if isinstance(hit.excerpt, Change):
        paragraph += [*change_line(hit), reference]
        return paragraph
    figure = cast("Figure", hit.excerpt)
    paragraph += _cell(hit, "figure", reference)
    told = [figure.subject] if figure.subject and figure.subject not in figure.text else []
    paragraph += nodes.Text(" – " + told[0] if told else "")
    if figure.attribution:
        paragraph += nodes.Text(", " if told else " – ")
        paragraph += person_link(hit.article, figure.person, figure.attribution)
    paragraph += reference
    return paragraph
