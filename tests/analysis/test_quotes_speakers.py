"""Whom a mention means: full names, pronouns, titles, roles - and nobody where the article leaves it open."""

from __future__ import annotations

import pytest
from quotes_docs import doc_of

from sphinx_briefing.analysis.quotes import find_quotes

OPENING = "“We will rebuild the bridge,” said Ada Moreno, the mayor of Tarn. “It will take a year.”"


def last_speaker(*paragraphs):
    return find_quotes(doc_of(*paragraphs))[-1].speaker


@pytest.mark.parametrize(
    "paragraph",
    [
        "“No,” Moreno said. “Never.”",
        "“Stop it,” she shouted.",
        "Moreno vowed to rebuild the bridge before winter.",
        "Nothing, she added, was “settled yet.”",
        "Her claim that the bridge is “safe as houses” made nobody laugh.",
    ],
)
def test_surnames_and_pronouns_get_the_full_name_and_role(paragraph):
    speaker = last_speaker(OPENING, paragraph)
    assert speaker.name == "Ada Moreno"
    assert speaker.role == "mayor of Tarn"
    assert speaker.candidates == ()


def test_no_first_name_is_made_up():
    speaker = last_speaker("“No,” Moreno said. “Never.”")
    assert speaker.name == "Moreno"
    assert speaker.role == ""


def test_a_surname_of_two_people_is_in_doubt():
    speaker = last_speaker("Olga Ek and Jan Ek run the ferry. “It rained,” Ek said.")
    assert speaker.name == ""
    assert speaker.candidates == ("Olga Ek", "Jan Ek")
    assert speaker.printed == "Ek"


def test_a_pronoun_tells_two_people_apart():
    assert last_speaker("Olga Ek and Jan Ek run the ferry. “It rained,” she said.").name == "Olga Ek"


def test_a_pronoun_that_fits_two_people_is_in_doubt():
    speaker = last_speaker("Peter Brandt and John Moser argued all night. “It is late,” he said.")
    assert speaker.name == ""
    assert speaker.candidates == ("Peter Brandt", "John Moser")


def test_a_pronoun_that_fits_nobody_stays_open():
    speaker = last_speaker(OPENING, "They ran an ad calling the bridge “a ruin.”")
    assert (speaker.name, speaker.mention, speaker.candidates) == ("", "They", ())


def test_a_pronoun_of_the_other_gender_is_not_the_last_speaker():
    doc = doc_of(
        "Peter Brandt and John Moser argued all night. “It is late,” he said.", "“Stop it,” she shouted."
    )
    assert find_quotes(doc)[-1].speaker.name == ""


def test_a_bare_title_is_the_one_who_bears_it():
    paragraph = (
        "“The river is ours,” President Ortega told reporters. The president insisted that nobody owned it."
    )
    said, insisted = find_quotes(doc_of(OPENING, paragraph))[1:]
    assert (said.speaker.name, said.speaker.role) == ("Ortega", "President")
    assert (insisted.speaker.mention, insisted.speaker.name) == ("The president", "Ortega")


def test_a_bare_title_of_two_people_is_in_doubt():
    speaker = last_speaker(
        "Senator Ivy Stone and Senator Bruno Falk voted no. “It is wrong,” the senator said."
    )
    assert speaker.name == ""
    assert set(speaker.candidates) == {"Ivy Stone", "Bruno Falk"}


def test_a_bare_title_that_nobody_bears_stays_open():
    speaker = last_speaker("“We were lied to,” the director said.")
    assert (speaker.name, speaker.mention) == ("", "the director")


def test_a_rival_named_since_leaves_a_pronoun_in_doubt():
    speaker = last_speaker(OPENING, "The cameras followed Olga Ek. “It rained,” she said.")
    assert speaker.name == ""
    assert set(speaker.candidates) == {"Ada Moreno", "Olga Ek"}


def test_a_pronoun_may_mean_somebody_who_did_nothing():
    assert last_speaker("The cameras followed Olga Ek. “It rained,” she said.").name == "Olga Ek"


def test_a_subject_is_meant_before_whom_it_acts_on():
    paragraph = "Olga Ek sat down. The cameras found Ada Moreno. “It rained,” she said."
    assert last_speaker(paragraph).name == "Olga Ek"


def test_a_statement_by_somebody_is_theirs():
    assert last_speaker(OPENING, "Moreno’s statement said the toll was gone.").name == "Ada Moreno"
    assert (
        last_speaker("A statement issued by the Tarn Council said the toll was gone.").name == "Tarn Council"
    )


@pytest.mark.parametrize(
    ("paragraph", "name", "role"),
    [
        (
            "Olga Ek, co-director of the Coalition to Protect Rivers, said the toll was gone.",
            "Olga Ek",
            "co-director of the Coalition to Protect Rivers",
        ),
        (
            "Jan Ek, 61, a retired surgeon from Tarn, said the vote was close.",
            "Jan Ek",
            "retired surgeon from Tarn",
        ),
        (
            "James Brandt Jr., the director of the harbour, said the toll was gone.",
            "James Brandt",
            "director of the harbour",
        ),
        (
            "The leader of the Tarn Council, Olga Ek, said the toll was gone.",
            "Olga Ek",
            "leader of the Tarn Council",
        ),
        ("“The pier is cracked,” writes engineer Jan Ek.", "Jan Ek", "engineer"),
        ("Former harbour master Jan Ek said the toll was gone.", "Jan Ek", "Former harbour master"),
    ],
)
def test_roles_are_the_words_beside_a_name(paragraph, name, role):
    speaker = last_speaker(paragraph)
    assert (speaker.name, speaker.role) == (name, role)


def test_an_office_somebody_left_is_a_role():
    doc = doc_of("Moreno stepped down as director of the Tarn Council.", "“No,” Moreno said. “Never.”")
    assert find_quotes(doc)[-1].speaker.role == "director of the Tarn Council"


def test_an_office_somebody_else_is_praised_for_is_not():
    doc = doc_of("Moreno praised Jan Ek as head of the Tarn Council.", "“No,” Moreno said. “Never.”")
    assert find_quotes(doc)[-1].speaker.role == ""


def test_an_office_left_in_a_clause_belongs_to_the_one_named_before():
    doc = doc_of(
        "Jan Ek spoke in his last meeting, weeks before stepping down from chair of the Tarn Council.",
        "“The pier is cracked,” writes engineer Jan Ek.",
    )
    assert find_quotes(doc)[-1].speaker.role == "chair of the Tarn Council"


def test_a_title_and_party_are_a_role():
    speaker = last_speaker("Sen. Hugo Falk (L-Tarn) told reporters that he would resign.")
    assert (speaker.name, speaker.role) == ("Hugo Falk", "Sen. (L-Tarn)")


def test_a_description_before_a_name_is_a_role():
    speaker = last_speaker(OPENING, "“Sign here,” her deputy, Ivo Brandt, told the ferrymen.")
    assert (speaker.name, speaker.role) == ("Ivo Brandt", "deputy")


def test_a_document_speaks_for_whom_it_is_from():
    speaker = last_speaker("A press release from the U.N.-led Operation Ararat was headlined “Tarn is open.”")
    assert speaker.name == "Operation Ararat"


def test_several_speakers_are_all_kept():
    doc = doc_of("According to the harbour ministry and the Tarn Council, the toll has been dropped.")
    (quote,) = find_quotes(doc)
    assert quote.speaker.name == "harbour ministry"
    assert [s.name for s in quote.co_speakers] == ["Tarn Council"]


def test_unnamed_speakers_are_kept_as_described():
    speaker = last_speaker("“Is it safe?” a reporter asked.")
    assert (speaker.name, speaker.role) == ("a reporter", "")


def test_words_inside_a_quotation_name_nobody():
    doc = doc_of(OPENING, "“We won’t pay,” Moreno shrugged. “He knows that,” she said of Brandt.")
    assert {q.speaker.name for q in find_quotes(doc)} == {"Ada Moreno"}
