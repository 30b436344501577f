"""An analysis laid out for people: a section an article, a table a kind, fitted to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.cli.terminal import display_width, printable, wrapped
from sphinx_briefing.models import applied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sphinx_briefing.models import (
        Analysis,
        Article,
        Change,
        Event,
        Excerpt,
        Fact,
        Figure,
        Gap,
        Person,
        Quote,
        Tension,
    )

_GAP: Final = 2
_NARROWEST: Final = 8
_BOLD, _DIM, _CYAN, _GREEN, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[32m", "\x1b[0m"
_TRENDS: Final = {"up": "↑", "down": "↓", None: ""}
_BOUNDS: Final = {"=": "", ">=": "≥", "<=": "≤"}


class Style(NamedTuple):
    """How to draw: in how many columns, and whether in colour."""

    width: int
    coloured: bool = False

    def paint(self, text: str, code: str) -> str:
        """*text*, in the colour of *code* if there are colours and there is something to paint."""
        return f"{code}{text}{_RESET}" if self.coloured and code and text else text


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        head: its heading.
        flexible: may be narrowed, and its words wrapped, until the table fits.
        right: aligned to the right.
        colour: an escape sequence, or ``""``.
    """

    head: str
    flexible: bool = False
    right: bool = False
    colour: str = ""


_PLACE: Final = (Column("span", right=True, colour=_DIM), Column("¶", right=True, colour=_DIM))
_FIGURES: Final = (
    Column("figure", flexible=True, colour=_CYAN),
    Column("value", right=True, colour=_GREEN),
    Column("unit", flexible=True),
    Column("counts", flexible=True),
    Column("who says so", flexible=True),
    *_PLACE,
)
_QUOTES: Final = (
    Column("quote", flexible=True, colour=_CYAN),
    Column("speaker", flexible=True, colour=_GREEN),
    Column("kind"),
    *_PLACE,
)
_CHANGES: Final = (
    Column("change", flexible=True, colour=_CYAN),
    Column("of what", flexible=True),
    Column("status"),
    Column("who says so", flexible=True),
    *_PLACE,
)
_PEOPLE: Final = (
    Column("name", flexible=True, colour=_CYAN),
    Column("role", flexible=True),
    Column("also called", flexible=True),
    Column("quotes", right=True, colour=_GREEN),
    *_PLACE,
)
_EVENTS: Final = (
    Column("when", colour=_GREEN),
    Column("in words", flexible=True),
    Column("event", flexible=True, colour=_CYAN),
    Column("status"),
    Column("who says so", flexible=True),
    *_PLACE,
)
_UNKNOWNS: Final = (
    Column("not known", flexible=True, colour=_CYAN),
    Column("kind"),
    Column("who says so", flexible=True),
    *_PLACE,
)
_TENSIONS: Final = (
    Column("claim", flexible=True, colour=_CYAN),
    Column("said by", flexible=True),
    Column("against it", flexible=True, colour=_CYAN),
    Column("said by", flexible=True),
    *_PLACE,
)
_FACTS: Final = (Column("fact", flexible=True), Column("salience", right=True, colour=_GREEN), *_PLACE)


def tables(path: Path, article: Article, analysis: Analysis, kinds: Sequence[str], style: Style) -> str:
    """The section of one article, with an empty line at its end.

    Args:
        path: its file as the user named it.
        article: as read.
        analysis: its excerpts.
        kinds: which kinds of excerpts to show.
        style: how to draw.
    """
    name = printable(path.as_posix())
    title = printable(article.metadata.title)
    lines = [style.paint(name, _BOLD), *(wrapped(title, style.width) if title else ())]
    sections: dict[str, Callable[[], Iterator[str]]] = {
        "figures": lambda: draw(_FIGURES, [_figure_row(f, article) for f in analysis.figures], style),
        "quotes": lambda: draw(_QUOTES, [_quote_row(q, article) for q in analysis.quotes], style),
        "changes": lambda: draw(_CHANGES, [_change_row(c, article) for c in analysis.changes], style),
        "facts": lambda: draw(_FACTS, [_fact_row(f, article) for f in analysis.facts], style),
        "people": lambda: draw(_PEOPLE, [_person_row(p) for p in analysis.people], style),
        "events": lambda: draw(_EVENTS, [_event_row(e, article) for e in analysis.events], style),
        "unknowns": lambda: draw(_UNKNOWNS, [_gap_row(g, article) for g in analysis.unknowns], style),
        "tensions": lambda: draw(_TENSIONS, [_tension_row(t, article) for t in analysis.tensions], style),
    }
    for kind, section in sections.items():
        if kind in kinds:
            found = len(getattr(analysis, kind))
            lines += ["", style.paint(f"{kind.capitalize()} ({found})", _BOLD)]
            lines += section() if found else ()
    return "\n".join([*lines, "", ""])


def draw(columns: Sequence[Column], rows: Sequence[Sequence[str]], style: Style) -> Iterator[str]:
    """The lines of a table that fits the width as far as its flexible columns allow.

    Args:
        columns: from left to right.
        rows: a printable cell for each column.
        style: how to draw.
    """
    widths = _fitted(columns, rows, style.width)
    yield _line(columns, [c.head for c in columns], widths, style, [_DIM] * len(columns))
    for row in rows:
        cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for n in range(max(map(len, cells))):
            line = [cell[n] if n < len(cell) else "" for cell in cells]
            yield _line(columns, line, widths, style, [c.colour for c in columns])


def _fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns' widths: as wide as their cells, then the widest flexible ones narrowed until all fit."""
    widths = [
        max(display_width(cell) for cell in (column.head, *(row[n] for row in rows)))
        for n, column in enumerate(columns)
    ]
    flexible = [n for n, column in enumerate(columns) if column.flexible]
    excess = sum(widths) + _GAP * (len(widths) - 1) - width
    while excess > 0:
        widest = max(flexible, key=lambda n: widths[n])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
        excess -= 1
    return widths


def _line(
    columns: Sequence[Column],
    cells: Sequence[str],
    widths: Sequence[int],
    style: Style,
    colours: Sequence[str],
) -> str:
    out = []
    for column, cell, width, colour in zip(columns, cells, widths, colours, strict=True):
        fill = " " * (width - display_width(cell))
        painted = style.paint(cell, colour)
        out.append(fill + painted if column.right else painted + fill)
    return (" " * _GAP).join(out).rstrip()


def _figure_row(figure: Figure, article: Article) -> list[str]:
    return [
        _words(figure, article),
        _value(figure),
        printable(figure.unit_phrase or figure.unit),
        printable(figure.subject),
        printable(figure.attribution),
        *_place(figure),
    ]


def _quote_row(quote: Quote, article: Article) -> list[str]:
    speakers = [s for s in (quote.speaker, *quote.co_speakers) if s]
    who = "; ".join(", ".join(filter(None, (s.printed, s.role))) for s in speakers)
    words = " … ".join(article.printed(segment) for segment in quote.segments or (quote.span,))
    return [printable(words), printable(who) or "–", quote.kind, *_place(quote)]


def _change_row(change: Change, article: Article) -> list[str]:
    ends = [printable(article.printed(end.span)) if end else "?" for end in (change.before, change.after)]
    amount = (
        f"{_TRENDS[change.direction]} {printable(article.printed(change.amount.span))}"
        if change.amount
        else ""
    )
    known = change.before or change.after
    words = " ".join(filter(None, (" → ".join(ends) if known else "", amount)))
    return [words, printable(change.subject), change.status, printable(change.attribution), *_place(change)]


def _fact_row(fact: Fact, article: Article) -> list[str]:
    return [printable(applied(article, fact)), f"{fact.salience:.2f}", *_place(fact)]


def _person_row(person: Person) -> list[str]:
    also = "; ".join(alias.text for alias in person.aliases)
    quotes = str(len(person.quotes)) if person.quotes else "–"
    return [printable(person.name), printable(person.role) or "–", printable(also), quotes, *_place(person)]


def _event_row(event: Event, article: Article) -> list[str]:
    return [
        event.date.edtf or "–",
        printable(article.printed(event.date.span)),
        _words(event, article),
        event.modality,
        printable(event.attribution),
        *_place(event),
    ]


def _gap_row(gap: Gap, article: Article) -> list[str]:
    return [_words(gap, article), gap.kind, printable(gap.attribution), *_place(gap)]


def _tension_row(tension: Tension, article: Article) -> list[str]:
    sides = ((tension.claim, tension.claimed_by), (tension.answer, tension.answered_by))
    cells = [
        cell for span, said_by in sides for cell in (printable(article.printed(span)), printable(said_by))
    ]
    return [*cells, *_place(tension)]


def _words(excerpt: Excerpt, article: Article) -> str:
    return printable(article.printed(excerpt.span))


def _place(excerpt: Excerpt) -> tuple[str, str]:
    """The span, and the number of the paragraph as pages print it: the title's is 0."""
    return f"{excerpt.start}–{excerpt.end}", str(excerpt.paragraph)


def _value(figure: Figure) -> str:
    ends = [f"{n:,.15g}" for n in (figure.low, figure.high) if n is not None]
    number = f"{figure.value:,.15g}" if figure.value is not None else "–".join(ends)
    return f"{_TRENDS[figure.trend]}{_BOUNDS.get(figure.bound, figure.bound)}{number}"
