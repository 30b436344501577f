"""What is left out of a fact and put into it, on sentences as the model parses them; see ``facts_parses.txt``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from facts_docs import parsed

from sphinx_briefing.analysis.facts import find_facts
from sphinx_briefing.analysis.facts.openings import opening
from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.analysis.quotes import find_speech
from sphinx_briefing.checks import prove_edits
from sphinx_briefing.models import Article, Fact, Paragraph, applied

HERE = Path(__file__).parent


class Case(NamedTuple):
    """The facts that are printed, in the order of the text; the entities; the sentences with their parses."""

    printed: list[str]
    ents: tuple[str, ...]
    sentences: list[str]


def cases() -> list[Case]:
    blocks = (HERE / "facts_parses.txt").read_text("utf-8").split("\n\n")
    found = []
    for block in blocks:
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            printed, ents, *sentences = lines
            found.append(
                Case(
                    printed.removeprefix("= ").split(" / "), tuple(ents.removeprefix("@").split()), sentences
                )
            )
    return found


def facts_of(case: Case) -> tuple[Article, list[Fact]]:
    doc = parsed(*case.sentences, ents=case.ents)
    quotes, speakers = find_speech(doc)
    article = Article(
        id="a", path="a.txt", text=doc.text, sha256="", paragraphs=(Paragraph(0, len(doc.text)),)
    )
    return article, sorted(find_facts(doc, (), quotes, speakers), key=lambda fact: fact.start)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.printed[0][:40])
def test_what_is_printed(case: Case) -> None:
    article, facts = facts_of(case)
    assert [fact.text for fact in facts] == case.printed
    assert all(applied(article, fact) == fact.text for fact in facts)
    assert [prove_edits(article, fact) for fact in facts] == [None] * len(facts)


def test_a_dateline_that_runs_into_the_first_word_stays() -> None:
    rest = "May|NNP|pobj|0 the|DT|det|3 ferry|NN|nsubj|4 left|VBD|ROOT|4 Osmar|NNP|dobj|4 .|.|punct|4"
    run_in, apart = parsed(f"(OPA)In|IN|prep|4 {rest}"), parsed(f"(OPA)|NNP|dep|5 {rest}")
    assert opening(run_in[:]).edits == ()
    assert opening(apart[:]).first == 1


def test_whole_sentences_keep_their_asides() -> None:
    case = next(c for c in cases() if c.printed[0].startswith("Ada Ruiz … closed"))
    article, (fact,) = facts_of(case)
    assert applied(article, fact, "sentence") == article.text


def test_the_words_that_judge_and_those_that_date() -> None:
    case = next(c for c in cases() if "slammed" in c.printed[0])
    article, (fact,) = facts_of(case)
    assert [article.text[slice(*span)] for span in fact.loaded] == ["shameful"]
    assert [article.text[slice(*span)] for span in fact.dates] == ["Monday"]


def test_no_aside_holds_what_the_proof_refuses() -> None:
    package = Path(find_facts.__code__.co_filename).parents[2]
    denials = entries(package / "checks" / "lexicon" / "negations.txt")
    assert denials <= entries(package / "analysis" / "facts" / "guards.txt")
