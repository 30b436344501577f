"""The spans of an excerpt's record: all of them put elsewhere, or collected."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sphinx_briefing.models import Excerpt, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    #: Where a span stands now, ``None`` if nowhere; told the words there, ``""`` if unknown, and what holds the span.
    At = Callable[[Span, str, Any], Span | None]

#: Fields that an excerpt can do without: what they point at is further evidence, or another name.
_DISPENSABLE: Final = frozenset({"places", "aliases", "clause", "role_sentence"})


class LostError(LookupError):
    """A span that the record needs stands nowhere any more.

    Attributes:
        record: what holds the span: the excerpt itself or a part of it, such as its speaker.
    """

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.record = record


def put(record: Any, at: At) -> Any:
    """*record*, a dataclass, with each of its spans where *at* says.

    Raises:
        LostError: one of them is nowhere, and the record means nothing without it.
    """
    made: dict[str, Any] = {}
    for declared in fields(record):
        value = getattr(record, declared.name)
        if declared.name in _DISPENSABLE:
            made[declared.name] = _those_left(value, at, record)
        elif declared.name not in {"start", "end"}:
            made[declared.name] = _put(value, at, record)
    if hasattr(record, "start"):
        words = "" if isinstance(record, Excerpt) else getattr(record, "mention", getattr(record, "text", ""))
        made["start"], made["end"] = _found(at(Span(record.start, record.end), words, record), record)
    return replace(record, **made)


def _put(value: Any, at: At, record: Any) -> Any:
    if isinstance(value, Span):
        return _found(at(value, "", record), record)
    if hasattr(value, "_fields"):
        return type(value)(*(_put(part, at, record) for part in value))
    if isinstance(value, tuple):
        return tuple(_put(part, at, record) for part in value)
    return put(value, at) if is_dataclass(value) else value


def _those_left(value: Any, at: At, record: Any) -> Any:
    """What is left of a value whose parts may be lost."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        left = (_those_left(part, at, record) for part in value)
        return tuple(part for part in left if part is not None)
    try:
        return _put(value, at, record)
    except LostError:
        return None


def _found(span: Span | None, record: Any) -> Span:
    if span is None:
        raise LostError(record)
    return span


def spans_without_words(record: Any) -> list[Span]:
    """The spans of *record* whose words it doesn't hold itself, in the order of the text, each once."""
    found: set[Span] = set()

    def note(span: Span, words: str, holder: Any) -> Span:
        del holder
        if not words:
            found.add(span)
        return span

    put(record, note)
    return sorted(found - {Span(record.start, record.end)})
