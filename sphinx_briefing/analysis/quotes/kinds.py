"""What a marked passage is: speech in whole clauses, a fragment of speech, or no speech at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.attribution import WEAK_RULES
from sphinx_briefing.analysis.quotes.cues import Rank
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import is_somebody

if TYPE_CHECKING:
    from sphinx_briefing.analysis.quotes.place import Attribution
    from sphinx_briefing.analysis.quotes.reading import Passage, Reading
    from sphinx_briefing.models import QuoteKind

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_EXCLAIMED: Final = re.compile(r"[!?…]$|[.!?] ")
_SO_CALLED: Final = re.compile(r"\bso[- ]called\s+$", re.IGNORECASE)
#: A fragment of so few words is a term or scare quotes, unless a word of speech governs it.
_SHORT: Final = 3
_LONGEST_TITLE: Final = 12
_LONGEST_HEADLINE: Final = 60


def is_speech(reading: Reading, passage: Passage, found: Attribution | None) -> bool:
    """Whether a passage is somebody's words: no title or name, no term, no scare quotes."""
    if found is None or _is_so_called(reading, passage):
        return False
    text = reading.text[passage.marked.start : passage.marked.end]
    tokens = _WORD.findall(text)
    if not tokens or (not _is_said(found) and _is_title(reading, passage, tokens, text)):
        return False
    is_tied = found.credit.rank is not Rank.OTHER and found.rule not in WEAK_RULES
    if len(tokens) > _SHORT or is_tied or _is_sentence(reading, passage):
        return True
    return found.rule == "governing" and _is_wording(reading, passage, found)


def _is_so_called(reading: Reading, passage: Passage) -> bool:
    """Whether the marks only repeat what "so-called" says."""
    opening = passage.marked.outer_start
    return _SO_CALLED.search(reading.text, max(0, opening - 12), opening) is not None


def _is_sentence(reading: Reading, passage: Passage) -> bool:
    """Whether a passage stands alone as a sentence ("“Never.”")."""
    marked = passage.marked
    before = reading.text[max(0, marked.outer_start - 12) : marked.outer_start].rstrip(" ")
    return reading.text[marked.end - 1] in ".?!" and before[-1:] in ("", "\n", ".", "?", "!", "”", '"')


def _is_wording(reading: Reading, passage: Passage, found: Attribution) -> bool:
    """Whether somebody does something with these very words ("pivots to the 'rigged game'")."""
    if reading.titled[passage.paragraph]:
        return False
    verb, speaker = reading.doc[found.credit.start], found.credit.speaker
    if verb.lemma_ in ("be", "have", "become") or not is_somebody(speaker):
        return False
    return not _is_modifier(reading, passage)


def _is_modifier(reading: Reading, passage: Passage) -> bool:
    """Whether the passage stands before the noun it describes ("the 'undercard' debate")."""
    doc = reading.doc
    i = passage.end
    while i < len(doc) and reading.inside[i]:
        i += 1
    if i >= len(doc) or doc[i].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return reading.text[passage.marked.end - 1] not in ",.!?"


def _is_said(found: Attribution) -> bool:
    """Whether even capitals are speech: ``"Your Honour," she said``, ``she called him "Tiny Tim"``."""
    names_somebody = found.credit.lemma in words("speech_verbs", "naming")
    return found.rule == "after_the_mark" or (
        names_somebody and found.credit.speaker.pos_ in ("PROPN", "PRON")
    )


def _is_title(reading: Reading, passage: Passage, tokens: list[str], text: str) -> bool:
    """Every word that matters has a capital, nothing ends a sentence, and the line around is no headline."""
    if len(tokens) > _LONGEST_TITLE or (_EXCLAIMED.search(text) and not _names_work(reading, passage)):
        return False
    small = words("title_words", "small")
    telling = [t for t in tokens if t.lower() not in small]
    if not telling or not all(t[0].isupper() or t[0].isdigit() for t in telling):
        return False
    if _in_capitalised_line(reading, passage):
        return False
    return len(tokens) > 1 or not _begins_clause(reading, passage) or _names_work(reading, passage)


def _names_work(reading: Reading, passage: Passage) -> bool:
    """Whether a word for a work leads to the marks ("her memoir, '...'")."""
    i = passage.start - 2
    if i >= 0 and reading.doc[i].text == ",":
        i -= 1
    return i >= 0 and reading.doc[i].lower_ in words("title_words", "works")


def _in_capitalised_line(reading: Reading, passage: Passage) -> bool:
    """Whether the paragraph around is a headline that capitalises all its words."""
    first, last = reading.paragraphs[passage.paragraph]
    if last - first > _LONGEST_HEADLINE:
        return False
    doc = reading.doc
    around = (*doc[first : passage.start], *doc[passage.end : last])
    long_words = [t.text for t in around if len(t) > 3 and t.is_alpha]
    return len(long_words) >= 3 and sum(w[0].isupper() for w in long_words) >= 0.6 * len(long_words)


def _begins_clause(reading: Reading, passage: Passage) -> bool:
    """Whether a capital would be usual there: after a comma or colon, or at a sentence's start."""
    opening = passage.marked.outer_start
    before = reading.text[max(0, opening - 12) : opening].rstrip()
    return not before or before[-1] in '.,:;!?\n”"'


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
    ends = reading.text[passage.marked.end - 1] in ".,!?…—"
    return "direct" if has_clause or (ends and _begins_clause(reading, passage)) else "mixed"


def _follows_cue(reading: Reading, passage: Passage) -> bool:
    """Whether the marks hold all that is said: nothing but "that", a comma or a colon leads to them."""
    opening = passage.marked.outer_start
    before = reading.text[max(0, opening - 12) : opening].rstrip()
    return before.endswith((",", ":", " that"))
