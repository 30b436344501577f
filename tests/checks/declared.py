"""Articles of these tests with analyses declared by hand: who says which words, and numbers by a simple pattern."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import stand_in

from sphinx_briefing.articles import read_article
from sphinx_briefing.checks.quantities import read
from sphinx_briefing.corpus import Corpus
from sphinx_briefing.models import Analysis, Article, Figure, Quote, Span, Speaker

HERE = Path(__file__).parent

#: By article: the speaker with the role, and the segments of each quotation.
QUOTES: dict[str, list[tuple[str, str, list[str]]]] = {
    "signal": [
        ("Irma Holt", "the rail minister", ["We will not wait…another winter,", "The boxes are…a mistake."]),
        ("Irma Holt", "the rail minister", ["The northern line,"]),
        ("Irma Holt", "the rail minister", ["is not a museum…get to work."]),
        ("Pavel Dorn", "", ["He asked me,…I said yes,", "I’d never say it…mean it."]),
        ("Pavel Dorn", "", ["a waste of paint"]),
        ("Pavel Dorn", "", ["late, but honest."]),
        ("Lena Aske", "a shopkeeper", ["First they…it is finished,", "They were…afterwards.", "But…in writing."]),
        ("", "", ["two winters old."]),
        ("A spokesman", "", ["nothing to hide"]),
        ("", "A spokesman for Nordbane", ["within weeks, not months."]),
        ("", "the spokesman", ["This isn’t about money,", "It’s about who…a box fails."]),
        ("Irma Holt", "the rail minister", ["I have said what I have said."]),
    ],
    "ferry": [
        ("Rafe Munro", "who leads the islands' council", ["A tunnel is…drive through,", "The ferry was never that."]),
        ("Rafe Munro", "who leads the islands' council", ["We told them…pay twice,"]),
        ("Odd Brevik", "a retired pilot", ["We were told…asked once,", "I have nothing…against silence."]),
        ("Odd Brevik", "a retired pilot", ["People *remember*…the dead,"]),
        ("Odd Brevik", "a retired pilot", ["but they vote for the fare."]),
        ("Mina Solheim", "The tunnel's engineer", ["Rock is honest.…on the last."]),
    ],
}  # fmt: skip

FIGURES = {
    "signal": [
        "2,400 signal boxes", "about 130 failures", "90,000 people", "$4.1 billion", "six years", "$2.75 billion",
        "between 40 and 60 engineers", "more than 300 U.S.-trained technicians", "four hours", "12%", "two winters",
    ],
    "ferry": ["Some 5,500 people", "€900 million", "at least 11 years", "17 ships", "35 to 40 metres", "7.5 percent"],
}  # fmt: skip


@cache
def corpus(*, analysed: bool = True) -> Corpus:
    """Both articles; without analyses as where no model is installed."""
    articles = {
        name.split(".")[0]: read_article(HERE / name, name=name) for name in ("ferry.md", "signal.txt")
    }
    return Corpus(
        articles=articles,
        analyses={i: _analysis(article) if analysed else Analysis() for i, article in articles.items()},
    )


def _analysis(article: Article) -> Analysis:
    return Analysis(
        quotes=tuple(_quote(article, *said) for said in QUOTES[article.id]),
        figures=tuple(_figure(article, words) for words in FIGURES[article.id]),
        facts=stand_in.analyse(article).facts,
    )


def _figure(article: Article, words: str) -> Figure:
    """A figure whose unit is its last word, unless it is one of measurement."""
    span = _span(article.text, words)
    (reading,) = read(words)
    is_range = reading.low != reading.high
    return Figure(
        id=words.replace(" ", "-"), text=words, start=span.start, end=span.end, sentence=span,
        value=None if is_range else reading.low,
        low=reading.low if is_range else None, high=reading.high if is_range else None,
        unit=reading.unit or words.rsplit(maxsplit=1)[-1].removesuffix("s"), unit_phrase=words.rsplit(maxsplit=1)[-1],
        kind="money" if reading.unit in ("USD", "EUR") else "measure" if reading.unit else "count", hedge=reading.hedge,
    )  # fmt: skip


def _quote(article: Article, name: str, role: str, segments: list[str]) -> Quote:
    spans = tuple(_span(article.text, words) for words in segments)
    at = max(0, article.text.find(name or role))
    speaker = Speaker(name=name, mention=name or role, role=role, start=at, end=at + len(name or role))
    known = speaker if name or role else None
    return Quote(
        id=f"q{spans[0].start}", text=" ".join(article.text[slice(*s)] for s in spans), start=spans[0].start,
        end=spans[-1].end, sentence=Span(spans[0].start, spans[-1].end), segments=spans, kind="direct", speaker=known,
    )  # fmt: skip


def _span(text: str, words: str) -> Span:
    """Where *words* stand, given whole or by their beginning and end."""
    first, _, last = words.partition("…")
    start = text.index(first)
    return Span(start, text.index(last, start) + len(last) if last else start + len(first))
