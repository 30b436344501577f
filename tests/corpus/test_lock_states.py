"""What has become of an accepted excerpt in an article that was edited: never found again by likeness."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import stand_in
from project import HARBOUR

from sphinx_briefing.articles import read_article
from sphinx_briefing.corpus import Corpus, Hit
from sphinx_briefing.corpus.lock.anchoring import Anchored
from sphinx_briefing.corpus.lock.holding import hold
from sphinx_briefing.corpus.lock.making import entry_of
from sphinx_briefing.corpus.lock.records import Lock, analysis_fields
from sphinx_briefing.models import Analysis, Article, Fact, Quote, Span, Speaker, Splice, applied

TITLE, CUT, SAID, PLAN, COSTS = HARBOUR.strip().split("\n\n")
KEYS = {
    "cut": "fact:harbour/the-harbour-watch-said-it-will",
    "said": "fact:harbour/the-strait-is-calm-but-it-is-n",
    "plan": "fact:harbour/the-plan-leaves-about-400-ward",
    "costs": "fact:harbour/costs-rose-12-in-a-year",
    "2000": "figure:harbour/2000-wardens",
    "400": "figure:harbour/about-400-wardens",
    "12": "figure:harbour/12",
    "quote": "quote:harbour/vale-the-strait-is-calm-b",
    "change": "change:harbour/wardens-2000-400",
    "watch": "person:harbour/harbour-watch",
    "vale": "person:harbour/ada-vale",
}


def article_of(folder: Path, text: str) -> Article:
    path = folder / "harbour.txt"
    path.write_text(text, "utf-8")
    return read_article(path, name="articles/harbour.txt")


def held(folder: Path, text: str, *, analysed: bool = True) -> dict[str, Anchored]:
    """What became of all excerpts of the sample when its text became *text*."""
    before = article_of(folder, HARBOUR)
    analysis = stand_in.analyse(before)
    entries = [entry_of(Hit(before, e)) for field in analysis_fields() for e in getattr(analysis, field)]
    lock = Lock(articles={before.id: before.sha256}, entries={entry.key: entry for entry in entries})
    assert set(lock.entries) == set(KEYS.values())
    now = article_of(folder, text)
    read = stand_in.analyse(now) if analysed else Analysis()
    found = hold(lock, Corpus(articles={now.id: now}, analyses={now.id: read}))
    for one in found.anchored.values():
        if one.excerpt is not None:
            stands = now.text[one.excerpt.start : one.excerpt.end]
            assert stands.split()[0].strip('"“') == one.entry.exact.split()[0].strip("“")
    return {name: found.anchored[key] for name, key in KEYS.items()}


def put(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


EDITS = {
    "a word in a quotation": (
        HARBOUR.replace("not safe", "not sound"),
        {"changed": "said quote", "moved": "400 12 plan costs change vale", "same": "cut 2000 watch"},
    ),
    "a word left out of a quotation": (
        HARBOUR.replace("it is not safe", "it is safe"),
        {"changed": "said quote", "moved": "400 12 plan costs change vale", "same": "cut 2000 watch"},
    ),
    "a number": (
        HARBOUR.replace("12%", "13%"),
        {"changed": "costs 12", "same": "cut said plan 2000 400 quote change watch vale"},
    ),
    "a number that a change rests on": (
        HARBOUR.replace("2,000", "2,100"),
        {"changed": "cut 2000 change", "same": "said plan costs 400 12 quote watch vale"},
    ),
    "a hedge": (
        HARBOUR.replace("about 400", "nearly 400"),
        {"changed": "plan 400 change", "moved": "12 costs", "same": "cut said 2000 quote watch vale"},
    ),
    "a paragraph moved": (
        put(TITLE, CUT, PLAN, SAID, COSTS),
        {"moved": "said plan 400 quote change vale", "same": "cut costs 2000 12 watch"},
    ),
    "a paragraph deleted": (
        put(TITLE, CUT, PLAN, COSTS),
        {
            "gone": "said quote",
            "changed": "vale",
            "moved": "plan costs 400 12 change",
            "same": "cut 2000 watch",
        },
    ),
    "a paragraph put in front": (
        put(TITLE, "An hour passed.", CUT, SAID, PLAN, COSTS),
        {"moved": " ".join(KEYS)},
    ),
    "a quotation given to another speaker": (
        HARBOUR.replace("said Ada Vale, the", "said Ben Okoro, the"),
        {"changed": "said quote", "moved": "plan costs 400 12 change vale", "same": "cut 2000 watch"},
    ),
    "white space": (
        HARBOUR.replace("is calm, but it", "is calm,\nbut  it").replace(
            "400 wardens", "400\N{NO-BREAK SPACE}wardens"
        ),
        {"moved": "said plan costs 400 12 quote change vale", "same": "cut 2000 watch"},
    ),
    "marks": (
        HARBOUR.replace("“", '"').replace("”", '"'),
        {"moved": "said quote", "same": "cut plan costs 2000 400 12 change watch vale"},
    ),
    "words about an excerpt": (
        HARBOUR.replace("behind, Ada Vale wrote", "there, as Ada Vale wrote"),
        {"changed": "plan change", "moved": "costs 12", "same": "cut said 2000 400 quote watch vale"},
    ),
    "a sentence written anew": (
        HARBOUR.replace(COSTS, "In a year, costs have gone up by 12%, it said."),
        {"changed": "costs", "gone": "12", "same": "cut said plan 2000 400 quote change watch vale"},
    ),
    "the same words twice": (
        put(TITLE, CUT, SAID, COSTS, PLAN, COSTS),
        {"moved": "plan 400 change", "gone": "", "same": "cut said 2000 quote watch vale"},
    ),
}


@pytest.mark.parametrize("analysed", [True, False])
@pytest.mark.parametrize("edit", EDITS)
def test_the_state_of_each_excerpt_after_an_edit(tmp_path: Path, edit: str, analysed: bool):
    text, wanted = EDITS[edit]
    found = held(tmp_path, text, analysed=analysed)
    expected = {name: state for state, names in wanted.items() for name in names.split()}
    assert {name: found[name].state for name in expected} == expected


def test_what_stands_there_now(tmp_path: Path):
    found = held(tmp_path, HARBOUR.replace("12%", "13%"))
    now = found["12"].now
    assert now is not None
    assert HARBOUR.replace("12%", "13%")[now.start : now.end] == "13%"
    assert found["12"].lost == "words"


def test_all_that_belongs_to_an_excerpt_moves_with_it(tmp_path: Path):
    text = put(TITLE, "An hour passed, and “nothing” was said by Ada Vale.", CUT, SAID, PLAN, COSTS)
    quote = held(tmp_path, text, analysed=False)["quote"].excerpt
    assert quote is not None
    assert [text[a:b] for a, b in quote.segments][1] == "We stay until the lights are back."
    assert text[quote.speaker.start : quote.speaker.end] == "Ada Vale"
    assert text[quote.cue.start : quote.cue.end] == "said"
    assert text[slice(*quote.sentence)] == SAID
    assert quote.paragraph == 3


def test_the_sentence_round_an_excerpt_was_edited(tmp_path: Path):
    text = HARBOUR.replace("behind, Ada Vale wrote", "there, as Ada Vale wrote")
    figure = held(tmp_path, text, analysed=False)["400"].excerpt
    assert figure is not None
    assert text[slice(*figure.sentence)] == "The plan leaves about 400 wardens there, as Ada Vale wrote."


PAIR = """\
Lights

“It is dark,” said Ada Vale, the keeper. “We wait,” she added.

“It is late,” she said.
"""


def _quote(article: Article, words: str, speaker: str, mention: str) -> Quote:
    start = article.text.index(words)
    at = article.text.index(mention, start)
    return Quote(
        id=words, text=words, start=start, end=start + len(words), sentence=article.paragraphs[-1].span,
        segments=(Span(start, start + len(words)),),
        speaker=Speaker(name=speaker, mention=mention, start=at, end=at + len(mention)),
    )  # fmt: skip


@pytest.mark.parametrize(("edit", "state"), [("Ben Okoro", "changed"), ("Vale", "moved")])
def test_a_quotation_whose_speaker_is_named_elsewhere(tmp_path: Path, edit: str, state: str):
    before = article_of(tmp_path, PAIR)
    accepted = _quote(before, "It is late,", "Ada Vale", "she")
    lock = Lock(articles={}, entries={(e := entry_of(Hit(before, accepted))).key: e})
    now = article_of(tmp_path, PAIR.replace("Ada Vale", edit))
    read = Analysis(quotes=(_quote(now, "It is late,", edit, "she"),))
    found = hold(lock, Corpus(articles={now.id: now}, analyses={now.id: read}))
    assert [(one.state, one.lost) for one in found.anchored.values()] == [
        (state, "speaker" if state == "changed" else "")
    ]


def test_context_reaches_into_boilerplate(tmp_path: Path):
    text = "Lights\n\nAbout 30 lamps failed.\n\n[Related: More lamps]\n\nThe end.\n"
    before = article_of(tmp_path, text)
    figure = stand_in.analyse(before).figures[0]
    assert "Related" in entry_of(Hit(before, figure)).suffix
    lock = Lock(entries={(e := entry_of(Hit(before, figure))).key: e})
    now = article_of(tmp_path, text.replace("30", "40"))
    found = hold(lock, Corpus(articles={now.id: now}, analyses={now.id: Analysis()}))
    assert [one.state for one in found.anchored.values()] == ["changed"]


def test_what_a_fact_leaves_out_stays_left_out_where_it_moved(tmp_path: Path):
    before = article_of(tmp_path, HARBOUR)
    start, end = HARBOUR.index("“The strait"), HARBOUR.index(" “We stay")
    aside = HARBOUR.index(", the chief warden")
    accepted = Fact(
        id="calm", text="", start=start, end=end, sentence=Span(start, end),
        edits=(Splice(aside, aside + len(", the chief warden")),),
    )  # fmt: skip
    accepted = replace(accepted, text=applied(before, accepted))
    lock = Lock(entries={(e := entry_of(Hit(before, accepted))).key: e})
    now = article_of(tmp_path, HARBOUR.replace("The Harbour Watch said", "The watch said"))
    (one,) = hold(lock, Corpus(articles={now.id: now}, analyses={now.id: Analysis()})).anchored.values()
    assert one.state == "moved"
    assert one.excerpt is not None
    assert one.excerpt.text == "“The strait is calm, but it is not safe,” said Ada Vale."
