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
#: A fragment of so few words is a term or scare quotes, unless a word of speech governs it.
_SHORT: Final = 3
_LONGEST_TITLE: Final = 12


def is_speech(reading: Reading, passage: Passage, found: Attribution | None) -> bool:
    """Whether a passage is somebody's words: no title or name, no term, no scare quotes."""
    if found is None:
        return False
    text = reading.text[passage.marked.start : passage.marked.end]
    tokens = _WORD.findall(text)
    if not tokens or _is_title(reading, passage, tokens, text):
        return False
    return len(tokens) > _SHORT or not (found.credit.rank == 0 or found.rule in _WEAK_RULES)


def _is_title(reading: Reading, passage: Passage, tokens: list[str], text: str) -> bool:
    """Every word that matters has a capital, nothing ends a sentence, and the line around is no headline."""
    if _SENTENCE_END.search(text.rstrip(",")) or len(tokens) > _LONGEST_TITLE:
        return False
    small = words("title_words", "small")
    telling = [t for t in tokens if t.lower() not in small]
    if not telling or not all(t[0].isupper() or t[0].isdigit() for t in telling):
        return False
    if _in_capitalised_line(reading, passage):
        return False
    return len(tokens) > 1 or not _begins_clause(reading, passage)


def _in_capitalised_line(reading: Reading, passage: Passage) -> bool:
    """Whether the paragraph around is a headline that capitalises all its words."""
    first, last = reading.paragraphs[passage.paragraph]
    doc = reading.doc
    around = (*doc[first : passage.start], *doc[passage.end : last])
    long_words = [t.text for t in around if len(t) > 3 and t.is_alpha]
    return len(long_words) >= 3 and sum(w[0].isupper() for w in long_words) >= 0.6 * len(long_words)


def _begins_clause(reading: Reading, passage: Passage) -> bool:
    """Whether a capital would be usual there: after a comma or colon, or at a sentence's start."""
    opening = passage.marked.outer_start
    before = reading.text[max(0, opening - 12) : opening].rstrip()
    return not before or before[-1] in ".,:;!?\n”\""


def kind_of(reading: Reading, passage: Passage) -> QuoteKind:
    """``direct`` where whole clauses stand between the marks, ``mixed`` for a fragment of a paraphrase."""
    doc = reading.doc
    tokens = doc[passage.start : passage.end]
    first = next((t for t in tokens if t.is_alpha or t.is_digit), None)
    if first is None:
        return "mixed"
    has_clause = any(
        t.dep_ in ("nsubj", "nsubjpass", "expl") and passage.start <= t.head.i < passage.end for t in tokens
    )
    if first.text[0].islower():
        return "direct" if has_clause and _follows_cue(reading, passage) else "mixed"
    last = reading.text[passage.marked.end - 1]
    whole = has_clause or last in ".!?…" or (last in ",—" and _begins_clause(reading, passage))
    return "direct" if whole else "mixed"


def _follows_cue(reading: Reading, passage: Passage) -> bool:
    """Whether the marks hold all that is said: nothing but "that", a comma or a colon leads to them."""
    opening = passage.marked.outer_start
    before = reading.text[max(0, opening - 12) : opening].rstrip()
    return before.endswith((",", ":", " that"))
