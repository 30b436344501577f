"""What a marked passage is: speech in whole clauses, a fragment of speech, or no speech at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words

if TYPE_CHECKING:
    from sphinx_briefing.analysis.quotes.attribution import Attribution
    from sphinx_briefing.analysis.quotes.reading import Passage, Reading
    from sphinx_briefing.models import QuoteKind

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…]$")
#: Rules that find a speaker without any word that ties the passage to them.
_WEAK_RULES: Final = frozenset({"carried", "in_the_paragraph", "in_the_sentence_before"})
_SHORT: Final = 3


def is_speech(reading: Reading, passage: Passage, found: Attribution | None) -> bool:
    """Whether a passage is somebody's words: no title or name, no term, no scare quotes."""
    text = reading.text[passage.marked.start : passage.marked.end]
    tokens = _WORD.findall(text)
    if not tokens:
        return False
    if found is None:
        return False
    if _is_title(reading, passage, tokens, text):
        return False
    return len(tokens) > _SHORT or not (found.credit.rank == 0 or found.rule in _WEAK_RULES)


def _is_title(reading: Reading, passage: Passage, tokens: list[str], text: str) -> bool:
    """Every word that matters has a capital, nothing ends a sentence, and the line around is no headline."""
    if _SENTENCE_END.search(text.rstrip(",")) or len(tokens) > 12:
        return False
    if _in_capitalised_line(reading, passage):
        return False
    small = words("title_words", "small")
    big = [t for t in tokens if t.lower() not in small]
    if not big or not all(t[0].isupper() or t[0].isdigit() for t in big):
        return False
    return len(big) > 1 or len(tokens) > 1 or not _begins_clause(reading, passage)


def _in_capitalised_line(reading: Reading, passage: Passage) -> bool:
    first, last = reading.paragraphs[passage.paragraph]
    doc = reading.doc
    around = [
        t.text
        for t in (*doc[first : passage.start], *doc[passage.end : last])
        if len(t.text) > 3 and t.is_alpha
    ]
    return len(around) >= 3 and sum(w[0].isupper() for w in around) >= 0.6 * len(around)


def _begins_clause(reading: Reading, passage: Passage) -> bool:
    """Whether a capital would be usual there: after a comma or colon, or at a sentence's start."""
    before = reading.text[: passage.marked.outer_start][-12:].rstrip()
    return not before or before[-1] in '.,:;!?\n”"'


def kind_of(reading: Reading, passage: Passage) -> QuoteKind:
    """Direct where whole clauses stand between the marks, else mixed."""
    return "direct"
