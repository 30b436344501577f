"""Who says a figure is so, whether it is so yet, and as of when, as far as its sentence tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.figures.lexicon import alternatives, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.figures.tokens import TokenIndex
    from sphinx_briefing.models import Modality, Quote, Span

_REPORTING: Final = read_words("speech", "reporting verbs")
_REPORTING_NOUNS: Final = read_words("speech", "reporting nouns")
_PLANNING: Final = read_words("speech", "planning")
_MODALS: Final = read_words("speech", "modals")
_CLAUSES: Final = frozenset({"ccomp", "parataxis", "acl", "relcl", "xcomp"})
_MONTH: Final = rf"(?:{alternatives(read_words('nonfigures', 'months'))})"
_YEAR: Final = r"(?:1[5-9]|20|21)\d\d"
_PERIOD: Final = r"(?:year|month|week|quarter|decade|season|spring|summer|autumn|fall|winter|night)"
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ACCORDING_TO: Final = re.compile(r"(?<!\w)according\s+to(?!\w)", re.IGNORECASE)
_AS_OF: Final = re.compile(
    rf"""(?<!\w)(?:
      (?:since|in|by|as\sof|until|during|on|through|from|before|after|for)\s(?:(?:early|late|mid)[-\s])?(?:the\s(?:end|start|beginning)\sof\s)?
        (?:{_MONTH}(?:\s\d{{1,2}}(?!\d))?(?:,?\s{_YEAR})?|{_YEAR}(?!,?\d)|the\s(?:first|second|third|fourth)\s(?:quarter|half)(?:\sof\s{_YEAR})?)
      | (?:since\s|until\s|by\s)?(?:last|this|next)\s(?:{_PERIOD}|{_MONTH}|{_WEEKDAY})
      | (?:on\s|since\s)?(?:yesterday|today|now|currently|{_WEEKDAY})
      | an?\s(?:year|month|week|decade)\s(?:ago|earlier)
      | (?:the\s)?(?:past|previous|last)\s(?:\w+\s)?{_PERIOD}s?
    )(?![\w])""",
    re.VERBOSE | re.IGNORECASE,
)


class Attributions:
    """The quotations of an article, asked for the speaker of an offset."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._segments = [(segment, quote) for quote in quotes for segment in quote.segments]

    def quote_at(self, start: int, end: int) -> Quote | None:
        """The quotation whose words hold the span, a marked one before one without marks."""
        holding = [q for s, q in self._segments if s.start <= start and end <= s.end]
        return min(holding, key=lambda q: q.kind == "indirect", default=None)


def source_of(index: TokenIndex, root: Token, sentence: Span) -> str:
    """Who says so by the sentence: "according to X", the subject of a reporting verb, "X's claim that"."""
    for token in (root, *root.ancestors):
        if token.dep_ in _CLAUSES:
            governor = token.head
            if governor.lemma_.lower() in _REPORTING and governor.pos_ == "VERB":
                speaker = next((c for c in governor.children if c.dep_ == "nsubj"), None)
                if speaker is not None:
                    return _name(speaker)
            if governor.lower_ in _REPORTING_NOUNS:
                speaker = next((c for c in governor.children if c.dep_ == "poss"), None)
                if speaker is not None:
                    return _name(speaker)
    return _according_to(index, sentence)


def _according_to(index: TokenIndex, sentence: Span) -> str:
    found = _ACCORDING_TO.search(index.text, *sentence)
    if found is None:
        return ""
    source = next((c for c in index.last(found.end()).children if c.dep_ == "pobj"), None)
    return _name(source) if source is not None else ""


def _name(head: Token) -> str:
    """The noun phrase of a speaker, up to the first comma, without its article."""
    if head.pos_ == "PRON":
        return head.text
    doc = head.doc
    start, end = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ not in ("prep", "cc", "conj", "flat") or (child.i > end + 1 and child.dep_ == "prep"):
            break
        end = child.right_edge.i if child.right_edge.i - head.i < 8 else end
    while start < head.i and doc[start].pos_ in ("DET", "PUNCT", "CCONJ"):
        start += 1
    return doc[start : end + 1].text


def modality_of(root: Token, quote: Quote | None, source: str, *, definite: bool) -> Modality:
    """Whether the figure is stated as so, only claimed, or planned.

    A definite figure ("the 2,000 troops") is taken to exist whatever is planned with it.
    """
    if not definite and _is_planned(root):
        return "planned"
    return "claimed" if quote is not None or (source and not definite) else "reported"


def _is_planned(root: Token) -> bool:
    previous = root
    for token in (root, *root.ancestors):
        if any(c.dep_ in ("aux", "auxpass") and c.lower_ in _MODALS for c in token.children):
            return True
        below = (
            previous.dep_ in ("xcomp", "acl", "ccomp", "dobj", "advcl", "prep", "attr") and previous != token
        )
        if below and (token.lemma_.lower() in _PLANNING or token.lower_ in _PLANNING):
            return True
        previous = token
    return False


def as_of(text: str, sentence: Span, start: int, end: int) -> str:
    """The words of the sentence that date the figure: those nearest to it."""
    best, distance = "", 10**9
    for found in _AS_OF.finditer(text, sentence.start, sentence.end):
        away = found.start() - end if found.start() >= end else start - found.end()
        if 0 <= away < distance:
            best, distance = found.group(), away
    return best
