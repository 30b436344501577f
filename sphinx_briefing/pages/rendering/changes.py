"""Changes: "2,000 → about 400 Aldmark troops on Corvane (planned)", with who says so and what was computed.

The values are words of the article. What is ours is marked: the arrow between them, and a difference that was
computed, which says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Bound, Change, Level

_ARROWS: Final = {"up": "↑", "down": "↓"}
_FLIPPED: Final[dict[Bound, Bound]] = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_UNKNOWN: Final = "…"
_POINTS: Final = "%"


def change_words(hit: Hit) -> str:
    """The values and what they count, in a line: "2,000 → about 400 Aldmark troops on Corvane"."""
    values = values_words(hit)
    return f"{values} {_subject(cast('Change', hit.excerpt), values)}".strip()


def values_words(hit: Hit) -> str:
    """The values as the article prints them: "2,000 → about 400", "… → 400 (↑ 18 %)", "↓ 2.5 %"."""
    change = cast("Change", hit.excerpt)
    before, after, amount = (_printed(hit, r) for r in (change.before, change.after, change.amount))
    arrow = _ARROWS[change.direction]
    if not (before or after):
        return f"{arrow} {amount}"
    values = f"{before or _UNKNOWN} → {after or _UNKNOWN}"
    if before and after and not amount:
        return values
    return f"{values} ({arrow} {amount})" if amount else f"{values} ({arrow})"


def _printed(hit: Hit, level: Level | None) -> str:
    return hit.article.printed(level.span) if level is not None else ""


def _subject(change: Change, values: str) -> str:
    """What changed, tied to the number it is counted by, or behind a dash; ``""`` if *values* name it already."""
    if not change.subject or change.subject in values:
        return ""
    counted = change.unit and change.unit.lower() in change.subject.lower()
    return change.subject if counted else f"– {change.subject}"


def change_notes(hit: Hit) -> list[nodes.Node]:
    """Whether the change is a claim or a plan, and the difference that was computed, in one bracket."""
    change = cast("Change", hit.excerpt)
    told = (
        []
        if change.status == "reported"
        else [{"claimed": _("claimed"), "planned": _("planned")}[change.status]]
    )
    notes = "; ".join(str(part) for part in (*told, computed_words(change)) if part)
    return [nodes.Text(" "), nodes.inline("", f"({notes})", classes=["briefing-status"])] if notes else []


def computed_words(change: Change) -> str:
    """The computed difference, which says that it is: "computed: down about 1,600, about 80%"; ``""`` without one."""
    computed = change.computed
    if computed is None or (change.amount and change.before):
        return ""  # the article gives the difference itself
    bound = _FLIPPED.get(computed.bound, computed.bound) if computed.delta < 0 else computed.bound
    sizes = [_size(abs(computed.delta), _unit(change), bound)]
    if computed.percent is not None:
        sizes.append(_size(abs(round(computed.percent, 1)), "%", bound))
    down = computed.delta < 0
    return str(_("computed: down %s") if down else _("computed: up %s")) % ", ".join(sizes)


def _unit(change: Change) -> str:
    """The unit of a difference: points for percentages, none for what the line counts anyway."""
    if change.unit == _POINTS:
        return " " + _("points")
    counted = not change.unit or change.unit.lower() in change.subject.lower()
    return "" if counted else f" {change.unit}"


def _size(number: float, unit: str, bound: Bound) -> str:
    words = {
        "~": _("about %s"),
        ">": _("more than %s"),
        ">=": _("at least %s"),
        "<": _("less than %s"),
        "<=": _("at most %s"),
        "=": "%s",
    }
    return str(words[bound]) % f"{number:,.15g}{unit}"


def said_by(change: Change) -> str:
    """Who says so: a claim is never shown without this."""
    return change.attribution or str(_("not attributed"))


def change_line(hit: Hit) -> list[nodes.Node]:
    """A change in a line, without its reference."""
    change = cast("Change", hit.excerpt)
    values = values_words(hit)
    subject = _subject(change, values)
    line: list[nodes.Node] = [verbatim(nodes.strong(values, values, classes=["briefing-text"]))]
    line += [nodes.Text(f" {subject}")] if subject else []
    line += change_notes(hit)
    if change.attribution or change.status == "claimed":
        line.append(nodes.Text(f" – {said_by(change)}"))
    return line
