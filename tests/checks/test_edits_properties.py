"""Edits of a passage, whatever they are: what is kept stands there, in order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.checks import prove_edits
from sphinx_briefing.models import Article, Fact, Paragraph, Span, Splice, applied

WORDS = st.lists(st.sampled_from(["Osmar", "sold", "the", "ferry", "never", "(left)", "—", "He"]), min_size=1)


@st.composite
def facts(draw: st.DrawFn) -> tuple[Article, Fact]:
    text = "Before. " + " ".join(draw(WORDS)) + "."
    start = 8
    cuts = sorted(draw(st.sets(st.integers(start, len(text)), max_size=6)))
    texts = st.sampled_from(["", " …", "[Ada Ruiz]", "X"])
    edits = tuple(
        Splice(a, b, draw(texts), draw(st.sampled_from(["sentence", "condensed"])))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    article = Article(id="a", path="a.txt", text=text, sha256="", paragraphs=(Paragraph(0, len(text)),))
    span = Span(start, len(text))
    fact = Fact(text="", start=start, end=len(text), sentence=span, edits=edits)
    return article, Fact(text=applied(article, fact), start=start, end=len(text), sentence=span, edits=edits)


@given(facts())
def test_what_is_kept_stands_in_the_text_in_order(found: tuple[Article, Fact]) -> None:
    article, fact = found
    for form in ("condensed", "sentence"):
        printed = applied(article, fact, form)
        at = 0
        for part in fact.kept(form):
            words = " ".join(article.text[slice(*part)].split())
            at = printed.index(words, at) + len(words)
        added = [e.text for e in fact.edits_of(form)]
        assert "".join(
            "".join([*(article.text[slice(*p)] for p in fact.kept(form)), *added]).split()
        ).__len__() == len("".join(printed.split()))


@given(facts())
def test_the_passage_comes_back(found: tuple[Article, Fact]) -> None:
    article, fact = found
    parts = sorted([*fact.kept(), *(e.span for e in fact.edits)])
    assert "".join(article.text[slice(*part)] for part in parts) == article.text[slice(*fact.span)]


def test_a_bracket_stands_for_a_pronoun_and_for_no_other_word() -> None:
    text = "He never sold it."
    article = Article(id="a", path="a.txt", text=text, sha256="", paragraphs=(Paragraph(0, len(text)),))

    def fault(word: str) -> bool:
        at = text.index(word)
        edits = (Splice(at, at + len(word), "[Ada Ruiz]", "sentence"),)
        fact = Fact(text="", start=0, end=len(text), sentence=Span(0, len(text)), edits=edits)
        return prove_edits(article, replace(fact, text=applied(article, fact))) is not None

    assert not fault("He")
    assert fault("never")
    assert fault("sold")


@given(facts())
def test_no_proved_fact_leaves_out_a_negation(found: tuple[Article, Fact]) -> None:
    article, fact = found
    if prove_edits(article, fact) is None:
        assert fact.text.count("never") == article.text.count("never")
