"""The catalogues: complete, compiled, and used."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from project import Project

import sphinx_briefing

PACKAGE = Path(sphinx_briefing.__file__).parent
LOCALES = PACKAGE / "locales"
LANGUAGES = sorted(p.name for p in LOCALES.iterdir() if p.is_dir())


def messages(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return {m.id: m.string for m in read_po(file) if m.id}


def test_the_template_has_every_label():
    found = {m for _, _, m, _, _ in extract_from_dir(PACKAGE, [("**.py", "python")], keywords={"_": None})}
    assert set(messages(LOCALES / "sphinx_briefing.pot")) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete_and_compiled(language: str):
    folder = LOCALES / language / "LC_MESSAGES"
    translated = messages(folder / "sphinx_briefing.po")
    assert set(translated) == set(messages(LOCALES / "sphinx_briefing.pot"))
    assert all(translated.values())
    with (folder / "sphinx_briefing.mo").open("rb") as file:
        assert {m.id: m.string for m in read_mo(file) if m.id} == translated


def test_labels_and_marks_in_the_page_s_language(project: Project):
    project.sample()
    page = project.build("text", language="de").text("index.txt")
    assert "| Gesagt von" in page
    assert "„not safe“" in page
    assert "(geplant)" in page
