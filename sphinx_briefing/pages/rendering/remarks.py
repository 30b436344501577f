"""What people did to an excerpt, as a page says it: a word beside the reference, the whole in the list of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.grades import grade_words
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.models import Edit, Excerpt

#: The class of the word beside the reference, which explains itself where a builder can.
REMARK: Final = "briefing-remark"
_FIELDS: Final = {
    "speaker": _("speaker"),
    "role": _("role"),
    "attribution": _("attribution"),
    "unit": _("unit"),
    "subject": _("subject"),
    "as_of": _("as of"),
}


class Remark(NamedTuple):
    """One thing that people did to an excerpt.

    Attributes:
        label: the word beside the reference: "edited", "note", "grade B2".
        title: what the list of sources calls it.
        words: what was done.
    """

    label: str
    title: str
    words: str


def remarks_of(excerpt: Excerpt) -> list[Remark]:
    """What people did to an excerpt; nothing for one that stands as it was found."""
    made = []
    if excerpt.edited:
        words = "; ".join(_edit_words(edit) for edit in excerpt.edited)
        made.append(Remark(str(_("edited")), str(_("Edited")), words))
    if excerpt.note:
        made.append(Remark(str(_("note")), str(_("Note")), excerpt.note))
    if grade := grade_words(excerpt.reliability, excerpt.credibility):
        label = str(_("grade %s")) % f"{excerpt.reliability}{excerpt.credibility}"
        made.append(Remark(label, str(_("Graded")), grade))
    return made


def _edit_words(edit: Edit) -> str:
    if edit.field == "added":
        return str(_("added by hand"))
    field = str(_FIELDS[edit.field])
    if not edit.after:
        return str(_("%(field)s “%(before)s” is left out")) % {"field": field, "before": edit.before}
    if not edit.before:
        return str(_("%(field)s is “%(after)s”")) % {"field": field, "after": edit.after}
    pair = {"field": field, "before": edit.before, "after": edit.after}
    return str(_("%(field)s is “%(after)s” instead of “%(before)s”")) % pair


def render_labels(remarks: Iterable[Sequence[str]]) -> list[nodes.Node]:
    """The words beside a reference, ``(edited, grade B2)``; each explains itself where a builder can."""
    shown: list[nodes.Node] = []
    for label, _title, words in remarks:
        shown.append(nodes.Text(", " if shown else " ("))
        shown.append(nodes.abbreviation(label, label, explanation=words, classes=[REMARK]))
    return [*shown, nodes.Text(")")] if shown else []


def render_remarks(remarked: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> list[nodes.Node]:
    """A list of excerpts, each by the words that name it, with all that was done to them; nothing if there are none."""
    items = [nodes.list_item("", _line(words, remarks)) for words, remarks in remarked]
    return [nodes.bullet_list("", *items, classes=["briefing-remarks"])] if items else []


def _line(words: str, remarks: Sequence[Sequence[str]]) -> nodes.paragraph:
    line = verbatim(nodes.paragraph("", f"{words} – "))
    for n, (_label, title, told) in enumerate(remarks):
        end = "" if told.endswith((".", "!", "?")) else "."
        line += [nodes.Text(" ")] if n else []
        line += [nodes.strong(title, title), nodes.Text(f": {told}{end}")]
    return line
