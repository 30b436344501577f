"""Records as plain data and back, for the cache on disk, the lock and other programs."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")


def to_plain(value: object) -> Any:
    """Any record as JSON-able data: dataclasses become dicts, tuples become lists."""
    if is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(v) for v in value]
    return value


def to_brief(value: object) -> Any:
    """The same as :func:`to_plain`, without the fields of dataclasses that have their defaults."""
    if is_dataclass(value):
        given = ((f.name, getattr(value, f.name)) for f in fields(value))
        return {
            name: to_brief(v)
            for name, v in given
            if v != _defaults(cast("Any", type(value))).get(name, MISSING)
        }
    if isinstance(value, tuple):
        return [to_brief(v) for v in value]
    return value


@cache
def _defaults(record: Any) -> dict[str, Any]:
    return {f.name: f.default for f in fields(record) if f.default is not MISSING}


def from_plain(record: type[R], raw: Any) -> R:
    """The record that :func:`to_plain` made *raw* of; the record's annotations say what each part was.

    A field that *raw* lacks takes its default.

    Args:
        record: a dataclass or a named tuple of :mod:`sphinx_briefing.models`.
        raw: JSON-able data.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: *raw* has another shape.
    """
    made: R = _reader(cast("Any", record))(raw)  # the stubs take no type for hashable
    return made


@cache
def _reader(annotation: Any) -> Callable[[Any], Any]:
    """What makes a value of the annotated type from plain data."""
    if is_dataclass(annotation):
        return _record(annotation)
    if hasattr(annotation, "_fields"):
        return _named_tuple(annotation)
    origin, parameters = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return _tuple(parameters)
    if origin in (Union, UnionType):
        return _optional([p for p in parameters if p is not NoneType])
    return _same


def _record(record: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(record)
    # most fields are numbers and words, which are taken as they are
    readers = {f.name: r for f in fields(record) if (r := _reader(hints[f.name])) is not _same}

    def read(raw: Any) -> Any:
        made = {**raw}
        for name, reader in readers.items():
            if name in made:
                made[name] = reader(made[name])
        return record(**made)

    return read


def _named_tuple(record: Any) -> Callable[[Any], Any]:
    readers = [_reader(hint) for hint in get_type_hints(record).values()]
    if all(reader is _same for reader in readers):
        return lambda raw: record(*raw)
    return lambda raw: record(*(read(part) for read, part in zip(readers, raw, strict=True)))


def _tuple(parameters: tuple[Any, ...]) -> Callable[[Any], Any]:
    if parameters[-1] is Ellipsis:
        read_one = _reader(parameters[0])
        return tuple if read_one is _same else lambda raw: tuple(map(read_one, raw))
    readers = [_reader(parameter) for parameter in parameters]
    return lambda raw: tuple(read(part) for read, part in zip(readers, raw, strict=True))


def _optional(parameters: list[Any]) -> Callable[[Any], Any]:
    read = _reader(parameters[0])
    return read if read is _same else lambda raw: None if raw is None else read(raw)


def _same(raw: Any) -> Any:
    return raw
