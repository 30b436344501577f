"""Records as plain data and back, for the cache on disk and for other programs."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from sphinx_briefing.models import (
    Alias,
    Analysis,
    Article,
    Change,
    Cue,
    Difference,
    Fact,
    Figure,
    Level,
    Metadata,
    Paragraph,
    Person,
    Problem,
    Quote,
    Recurrence,
    Span,
    Speaker,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def to_plain(value: object) -> Any:
    """Any record as JSON-able data: dataclasses become dicts, tuples become lists."""
    if is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(v) for v in value]
    return value


def _span(raw: list[int] | None) -> Span | None:
    return None if raw is None else Span(*raw)


def _excerpt(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {**raw, "sentence": Span(*raw["sentence"])}


def _figure(raw: Mapping[str, Any]) -> Figure:
    return Figure(
        **{**_excerpt(raw), "places": tuple(Recurrence(Span(*p), Span(*s)) for p, s in raw["places"])}
    )


def _change(raw: Mapping[str, Any]) -> Change:
    levels = {key: raw[key] and Level(**raw[key]) for key in ("before", "after", "amount")}
    return Change(
        **{
            **_excerpt(raw),
            **levels,
            "evidence": tuple(Span(*s) for s in raw["evidence"]),
            "computed": raw["computed"] and Difference(**raw["computed"]),
        }
    )


def _speaker(raw: Mapping[str, Any]) -> Speaker:
    return Speaker(**{**raw, "candidates": tuple(raw["candidates"])})


def _quote(raw: Mapping[str, Any]) -> Quote:
    return Quote(
        **{
            **_excerpt(raw),
            "segments": tuple(Span(*s) for s in raw["segments"]),
            "speaker": raw["speaker"] and _speaker(raw["speaker"]),
            "co_speakers": tuple(_speaker(s) for s in raw["co_speakers"]),
            "cue": raw["cue"] and Cue(**raw["cue"]),
            "clause": _span(raw["clause"]),
        }
    )


def _person(raw: Mapping[str, Any]) -> Person:
    return Person(
        **{
            **_excerpt(raw),
            "role_spans": tuple(Span(*s) for s in raw["role_spans"]),
            "role_sentence": _span(raw["role_sentence"]),
            "aliases": tuple(Alias(**a) for a in raw["aliases"]),
            "quotes": tuple(raw["quotes"]),
            "figures": tuple(raw["figures"]),
        }
    )


def analysis_from_plain(raw: Mapping[str, Any]) -> Analysis:
    """The analysis that :func:`to_plain` made *raw* of.

    Raises:
        KeyError, TypeError: *raw* has another shape.
    """
    return Analysis(
        figures=tuple(map(_figure, raw["figures"])),
        quotes=tuple(_quote(q) for q in raw["quotes"]),
        facts=tuple(Fact(**_excerpt(f)) for f in raw["facts"]),
        changes=tuple(map(_change, raw["changes"])),
        people=tuple(map(_person, raw["people"])),
    )


def article_from_plain(raw: Mapping[str, Any]) -> Article:
    """The article that :func:`to_plain` made *raw* of.

    Raises:
        KeyError, TypeError: *raw* has another shape.
    """
    known = raw["metadata"]
    metadata: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in known.items()}
    metadata["aliases"] = tuple((name, tuple(also)) for name, also in known["aliases"])
    return Article(
        **{
            **raw,
            "metadata": Metadata(**metadata),
            "paragraphs": tuple(Paragraph(*p) for p in raw["paragraphs"]),
            "markup": tuple(Span(*s) for s in raw["markup"]),
            "problems": tuple(Problem(**p) for p in raw["problems"]),
        }
    )
