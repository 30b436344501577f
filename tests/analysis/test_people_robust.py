"""No parse, however odd, makes the people fail, and their spans always hold."""

from __future__ import annotations

import time

from hypothesis import given, settings
from test_quotes_robust import NLP, parsed_docs

from sphinx_briefing.analysis.ids import named
from sphinx_briefing.analysis.layout import mark_layout
from sphinx_briefing.analysis.people import find_people
from sphinx_briefing.analysis.people.linking import linked
from sphinx_briefing.analysis.quotes import find_speech
from sphinx_briefing.models import Paragraph


@given(parsed_docs())
@settings(max_examples=150, deadline=None)
def test_any_parse(doc):
    quotes, speakers = find_speech(doc)
    people = named(find_people(speakers, quotes), doc.text)
    who, said, _ = linked(people, named(quotes, doc.text), [])
    assert len({person.id for person in who}) == len(who)
    for person in who:
        assert doc.text[person.start : person.end] == person.text
        assert person.sentence.contains(person.span)
        assert 0.0 <= person.salience <= 1.0
        assert set(person.quotes) <= {quote.id for quote in said}
        for start, end in person.role_spans:
            assert doc.text[start:end] in person.role


def test_many_people_take_no_longer_than_their_number():
    text = " ".join(f"Gen. Ada Moreno{i} said it. " for i in range(3000))
    doc = NLP(text)
    for token in doc:
        token.pos_ = "PROPN" if token.is_title else "VERB"
    mark_layout(doc, [Paragraph(0, len(text))])
    quotes, speakers = find_speech(doc)
    began = time.process_time()
    find_people(speakers, quotes)
    assert time.process_time() - began < 3.0
