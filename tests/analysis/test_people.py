"""Who is who in an article, on parsed paragraphs of our own."""

from __future__ import annotations

import pytest
from quotes_docs import doc_of

from sphinx_briefing.analysis.ids import named
from sphinx_briefing.analysis.people import find_people
from sphinx_briefing.analysis.people.linking import linked
from sphinx_briefing.analysis.people.role_spans import role_spans
from sphinx_briefing.analysis.quotes import find_speech
from sphinx_briefing.models import Figure, Quote, Span, Speaker

BRANDT = "“The ferry will sail,” said Gen. Ilva Brandt, the commander of the Harbour Guard."
TIRED = "Brandt said 40 wardens had left. “They are tired,” the general said."
ORSK = "President Orsk wants the ferry to stop, and Brandt told the president so on Monday."
HAKANSSON = "Minister Jorun Håkansson read the letter aloud. “Nobody asked us,” Hakansson said."
UNION = "The Tarn Harbour Union (THU) called a strike. The THU has 300 members, said Olga Ek."
TWO_EKS = "Olga Ek and Jan Ek run the ferry. “It rained,” Ek said."
SUND = "Foreign Minister Petra Sund met the wardens in Ostby."
CLUB = "The president of the rowing club kept quiet."


def people_of(*paragraphs, title=False):
    quotes, speakers = find_speech(doc_of(*paragraphs, title=title))
    return {person.name: person for person in find_people(speakers, quotes)}


def calls(person):
    return [alias.text for alias in person.aliases]


def test_a_person_has_the_fullest_name_the_role_and_other_names():
    brandt = people_of(BRANDT, TIRED)["Ilva Brandt"]
    assert (brandt.kind, brandt.role) == ("person", "Gen., commander of the Harbour Guard")
    assert brandt.text == "Gen. Ilva Brandt"
    assert calls(brandt) == ["Gen. Ilva Brandt", "Brandt", "the general"]
    assert brandt.mentions == 3


def test_every_span_holds_its_words():
    doc = doc_of(BRANDT, TIRED, ORSK)
    quotes, speakers = find_speech(doc)
    for person in find_people(speakers, quotes):
        assert doc.text[person.start : person.end] == person.text
        assert all(doc.text[a.start : a.end] == a.text for a in person.aliases)
        told = [doc.text[s:e] for s, e in person.role_spans]
        assert ", ".join(told) == person.role
        assert all(person.role_sentence.contains(span) for span in person.role_spans)


def test_no_first_name_is_made_up_and_a_settled_title_is_a_name():
    orsk = people_of(ORSK)["Orsk"]
    assert orsk.role == "President"
    assert calls(orsk) == ["President Orsk", "the president"]


def test_a_title_of_something_else_is_nobody_s_name():
    orsk = people_of(ORSK, CLUB)["Orsk"]
    assert orsk.mentions == 2


def test_a_title_that_other_words_make_longer_stays_with_them():
    sund = people_of(SUND)["Petra Sund"]
    assert (sund.text, sund.role, sund.aliases) == ("Petra Sund", "Foreign Minister", ())


def test_accents_make_no_other_person():
    people = people_of(HAKANSSON)
    assert list(people) == ["Jorun Håkansson"]
    assert "Hakansson" in calls(people["Jorun Håkansson"])


def test_two_of_one_surname_are_two_and_the_bare_surname_is_neither_s():
    people = people_of(TWO_EKS)
    assert [(p.name, p.mentions, p.aliases) for p in people.values()] == [
        ("Olga Ek", 1, ()),
        ("Jan Ek", 1, ()),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The lighthouse stands on Tarn, where the wind never drops.",
        "Lund waited on the quay. Lund was cold.",
        CLUB,
    ],
)
def test_a_bare_name_without_a_role_or_a_word_said_is_not_taken_for_somebody(paragraph):
    assert people_of(paragraph) == {}


def test_names_of_a_title_line_alone_are_nobody():
    assert people_of("Lund waited on the quay. Lund was cold.", ORSK, title=True).keys() == {"Orsk"}


def test_bodies_that_speak_are_listed():
    people = people_of("According to the Harbour Office, 12 boats were lost.")
    assert [(p.name, p.kind, p.role) for p in people.values()] == [("Harbour Office", "organisation", "")]


def test_initials_that_the_article_explains_are_the_same_body():
    union = people_of(UNION)["Tarn Harbour Union"]
    assert union.kind == "organisation"
    assert calls(union) == ["THU"]
    assert union.mentions == 3


def test_who_speaks_matters_most():
    people = people_of(BRANDT, TIRED, ORSK)
    assert people["Ilva Brandt"].salience > people["Orsk"].salience > people["Harbour Guard"].salience


def test_quotes_and_figures_are_linked_by_names_that_one_person_bears():
    doc = doc_of(BRANDT, TIRED, ORSK)
    quotes, speakers = find_speech(doc)
    figure = {"text": "40", "start": 0, "end": 2, "sentence": Span(0, 2)}
    figures = [
        Figure(**figure, id="a", attribution="Brandt"),
        Figure(**figure, id="b", attribution="the president"),
        Figure(**figure, id="c", attribution="experts"),
    ]
    people, said, given = linked(
        named(find_people(speakers, quotes), doc.text), named(quotes, doc.text), figures
    )
    assert [f.person for f in given] == ["ilva-brandt", "orsk", ""]
    assert {q.speaker.person for q in said} == {"ilva-brandt"}
    brandt = next(p for p in people if p.id == "ilva-brandt")
    assert brandt.quotes == tuple(q.id for q in said)
    assert brandt.figures == ("a",)


def test_a_speaker_in_doubt_is_linked_to_nobody():
    doc = doc_of(TWO_EKS)
    quotes, speakers = find_speech(doc)
    people, said, _ = linked(named(find_people(speakers, quotes), doc.text), named(quotes, doc.text), [])
    assert said[0].speaker.candidates == ("Olga Ek", "Jan Ek")
    assert said[0].speaker.person == ""
    assert [p.quotes for p in people] == [(), ()]


def test_all_speakers_of_a_quote_are_linked():
    place = {"start": 0, "end": 1, "sentence": Span(0, 1)}
    together = (Speaker(name="Petra Sund"), Speaker(name="Sund"))
    quote = Quote(id="q", text="x", **place, speaker=Speaker(name="Ek"), co_speakers=together)
    doc = doc_of(SUND)
    found, speakers = find_speech(doc)
    people = named(find_people(speakers, found), doc.text)
    who, said, _ = linked(people, [quote], [])
    assert said[0].speaker.person == ""
    # a speaker's name is resolved already: a surname that is left is somebody else's
    assert [s.person for s in said[0].co_speakers] == ["petra-sund", ""]
    assert who[0].quotes == ("q",)


@pytest.mark.parametrize(
    ("role", "spans"),
    [("mayor", (Span(43, 48),)), ("old, mayor", (Span(0, 3), Span(43, 48))), ("", ()), ("vet", ())],
)
def test_a_role_is_found_where_it_stands_nearest_to_a_mention(role, spans):
    text = "old mayor? no; not by now. Ada Vale is the mayor"
    assert role_spans(text, role, [(27, 35)]) == spans


def said_in(*paragraphs):
    return [(q.speaker.name, q.speaker.mention, q.speaker.role) for q in find_speech(doc_of(*paragraphs))[0]]


def test_a_name_beside_a_role_is_somebody_whatever_the_model_takes_it_for():
    spokeswoman = "Its spokeswoman, Nuria Castell, would not say when the ferry sails. “No one was surprised,” she said."
    found = said_in("Solvane counts the boats, and Solvane has asked for more.", spokeswoman)
    assert found[-1] == ("Nuria Castell", "she", "spokeswoman")
    assert people_of(spokeswoman)["Nuria Castell"].role == "spokeswoman"


def test_what_is_said_by_email_is_not_the_email_s():
    moll = (
        "The ferry is late. Sister Agnes Moll said by email that the clinic waits, and “so do I,” she wrote."
    )
    assert {name for name, *_ in said_in(moll)} == {"Agnes Moll"}
