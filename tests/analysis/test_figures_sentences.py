"""Whole sentences and the figures in them.

Their parses, as the English model gives them, are stored beside this file, so that no model is needed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import spacy
from quotes_docs import doc_of
from spacy.tokens import Doc

from sphinx_briefing.analysis.figures import find_figures
from sphinx_briefing.models import Figure, Quote, Span, Speaker

HERE = Path(__file__).parent
VOCAB = spacy.blank("en").vocab


@dataclass(frozen=True)
class Case:
    text: str
    figures: tuple[str, ...]


def cases() -> list[Case]:
    found: list[tuple[str, list[str]]] = []
    for line in (HERE / "figures_expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return [Case(text, tuple(figures)) for text, figures in found]


@cache
def parses() -> dict[str, list[list[str]]]:
    lines = (HERE / "figures_parses.jsonl").read_text(encoding="utf-8").splitlines()
    return {parse["text"]: parse["tokens"] for parse in map(json.loads, lines)}


def parsed(text: str) -> Doc:
    words, spaces, heads, deps, pos, tags, lemmas, ents = map(list, zip(*parses()[text], strict=True))
    return Doc(
        VOCAB,
        words=words,
        spaces=[bool(s) for s in spaces],
        heads=heads,
        deps=deps,
        pos=pos,
        tags=tags,
        lemmas=lemmas,
        ents=ents,
    )


def printed(figure: Figure) -> str:
    def number(value: float) -> str:
        return f"{value:.6g}" if value != int(value) else str(int(value))

    if figure.value is None:
        assert figure.low is not None
        assert figure.high is not None
        size = f"{number(figure.low)}..{number(figure.high)}"
    else:
        size = number(figure.value)
    bound = "" if figure.bound == "=" else figure.bound
    trend = f" {figure.trend}" if figure.trend else ""
    return f"{figure.text} | {bound}{size}{trend} | {figure.unit} | {figure.kind}"


def only(text: str, words: str) -> Figure:
    return next(f for f in find_figures(parsed(text)) if f.text == words)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text[:40])
def test_figures_of_a_sentence(case: Case) -> None:
    doc = parsed(case.text)
    assert doc.text == case.text
    found = find_figures(doc)
    assert tuple(map(printed, found)) == case.figures
    for figure in found:
        assert doc.text[figure.start : figure.end] == figure.text
        assert figure.sentence.contains(figure.span)
        assert 0.0 <= figure.salience <= 1.0


SHIPS = "Officials who said 12 ships had sailed later apologised."
CAMP = "Aid workers say more than 30,000 people live in the camp, which was built for 8,000."
RANGERS = "Under the proposal, 900 of the 2,600 rangers in the park would leave by spring."
VILLAGES = "The minister’s claim that 40 villages were rebuilt was disputed."
MINISTRY = (
    "The ministry said on Tuesday that about 3,400 soldiers would leave the northern province "
    "by the end of June."
)
WORKLESS = "Unemployment rose to 6.1% in March from 5.8% a month earlier, according to the statistics office."
VOLUNTEERS = "“We lost 19 of our 240 volunteers in two weeks,” said Mira Holt, 52, who runs the clinic."
CASUALTIES = (
    "At least 43 people, including 12 women and five children, were killed and more than 100 wounded, "
    "health officials said."
)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (MINISTRY, "about 3,400 soldiers", "ministry"),
        (CAMP, "more than 30,000 people", "Aid workers"),
        (WORKLESS, "6.1%", "statistics office"),
        (VILLAGES, "40 villages", "minister"),
        (SHIPS, "12 ships", "Officials"),
        (CASUALTIES, "At least 43 people", "health officials"),
        (RANGERS, "2,600 rangers", ""),
    ],
)
def test_who_says_so(text: str, words: str, source: str) -> None:
    assert only(text, words).attribution == source


def test_a_figure_inside_a_quotation_is_its_speakers_claim() -> None:
    quote = Quote(
        text="…",
        start=1,
        end=52,
        sentence=Span(0, 88),
        segments=(Span(1, 52),),
        speaker=Speaker(name="Mira Holt", mention="Mira Holt"),
    )
    inside, *_, age = find_figures(parsed(VOLUNTEERS), [quote])
    assert (inside.attribution, inside.modality) == ("Mira Holt", "claimed")
    assert (age.text, age.attribution, age.modality) == ("52", "", "reported")


def test_a_marked_quotation_is_preferred_to_the_indirect_speech_round_it() -> None:
    def said_by(name: str, start: int, end: int, kind: str) -> Quote:
        return Quote(
            text="…",
            start=start,
            end=end,
            sentence=Span(0, 88),
            segments=(Span(start, end),),
            kind=kind,  # type: ignore[arg-type]
            speaker=Speaker(name=name),
        )

    quotes = [said_by("The clinic", 0, 80, "indirect"), said_by("Mira Holt", 1, 52, "direct")]
    assert find_figures(parsed(VOLUNTEERS), quotes)[0].attribution == "Mira Holt"


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        (MINISTRY, "about 3,400 soldiers", "planned"),
        (RANGERS, "900", "planned"),
        (RANGERS, "2,600 rangers", "reported"),
        (CAMP, "more than 30,000 people", "claimed"),
        ("The museum receives 6m visitors a year.", "6m visitors a year", "reported"),
    ],
)
def test_whether_it_is_so_yet(text: str, words: str, modality: str) -> None:
    assert only(text, words).modality == modality


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        (RANGERS, "2,600 rangers", "rangers in the park"),
        ("The missile has a range of 2,000 to 3,000 kilometers.", "2,000 to 3,000 kilometers", "range"),
        (
            "Shares in the company fell as much as 7.5 percent before closing 3.2 percent lower at $41.20.",
            "7.5 percent",
            "Shares in the company",
        ),
        (
            "One in five households spends more than 40 per cent of its income on rent.",
            "more than 40 per cent",
            "its income",
        ),
        (
            "The £2.5bn scheme, which was meant to cost £1.1bn, is now expected to open in 2031.",
            "£1.1bn",
            "scheme",
        ),
        ("The ship carried 20,000 tonnes of wheat and 500 tonnes of maize.", "500 tonnes", "maize"),
        ("The team won 3-1 on Saturday and is now 12 points clear at the top.", "12 points", "team"),
        (
            "The bridge is 2.4 km long and 30 m wide and carries 40,000 vehicles a day.",
            "40,000 vehicles a day",
            "vehicles",
        ),
        (WORKLESS, "5.8%", "Unemployment"),
    ],
)
def test_what_is_counted(text: str, words: str, subject: str) -> None:
    assert only(text, words).subject == subject


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        (WORKLESS, "6.1%", "in March"),
        (WORKLESS, "5.8%", "a month earlier"),
        ("The figure, 1,250 in 2019, fell to 900.", "1,250", "in 2019"),
        ("The museum receives 6m visitors a year.", "6m visitors a year", ""),
        ("In 2020, 38% of respondents said they trusted the news; by 2023 it was 31%.", "31%", "by 2023"),
    ],
)
def test_as_of(text: str, words: str, date: str) -> None:
    assert only(text, words).as_of == date


def test_salience_puts_the_dead_before_durations_and_small_counts() -> None:
    killed = only(CASUALTIES, "At least 43 people").salience
    truce = only("The two sides agreed to a 72-hour truce.", "72-hour").salience
    sides = only("The two sides agreed to a 72-hour truce.", "two sides").salience
    assert killed > 0.8
    assert max(truce, sides) < 0.3


def test_a_number_that_comes_again_matters_less() -> None:
    text = "The ship carried 20,000 tonnes of wheat and 500 tonnes of maize."
    twice = Doc.from_docs([parsed(text), parsed(text)])
    first, _, again, _ = find_figures(twice)
    assert first.text == again.text
    assert again.salience < first.salience - 0.15


def test_unit_phrases_keep_the_modifiers() -> None:
    assert (
        only(
            "The plant will create 250 full-time jobs and 1,000 construction jobs.", "250 full-time jobs"
        ).unit_phrase
        == "full-time job"
    )
    assert (
        only("The museum receives 6m visitors a year.", "6m visitors a year").unit_phrase
        == "visitor per year"
    )


@pytest.mark.model
def test_the_stored_parses_are_those_of_the_model() -> None:
    from sphinx_briefing.analysis.pipeline import find_model, load_model

    nlp = load_model(find_model())
    for text in (CAMP, WORKLESS):
        assert list(map(printed, find_figures(nlp(text)))) == list(map(printed, find_figures(parsed(text))))


def test_what_is_joined_to_the_word_of_a_number_is_no_subject():
    (figure,) = find_figures(
        doc_of("She built a 61-port and company league that took the lead in the strait.")
    )
    assert (figure.text, figure.subject) == ("61-port and company league", "league")
