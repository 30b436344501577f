"""People and bodies that an article names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from sphinx_briefing.models.article import Span
from sphinx_briefing.models.excerpt import Excerpt

PersonKind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Alias:
    """Other words by which an article calls somebody, where they first stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Excerpt):
    """Somebody the article names, or a body that speaks or acts in it; the span is the first mention.

    Attributes:
        name: the fullest name the article gives, without titles.
        kind: a person or an organisation.
        role: what they are in the article's words, ``""`` where it does not tell.
        role_spans: where those words stand; several where the role is told in parts.
        role_sentence: the sentence they stand in, ``None`` where there is no role.
        aliases: the other words that mean them (``Vale``, ``President Vale``, ``the president``), each once.
        mentions: how often the article names them.
        quotes: the ids of the quotations that are theirs, alone or with others.
        figures: the ids of the figures that they give.
    """

    type: ClassVar[str] = "person"

    name: str
    kind: PersonKind = "person"
    role: str = ""
    role_spans: tuple[Span, ...] = ()
    role_sentence: Span | None = None
    aliases: tuple[Alias, ...] = ()
    mentions: int = 1
    quotes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[Span, ...]:
        """The sentence that tells the role, else that of the first mention."""
        return (self.role_sentence or self.sentence,)
