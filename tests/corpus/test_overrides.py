"""What people change in an analysis: matched by id or words, told where it fits nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stand_in import analyse

from sphinx_briefing.articles import read_article
from sphinx_briefing.articles.sidecar import split_sidecar
from sphinx_briefing.corpus.overrides import OverrideFile, find_overrides, overridden
from sphinx_briefing.corpus.overrides.reading import read_overrides
from sphinx_briefing.models import Analysis, Edit

ARTICLE = """\
Harbour watch draws down

The Harbour Watch said it will cut its force from 2,000 wardens on the islands.

“The strait is calm, but it is not safe,” said Ada Vale, the chief warden. “We stay until the lights are back.”

The plan leaves about 400 wardens behind, Ada Vale wrote. The last boat leaves at dawn.

“Nobody asked us,” says Ben Okoro, a fisherman. Nobody asked us.

Okoro calls it “a costly mistake”. A dozen boats are for sale, and some 30 nets. President Farrow is silent.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory):
    path: Path = tmp_path_factory.mktemp("articles") / "harbour.txt"
    path.write_text(ARTICLE, "utf-8")
    return read_article(path, "harbour.txt")


@pytest.fixture
def edit(article):
    """The analysis after the overrides of a sidecar, and what was wrong with them."""

    def edited(*entries: str) -> tuple[Analysis, list[str]]:
        text = "overrides:\n" + "".join(f"  - {entry}\n" for entry in entries)
        read = read_overrides(text, "harbour.yaml", shared=False)
        analysis, wrong = overridden(article, analyse(article), read.overrides)
        problems = [*read.problems, *wrong]
        assert {p.subtype for p in problems} <= {"override"}
        return analysis, [f"{p.line}: {p.message}" for p in problems]

    return edited


def by_text(excerpts, words: str):
    (found,) = [e for e in excerpts if words in e.text]
    return found


@pytest.mark.parametrize(
    "named",
    [
        "vale-the-strait-is-calm-b",
        "The strait is calm, but it is not safe, We stay until the lights are back.",
        '"the STRAIT is calm – but it is not safe"',
        "until the lights are back",
    ],
)
def test_an_excerpt_is_meant_by_its_id_or_its_words(edit, named: str):
    analysis, problems = edit(f"{{quote: {named!r}, note: Said twice}}")
    assert problems == []
    assert by_text(analysis.quotes, "calm").note == "Said twice"


@pytest.mark.parametrize("name", ["Ben Okoro", "ben okoro", "Okoro"])
def test_a_speaker_whom_the_article_names(edit, name: str):
    analysis, _ = edit(f"{{quote: We stay until the lights, speaker: {name}}}")
    quote = by_text(analysis.quotes, "calm")
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.person) == (
        "Ben Okoro",
        "a fisherman",
        "ben-okoro",
    )
    assert quote.edited == (Edit(field="speaker", before="Ada Vale", after="Ben Okoro"),)
    said = {p.name: p.quotes for p in analysis.people}
    assert said["Ada Vale"] == ()
    assert said["Ben Okoro"] == tuple(q.id for q in analysis.quotes)


def test_a_speaker_whom_it_does_not_name(edit):
    analysis, _ = edit("{quote: Nobody asked us, speaker: Cora Lind, role: a netmaker}")
    quote = by_text(analysis.quotes, "Nobody")
    assert (quote.speaker.name, quote.speaker.mention, quote.speaker.person) == ("Cora Lind", "", "")
    assert [e.field for e in quote.edited] == ["speaker", "role"]
    assert {p.name: p.quotes for p in analysis.people}["Ben Okoro"] == ()


def test_a_speaker_who_is_not_known_after_all(edit):
    analysis, problems = edit(
        "{quote: Nobody asked us, speaker: ''}", "{quote: Nobody asked us, role: a diver}"
    )
    assert by_text(analysis.quotes, "Nobody").speaker is None
    assert problems == [
        "3: the quote okoro-nobody-asked-us has no speaker who could have a role; give its `speaker` too"
    ]


def test_figures_and_changes_are_corrected(edit):
    analysis, problems = edit(
        "{figure: about 400 wardens, unit: guard, subject: guards, attribution: Ben Okoro, as-of: in May}",
        "{change: wardens-2000-400, subject: guards}",
    )
    assert problems == []
    figure = by_text(analysis.figures, "400")
    assert (figure.unit, figure.unit_phrase, figure.as_of) == ("guard", "guard", "in May")
    assert (figure.attribution, figure.person, figure.value) == ("Ben Okoro", "ben-okoro", 400)
    assert {p.name: figure.id in p.figures for p in analysis.people}["Ben Okoro"]
    assert analysis.changes[0].edited == (Edit(field="subject", before="wardens", after="guards"),)


def test_what_is_already_read_so_is_no_edit(edit):
    analysis, problems = edit("{figure: 2000-wardens, unit: warden}")
    assert (analysis.figures[0].edited, problems) == ((), [])


def test_a_person_s_role_is_that_of_their_quotations(edit, article):
    analysis, _ = edit("{person: Ada Vale, role: The plan}", "{person: Ben Okoro, role: a boatwright}")
    vale, okoro = (p for p in analysis.people if p.name in ("Ada Vale", "Ben Okoro"))
    assert article.text[slice(*vale.role_spans[0])] == "The plan"
    assert okoro.role_spans == ()
    assert [q.speaker.role for q in analysis.quotes] == ["The plan", "a boatwright"]
    assert all(q.edited for q in analysis.quotes)


def test_what_is_dropped_leaves_nothing_behind(edit):
    analysis, problems = edit(
        "{figure: about 400 wardens, drop: true}",
        "{quote: Nobody asked us, drop: true}",
        "{person: Ada Vale, drop: true}",
    )
    assert problems == []
    assert not [f for f in analysis.figures if "400" in f.text]
    assert analysis.changes == ()
    (quote,) = analysis.quotes
    assert (quote.speaker.name, quote.speaker.person, quote.edited) == ("Ada Vale", "", ())
    assert {p.name: (p.quotes, p.figures) for p in analysis.people}["Ben Okoro"] == ((), ())


def test_a_quotation_is_added(edit, article):
    analysis, problems = edit(
        "{quote: a costly mistake, add: true, speaker: Ben Okoro}",
        "{quote: The last boat leaves at dawn, add: true}",
    )
    assert problems == []
    quote = by_text(analysis.quotes, "costly")
    assert (quote.kind, quote.id, quote.edited) == ("mixed", "costly-mistake", (Edit(field="added"),))
    assert [article.text[slice(*s)] for s in quote.segments] == ["a costly mistake"]
    assert quote.id in {p.name: p.quotes for p in analysis.people}["Ben Okoro"]
    assert by_text(analysis.quotes, "dawn").kind == "indirect"
    analysis, _ = edit("{quote: calls it “a costly mistake”. A dozen, add: true, speaker: Okoro}")
    assert by_text(analysis.quotes, "calls it").kind == "indirect"
    assert [q.start for q in analysis.quotes] == sorted(q.start for q in analysis.quotes)


def test_a_quotation_with_its_interruption_is_added(edit, article):
    words = "“The strait is calm, but it is not safe,” said Ada Vale, the chief warden. “We stay"
    analysis, problems = edit(
        "{quote: calm, drop: true}", f"{{quote: '{words}', add: true, speaker: Ada Vale}}"
    )
    assert problems == []
    quote = by_text(analysis.quotes, "We stay")
    assert quote.text == "The strait is calm, but it is not safe, We stay"
    assert [article.text[slice(*s)] for s in quote.segments] == [
        "The strait is calm, but it is not safe,",
        "We stay",
    ]


def test_a_figure_is_added_and_its_number_read(edit):
    analysis, problems = edit(
        "{figure: A dozen boats, add: true, attribution: Farrow}", "{fact: The last boat, add: yes}"
    )
    assert problems == []
    figure = by_text(analysis.figures, "dozen")
    assert (figure.value, figure.unit, figure.attribution, figure.salience) == (12, "boats", "Farrow", 1)
    assert figure.edited == (Edit(field="added"),)
    assert analysis.facts[0].text == "The last boat"


def test_what_is_there_is_not_added_again(edit):
    analysis, problems = edit("{figure: 2000-wardens, add: true, grade: b2}")
    assert (problems, len(analysis.figures)) == ([], 4 - 1)
    figure = by_text(analysis.figures, "2,000")
    assert (figure.reliability, figure.credibility, figure.edited) == ("B", "2", ())


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{quote: Nobody told us, drop: true}",
            "harbour has no quote “Nobody told us”; nearest is okoro-nobody-asked-us (“Nobody asked us,”); "
            "correct the override, or take it out",
        ),
        (
            "{figure: '77', drop: true, paragraph: 9}",
            "harbour has no figure “77” in ¶9; it has 2000-wardens, about-400-wardens, some-30-nets; "
            "correct the override, or take it out",
        ),
        ("{figure: wardens, drop: true}", "“wardens” fits several: 2000-wardens, about-400-wardens; give one of these ids, or the `paragraph`"),
        (
            "{quote: We stay until the bells are back, add: true}",
            "“We stay until the bells are back” is not in harbour; nearest there: “We stay until the lights are back.”; "
            "correct the words, or take the override out",
        ),
        ("{fact: '...', add: true}", "“...” is not in harbour; correct the words, or take the override out"),
        ("{quote: '...', drop: true}", "harbour has no quote “...”; it has vale-the-strait-is-calm-b, okoro-nobody-asked-us; correct the override, or take it out"),
        ("{fact: the, add: true}", "“the” stands in ¶1, ¶2 of harbour; give the `paragraph` that is meant"),
        ("{figure: Okoro calls it, add: true}", "“Okoro calls it” holds no number; a figure is added by the words of one number, with its hedge and unit"),
        ("{figure: A dozen boats are for sale and some 30 nets, add: true}", "“A dozen boats are for sale and some 30 nets” is not in harbour; nearest there: “A dozen boats are for sale, and some 30 nets.”; correct the words, or take the override out"),
        ("{figure: 'A dozen boats are for sale, and some 30 nets', add: true}", "“A dozen boats are for sale, and some 30 nets” holds 2 numbers; a figure is added by the words of one number, with its hedge and unit"),
        ("{quote: calm, drop: perhaps}", "'drop' takes true or false, not 'perhaps'"),
        ("{quote: calm, speeker: X}", "the key 'speeker' of a quote is not known and was left out; did you mean 'speaker'?"),
        ("{fact: dawn, unit: X}", "the key 'unit' of a fact is not known and was left out; a fact takes add, drop, paragraph, grade, note"),
        ("{figure: 400, value: 500}", "'value' can't be overridden: the article's own words prove it; drop the excerpt and add the right words"),
        ("{person: Ada, text: X}", "'text' can't be overridden: the article's own words prove it; drop the excerpt"),
        ("{quote: calm, grade: G7}", "'grade' can't be 'G7' and was left out; write a letter A to F, a number 1 to 6, or both: B2"),
        ("{quote: calm, drop: yes, paragraph: two}", "'paragraph' takes the number that a page prints behind ¶, not 'two'"),
        ("{quote: calm, note: [a, b]}", "'note' takes text and was left out; put it in quotation marks"),
        ("{quote: calm}", "the override of “calm” does nothing; give one of drop, add, speaker, role, grade, note"),
        ("{quote: calm, add: true, drop: true}", "an excerpt can't be both added and dropped; leave one of them out"),
        ("{person: Cora Lind, add: true}", "a person can't be added; only figure, quote, fact can"),
        ("{quote: '', drop: true}", "'quote' takes the id or the words of the excerpt"),
        ("{drop: true}", "an override names one excerpt by one of the keys figure, quote, fact, change, person, event, gap, tension"),
        ("calm", "this is no mapping of keys and was left out; write an override as keys, beginning with 'quote:' or another kind"),
        ("{[a]: b}", "a key has to be a word; write an override as keys, beginning with 'quote:' or another kind"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(edit, entry: str, message: str):
    assert edit(entry)[1] == [f"2: {message}"]


def test_a_paragraph_decides(edit):
    analysis, problems = edit(
        "{fact: the, add: true, paragraph: 2}", "{figure: wardens, paragraph: 3, note: X}"
    )
    assert problems == []
    assert (analysis.facts[0].paragraph, by_text(analysis.figures, "400").note) == (2, "X")
    assert edit("{fact: the, add: true, paragraph: 5}")[1][0].startswith("2: “the” is not in harbour, ¶5;")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("a costly mistake", "Okoro calls it “a costly mistake”."),
        ("some 30 nets", "A dozen boats are for sale, and some 30 nets."),
        ("is silent", "President Farrow is silent."),
        ("We stay", "“We stay until the lights are back. Then we go.”"),
    ],
)
def test_without_an_analysis_the_stops_part_sentences(tmp_path: Path, words: str, sentence: str):
    (tmp_path / "a.txt").write_text(ARTICLE.replace("back.”", "back. Then we go.”"), "utf-8")
    article = read_article(tmp_path / "a.txt")
    read = read_overrides(f"overrides: [{{fact: {words}, add: true}}]", "a.yaml", shared=False)
    (fact,) = overridden(article, Analysis(), read.overrides)[0].facts
    assert article.text[slice(*fact.sentence)] == sentence


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("overrides: [", "the overrides are not valid YAML and were left out"),
        ("overrides: " + "[" * 20 + "]" * 20, "the overrides are not valid YAML and were left out (it is nested too deeply)"),
        ("overrides: {quote: x}", "'overrides' takes a list; begin each override with a dash"),
        ("- a", "this is no mapping of keys and was left out; give each article's id a list of overrides"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_of_overrides(text: str, message: str):
    read = read_overrides(text, "harbour.yaml", shared=False)
    assert read.overrides == ()
    assert re.match(re.escape(message), read.problems[0].message)


def test_a_file_without_any():
    assert read_overrides("# none yet\n", "overrides.yaml", shared=True) == ((), ())


def test_a_file_that_went_away(tmp_path: Path):
    (tmp_path / "edits").mkdir()
    files, problems = find_overrides([], ["edits*", "edits/none*"], tmp_path)
    assert (files, problems) == ([], [])
    (problem,) = OverrideFile("edits/one.yaml", "").read(tmp_path).problems
    assert problem.message == "the overrides can't be read (No such file or directory); check the file"


LINES = st.lists(
    st.sampled_from(["overrides:", "overrides : []", "title: A", "  - quote: x", "- fact: y", "", "# why", "---", " override"])
)  # fmt: skip


@given(LINES)
def test_each_line_of_a_sidecar_is_in_one_half_at_its_place(lines: list[str]):
    halves = [half.split("\n") for half in split_sidecar("\n".join(lines))]
    padded = [half + [""] * (len(lines) - len(half)) for half in halves]
    for line, ours, theirs in zip(lines, *padded, strict=False):
        assert sorted((ours, theirs)) == sorted((line, ""))
    assert not [line for line in padded[0] if line.startswith("overrides")]
