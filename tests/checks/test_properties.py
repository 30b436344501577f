"""What holds for every quotation: its parts are proved, and no other words are."""

from __future__ import annotations

import re
from itertools import pairwise

from declared import corpus
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sphinx_briefing.checks import Claim, Prover
from sphinx_briefing.folding import fold

PROVER = Prover(corpus())
ARTICLES = corpus().articles
SEGMENTS = [
    (article_id, ARTICLES[article_id].printed(segment))
    for article_id, analysis in corpus().analyses.items()
    for quote in analysis.quotes
    for segment in quote.segments
]
ALL_WORDS = sorted({w for article in ARTICLES.values() for w in re.findall(r"[A-Za-z]{2,}", article.prose)})
VOCABULARY = sorted({*ALL_WORDS, "reluctantly", "seventeen", "never", "harbour"})


def verdicts(words: str, article: str) -> list[str]:
    claim = Claim(kind="quote", words=words, articles=(article,))
    return [problem.subtype for problem in PROVER.prove(claim).problems]


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Some words of a quotation, cut at white space."""
    article, text = draw(st.sampled_from(SEGMENTS))
    words = text.split()
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    return article, words[start:end]


def has_word(words: list[str]) -> bool:
    return any(c.isalnum() for word in words for c in word)


@settings(deadline=None)
@given(parts())
def test_any_part_of_a_quotation_is_proved(part: tuple[str, list[str]]) -> None:
    article, words = part
    assume(has_word(words))
    assert verdicts(" ".join(words), article) == []


@settings(deadline=None)
@given(parts(), st.data())
def test_a_changed_word_never_is(part: tuple[str, list[str]], data: st.DataObject) -> None:
    article, words = part
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from(VOCABULARY))
    core = re.compile(r"\w[\w'’,.]*\w|\w")
    assume(core.search(words[at]) and core.search(words[at]).group().casefold() != other.casefold())
    changed = [*words]
    changed[at] = core.sub(other, words[at], count=1)
    assume(
        fold(" ".join(changed)).text.casefold().strip(" '.,;:-")
        not in fold(ARTICLES[article].prose).text.casefold()
    )
    assert verdicts(" ".join(changed), article)


@settings(deadline=None)
@given(parts(), st.sampled_from(["not", "never", "no"]), st.data())
def test_an_added_negation_never_is(part: tuple[str, list[str]], negation: str, data: st.DataObject) -> None:
    article, words = part
    assume(len(words) > 1)
    at = data.draw(st.integers(1, len(words) - 1))
    bracketed = data.draw(st.sampled_from([negation, f"[{negation}]"]))
    added = " ".join([*words[:at], bracketed, *words[at:]])
    assume(fold(added).text not in fold(ARTICLES[article].prose).text)
    assert verdicts(added, article) == ["misquote"]


@settings(deadline=None)
@given(st.sampled_from(SEGMENTS), st.sampled_from(SEGMENTS))
def test_no_ellipsis_joins_two_quotations(one: tuple[str, str], two: tuple[str, str]) -> None:
    article, first = one
    second = two[1]
    assume(
        article == two[0] and not any(first in said and second in said for said in _whole_quotations(article))
    )
    assert verdicts(f"{first} … {second}", article) == ["misquote"]


def _whole_quotations(article: str) -> list[str]:
    quotes = corpus().analyses[article].quotes
    said = [" ".join(ARTICLES[article].printed(s) for s in quote.segments) for quote in quotes]
    # One quotation that its attribution interrupts is two to the analysis.
    return [*said, *(f"{a} {b}" for a, b in pairwise(said) if a.endswith((",", "—")))]


@settings(deadline=None)
@given(st.text(alphabet=" ab'’“”—….,[]()\u00a0\u0301é1,0%$", max_size=40))
def test_folding_keeps_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.at)
    assert list(folded.at) == sorted(folded.at)
    assert not folded.text.startswith(" ")
    assert not folded.text.endswith(" ")
    assert fold(folded.text).text == folded.text
    if folded.text:
        start, end = folded.original(0, len(folded.text))
        assert fold(text[start:end]).text == folded.text


@settings(deadline=None)
@given(st.text(alphabet=" ab[]….'\"“”nt*-1,", max_size=30))
def test_no_words_are_too_odd(words: str) -> None:
    for kind in ("quote", "figure", "fact"):
        PROVER.prove(Claim(kind=kind, words=words))
