"""Who says a figure is so, whether it is so yet, and as of when, as far as its sentence tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Modality, Quote, Span

_REPORTING: Final = read_words("speech", "reporting verbs")
_REPORTING_NOUNS: Final = read_words("speech", "reporting nouns")
_PLANNING: Final = read_words("speech", "planning")
_MODALS: Final = read_words("speech", "modals")
_RELATIVES: Final = read_words("subjects", "relatives")
_CLAUSES: Final = frozenset({"ccomp", "parataxis", "acl", "relcl", "xcomp"})
_UNDER_PLAN: Final = frozenset({"xcomp", "acl", "ccomp", "dobj", "advcl", "prep", "attr"})
_MONTH: Final = rf"(?:{alternatives(read_words('nonfigures', 'months'))})"
_YEAR: Final = r"(?:1[5-9]|20|21)\d\d"
_PERIOD: Final = r"(?:year|month|week|quarter|decade|season|spring|summer|autumn|fall|winter|night)"
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_AS_OF: Final = re.compile(
    rf"""(?<!\w)(?:
      (?:since|in|by|as\sof|until|during|on|through|from|before|after|for)\s
        (?:(?:early|late|mid)[-\s])?(?:the\s(?:end|start|beginning)\sof\s)?
        (?: {_MONTH}(?:\s\d{{1,2}}(?!\d))?(?:,?\s{_YEAR})?
          | {_YEAR}(?!,?\d)
          | the\s(?:first|second|third|fourth)\s(?:quarter|half)(?:\sof\s{_YEAR})? )
      | (?:since\s|until\s|by\s)?(?:last|this|next)\s(?:{_PERIOD}|{_MONTH}|{_WEEKDAY})
      | (?:on\s|since\s)?(?:yesterday|today|now|currently|{_WEEKDAY})
      | an?\s(?:year|month|week|decade)\s(?:ago|earlier)
      | (?:the\s)?(?:past|previous|last)\s(?:\w+\s)?{_PERIOD}s?
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_ACCORDING_TO: Final = re.compile(r"(?<!\w)according\s+to(?!\w)", re.IGNORECASE)
_LONGEST_NAME: Final = 8
_MOST_NESTED: Final = 4
_FARTHEST: Final = 400


class QuoteIndex:
    """The quotations of an article by the offsets of their segments."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._segments = sorted(
            ((segment.start, segment.end, quote) for quote in quotes for segment in quote.segments),
            key=lambda held: held[:2],
        )

    def at(self, start: int, end: int) -> Quote | None:
        """The quotation whose words hold the span, a marked one before one without marks."""
        before = bisect_right(self._segments, start, key=lambda held: held[0])
        near = self._segments[max(0, before - _MOST_NESTED) : before]
        holding = [quote for _, until, quote in near if end <= until]
        return min(holding, key=lambda quote: quote.kind == "indirect", default=None)


def source_of(index: TokenIndex, root: Token, sentence: Span) -> str:
    """Who says so by the sentence: the subject of a reporting verb, "X's claim that", "according to X"."""
    for token in (root, *root.ancestors):
        if token.dep_ in _CLAUSES:
            speaker = _speaker(token.head)
            if speaker is not None:
                return _name(speaker)
    found = _ACCORDING_TO.search(
        index.text, max(sentence.start, root.idx - _FARTHEST), min(sentence.end, root.idx + _FARTHEST)
    )
    if found is None:
        return ""
    source = next((c for c in index.last(found.end()).children if c.dep_ == "pobj"), None)
    return _name(source) if source is not None else ""


def _speaker(governor: Token) -> Token | None:
    """Who speaks by a reporting verb or noun that governs a clause."""
    if governor.pos_ == "VERB" and governor.lemma_.lower() in _REPORTING:
        speaker = next((c for c in governor.children if c.dep_ == "nsubj"), None)
        relative = speaker is not None and speaker.lower_ in _RELATIVES and governor.dep_ == "relcl"
        return governor.head if relative else speaker
    if governor.lower_ in _REPORTING_NOUNS:
        return next((c for c in governor.children if c.dep_ == "poss"), None)
    return None


def _name(head: Token) -> str:
    """The noun phrase of a speaker without its article, up to the first comma."""
    if head.pos_ == "PRON":
        return head.text
    doc = head.doc
    start, end = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ not in ("prep", "cc", "conj", "flat") or (child.i > end + 1 and child.dep_ == "prep"):
            break
        if child.right_edge.i - head.i < _LONGEST_NAME:
            end = child.right_edge.i
    while start < head.i and doc[start].pos_ in ("DET", "PUNCT", "CCONJ"):
        start += 1
    return doc[start : end + 1].text


def modality_of(root: Token, quote: Quote | None, source: str, *, definite: bool) -> Modality:
    """Whether the figure is stated as so, only claimed, or planned.

    Args:
        root: the token of the figure on which its others hang.
        quote: the quotation it stands in.
        source: who says so.
        definite: whether it is spoken of as known ("the 2,000 troops"), and so exists already.
    """
    if not definite and _is_planned(root):
        return "planned"
    return "claimed" if quote is not None or (source and not definite) else "reported"


def _is_planned(root: Token) -> bool:
    below = root
    for token in (root, *root.ancestors):
        if any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children):
            return True
        plans = token.lemma_.lower() in _PLANNING or token.lower_ in _PLANNING
        if plans and token != below and below.dep_ in _UNDER_PLAN:
            return True
        below = token
    return False


def as_of(text: str, sentence: Span, start: int, end: int) -> str:
    """The words of the sentence that date the figure: those nearest to it, ``""`` if none."""
    best, distance = "", len(text) + 1
    begin, stop = max(sentence.start, start - _FARTHEST), min(sentence.end, end + _FARTHEST)
    for found in _AS_OF.finditer(text, begin, stop):
        away = found.start() - end if found.start() >= end else start - found.end()
        if 0 <= away < distance:
            best, distance = found.group(), away
    return best
