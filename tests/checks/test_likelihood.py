"""The scales of likelihood: what is on them, and what running text says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.checks.likelihood import SCALES, differing, first_of_another_row, scale_of

ICD = scale_of("icd203")
PHIA = scale_of("phia")


@pytest.mark.parametrize(
    ("words", "within", "row"),
    [
        ("almost no chance", "1–5", 0),
        ("remote", "1–5", 1),
        ("Highly improbable", "5–20", 1),
        ("unlikely", "20–45", 0),
        ("roughly even odds", "45–55", 1),
        ("likely", "55–80", 0),
        ("probably", "55–80", 1),
        ("very  likely", "80–95", 0),
        ("almost certainly", "95–99", 0),
    ],
)
def test_terms_of_icd_203(words: str, within: str, row: int) -> None:
    term = ICD.term(words)
    assert term
    assert (term.range, term.row) == (within, row)


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("remote chance", "0–5"),
        ("realistic possibility", "40–<50"),
        ("probable", "55–75"),
        ("likely", "55–75"),
    ],
)
def test_terms_of_phia_are_all_of_one_row(words: str, within: str) -> None:
    term = PHIA.term(words)
    assert term
    assert (term.range, term.row) == (within, 0)


def test_what_is_not_on_the_scale_is_told_with_the_nearest_and_all_terms() -> None:
    assert ICD.term("quite likely") is None
    assert PHIA.term("very likely") is None
    told = PHIA.unknown("very likely")
    assert "“very likely” is not on the scale of PHIA; nearest: " in told
    assert all(term.words in told for term in PHIA.terms)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is very likely that the ferry sails.", ["very likely"]),
        ("It is unlikely,\nor highly  improbable.", ["unlikely", "highly improbable"]),
        ("The ferry will probably sail.", ["probable"]),
        ("The remote islands are likeliest to wait.", []),
        ("The chance is remote.", ["remote"]),
        ("The most likely route is more likely than not as likely as any.", []),
        ("An almost certain end; almost certainly.", ["almost certain", "almost certain"]),
    ],
)
def test_terms_in_running_text(text: str, found: list[str]) -> None:
    assert [mention.term.words for mention in ICD.mentions(text)] == found


@pytest.mark.parametrize(
    ("option", "text", "other"),
    [
        ("likely", "It is likely.", None),
        ("likely", "The ferry sails.", None),
        ("likely", "It is unlikely.", "unlikely"),
        ("likely", "It is not likely.", "likely"),
        ("likely", "It isn’t likely that it is late; it is likely on time.", None),
        ("very likely", "It is likely.", "likely"),
        ("likely", "It will probably sail.", None),  # the same range: rows are another rule
    ],
)
def test_a_text_that_differs_from_its_option(option: str, text: str, other: str | None) -> None:
    term = ICD.term(option)
    assert term
    found = differing(ICD, term, text)
    assert (found.words if found else None) == other


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("We judge with high confidence that it is likely to sail. So be it.", 0),
        ("It is late. We have low-to-moderate confidence that it is unlikely.", 1),
        ("It will probably sail; our confidence is low.", 0),
        ("It is likely to sail. Our confidence in this is high.", None),
        ("It is likely that they have lost confidence.", None),
    ],
)
def test_likelihood_and_confidence_in_one_sentence(text: str, sentence: int | None) -> None:
    expected = "" if sentence is None else text.split(". ")[sentence].rstrip(".")
    assert ICD.with_confidence(text).rstrip(".") == expected


def test_rows_are_mixed_from_the_first_term_of_another_row_on() -> None:
    terms = [ICD.term(words) for words in ("likely", "unlikely", "probable", "remote")]
    assert first_of_another_row([term for term in terms if term]) == 2
    assert first_of_another_row([]) is None


@given(st.sampled_from(SCALES), st.data(), st.booleans())
def test_every_term_is_found_in_a_sentence_and_not_as_a_part_of_another(name, data, capital) -> None:
    scale = scale_of(name)
    term = data.draw(st.sampled_from(scale.terms))
    words = f"{term.words} chance" if term.words == "remote" else term.words
    text = f"{words.capitalize() if capital else f'It is {words}'} that the ferry sails"
    assert [mention.term for mention in scale.mentions(text)] == [term]


@given(st.text(max_size=60))
def test_any_words_are_on_a_scale_or_told(words: str) -> None:
    assert ICD.term(words) or f"“{' '.join(words.split())}”" in ICD.unknown(words)
