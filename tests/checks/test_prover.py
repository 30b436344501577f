"""What a proof tells: the words to print, where they stand, and messages that name passage, speaker and remedy."""

from __future__ import annotations

import unicodedata

import pytest
from declared import HERE, corpus

from sphinx_briefing.articles import read_article
from sphinx_briefing.checks import Claim, Prover, prove
from sphinx_briefing.corpus import Corpus
from sphinx_briefing.models import Analysis

PROVER = Prover(corpus())
QUOTE = corpus().analyses["signal"].quotes[0]


def message(kind: str, words: str, article: str = "signal", **more: str) -> str:
    (problem,) = PROVER.prove(Claim(kind=kind, words=words, articles=(article,), **more)).problems
    return problem.message


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("We don't know", None),
        ("they don't forgive a mistake.", "they don’t forgive a mistake."),
        ("They don't forgive", "They don’t forgive"),
        ("it's how 90,000 people get to work", "it’s how 90,000 people get to work"),
        ("The northern line, is not a museum", "The northern line, is not a museum"),
        ("We … wait", None),
        ("We will [surely] not wait", "We will [surely] not wait"),
        ("We will not wait … they don't forgive", "We will not wait … they don't forgive"),
    ],
)
def test_words_are_printed_as_the_article_has_them(words: str, printed: str | None) -> None:
    proof = PROVER.prove(Claim(kind="quote", words=words))
    assert bool(proof.problems) == (printed is None)
    assert proof.text == (printed or words)


def test_spans_of_an_interrupted_quotation() -> None:
    proof = PROVER.prove(Claim(kind="quote", words="The northern line is not a museum"))
    assert proof.article is not None
    assert [proof.article.text[slice(*span)] for span in proof.spans] == [
        "The northern line",
        "is not a museum",
    ]
    assert proof.passage.contains(proof.spans[0])


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        ("quote", "The boxes are younger than I am",
         "quotation not found in signal: “The boxes are younger than I am”; nearest there (¶2, Irma Holt): "
         "“The boxes are older than I am” - “younger” for “older”"),
        ("quote", "They … forgive a mistake",
         "the ellipsis in “They … forgive a mistake” leaves out a negation: “they don’t forgive a mistake” (¶2)"),
        ("quote", "First they closed … it is finished",
         "the ellipsis in “First they closed … it is finished” leaves out"),
        ("quote", "it is finished … Nobody rang us",
         "signal has its parts, but not in this order inside one quotation"),
        ("quote", "We will [never] wait", "the addition in “We will [never] wait” holds a negation: [never]"),
        ("quote", "two winters old nothing to hide", "quotation not found in signal"),
        ("quote", "a waste of paint and the new one late", "joins what are different quotations in signal (¶6)"),
        ("quote", "We will not wait … for signal boxes", "quotation not found in signal"),
        ("quote", "a waste of paint … the new one", "the ellipsis in “a waste of paint … the new one” leaves the quotation"),
        ("quote", "the company has nothing to hide",
         "“the company has nothing to hide” stands in signal (¶9), but as the article's own words: "
         "only part of it is quoted there"),
        ("quote", "…", "there are no words to look for"),
        ("figure", " ", "there are no words to look for"),
        ("fact", "", "there are no words to look for"),
        ("fact", "the line is long", "fact not found in signal: “the line is long”"),
        ("fact", "A tunnel would cost €900 million", "is not in signal, but in ferry"),
        ("figure", "€900 million", "figure not found in signal"),
        ("figure", "5,500 people live", "“5,500 people live” is not in signal, but in ferry"),
        ("figure", "999", "figure not found in signal: “999”; nearest there: “2,400 signal boxes” (¶1)"),
        ("figure", "eleven boxes", "figure not found in signal: “eleven boxes”; nearest there"),
        ("figure", "no boxes", "figure not found in signal: “no boxes”"),
        ("figure", "the ministry", "no figure stands at “the ministry” in signal"),
        ("figure", "60 engineers",
         "“60 engineers” is only part of a figure in signal (¶4): “between 40 and 60 engineers”; "
         "write :briefing:figure:`between 40 and 60 engineers <signal>`"),
        ("figure", "130 failures",
         "the article hedges this figure: “about 130 failures”, the page prints “130 failures”; "
         "write :briefing:figure:`about 130 failures <signal>`"),
        ("figure", "2,400 boxes",
         "the article says “2,400 signal boxes”, the page prints “2,400 boxes”; "
         "write :briefing:figure:`2,400 signal boxes <signal>`"),
    ],
)  # fmt: skip
def test_messages(kind: str, words: str, told: str) -> None:
    assert told in message(kind, words)


def test_an_excerpt_by_its_id() -> None:
    proof = PROVER.prove(Claim(kind="quote", articles=("signal",), item=QUOTE.id))
    assert (
        proof.text
        == "We will not wait for another winter, The boxes are older than I am, and they don’t forgive a mistake."
    )
    assert (proof.excerpt, proof.problems) == (QUOTE, ())
    assert PROVER.prove(Claim(kind="figure", articles=("signal",), item="six-years")).text == "six years"
    assert "has no quote called 'x'; there are: q" in message("quote", "", item="x")
    assert not PROVER.prove(
        Claim(kind="quote", words="will not wait", articles=("signal",), item=QUOTE.id)
    ).problems
    assert "is not what signal/" in message("quote", "a waste of paint", item=QUOTE.id)
    assert "figure called" in message("figure", "x", item="none")
    assert "quotation not found" in message("quote", "will surely not wait", item=QUOTE.id)


def test_an_unknown_article() -> None:
    assert message("quote", "will not wait", "signals").startswith("no article matches 'signals'")


def test_one_claim_by_itself() -> None:
    assert not prove(corpus(), Claim(kind="fact", words="A tunnel would cost €900 million")).problems


def test_no_articles_at_all() -> None:
    for kind in ("quote", "figure", "fact"):
        assert prove(Corpus(), Claim(kind=kind, words="not 400 of them")).problems


@pytest.mark.parametrize("decomposed", [False, True])
def test_accents_and_ligatures_however_they_are_written(tmp_path, decomposed: bool) -> None:
    text = "The café\n\n“The ﬁrst café is Åse’s,” said Åse Berg.\n"
    path = tmp_path / "cafe.txt"
    path.write_text(unicodedata.normalize("NFD" if decomposed else "NFC", text), "utf-8")
    article = read_article(path)
    proved = prove(
        Corpus(articles={"cafe": article}, analyses={"cafe": Analysis()}),
        Claim(kind="quote", words="first café"),
    )
    assert not proved.problems
    assert article.printed(proved.spans[0]) == unicodedata.normalize(
        "NFD" if decomposed else "NFC", "ﬁrst café"
    )


def test_the_articles_of_these_tests_can_be_read() -> None:
    assert not read_article(HERE / "ferry.md").problems
