"""Option values: lists by comma, and choices whose error names them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst import directives

from sphinx_briefing.edtf import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def words(argument: str | None) -> tuple[str, ...]:
    """A list of terms, separated by commas or line breaks."""
    parts = (argument or "").replace("\n", ",").split(",")
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def names(argument: str | None) -> tuple[str, ...]:
    """A list of ids or globs, separated by commas or white space."""
    return tuple((argument or "").replace(",", " ").split())


def day(argument: str | None) -> str:
    """A day, month or year in ISO 8601."""
    given = (argument or "").strip()
    if parse(given).days() is None or "/" in given:
        msg = f'"{given}" is no date such as 2019, 2019-03 or 2019-03-07'
        raise ValueError(msg)
    return given


def choice(*choices: str) -> Callable[[str | None], str]:
    """A converter that takes one of *choices*."""

    def convert(argument: str | None) -> str:
        return directives.choice(argument or "", choices)

    return convert


def choices(known: Iterable[str]) -> Callable[[str | None], tuple[str, ...]]:
    """A converter that takes a list of any of *known*."""
    allowed = tuple(known)

    def convert(argument: str | None) -> tuple[str, ...]:
        given = names(argument)
        for value in given:
            if value not in allowed:
                msg = f'"{value}" unknown; choose from {", ".join(allowed)}'
                raise ValueError(msg)
        if not given:
            msg = f"must supply one or more of {', '.join(allowed)}"
            raise ValueError(msg)
        return given

    return convert


def positive(argument: str | None) -> int:
    """A whole number of at least one."""
    number = int(directives.nonnegative_int(argument or ""))
    if number < 1:
        msg = "must be at least 1"
        raise ValueError(msg)
    return number
