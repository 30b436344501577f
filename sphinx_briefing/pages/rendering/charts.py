"""Figures as bars: the words of the article on each, those of one unit on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx_briefing.models import Change, Figure
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.figures import subject_words
from sphinx_briefing.pages.rendering.svg.bars import Bar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.models import Level, Modality


def by_unit(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Figures and changes by what they are counted in; ``""`` for nothing."""
    units: dict[str, list[Hit]] = {}
    for hit in hits:
        units.setdefault(cast("Figure | Change", hit.excerpt).unit, []).append(hit)
    return units


def bars_of(hits: Sequence[Hit]) -> list[Bar]:
    """A bar for each figure, and for each change one for either value; what has no number has none."""
    return [
        bar
        for hit in hits
        for bar in (_of_change(hit, hit.excerpt) if isinstance(hit.excerpt, Change) else _of_figure(hit))
    ]


def _of_figure(hit: Hit) -> list[Bar]:
    figure = cast("Figure", hit.excerpt)
    ends = [end for end in (figure.value, figure.low, figure.high) if end is not None]
    if not ends:
        return []
    words = hit.article.printed(figure.span)
    subject = subject_words(figure)
    return [
        Bar(
            low=min(ends),
            high=max(ends),
            label=words + _status(figure.modality),
            note=_joined("" if subject in words else subject, _said_by(figure.attribution, figure.modality)),
            sure=figure.modality == "reported",
        )
    ]


def _of_change(hit: Hit, change: Change) -> list[Bar]:
    """The earlier value is as it was reported; the later one may be a claim or a plan."""
    heading = _joined(change.subject or change.unit, _said_by(change.attribution, change.status))
    given: list[tuple[Level, str, Modality]] = []
    if change.before is not None:
        given.append((change.before, str(_("before")), "reported"))
    if change.after is not None:
        given.append((change.after, str(_("after")), change.status))
    return [
        Bar(
            low=level.low,
            high=level.high,
            label=f"{when}: {hit.article.printed(level.span)}{_status(status)}",
            sure=status == "reported",
            heading="" if n else heading,
            grouped=True,
        )
        for n, (level, when, status) in enumerate(given)
    ]


def _status(modality: Modality) -> str:
    """In brackets what a figure is that is not reported as so."""
    if modality == "reported":
        return ""
    return f" ({_('planned') if modality == 'planned' else _('claimed')})"


def _joined(*words: str) -> str:
    return " – ".join(filter(None, words))


def _said_by(attribution: str, modality: Modality) -> str:
    """Who says so; a claim never stands without words on it."""
    return attribution or (str(_("not attributed")) if modality == "claimed" else "")
