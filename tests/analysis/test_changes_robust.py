"""Whatever the text and whatever the parser makes of it: no error, and spans that are the text's."""

from __future__ import annotations

from dataclasses import replace

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sphinx_briefing.analysis.changes import find_changes
from sphinx_briefing.analysis.figures import find_figures

_VOCAB = spacy.blank("en").vocab
WORDS = [
    "from",
    "to",
    "by",
    "up",
    "down",
    "fell",
    "rose",
    "cut",
    "doubled",
    "halved",
    "12",
    "2,000",
    "$",
    "5",
    "%",
    "troops",
    "boats",
    "about",
    "compared",
    "with",
    "ago",
    "remain",
    "leaving",
    "behind",
    "of",
    "the",
    "in",
    "2010",
    "now",
    "once",
    "It",
    "keeps",
    "no",
    "if",
    "?",
    ".",
    ",",
    ";",
    "(",
    ")",
    "half",
    "between",
    "and",
    "dozens",
    "drop",
    "increase",
    "said",
    "plan",
    "will",
]
TOKENS = st.tuples(
    st.sampled_from(WORDS),
    st.sampled_from(["NOUN", "VERB", "NUM", "ADP", "DET", "PRON", "PUNCT", "ADV", "AUX", "ADJ", "PROPN"]),
    st.sampled_from(
        ["nsubj", "dobj", "pobj", "prep", "nummod", "conj", "xcomp", "relcl", "neg", "amod", "attr"]
    ),
    st.integers(0, 200),
)


def doc_of(tokens: list[tuple[str, str, str, int]]) -> Doc:
    """A Doc whose parse is whatever was drawn: each head is a word before it."""
    heads = [head % n if n else 0 for n, (*_rest, head) in enumerate(tokens)]
    words, pos, deps = ([token[i] for token in tokens] for i in range(3))
    return Doc(_VOCAB, words=words, pos=pos, deps=["ROOT", *deps[1:]], heads=heads, lemmas=words, tags=pos)


@settings(max_examples=150, deadline=None)
@given(st.lists(TOKENS, min_size=1, max_size=40))
def test_no_parse_makes_it_fail_or_leave_the_text(tokens: list[tuple[str, str, str, int]]) -> None:
    doc = doc_of(tokens)
    figures = [replace(figure, id=str(figure.start)) for figure in find_figures(doc)]
    for change in find_changes(doc, figures):
        assert doc.text[change.start : change.end] == change.text
        assert change.levels
        assert change.after is not None or change.amount is not None
        for level in change.levels:
            assert 0 <= level.start < level.end <= len(doc.text)
            assert level.low <= level.high
