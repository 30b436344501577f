"""Which words date a statement: a day, month or year, or one counted from the day of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.layout import words_of
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_UNIT: Final = (
    r"(?:day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|night)"
)
_DATE: Final = re.compile(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?=\s\d)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|(?:1[5-9]|20|21)\d\d(?:s|\b)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    r"|yesterday|today|tomorrow|tonight|overnight"
    rf"|(?:last|next|this|earlier this|later this)\s{_UNIT}"
    rf"|(?:\w+|\d+)\s{_UNIT}s?\sago)\b",
)
_LABELS: Final = frozenset({"DATE", "TIME"})


def dates_in(passage: Tokens) -> tuple[Span, ...]:
    """The spans of the words in *passage* that date it, those that only tell how long something took left out."""
    text, at = words_of(passage), passage.start_char
    if not _DATE.search(text):
        return ()
    found: list[Span] = []
    for token in passage:
        if token.ent_type and token.ent_type_ in _LABELS:
            start = found.pop().start if token.ent_iob_ == "I" and found else token.idx
            found.append(Span(start, token.idx + len(token)))
    return tuple(span for span in found if _DATE.search(text, span.start - at, span.end - at))
