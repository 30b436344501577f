"""Judgements: set apart, on a scale, and by its rules."""

from __future__ import annotations

import re

import pytest
from project import CONF, Project

TITLE = "Islands\n=======\n\n"
LABEL = "Judgement (the author’s, not the sources’)"


def judgement(words: str = "The watch will go.", likelihood: str = "", confidence: str = "") -> str:
    options = f"   :likelihood: {likelihood}\n" if likelihood else ""
    options += f"   :confidence: {confidence}\n" if confidence else ""
    return f".. briefing:judgement::\n{options}\n   {words}\n\n"


def told(project: Project, text: str, **conf: object) -> list[str]:
    """The warnings of a page, each with its line."""
    project.sample()
    project.write("index.rst", TITLE + text)
    build = project.build("text", **conf)
    return [re.sub(r"^.*?index\.rst:(\d+): WARNING: ", r"\1 ", line) for line in build.warnings]


def printed(project: Project, text: str, builder: str = "text", **conf: object) -> str:
    project.sample()
    project.write("index.rst", TITLE + text)
    build = project.build(builder, **conf)
    assert build.warnings == []
    return build.text("index.txt" if builder == "text" else "index.html")


def test_the_label_the_range_and_the_confidence_are_printed(project: Project) -> None:
    text = printed(project, judgement(likelihood="likely", confidence="low"))
    assert LABEL in text
    assert "likely (55–80\u00a0%)" in text
    assert re.search(r"Confidence:\s+low", text)


def test_html_says_it_in_words_and_by_classes(project: Project) -> None:
    page = printed(project, judgement(likelihood="likely", confidence="high"), "html")
    assert f'<p class="admonition-title">{LABEL}</p>' in page
    assert "briefing-judgement" in page
    assert '<dl class="briefing-estimate field-list' in page
    assert '<th class="stub"><p>likely</p></th>' in re.sub(r"\s*\n\s*", "", page)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (judgement(likelihood="likely") * 2, 1),
        (judgement("It is likely."), 1),
        (judgement(confidence="low"), 0),
        ("It is :briefing:likelihood:`likely`.\n", 1),
        ("It is likely.\n", 0),
    ],
)
def test_the_key_stands_once_on_a_page_that_has_likelihoods(project: Project, text: str, keys: int) -> None:
    assert printed(project, text).count("Words of likelihood (ICD 203)") == keys


def test_the_key_comes_after_the_last_judgement(project: Project) -> None:
    text = printed(project, judgement(likelihood="likely") * 2 + "The end.\n\nMore\n----\n\nThe rest.\n")
    assert text.rindex("Judgement") < text.index("Words of likelihood") < text.index("The end.")


def test_without_a_judgement_it_ends_the_section_of_the_last_word(project: Project) -> None:
    text = printed(
        project,
        "It is :briefing:likelihood:`Likely`.\n\nAfter.\n\n.. briefing:sources:: ferry\n\nMore\n----\n\nThe rest.\n",
    )
    assert "Likely (55–80\u00a0%)" in text
    assert (
        text.index("After.")
        < text.index("Words of likelihood")
        < text.index("Ferries return")
        < text.index("More")
    )


def test_the_key_has_the_row_that_the_page_uses(project: Project) -> None:
    text = printed(project, judgement(likelihood="probable"))
    assert "highly improbable" in text
    assert "very unlikely" not in text


def test_phia(project: Project) -> None:
    text = printed(project, judgement(likelihood="realistic possibility"), briefing_likelihood_scale="phia")
    assert "realistic possibility (40–<50\u00a0%)" in text
    assert "likely, probable" in text


def test_no_scale_takes_any_words_and_has_no_key(project: Project) -> None:
    text = (
        judgement("It is probable.", "rather likely") + "It is :briefing:likelihood:`as good as certain`.\n"
    )
    out = printed(project, text, briefing_likelihood_scale=None)
    assert re.search(r"Likelihood:\s+rather likely\n", out)
    assert "as good as certain." in out
    assert "Words of likelihood" not in out


def test_no_scale_in_conf_py(tmp_path, stand_in) -> None:
    project = Project(tmp_path / "project", CONF + "briefing_likelihood_scale = None\n")
    assert told(project, judgement(likelihood="rather likely")) == []


def test_a_scale_that_there_is_not(project: Project) -> None:
    found = told(project, judgement(likelihood="likely"), briefing_likelihood_scale="ipcc")
    assert len(found) == 1
    assert "briefing_likelihood_scale wants one of icd203, phia, or None" in found[0]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (judgement(likelihood="quite likely"), 4, "“quite likely” is not on the scale of ICD 203; nearest: "),
        ("It is :briefing:likelihood:`quite\nlikely`.", 4, "“quite likely” is not on the scale"),
        (judgement("It is unlikely.", "likely"), 4, "the body says “unlikely”, :likelihood: says “likely”"),
        (
            judgement(likelihood="likely") + judgement(likelihood="improbable"),
            9,
            "“improbable” is of another row",
        ),
        (
            judgement("It will probably go.", "likely"),
            4,
            "“probable” is of another row of ICD 203 than “likely”",
        ),
        (
            judgement(likelihood="likely") + "It is :briefing:likelihood:`remote`.",
            9,
            "“remote” is of another row",
        ),
        (
            judgement("So it is.\n\n   With high confidence, it is likely."),
            8,
            "a likelihood and a level of confidence in one sentence: “With high confidence, it is likely.”",
        ),
        (
            "- It is :briefing:likelihood:`likely`; our confidence is low.",
            4,
            "a likelihood and a level of confidence in one sentence",
        ),
    ],
)
def test_what_breaks_the_rules_is_told_once_at_its_line(
    project: Project, text: str, line: int, said: str
) -> None:
    found = told(project, text)
    assert len(found) == 1
    assert found[0].startswith(f"{line} {said}")
    assert found[0].endswith("[briefing.likelihood]")


def test_what_keeps_them_is_not(project: Project) -> None:
    text = (
        judgement("It is likely that they go.", "likely", "low")
        + judgement("No word of it. The most likely route is the strait.", "very unlikely", "high")
        + "They are :briefing:likelihood:`almost certain` to come. Our confidence is high.\n"
    )
    assert told(project, text) == []


def test_likely_and_probable_are_one_row_of_phia(project: Project) -> None:
    text = judgement(likelihood="likely") + judgement(likelihood="probable")
    assert told(project, text, briefing_likelihood_scale="phia") == []


def test_its_numbers_are_checked_as_other_prose_is(project: Project) -> None:
    text = (
        judgement("Of 2,000 wardens, 77 will stay.", "likely", "low")
        + "With :briefing:likelihood:`likely`.\n"
    )
    assert told(project, text) == []
    found = told(project, text, briefing_check_prose=True)
    assert len(found) == 1
    assert found[0].startswith("8 the number “77” is not in ")


def test_a_confidence_that_is_none_names_the_levels(project: Project) -> None:
    found = " ".join(told(project, judgement(confidence="strong")))
    assert all(level in found for level in ("low", "moderate", "high"))
    assert "Content block expected" in " ".join(
        told(project, ".. briefing:judgement::\n   :confidence: low\n")
    )


def test_in_myst(tmp_path, stand_in) -> None:
    pytest.importorskip("myst_parser")
    conf = 'extensions = ["sphinx_briefing", "myst_parser"]\nproject = "Test"\n'
    project = Project(tmp_path / "project", conf)
    project.sample()
    (project.srcdir / "index.rst").unlink()
    project.write(
        "index.md",
        "# Islands\n\n```{briefing:bluf}\nThe {briefing:figure}`about 400 wardens <harbour>` stay.\n```\n\n"
        "```{briefing:judgement}\n:likelihood: likely\n\nThe rest is {briefing:likelihood}`unlikely` to.\n```\n",
    )
    build = project.build("text")
    assert len(build.warnings) == 1
    assert "index.md:7: WARNING: the body says “unlikely”, :likelihood: says “likely”" in build.warnings[0]
    assert "unlikely (20–45\u00a0%)" in re.sub("[ \n]+", " ", build.text("index.txt"))
