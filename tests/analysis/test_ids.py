"""Names of excerpts: readable, stable, never handed from one to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.analysis.ids import named, slug
from sphinx_briefing.models import Fact, Figure, Quote, Span, Speaker

TEXT = "About 400 goats left Osmar. In May 30 goats came back, and 30 goats died. In June 30 goats came."


def figure(words: str, start: int = 0, *, text: str = TEXT, hedge: str = "") -> Figure:
    at = text.index(words, start)
    begin = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    sentence = Span(begin, text.index(".", at) + 1)
    return Figure(text=words, start=at, end=at + len(words), sentence=sentence, hedge=hedge)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2,000 U.S. troops", "2000-us-troops"),
        ("79-country and organization coalition", "79-country-organization-coalition"),
        ("the Erdoğan plan’s 2.5 percent", "erdogan-plan-2.5-percent"),
        ("of the", "of-the"),
        ("one two three four five six seven", "one-two-three-four-five"),
    ],
)
def test_slug(text, name) -> None:
    assert slug(text) == name


def test_words_in_another_script_get_a_digest() -> None:
    assert len(slug("渡轮")) == 6
    assert slug("渡轮") != slug("灯塔")


@given(st.text())
def test_a_slug_is_never_empty_and_always_plain(text) -> None:
    assert slug(text)
    assert slug(text).isascii()
    assert not set(slug(text)) & set(" /<>\"'&\n")


def test_a_hedge_is_no_part_of_a_figures_name() -> None:
    (named_figure,) = named([figure("About 400 goats", hedge="About")], TEXT)
    assert named_figure.id == "400-goats"


def test_a_quote_is_named_after_its_speaker() -> None:
    speaker = Speaker(name="Ada Ruiz", mention="Ruiz", start=0, end=4)
    quote = Quote(text="We will not sell the boats.", start=0, end=27, sentence=Span(0, 27), speaker=speaker)
    nobody = Quote(text="We will not sell the boats.", start=0, end=27, sentence=Span(0, 27))
    assert named([quote], "")[0].id == "ruiz-will-not-sell-boats"
    assert named([nobody], "")[0].id == "will-not-sell-boats"


def test_excerpts_of_one_name_all_get_a_digest_of_their_own() -> None:
    first = figure("30 goats")
    second = figure("30 goats", first.end)
    third = figure("30 goats", second.end)
    ids = [f.id for f in named([first, second, third], TEXT)]
    assert len(set(ids)) == 3
    assert all(i.startswith("30-goats-") for i in ids)


def test_a_paragraph_put_before_changes_no_name() -> None:
    before = "Something else happened in Arl, far away. "
    first, second = figure("30 goats"), figure("30 goats", TEXT.index("died") - 15)
    moved = [figure("30 goats", f.start + len(before), text=before + TEXT) for f in (first, second)]
    assert [f.id for f in named([first, second], TEXT)] == [f.id for f in named(moved, before + TEXT)]


@pytest.mark.parametrize("times", [80, 1100])
def test_one_line_over_and_over_still_has_distinct_names(times) -> None:
    places = [Span(n * 10, n * 10 + 9) for n in range(times)]
    facts = [Fact(text="30 goats.", start=s.start, end=s.end, sentence=s) for s in places]
    assert len({f.id for f in named(facts, "30 goats. " * times)}) == times
