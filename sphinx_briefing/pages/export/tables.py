"""The rows of a table as comma-separated values, for spreadsheets: numbers as numbers, words as the article has them.

Offsets are not among them: a page is not read again when an excerpt only moves in its file.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx_briefing.models import Change, Figure
from sphinx_briefing.pages.rendering.changes import values_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_briefing.corpus import Hit, Profile
    from sphinx_briefing.models import Level

#: What a spreadsheet takes for a formula where a cell begins with it.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]")

Row = dict[str, str | float | None]


def excerpt_rows(hits: Iterable[Hit]) -> list[Row]:
    """Figures and changes, each with its article and passage."""
    return [{**_row(hit), **_origin(hit)} for hit in hits]


def people_rows(profiles: Iterable[Profile]) -> list[Row]:
    """People and bodies, each with the articles that name them."""
    return [
        {
            "name": profile.name,
            "kind": profile.kind,
            "role": profile.role,
            "quotations": float(len(profile.quotes)),
            "articles": " ".join(hit.article.id for hit in profile.hits),
        }
        for profile in profiles
    ]


def as_csv(rows: Sequence[Row]) -> str:
    """*rows* under the names of all their columns, as RFC 4180 has it; a cell that a row lacks is empty."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return out.getvalue()


def _cell(value: str | float | None) -> str:
    """A cell as text; an apostrophe keeps words of an article from being run as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return f"{value:.15g}"


def _row(hit: Hit) -> Row:
    excerpt = hit.excerpt
    if isinstance(excerpt, Change):
        return {
            "excerpt": hit.name,
            "words": values_words(hit),
            "subject": excerpt.subject,
            "unit": excerpt.unit,
            **_ends("before", excerpt.before),
            **_ends("after", excerpt.after),
            **_ends("by", excerpt.amount),
            "direction": excerpt.direction,
            "status": excerpt.status,
            "said_by": excerpt.attribution,
        }
    figure = cast("Figure", excerpt)
    return {
        "excerpt": hit.name,
        "words": hit.article.printed(figure.span),
        "subject": figure.subject,
        "unit": figure.unit,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "bound": _BOUNDS[figure.bound],
        "kind": figure.kind,
        "status": figure.modality,
        "said_by": figure.attribution,
        "as_of": figure.as_of,
    }


#: In words: a cell that begins with "=" would be one for a formula.
_BOUNDS: Final[Mapping[str, str]] = {
    "=": "exactly",
    "~": "about",
    ">": "more than",
    ">=": "at least",
    "<": "less than",
    "<=": "at most",
}


def _ends(name: str, level: Level | None) -> dict[str, Any]:
    """One number of a change in three columns."""
    return {
        f"{name}_low": level and level.low,
        f"{name}_high": level and level.high,
        f"{name}_bound": level and _BOUNDS[level.bound],
    }


def _origin(hit: Hit) -> Row:
    """Where it stands."""
    known = hit.article.metadata
    passages = (hit.article.printed(span) for span in hit.excerpt.passages)
    return {
        "article": hit.article.id,
        "title": hit.article.title,
        "publisher": known.publisher,
        "date": known.date,
        "url": known.url,
        "paragraph": float(hit.excerpt.paragraph),
        "passage": " … ".join(passages),
    }
