"""The whole way from an article's text to its quotes, with the real model."""

from __future__ import annotations

import pytest

from sphinx_briefing.analysis.pipeline import ModelNotFoundError, analyse_all, find_model
from sphinx_briefing.models import Article, Paragraph

TEXT = """\
Minister quits over ‘broken promise’ on ferries

The transport minister, Helena Voss, resigned on Tuesday after what she described as “a broken promise” to \
the islands of Norrland.

‘I cannot look the islanders in the eye,’ she told the parliament’s committee. ‘They’ve waited six years.’

According to two people familiar with the talks, the yard will ask for 40 million crowns.

“The hulls are sound. The paperwork is not,” Voss said.
"""


@pytest.fixture(scope="module")
def quotes():
    try:
        model = find_model()
    except ModelNotFoundError as error:
        pytest.skip(str(error))
    spans, at = [], 0
    for line in TEXT.split("\n"):
        if line:
            spans.append(Paragraph(at, at + len(line), "body" if at else "title"))
        at += len(line) + 1
    article = Article(id="ferries", path="ferries.txt", text=TEXT, sha256="", paragraphs=tuple(spans))
    ((_, analysis),) = analyse_all([article], model)
    return analysis.quotes


@pytest.mark.model
def test_kinds_speakers_and_cues(quotes):
    assert [(q.kind, q.speaker.printed, q.cue.text) for q in quotes] == [
        ("mixed", "Helena Voss", "described"),
        ("direct", "Helena Voss", "told"),
        ("indirect", "two people", "According to"),
        ("direct", "Helena Voss", "said"),
    ]
    assert {q.speaker.role for q in quotes if q.speaker.name == "Helena Voss"} == {"transport minister"}


@pytest.mark.model
def test_segments_are_the_words_of_the_article(quotes):
    assert [[TEXT[s:e] for s, e in q.segments] for q in quotes[1:3]] == [
        ["I cannot look the islanders in the eye,", "They’ve waited six years."],
        ["the yard will ask for 40 million crowns"],
    ]
