"""Dates that count from another event: "three weeks later", "the previous day".

They count from the event told just before, in the same paragraph, if that has a day. What is computed is marked as
derived; where there is nothing to count from, the words stay without a date.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_briefing.analysis.dates.expressions import Later
from sphinx_briefing.edtf import moved, parse

if TYPE_CHECKING:
    from sphinx_briefing.analysis.dates.expressions import Expression
    from sphinx_briefing.models import EventDate


def derived(date: EventDate, expression: Expression, before: EventDate | None) -> EventDate:
    """The date with its EDTF where *expression* counts from the one told *before*.

    Args:
        date: the words, not yet resolved.
        expression: what they mean.
        before: the date told before in the same paragraph, ``None`` where there is none.
    """
    if not isinstance(expression, Later) or expression.days is None or before is None or not before.edtf:
        return date
    when = parse(before.edtf)
    point = moved(when.start, expression.days) if when.is_point and when.start else None
    if point is None:
        return date
    approximate = point.approximate or not expression.exact
    return replace(
        date, edtf=str(point._replace(approximate=approximate)), resolved=before.resolved, derived=True
    )
