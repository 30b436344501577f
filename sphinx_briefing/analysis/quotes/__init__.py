"""Quotes of an article: what is said, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.analysis.layout import sentence_of, sentences
from sphinx_briefing.analysis.quotes.attribution import attribute
from sphinx_briefing.analysis.quotes.cues import Credit, mention
from sphinx_briefing.analysis.quotes.kinds import is_speech
from sphinx_briefing.analysis.quotes.reading import read
from sphinx_briefing.models import Cue, Quote, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quotes(doc: Doc) -> list[Quote]:
    """The quotes of *doc* in the order of the text."""
    reading = read(doc)
    credits_ = attribute(reading)
    found = sentences(doc)
    out = []
    for passage, attr in zip(reading.passages, credits_, strict=True):
        credit = attr.credit if attr else None
        m = passage.marked
        n = len(doc.text[m.start:m.end].split())
        if not is_speech(reading, passage, attr): continue
        speaker = None; cue = None
        if credit is not None:
            span = mention(reading, credit)
            if span:
                t = doc[span[0]:span[1]]
                speaker = Speaker(name=t.text, mention=t.text, start=t.start_char, end=t.end_char)
            c = doc[credit.start:credit.end]
            cue = Cue(text=c.text, start=c.start_char, end=c.end_char, lemma=credit.lemma)
        out.append(Quote(text=doc.text[m.start:m.end], start=m.start, end=m.end, sentence=sentence_of(found, m.start, m.end), segments=(m.span,), speaker=speaker, cue=cue))
    return out
