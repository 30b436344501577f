"""Quotes of an article: what is said, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.analysis.layout import sentence_of, sentences
from sphinx_briefing.analysis.quotes.attribution import attribute
from sphinx_briefing.analysis.quotes.kinds import is_speech
from sphinx_briefing.analysis.quotes.reading import read
from sphinx_briefing.analysis.quotes.speakers import Speakers
from sphinx_briefing.analysis.quotes.paraphrase import find_paraphrases
from sphinx_briefing.analysis.quotes.cues import find_credits
from sphinx_briefing.models import Cue, Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quotes(doc: Doc) -> list[Quote]:
    """The quotes of *doc* in the order of the text."""
    reading = read(doc)
    found = attribute(reading)
    speakers = Speakers(reading, [a.credit.speaker for a in found if a and a.credit.speaker])
    sents = sentences(doc)
    out = []
    for passage, attr in zip(reading.passages, found, strict=True):
        if not is_speech(reading, passage, attr): continue
        m = passage.marked
        credit = attr.credit
        c = doc[credit.start:credit.end]
        out.append(Quote(text=doc.text[m.start:m.end], start=m.start, end=m.end, sentence=sentence_of(sents, m.start, m.end), segments=(m.span,),
            speaker=speakers.speaker(credit.speaker) if credit.speaker else None,
            cue=Cue(text=c.text, start=c.start_char, end=c.end_char, lemma=credit.lemma)))
    for para in find_paraphrases(reading, find_credits(reading), {a.credit.start for a in found if a}):
        spans = tuple(Span(doc[a].idx, doc[b-1].idx+len(doc[b-1])) for a, b in para.segments)
        c = doc[para.credit.start:para.credit.end]
        out.append(Quote(kind="indirect", text=" ".join(doc.text[a:b] for a,b in spans), start=spans[0].start, end=spans[-1].end, sentence=sentence_of(sents, spans[0].start, spans[-1].end), segments=spans,
            speaker=speakers.speaker(para.credit.speaker), cue=Cue(text=c.text, start=c.start_char, end=c.end_char, lemma=para.credit.lemma)))
    return out
