"""What an article says is not known, and where it sets one account against another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal, get_args

from sphinx_briefing.models.article import Span
from sphinx_briefing.models.excerpt import Excerpt

GapKind = Literal["unknown", "unconfirmed", "declined"]
TENSION: Final = "tension"
#: What can be open in an article.
GAP_KINDS: Final = (*get_args(GapKind), TENSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Excerpt):
    """A known unknown: a clause that says that something is not known.

    Attributes:
        kind: nobody knows it, nobody confirmed it, or somebody would not say.
        cue: the words that say so ("remains unclear").
        cue_span: where they stand.
        attribution: who says that it is not known, ``""`` for the article itself.
        quoted: whether the words are a speaker's own, in quotation marks in the article.
    """

    type: ClassVar[str] = "gap"

    kind: GapKind = "unknown"
    cue: str = ""
    cue_span: Span
    attribution: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension(Excerpt):
    """A claim, and what the same passage sets against it; the span holds both.

    Attributes:
        claim: what somebody says is so.
        answer: the denial, or what speaks against it.
        cue: the words that set the one against the other ("denied", "even as she spoke").
        claimed_by: who makes the claim, ``""`` where the article does not tell.
        answered_by: who denies it, ``""`` for the article itself.
    """

    type: ClassVar[str] = "tension"
    kind: ClassVar[str] = TENSION

    claim: Span
    answer: Span
    cue: str = ""
    claimed_by: str = ""
    answered_by: str = ""
