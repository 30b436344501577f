"""Mathematics as pictures, where the package ziamath is installed (the extra ``math``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from sphinx_briefing.typst.literals import key, verbatim

_SIZE = 24
_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


class FormulaError(ValueError):
    """A formula cannot be rendered."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A rendered formula.

    Attributes:
        latex: its source, which is its text for who cannot see it.
        svg: the picture.
        width: in em of the text round it.
        height: in em.
        depth: how much of the height is below the base line, in em.
    """

    latex: str
    svg: str
    width: float
    height: float
    depth: float

    def expression(self) -> str:
        """Return a Typst expression that sets the formula on the line."""
        return (
            f"box(baseline: {self.depth:.3f}em, image(bytes({verbatim(self.svg)}), "
            f"width: {self.width:.3f}em, height: {self.height:.3f}em, alt: {key(self.latex)}))"
        )


def is_installed() -> bool:
    """Say whether formulas can be rendered."""
    return find_spec("ziamath") is not None


def render(latex: str, *, display: bool) -> Formula:
    """Render a formula.

    Args:
        latex: what stands between the dollar signs.
        display: whether it stands by itself.

    Raises:
        FormulaError: it is no LaTeX that ziamath can read.
    """
    ziamath: Any = import_module("ziamath")
    try:
        svg: str = ziamath.Latex(_aligned(latex), size=_SIZE, inline=not display).svg()
    except _faults() as error:
        raise FormulaError(f"{type(error).__name__}: {error}") from error
    found = _VIEW_BOX.search(svg)
    if found is None:
        raise FormulaError("the picture has no size")
    _left, top, width, height = map(float, found.groups())
    return Formula(latex, svg, width / _SIZE, height / _SIZE, (top + height) / _SIZE)


def _aligned(latex: str) -> str:
    """Put several lines into the environment that Sphinx's other builders give them."""
    if "\\\\" not in latex or "\\begin{" in latex:
        return latex
    return f"\\begin{{align*}}{latex}\\end{{align*}}"


@cache
def _faults() -> tuple[type[Exception], ...]:
    """Return what may be raised at bad LaTeX: the exceptions of latex2mathml have no base class in common."""
    own = vars(import_module("latex2mathml.exceptions")).values()
    declared = (one for one in own if isinstance(one, type) and issubclass(one, Exception))
    return (*declared, ValueError, LookupError, AttributeError, TypeError, SyntaxError)
