"""A figure that an article gives in several places can be cited from each of them, hedged as it is there."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks import Claim, prove
from sphinx_briefing.corpus import Corpus
from sphinx_briefing.models import Analysis, Article, Figure, Paragraph, Recurrence, Span

TEXT = "About 400 wardens stay.\n\nNobody told the 400 wardens in Kell."


def corpus() -> Corpus:
    at = TEXT.index("400 wardens in")
    again = Recurrence(Span(at, at + 11), Span(TEXT.index("Nobody"), len(TEXT)))
    figure = Figure(
        id="400-wardens", text="About 400 wardens", start=0, end=17, sentence=Span(0, 23), value=400.0, bound="~",
        unit="warden", unit_phrase="warden", hedge="About", subject="wardens", places=(again,),
    )  # fmt: skip
    paragraphs = (Paragraph(0, 23), Paragraph(25, len(TEXT)))
    article = Article(id="a", path="a.txt", text=TEXT, sha256="", paragraphs=paragraphs)
    return Corpus(articles={"a": article}, analyses={"a": Analysis(figures=(figure,))})


@pytest.mark.parametrize(
    ("words", "passage", "faults"),
    [
        ("About 400 wardens", "About 400 wardens stay.", []),
        ("the 400 wardens in Kell", "Nobody told the 400 wardens in Kell.", []),
        ("400 wardens", "Nobody told the 400 wardens in Kell.", []),
        ("400 wardens stay", "About 400 wardens stay.", ["hedge"]),
    ],
)
def test_each_place_is_held_against_its_own_words(words: str, passage: str, faults: list[str]) -> None:
    proof = prove(corpus(), Claim(kind="figure", words=words, articles=("a",)))
    assert [problem.subtype for problem in proof.problems] == faults
    assert TEXT[slice(*proof.passage)] == passage
    assert proof.excerpt is not None
    assert proof.excerpt.id == "400-wardens"
