"""One override as its author wrote it, and the vocabulary it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from sphinx_briefing.models import Problem

OverrideKind = Literal["figure", "quote", "fact", "change", "person"]

#: What can be corrected of each kind. No number is among them, nor words: they are the article's.
CORRECTABLE: Final[dict[str, tuple[str, ...]]] = {
    "figure": ("attribution", "unit", "subject", "as_of"),
    "quote": ("speaker", "role"),
    "fact": (),
    "change": ("attribution", "unit", "subject"),
    "person": ("role",),
}
#: The kinds that can be added by their words.
ADDABLE: Final = ("figure", "quote", "fact")
#: What can be said of each kind besides.
COMMON: Final = ("add", "drop", "paragraph", "grade", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What is to become of one excerpt.

    Attributes:
        kind: of the excerpt.
        words: its id or its words.
        article: the id of the article, ``""`` for the one that the file stands beside.
        path: the file it was read from.
        line: the 1-based line in it.
        drop: whether the excerpt goes.
        add: whether it is made of the words if the analysis has none of them.
        paragraph: the number of the paragraph in which the words are meant, if they stand in several.
        corrections: keys of :data:`CORRECTABLE` with what they should be; ``""`` for what is not known.
        grade: the letter and the number of the Admiralty code, each ``""`` where it is not given.
        note: words for the reader.
    """

    kind: OverrideKind
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
