"""Quotes of an article: what is said in it, by whom, and which words make it theirs.

The passes, a module each: marks are paired (:mod:`~sphinx_briefing.analysis.marks`), cues found
(:mod:`.cues`), passages attributed (:mod:`.attribution`, its rules in
:mod:`.beside`, :mod:`.governing` and :mod:`.around`), scare quotes and titles set aside (:mod:`.kinds`),
paraphrases found (:mod:`.paraphrase`), speakers named (:mod:`.resolution`, :mod:`.roles`), records made
(:mod:`.assembly`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.analysis.layout import sentences
from sphinx_briefing.analysis.quotes.assembly import Assembly, joined
from sphinx_briefing.analysis.quotes.attribution import attribute
from sphinx_briefing.analysis.quotes.cues import find_credits
from sphinx_briefing.analysis.quotes.kinds import is_speech
from sphinx_briefing.analysis.quotes.paraphrase import find_paraphrases
from sphinx_briefing.analysis.quotes.reading import read
from sphinx_briefing.analysis.quotes.speakers import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sphinx_briefing.models import Quote


def find_quotes(doc: Doc) -> list[Quote]:
    """The quotes of *doc* in the order of the text.

    Args:
        doc: parsed, with the span groups that :func:`~sphinx_briefing.analysis.layout.lay_out` sets; without
            them it counts as one paragraph.
    """
    return find_speech(doc)[0]


def find_speech(doc: Doc) -> tuple[list[Quote], Speakers]:
    """The quotes of *doc*, and what was found out about its people to name their speakers."""
    reading = read(doc)
    found = find_credits(reading)
    attributed = [
        (passage, attribution)
        for passage, attribution in zip(reading.passages, attribute(reading, found), strict=True)
        if attribution is not None and is_speech(reading, passage, attribution)
    ]
    quotations = joined(attributed)
    paraphrases = find_paraphrases(reading, found, {credit.start for _, credit in quotations})
    everyone = [*(credit for _, credit in quotations), *(p.credit for p in paraphrases)]
    speakers = Speakers(reading, [credit.speaker for credit in everyone])
    assembly = Assembly(reading, speakers, sentences(doc))
    quotes = [assembly.marked(parts, credit) for parts, credit in quotations]
    quotes += map(assembly.indirect, paraphrases)
    return sorted(quotes, key=lambda quote: quote.start), speakers
