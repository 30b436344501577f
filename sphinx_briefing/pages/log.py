"""Warnings: each located, typed ``briefing`` with a subtype of the one registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx.util import logging

from sphinx_briefing.problems import SUBTYPES

if TYPE_CHECKING:
    from docutils.nodes import Node

    from sphinx_briefing.models import Problem

logger: Final = logging.getLogger(__name__)


def warn(problem: Problem, location: str | tuple[str | None, int | None] | Node | None = None) -> None:
    """Warn of *problem* at *location*, or at its own file and line if it has them."""
    if problem.subtype not in SUBTYPES:
        msg = f"{problem.subtype!r} is not a registered warning subtype"
        raise LookupError(msg)
    if location is None and problem.path:
        location = f"{problem.path}:{problem.line or 1}"  # without a colon, Sphinx takes it for a page's name
    logger.warning("%s", problem.message, type="briefing", subtype=problem.subtype, location=location)
