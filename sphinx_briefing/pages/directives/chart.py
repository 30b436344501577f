"""``briefing:chart``: figures as bars, above their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.models import Problem
from sphinx_briefing.pages.directives.figures import FiguresDirective
from sphinx_briefing.pages.drawings import drawing
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.rendering.charts import bars_of, by_unit
from sphinx_briefing.pages.rendering.svg.bars import draw_bars, told
from sphinx_briefing.pages.rendering.words import page_anchor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_briefing.corpus import Hit
    from sphinx_briefing.pages.rendering.items import Page


class ChartDirective(FiguresDirective):
    """Draws figures of one unit as bars, changes as pairs of them; the table below has the references."""

    option_spec = {k: v for k, v in FiguresDirective.option_spec.items() if k != "layout"}  # noqa: RUF012

    def render(self, page: Page, hits: Sequence[Hit]) -> list[nodes.Element]:
        """The drawing, unless nothing of that can be drawn, and the table."""
        table = super().render(page, hits)
        bars = bars_of(hits)
        if fault := _fault(by_unit(hits), len(bars)):
            warn(Problem(subtype="chart", message=fault), self.get_location())
            return table
        caption = self.options.pop("caption", "")
        inline, messages = self.parse_inline(caption)
        above = (
            [nodes.rubric(caption, "", *inline, classes=["briefing-caption"]), *messages] if caption else []
        )
        title = "".join(node.astext() for node in inline) or str(_("Bar chart"))
        name = page_anchor(page.docname, "chart", str(self.env.new_serialno("briefing-chart")))
        svg = draw_bars(bars, title=title, name=name)
        shown = drawing("", svg=svg, alt=f"{title}: {told(bars)}", classes=["briefing-drawing"])
        return [*above, shown, *table]


def _fault(units: Mapping[str, Sequence[Hit]], bars: int) -> str:
    """Why there can be no chart, and what to do about it; ``""`` if there can be one."""
    if len(units) > 1:
        named = "; ".join(
            f"{unit or 'nothing named'} ({', '.join(hit.excerpt.id for hit in hits)})"
            for unit, hits in units.items()
        )
        return (
            f"these figures have no scale in common, they count {named}; "
            "leave some out with :about:, :kind: or :exclude:, or make a chart of each"
        )
    return "" if bars else "there is nothing to draw, none of these figures has a value; use briefing:figures"
