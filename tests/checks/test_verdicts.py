"""Right words are proved and wrong ones get the right verdict, on articles of our own; see the two lists beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from declared import HERE, corpus

from sphinx_briefing.checks import Claim, Prover

if TYPE_CHECKING:
    from sphinx_briefing.checks import Proof

RIGHT: dict[str, Any] = yaml.safe_load((HERE / "right.yaml").read_text("utf-8"))
WRONG: dict[str, Any] = yaml.safe_load((HERE / "wrong.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def prover() -> Prover:
    return Prover(corpus())


@pytest.fixture(scope="module")
def unanalysed() -> Prover:
    return Prover(corpus(analysed=False))


def verdicts(proof: Proof) -> list[str]:
    return [problem.subtype for problem in proof.problems]


def by_article(cases: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(article, words) for article, all_words in cases.items() for words in all_words]


@pytest.mark.parametrize(("article", "words"), by_article(RIGHT["quotations"]))
def test_right_quotation(prover: Prover, article: str, words: str) -> None:
    proof = prover.prove(Claim(kind="quote", words=words, articles=(article,)))
    assert verdicts(proof) == []
    assert proof.article is not None
    assert proof.article.id == article
    assert all(start < end for start, end in proof.spans)
    assert verdicts(prover.prove(Claim(kind="quote", words=words))) == []


@pytest.mark.parametrize(("article", "words"), by_article(RIGHT["quotations"]))
def test_right_quotation_without_a_model(unanalysed: Prover, article: str, words: str) -> None:
    if words not in RIGHT["need a model"]:
        assert verdicts(unanalysed.prove(Claim(kind="quote", words=words, articles=(article,)))) == []


@pytest.mark.parametrize(("speaker", "words"), RIGHT["speakers"])
def test_right_speaker(prover: Prover, speaker: str, words: str) -> None:
    assert verdicts(prover.prove(Claim(kind="quote", words=words, speaker=speaker))) == []


@pytest.mark.parametrize(("article", "words"), by_article(RIGHT["figures"]))
def test_right_figure(prover: Prover, unanalysed: Prover, article: str, words: str) -> None:
    claim = Claim(kind="figure", words=words, articles=(article,))
    assert verdicts(prover.prove(claim)) == []
    assert verdicts(unanalysed.prove(claim)) == []


@pytest.mark.parametrize("verdict", ["misquote", "wrong_article", "not_a_quotation"])
def test_wrong_quotations(prover: Prover, unanalysed: Prover, verdict: str) -> None:
    cases = by_article(WRONG[verdict])
    expected = {words: [verdict] for _, words in cases}
    for one in (prover, unanalysed):
        told = {w: verdicts(one.prove(Claim(kind="quote", words=w, articles=(a,)))) for a, w in cases}
        assert {w: v for w, v in told.items() if v != expected[w]} == {}


@pytest.mark.parametrize(
    ("speaker", "words"), [(case[0], ", ".join(case[1:])) for case in WRONG["misattributed"]]
)
def test_wrong_speaker(prover: Prover, speaker: str, words: str) -> None:
    assert verdicts(prover.prove(Claim(kind="quote", words=words, speaker=speaker))) == ["misattributed"]


@pytest.mark.parametrize("verdict", ["figure", "hedge", "unit"])
def test_wrong_figures(prover: Prover, verdict: str) -> None:
    cases = by_article(WRONG[verdict])
    told = {w: verdicts(prover.prove(Claim(kind="figure", words=w, articles=(a,)))) for a, w in cases}
    assert {w: v for w, v in told.items() if v != [verdict]} == {}
