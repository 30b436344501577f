"""Which sentences could be facts: whole statements of the article's body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.facts.grammar import FINITE
from sphinx_briefing.analysis.facts.openings import opening
from sphinx_briefing.analysis.facts.referents import referent
from sphinx_briefing.analysis.facts.standing import Leaning, leaning
from sphinx_briefing.analysis.facts.wholeness import marks_pair
from sphinx_briefing.analysis.layout import QUOTED, paragraphs, sentences, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.quotes.speakers import Speakers
    from sphinx_briefing.models import Splice

_FEWEST_WORDS: Final = 5
#: What a page says about itself: a right, a pointer to another page, an invitation.
_NOT_PROSE: Final = re.compile(
    r"[\[(].*[\])]$|(?:©|\(c\)|copyright\b)|(?:click here|scroll down|sign up|subscribe)\b"
    r"|(?:file )?(?:photo|picture|image|video|watch|listen|read more|read|see also|related)\s*[:|]",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that could be a fact.

    Attributes:
        words: its tokens.
        place: the number of its first sentence among all sentences of the body.
        quoted: the token ranges of what is quoted in it, marks excluded.
        leaning: what ties it to the text before it, its edits applied.
        edits: what has to be edited at its beginning so that it stands alone.
    """

    words: Tokens
    place: int
    quoted: tuple[tuple[int, int], ...] = ()
    leaning: Leaning = ""
    edits: tuple[Splice, ...] = ()


def candidates(doc: Doc, speakers: Speakers | None = None) -> Iterator[Candidate]:
    """The statements of *doc* in the order of the text.

    Args:
        doc: parsed, with its layout marked.
        speakers: what the quotes' resolution found out about the people of *doc*.
    """
    headings = [(p.start, p.end) for p in paragraphs(doc) if _is_heading(p)]
    quoted = [(q.start, q.end) for q in doc.spans.get(QUOTED, ())]
    body = (s for s in sentences(doc) if not any(a <= s.start < b for a, b in headings))
    before: Tokens | None = None
    for place, sentence in enumerate(body):
        if is_statement(sentence):
            inside = tuple((a, b) for a, b in quoted if a < sentence.end and sentence.start < b)
            first, edits = opening(sentence, inside)
            named = referent(sentence, first, before, speakers)
            kind = "" if named else leaning(doc[first : sentence.end], inside)
            yield Candidate(sentence, place, inside, kind, _together(edits, named))
        before = sentence


def _together(edits: tuple[Splice, ...], named: Splice | None) -> tuple[Splice, ...]:
    """The edits of an opening with a name, which takes the place of a word that would get a capital."""
    if named is None:
        return edits
    return (*(e for e in edits if e.end <= named.start), named)


def _is_heading(paragraph: Tokens) -> bool:
    """Whether *paragraph* stands over others; what ends with a full stop is the story's first sentence."""
    return paragraph.label_ == "heading" or (
        paragraph.label_ == "title" and not paragraph.text.rstrip().endswith(".")
    )


def is_statement(sentence: Tokens) -> bool:
    """Whether *sentence* says something by itself: a finite verb, paired marks, no pointer to another page."""
    text = words_of(sentence)
    tokens = list(sentence)  # a span makes its tokens anew each time
    return (
        len(tokens) >= _FEWEST_WORDS
        and marks_pair(text)
        and not _NOT_PROSE.match(text)
        and sum(1 for t in tokens if t.is_alpha or t.like_num) >= _FEWEST_WORDS
        and any(t.tag_ in FINITE and not _is_relative(t) for t in tokens)
    )


def _is_relative(verb: Token) -> bool:
    """Whether *verb* only says something of a noun: "the mayor, who resigned" is no statement."""
    return verb.dep_ == "relcl" or any(a.dep_ == "relcl" for a in verb.ancestors)
