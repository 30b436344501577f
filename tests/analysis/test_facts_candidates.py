"""Which sentences are statements at all."""

from __future__ import annotations

import pytest
from facts_docs import parsed

from sphinx_briefing.analysis.facts.candidates import candidates

PAID = "Osmar|NNP|nsubj|1 paid|VBD|ROOT|1 nine|CD|nummod|4 million|CD|nummod|4 crowns|NNS|dobj|1 .|.|punct|1"


def texts(*args, **kwargs) -> list[str]:
    return [c.words.text for c in candidates(parsed(*args, **kwargs))]


def test_statements_keep_their_place_among_all_sentences() -> None:
    short = "Osmar|NNP|nsubj|1 paid|VBD|ROOT|1 .|.|punct|1"
    found = list(candidates(parsed(PAID, short, "¶", PAID)))
    assert [c.place for c in found] == [0, 2]
    assert found[0].words.text == "Osmar paid nine million crowns."


def test_titles_and_headings_are_no_statements_and_take_no_place() -> None:
    headline = PAID.removesuffix(" .|.|punct|1")
    doc = parsed(headline, "¶", PAID, "¶", PAID, roles={0: "title", 1: "heading"})
    (only,) = candidates(doc)
    assert (only.words.start_char, only.place) == (doc.text.rindex("Osmar"), 0)


def test_a_title_that_ends_with_a_full_stop_is_the_first_sentence() -> None:
    assert texts(PAID, "¶", PAID, roles={0: "title"}) == ["Osmar paid nine million crowns."] * 2


@pytest.mark.parametrize(
    "notation",
    [
        "Osmar|NNP|ROOT|0 paying|VBG|acl|0 nine|CD|nummod|4 million|CD|nummod|4 "
        "crowns|NNS|dobj|1 .|.|punct|0",
        "“|``|punct|2 Osmar|NNP|nsubj|2 paid|VBD|ROOT|2 nine|CD|nummod|5 million|CD|nummod|5 "
        "crowns|NNS|dobj|2 .|.|punct|2",
        '"|``|punct|2 Osmar|NNP|nsubj|2 paid|VBD|ROOT|2 nine|CD|nummod|5 million|CD|nummod|5 '
        'crowns|NNS|dobj|2 .|.|punct|2',
        "By|IN|ROOT|0 Ada|NNP|compound|2 Ruiz|NNP|pobj|0 for|IN|prep|2 Velden|NNP|compound|5 "
        "Weekly|NNP|pobj|3",
        "Related|VBN|ROOT|0 :|:|punct|0 Osmar|NNP|nsubj|3 paid|VBD|dep|0 nine|CD|nummod|6 "
        "million|CD|nummod|6 crowns|NNS|dobj|3",
        "[|(|punct|2 Osmar|NNP|nsubj|2 paid|VBD|ROOT|2 nine|CD|nummod|5 million|CD|nummod|5 "
        "crowns|NNS|dobj|2 ]|)|punct|2",
        "Click|VB|ROOT|0 here|RB|advmod|0 and|CC|cc|0 you|PRP|nsubj|4 will|MD|conj|0 "
        "see|VB|conj|0 more|JJ|dobj|5",
    ],
    ids=["no finite verb", "open curly mark", "open straight mark", "byline", "pointer", "bracketed", "invitation"],
)  # fmt: skip
def test_what_is_no_statement(notation: str) -> None:
    assert texts(notation) == []
    assert texts(PAID) != []


def test_a_sentence_that_only_begins_like_a_byline_stays() -> None:
    notation = (
        "By|IN|prep|3 Tuesday|NNP|pobj|0 ,|,|punct|3 Osmar|NNP|nsubj|4 paid|VBD|ROOT|4 "
        "nine|CD|nummod|6 crowns|NNS|dobj|4"
    )
    assert texts(notation) == ["By Tuesday, Osmar paid nine crowns"]
