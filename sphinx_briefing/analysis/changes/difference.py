"""What two values of one subject come to: which way, by how much, and how certain that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.models import Difference

if TYPE_CHECKING:
    from sphinx_briefing.models import Bound, Level, Trend

#: A difference grows as what is taken away gets smaller.
_OPPOSITE: Final[dict[Bound, Bound]] = {"=": "=", "~": "~", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_STRICT: Final = {"<=": "<", ">=": ">"}


def direction_of(before: Level, after: Level) -> Trend | None:
    """Which way it went; ``None`` where the two are equal or overlap."""
    if after.high < before.low:
        return "down"
    return "up" if after.low > before.high else None


def difference(before: Level, after: Level, unit: str) -> Difference | None:
    """The difference, hedged as its ends are; ``None`` for ranges and for hedges that tell nothing together.

    Args:
        before: the earlier value.
        after: the later value.
        unit: of both; the percentage of a percentage would be taken for points, so there is none.
    """
    bound = _together(_OPPOSITE[before.bound], after.bound)
    if before.value is None or after.value is None or bound is None:
        return None
    delta = _rounded(after.value - before.value)
    relative = before.value > 0 and unit != "%"
    return Difference(
        delta=delta, percent=_rounded(100 * delta / before.value) if relative else None, bound=bound
    )


def multiplied(factor: Level, after: Level) -> Difference | None:
    """The difference that "doubled to 400" comes to."""
    bound = _together(factor.bound, after.bound)
    if after.value is None or bound not in ("=", "~"):
        return None
    return Difference(
        delta=_rounded(after.value - after.value / factor.low),
        percent=_rounded(100 * (factor.low - 1)),
        bound=bound,
    )


def _together(one: Bound, other: Bound) -> Bound | None:
    """The bound of a sum, or ``None`` where one end may be more and the other less."""
    if "=" in (one, other) or one == other:
        return other if one == "=" else one
    pair = {_STRICT.get(one, one), _STRICT.get(other, other)}
    if len(pair) == 1:
        return "<" if pair == {"<"} else ">"
    return None


def _rounded(number: float) -> float:
    """Without the noise of binary fractions: 12.1 - 9.9 is 2.2."""
    return float(f"{number:.10g}")
