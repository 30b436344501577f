"""People as a list or a table: name, role, where the articles say so, and what they are quoted with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.nodes import quotation_links
from sphinx_briefing.pages.rendering.items import cited, shortened
from sphinx_briefing.pages.rendering.words import excerpt_spans, in_marks, page_anchor, target, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.corpus import Hit, Profile
    from sphinx_briefing.pages.rendering.items import Page

LAYOUTS = ("bullets", "table")


class Column(NamedTuple):
    """A column: its heading, and its width in characters where a builder has to know."""

    heading: str
    width: int


_COLUMNS: Final[dict[str, Column]] = {
    "name": Column(_("Name"), 20),
    "role": Column(_("Role"), 26),
    "quoted": Column(_("Quoted with"), 30),
    "source": Column(_("Source"), 8),
}


def render_people(page: Page, profiles: Sequence[Profile], layout: str) -> nodes.Element:
    """The people of *profiles* in one of :data:`LAYOUTS`."""
    if layout == "bullets":
        return nodes.bullet_list("", *(_item(page, profile) for profile in profiles), bullet="*")
    columns = _COLUMNS.values()
    group = nodes.tgroup("", cols=len(columns))
    group += [nodes.colspec("", colwidth=column.width) for column in columns]
    heads = [nodes.entry("", nodes.paragraph("", str(column.heading))) for column in columns]
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *(_row(page, profile) for profile in profiles))
    return nodes.table("", group, classes=["briefing-figures", "colwidths-auto"])


def _item(page: Page, profile: Profile) -> nodes.list_item:
    """Name, role and references in a line, the quotations in another."""
    named, references = _named(page, profile, apart=False)
    line = verbatim(nodes.paragraph("", "", *named))
    line += [nodes.Text(f", {profile.role}")] if profile.role else []
    line += references
    quoted = _quoted(page, profile)
    if not quoted:
        return nodes.list_item("", line)
    label = nodes.inline("", _("Quoted with:") + " ", classes=["briefing-label"])
    return nodes.list_item("", line, verbatim(nodes.paragraph("", "", label, *quoted)))


def _row(page: Page, profile: Profile) -> nodes.row:
    named, references = _named(page, profile, apart=True)
    role: list[nodes.Node] = [nodes.Text(profile.role)] if profile.role else []
    cells = zip(_COLUMNS, (named, role, _quoted(page, profile), references), strict=True)
    return nodes.row(
        "",
        *(
            nodes.entry("", verbatim(nodes.paragraph("", "", *cell)), classes=[f"briefing-{column}"])
            for column, cell in cells
        ),
    )


def _named(page: Page, profile: Profile, *, apart: bool) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """The name with its target and its entry in the general index, and a reference to each article."""
    anchor = _anchor(page, profile)
    for hit in profile.hits:
        page.note(hit, anchor)
    name = verbatim(nodes.strong(profile.name, profile.name, classes=["briefing-name"]))
    references: list[nodes.Node] = []
    for hit in profile.hits:
        references += [nodes.Text(" ")] if references and apart else []
        references.append(cited(hit, anchor, apart=apart))
    goal = target(page.document, anchor)
    if goal is None:
        return [name], references
    entry = addnodes.index(entries=[("single", profile.name, anchor, "", None)])
    return [entry, goal, name], references


def _quoted(page: Page, profile: Profile) -> list[nodes.Node]:
    """The placeholder of the links to what somebody is quoted with; nothing if that is nothing."""
    links = quotation_links()
    links += [_quotation(page, hit, _anchor(page, profile)) for hit in profile.quotes]
    return [links] if profile.quotes else []


def _anchor(page: Page, profile: Profile) -> str:
    first = profile.hits[0]
    return page_anchor(page.docname, first.article.id, first.excerpt.id)


def _quotation(page: Page, hit: Hit, anchor: str) -> nodes.inline:
    """The first words of a quotation, in marks, and the reference from the entry at *anchor* to its passage."""
    words = in_marks(shortened(hit.article.printed(excerpt_spans(hit.excerpt)[0])), page.marks)
    quoted = nodes.inline("", "", quotation=hit.name, salience=hit.excerpt.salience)
    quoted += verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    quoted += cited(hit, anchor, apart=False)
    return quoted
