"""One override as its author wrote it, and the vocabulary it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from sphinx_briefing.models import Problem, analysis_fields

#: What can be corrected of some kinds. No number is among it, nor words: they are the article's.
_CORRECTABLE: Final[dict[str, tuple[str, ...]]] = {
    "figure": ("attribution", "unit", "subject", "as_of"),
    "quote": ("speaker", "role"),
    "change": ("attribution", "unit", "subject"),
    "person": ("role",),
    "event": ("attribution",),
    "gap": ("attribution",),
}
#: The kinds that can be added by their words.
ADDABLE: Final = ("figure", "quote", "fact")
#: What can be said of each kind besides.
COMMON: Final = ("add", "drop", "paragraph", "grade", "note")


@cache
def kinds() -> dict[str, str]:
    """The kinds of excerpts, each with the field of an analysis that has them."""
    return {record.type: field for field, record in analysis_fields().items()}


def correctable(kind: str) -> tuple[str, ...]:
    """What can be corrected of the excerpts of a kind."""
    return _CORRECTABLE.get(kind, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What is to become of one excerpt.

    Attributes:
        kind: of the excerpt, one of :func:`kinds`.
        words: its id or its words.
        article: the id of the article, ``""`` for the one that the file stands beside.
        path: the file it was read from.
        line: the 1-based line in it.
        drop: whether the excerpt goes.
        add: whether it is made of the words if the analysis has none of them.
        paragraph: the number of the paragraph in which the words are meant, if they stand in several.
        corrections: fields of the excerpt with what they should be; ``""`` for what is not known.
        grade: the letter and the number of the Admiralty code, each ``""`` where it is not given.
        note: words for the reader.
    """

    kind: str
    words: str
    article: str = ""
    path: str = ""
    line: int = 1
    drop: bool = False
    add: bool = False
    paragraph: int | None = None
    corrections: tuple[tuple[str, str], ...] = ()
    grade: tuple[str, str] = ("", "")
    note: str = ""

    @property
    def does_something(self) -> bool:
        """Whether anything is to become of the excerpt."""
        return bool(self.drop or self.add or self.corrections or any(self.grade) or self.note)

    def problem(self, message: str) -> Problem:
        """What is wrong with it, at its line."""
        return Problem(subtype="override", message=message, path=self.path, line=self.line)
