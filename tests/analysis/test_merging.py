"""Duplicates: one figure given again in other sentences becomes one with several places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.analysis.merging import merged, with_ids
from sphinx_briefing.models import Figure, Recurrence, Span

TROOPS = Figure(
    text="about 2,000 U.S. troops", start=10, end=33, sentence=Span(0, 60), value=2000.0, unit="troop", bound="~",
    hedge="about", unit_phrase="U.S. troop", subject="U.S. troops on Corvane",
)  # fmt: skip


def again(at: int, **other) -> Figure:
    """The same troops said in fewer words in a sentence that begins at *at*."""
    words = {
        "text": "2,000 troops",
        "bound": "=",
        "hedge": "",
        "unit_phrase": "troop",
        "subject": "troops",
    } | other
    return replace(TROOPS, start=at, end=at + len(words["text"]), sentence=Span(at, at + 40), **words)


def test_the_fullest_mention_stands_for_all_and_keeps_each_place() -> None:
    later, last = again(100), again(200, text="about 2,000 troops", bound="~", hedge="about")
    (figure,) = merged([TROOPS, later, last])
    assert figure.text == TROOPS.text
    assert figure.places == (Recurrence(later.span, later.sentence), Recurrence(last.span, last.sentence))
    assert figure.spans == (TROOPS.span, later.span, last.span)
    assert figure.passages == (TROOPS.sentence, later.sentence, last.sentence)


def test_a_fuller_mention_may_come_later() -> None:
    early = again(0, text="about 2,000 troops", bound="~", hedge="about")
    full = replace(TROOPS, start=110, end=133, sentence=Span(100, 160))
    (figure,) = merged([early, full])
    assert (figure.text, figure.start) == (full.text, 110)
    assert figure.places == (Recurrence(early.span, early.sentence),)


@pytest.mark.parametrize(
    "other",
    [
        {"value": 400.0},
        {"unit": "ship"},
        {"unit": ""},
        {"kind": "duration"},
        {"bound": ">", "hedge": "more than", "text": "more than 2,000 troops"},
        {"bound": "~", "hedge": "nearly", "text": "nearly 2,000 troops"},
        {"trend": "up"},
        {"modality": "planned"},
        {"subject": ""},
        {"subject": "troops in Mali"},
        {"text": "2,000 French troops"},
        {"sentence": Span(0, 60)},
    ],
)
def test_what_differs_stays_apart(other: dict) -> None:
    first = replace(TROOPS, kind=other.get("kind", "count"))
    assert len(merged([first, replace(again(100), **other)])) == 2


def test_two_speakers_stay_apart_one_and_the_article_do_not() -> None:
    said = replace(TROOPS, attribution="Ada Vale")
    assert len(merged([said, replace(again(100), attribution="Ben Okoro")])) == 2
    assert len(merged([said, again(100)])) == 1


def test_an_exact_figure_does_not_swallow_a_hedged_one() -> None:
    plain = replace(TROOPS, bound="=", hedge="", text="2,000 U.S. troops")
    hedged = again(100, text="about 2,000 troops", bound="~", hedge="about")
    assert len(merged([plain, hedged])) == 2


def test_each_mention_knows_the_figure_it_became_part_of() -> None:
    mentions = [TROOPS, again(100)]
    (figure,) = merged(mentions)
    assert [m.id for m in with_ids(mentions, [replace(figure, id="2000-troops")])] == ["2000-troops"] * 2
    with pytest.raises(KeyError):
        with_ids([again(300)], [figure])
