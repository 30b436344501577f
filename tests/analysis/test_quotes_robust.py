"""No text and no parse, however odd, makes the passes fail."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sphinx_briefing.analysis.layout import mark_layout
from sphinx_briefing.analysis.quotes import find_quotes
from sphinx_briefing.analysis.quotes.lexicon import groups, words
from sphinx_briefing.models import Paragraph

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
WORDS = [
    "she",
    "he",
    "Moreno",
    "Ada",
    "Mr.",
    "senator",
    "the",
    "said",
    "says",
    "according",
    "to",
    ",",
    ".",
    ":",
    "“",
]
WORDS += [
    "”",
    "'",
    '"',
    "—",
    "statement",
    "claim",
    "that",
    "as",
    "from",
    "who",
    "and",
    "report",
    "\n\n",
    "'s",
    "it",
]
WORDS += ["put", "of", "not", "calls"]
POS = ["NOUN", "PROPN", "VERB", "AUX", "PRON", "ADP", "DET", "ADJ", "PUNCT", "CCONJ"]
DEPS = [
    "nsubj",
    "nsubjpass",
    "ccomp",
    "xcomp",
    "dobj",
    "pobj",
    "prep",
    "conj",
    "appos",
    "compound",
    "poss",
    "acl",
]
DEPS += ["acl", "relcl", "advcl", "agent", "det", "punct", "dep", "parataxis", "ROOT"]


@st.composite
def parsed_docs(draw):
    size = draw(st.integers(1, 25))
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    heads = [draw(st.integers(0, i)) for i in range(size)]
    doc = Doc(
        NLP.vocab,
        words=chosen,
        pos=draw(st.lists(st.sampled_from(POS), min_size=size, max_size=size)),
        deps=draw(st.lists(st.sampled_from(DEPS), min_size=size, max_size=size)),
        heads=heads,
        lemmas=["say" if w == "said" else w for w in chosen],
        ents=draw(st.lists(st.sampled_from(["O", "B-PERSON", "B-ORG"]), min_size=size, max_size=size)),
    )
    blank = Doc(NLP.vocab, words=chosen)
    cut = draw(st.integers(0, len(doc.text)))
    mark_layout(blank, [Paragraph(0, cut, "title"), Paragraph(cut, len(doc.text))])
    for name, group in blank.spans.items():
        doc.spans[name] = [doc.char_span(s.start_char, s.end_char, label=s.label_) for s in group]
    return doc


@given(parsed_docs())
@settings(max_examples=150, deadline=None)
def test_any_parse_gives_quotes_that_are_in_the_text(doc):
    for quote in find_quotes(doc):
        assert quote.text == " ".join(doc.text[s:e] for s, e in quote.segments)
        assert 0 <= quote.salience <= 1
        assert doc.text[quote.speaker.start : quote.speaker.end] == quote.speaker.mention
        assert not (quote.speaker.name and quote.speaker.candidates)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_without_parse_or_tags_is_survived(text):
    doc = NLP(text)
    mark_layout(doc, [Paragraph(0, len(text))] if text.strip() else [])
    assert all(doc.text[q.start : q.end] for q in find_quotes(doc))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "”", "''", "‘’", "““““", "“” “” “”"])
def test_texts_without_words(text):
    doc = NLP(text)
    mark_layout(doc, [Paragraph(0, len(text))] if text.strip() else [])
    assert find_quotes(doc) == []


def test_a_long_line_takes_linear_time():
    text = "“It rained,” she said. Moreno left. " * 4_000
    doc = NLP(text.strip())
    mark_layout(doc, [Paragraph(0, len(doc.text))])
    began = time.process_time()
    find_quotes(doc)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "name",
    [
        "given_names",
        "nouns",
        "pronouns",
        "role_nouns",
        "speech_verbs",
        "title_words",
        "titles",
        "office_verbs",
    ],
)
def test_word_lists_are_lower_case_words(name):
    found = groups(name)
    assert words(name) == frozenset().union(*found.values())
    assert all(word == word.lower().strip() and word for word in words(name))


def test_given_names_tell_he_from_she():
    assert not words("given_names", "male") & words("given_names", "female")


def test_a_cue_is_neutral_or_loaded():
    assert not words("speech_verbs", "neutral") & words("speech_verbs", "loaded")
