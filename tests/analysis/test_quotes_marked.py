"""Quotations in marks: what is one, whose it is, and how its parts belong together."""

from __future__ import annotations

import pytest
from quotes_docs import doc_of

from sphinx_briefing.analysis.quotes import find_quotes

OPENING = "“We will rebuild the bridge,” said Ada Moreno, the mayor of Tarn. “It will take a year.”"


def quotes_of(*paragraphs, title=False):
    doc = doc_of(*paragraphs, title=title)
    found = [q for q in find_quotes(doc) if q.kind != "indirect"]
    for q in found:
        assert q.text == " ".join(doc.text[s:e] for s, e in q.segments)
        assert (q.start, q.end) == (q.segments[0].start, q.segments[-1].end)
        assert q.sentence.start <= q.start
        assert q.end <= q.sentence.end
        assert q.speaker is None or doc.text[q.speaker.start : q.speaker.end] == q.speaker.mention
        assert q.cue is None or doc.text[q.cue.start : q.cue.end] == q.cue.text
    return found


def last_of(*paragraphs):
    return quotes_of(OPENING, *paragraphs)[-1]


def test_an_interrupted_quotation_is_one():
    (quote,) = quotes_of(OPENING)
    assert quote.kind == "direct"
    assert quote.text == "We will rebuild the bridge, It will take a year."
    assert len(quote.segments) == 2
    assert quote.cue.text == "said"
    assert quote.cue.neutral
    assert quote.clause is None


@pytest.mark.parametrize(
    ("paragraph", "text", "mention", "cue"),
    [
        ("“Stop it,” she shouted.", "Stop it,", "she", "shouted"),
        ("As Moreno put it, “a bridge is a promise.”", "a bridge is a promise.", "Moreno", "put it"),
        (
            "Even as Moreno claimed on Monday that “the bridge is safe,” engineers called the piers cracked.",
            "the bridge is safe,",
            "Moreno",
            "claimed",
        ),
        (
            "“The river rose,” like the price of bread, said Olga Ek, a baker.",
            "The river rose,",
            "Olga Ek",
            "said",
        ),
        (
            "“I told them so,” the mayor’s office tweeted Monday.",
            "I told them so,",
            "the mayor’s office",
            "tweeted",
        ),
        (
            "“The pier is cracked,” writes engineer Jan Ek.",
            "The pier is cracked,",
            "engineer Jan Ek",
            "writes",
        ),
        ("“Come home,” read the banner.", "Come home,", "the banner", "read"),
        ("Moreno said: “We must go.” Then she left. “Now.”", "Now.", "she", "left"),
        ("They wrote, “We quit.” Moreno laughed. “So do I!”", "So do I!", "Moreno", "laughed"),
        ("“Is it safe?” a reporter asked.", "Is it safe?", "a reporter", "asked"),
        (
            "Moreno read from a statement from the Tarn Council: “We are sorry.”",
            "We are sorry.",
            "Moreno",
            "read",
        ),
        (
            "“Sign here,” her deputy, Ivo Brandt, told the ferrymen.",
            "Sign here,",
            "Ivo Brandt",
            "told",
        ),
    ],
)
def test_direct_quotations_and_where_their_cue_stands(paragraph, text, mention, cue):
    quote = last_of(paragraph)
    assert (quote.kind, quote.text) == ("direct", text)
    assert (quote.speaker.mention, quote.cue.text) == (mention, cue)


@pytest.mark.parametrize(
    ("paragraph", "text", "mention", "cue", "clause"),
    [
        (
            "Moreno said the work would start in May. She called the old plan “a joke.”",
            "a joke.",
            "She",
            "called",
            "She called the old plan “a joke.”",
        ),
        (
            "Nothing, she added, was “settled yet.”",
            "settled yet.",
            "she",
            "added",
            "Nothing, she added, was “settled yet.”",
        ),
        (
            "Moreno blamed “a disturbed river,” not the engineers, and said nothing more.",
            "a disturbed river,",
            "Moreno",
            "blamed",
            None,
        ),
        (
            "Her claim that the bridge is “safe as houses” made nobody laugh.",
            "safe as houses",
            "Her",
            "claim",
            None,
        ),
        (
            "The engineers, whom Moreno called “lazy,” went home.",
            "lazy,",
            "Moreno",
            "called",
            "whom Moreno called “lazy,”",
        ),
        ("They ran an ad calling the bridge “a ruin.”", "a ruin.", "They", "calling", None),
        ("The toll, Moreno has said, is “a burden.”", "a burden.", "Moreno", "said", None),
        (
            "The Tarn Council ran an advert calling the bridge “a ruin.”",
            "a ruin.",
            "The Tarn Council",
            "calling",
            None,
        ),
        (
            "To chants of “boats, boats,” Moreno said the ferry would sail.",
            "boats, boats,",
            "Moreno",
            "said",
            None,
        ),
        ("Moreno pivoted to the “river question.”", "river question.", "Moreno", "pivoted", None),
        ("The toll “is gone,” according to Moreno.", "is gone,", "Moreno", "according to", None),
        ("Moreno called the ferry “Titanic.”", "Titanic.", "Moreno", "called", None),
        ("Engineers doubt the “miracle,” Moreno admits.", "miracle,", "Moreno", "admits", None),
        (
            "The work, Moreno said, would cost “an arm and a leg,” but the town can pay.",
            "an arm and a leg,",
            "Moreno",
            "said",
            None,
        ),
    ],
)
def test_fragments_are_mixed_and_have_a_clause(paragraph, text, mention, cue, clause):
    quote = last_of(paragraph)
    assert (quote.kind, quote.text) == ("mixed", text)
    assert (quote.speaker.mention, quote.cue.text) == (mention, cue)
    doc_text = f"{OPENING}\n\n{paragraph}"
    shown = doc_text[quote.clause.start : quote.clause.end]
    assert f"“{text}”" in shown
    assert clause is None or shown == clause


@pytest.mark.parametrize(
    "paragraph",
    [
        "The old “toll house” will stay open.",
        "She hummed a song from the musical “Night Ferry.”",
        "Moreno joined the firm “Brandt & Moser” in June.",
        "Moreno won the “harbour” vote.",
        "Moreno has a “plan.”",
        "She sang from her album, “Night Ferry,” on Monday.",
        "The so-called “bridge levy” will stay, the harbour ministry confirmed.",
        "The song, heard on the program “Toll House!” was old.",
    ],
)
def test_terms_titles_and_names_are_no_quotations(paragraph):
    assert len(quotes_of(OPENING, paragraph)) == 1


def test_short_fragments_of_speech_are():
    assert last_of("Moreno called the engineers “heroes.”").text == "heroes."


def test_a_quotation_interrupted_within_its_sentence_is_one():
    quote = last_of("“The bridge,” Moreno said, “is safe.”")
    assert (quote.kind, quote.text) == ("direct", "The bridge, is safe.")


def test_a_passage_left_open_belongs_to_the_next_paragraph():
    quote = quotes_of("“The first pier is gone.", "“The second pier is going,” Moreno said.")[0]
    assert quote.text == "The first pier is gone. The second pier is going,"
    assert (quote.speaker.name, quote.cue.text) == ("Moreno", "said")


def test_a_headline_names_its_speaker_before_a_colon():
    headline, _ = quotes_of("Moreno: ‘We will rebuild’ the bridge", OPENING, title=True)
    assert headline.text == "We will rebuild"
    assert headline.speaker.name == "Ada Moreno"
    assert headline.cue.text == ":"


def test_a_headline_in_capitals_is_not_read_as_a_title():
    (headline,) = quotes_of("Moreno Says Old Bridge Is ‘Very Safe’ Again", title=True)
    assert headline.text == "Very Safe"


def test_scare_quotes_in_a_headline_are_nobodys():
    assert len(quotes_of("A ‘miracle’ on the river", OPENING, title=True)) == 1


def test_a_paragraph_with_a_colon_introduces_the_next():
    quote = last_of("The mayor had a message for the ferrymen:", "“Come and see.”")
    assert quote.text == "Come and see."
    assert quote.speaker.mention == "The mayor"


def test_a_paragraph_about_speaking_introduces_the_next():
    quote = last_of("The mayor had an answer for them.", "“Come and see.”")
    assert quote.speaker.mention == "The mayor"
    assert quote.cue.text == "answer"


def test_the_sentence_before_introduces_a_sentence_in_marks():
    quote = last_of("The council met Moreno, who has led it since May, and Jan Ek. “Nobody pays.”")
    assert (quote.speaker.mention, quote.cue.text) == ("The council", "met")


def test_a_paragraph_without_a_cue_carries_the_last_speaker_on():
    assert last_of("“Come and see.”").speaker.name == "Ada Moreno"


def test_each_sentence_keeps_its_own_speaker():
    first, second = quotes_of(
        OPENING, "“We won’t pay,” Moreno shrugged. “He knows that,” she said of Brandt."
    )[1:]
    assert (first.cue.text, second.cue.text) == ("shrugged", "said")
    assert (first.cue.neutral, second.cue.neutral) == (False, True)


def test_quotations_of_named_people_with_a_role_matter_most():
    long = quotes_of(OPENING)[0]
    short = last_of("They ran an ad calling the bridge “a ruin.”")
    assert 0 <= short.salience < long.salience <= 1


def test_the_order_is_that_of_the_text():
    doc = doc_of(OPENING, "Moreno said the work would start in May. She called the old plan “a joke.”")
    starts = [q.start for q in find_quotes(doc)]
    assert starts == sorted(starts)
    assert len(starts) == 3
