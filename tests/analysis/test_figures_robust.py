"""Any text and any parse: exact spans, figures inside their sentences, no crash."""

from __future__ import annotations

import random
import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sphinx_briefing.analysis.figures import find_figures
from sphinx_briefing.models import Quote, Span

NLP = spacy.blank("en")
POS = re.findall(r"\w+", "NOUN PROPN VERB NUM ADP DET ADJ PUNCT PRON AUX SYM PART CCONJ ADV")
TAGS = {
    "NOUN": ["NN", "NNS"],
    "PROPN": ["NNP", "NNPS"],
    "PART": ["POS"],
    "VERB": ["VBN"],
    "ADJ": ["JJ", "JJS"],
}
DEPS = re.findall(
    r"\w+",
    "nsubj dobj pobj prep nummod compound amod relcl ccomp aux punct acl conj appos attr npadvmod poss "
    "quantmod advmod prt xcomp",
)
WORDS = re.findall(
    r"[^ ]+",
    "one two twenty half a third quarter of thousand million dozens $ £ % per cent - – , . ( ) \" ' 1 12 "
    "2019 1.5m 3,000 ½ 1/4 minus about more than from to between and or in the May 7 12:30 p.m. years old "
    "kg km/h year K İ ı ſ \u00b2 \u0663 \u2009 #5 @x A4 $US RM79 10kW 5-4 troops homes other up rose by was "
    "he said according that will",
)


def with_random_parse(text: str, seed: int) -> Doc:
    """A Doc of random trees, one a sentence: whatever a parser might say."""
    blank = NLP(text)
    choose = random.Random(seed)
    heads: list[int] = []
    while len(heads) < len(blank):
        start, end = len(heads), min(len(blank), len(heads) + choose.randint(1, 25))
        root = choose.randrange(start, end)
        heads += [
            i + 1 if i < root else root if i == root else choose.randint(root, i - 1)
            for i in range(start, end)
        ]
    pos = [choose.choice(POS) for _ in blank]
    return Doc(
        blank.vocab,
        words=[t.text for t in blank],
        spaces=[bool(t.whitespace_) for t in blank],
        heads=heads,
        deps=["ROOT" if head == i else choose.choice(DEPS) for i, head in enumerate(heads)],
        pos=pos,
        tags=[choose.choice(TAGS.get(p, ["XX"])) for p in pos],
        lemmas=[t.lower_ for t in blank],
        ents=[choose.choice(["O", "O", "O", "B-DATE", "B-ORG", "B-PERSON", "B-CARDINAL"]) for _ in blank],
    )


texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(texts, st.integers(0, 999))
def test_spans_are_exact_whatever_the_text_and_its_parse(text: str, seed: int) -> None:
    doc = with_random_parse(text, seed)
    for figure in find_figures(doc):
        assert figure.text
        assert doc.text[figure.start : figure.end] == figure.text
        assert figure.sentence.contains(figure.span)
        assert (figure.value is None) == (figure.low is not None) == (figure.high is not None)
        assert 0.0 <= figure.salience <= 1.0


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "5", "five", "½", "$", "about", "(5)", "5 of", "one", "a third of"]
)
def test_the_smallest_texts(text: str) -> None:
    doc = with_random_parse(text, 1)
    assert all(doc.text[f.start : f.end] == f.text for f in find_figures(doc))


def test_a_doc_without_a_parse_has_no_figures() -> None:
    assert find_figures(NLP("about 400 troops")) == []


def test_a_long_sentence_with_many_quotations_ends() -> None:
    doc = with_random_parse("more than 5 or 6 troops, 7, " * 400, 1)
    quotes = [
        Quote(text="…", start=i, end=i + 9, sentence=Span(0, 10), segments=(Span(i, i + 9),))
        for i in range(0, 9000, 10)
    ]
    assert len(find_figures(doc, quotes)) > 400
