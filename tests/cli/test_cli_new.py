"""``sphinx-briefing new``: a project that builds as it is, and nothing lost."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from project import FERRY, HARBOUR, Project

from sphinx_briefing.cli import main


@pytest.fixture
def harbour(tmp_path):
    path = tmp_path / "in" / "harbour.txt"
    path.parent.mkdir()
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.mark.usefixtures("stand_in")
def test_a_project_of_ones_own_articles(tmp_path, harbour, capsys) -> None:
    harbour.with_suffix(".yaml").write_text("title: Harbour\n", encoding="utf-8")
    target = tmp_path / "on the_islands"
    (harbour.parent / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert main(["new", str(target), str(harbour.parent)]) == 0
    assert (target / "articles/harbour.txt").read_bytes() == harbour.read_bytes()
    assert (target / "articles/harbour.yaml").read_text(encoding="utf-8") == "title: Harbour\n"
    settings: dict = {}
    exec((target / "conf.py").read_text(encoding="utf-8"), settings)
    assert settings["extensions"] == ["sphinx_briefing"]
    assert settings["project"] == "On the islands"
    page = (target / "index.rst").read_text(encoding="utf-8")
    assert page.startswith("On the islands\n==============\n")
    for directive in ("bluf", "facts", "figures", "quotes", "quote", "sources"):
        assert f".. briefing:{directive}::" in page
    assert f"sphinx-build -n -W '{target}' '{target / '_build'}'" in capsys.readouterr().out


@pytest.mark.usefixtures("stand_in")
def test_the_page_begins_with_a_bottom_line_that_is_proved(tmp_path) -> None:
    article = tmp_path / "ferry.txt"
    long = "The ferry, which is late, " + "and later still, " * 15 + "is not here.\n\n"
    first = "Some `500` wardens *remain* on the islands_, the ferry company said."
    article.write_text(
        FERRY.replace("Some 500 wardens remain on the islands, the ferry company said.", long + first)
    )
    project = Project(tmp_path / "p")
    shutil.rmtree(project.srcdir)
    assert main(["new", str(project.srcdir), str(article)]) == 0
    page = (project.srcdir / "index.rst").read_text(encoding="utf-8")
    assert ".. briefing:bluf::\n\n   :briefing:fact:`Some \\`500\\` wardens" in page
    build = project.build("text")
    assert build.warnings == []
    assert "Bottom line: Some `500` wardens" in build.text("index.txt")


@pytest.mark.usefixtures("stand_in")
def test_the_quotation_that_is_set_off_is_whole_and_escaped(tmp_path, capsys) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(FERRY.replace("Nobody asked us,", "Nobody *asked* us_,"), encoding="utf-8")
    assert main(["new", str(tmp_path / "p"), str(article)]) == 0
    page = (tmp_path / "p/index.rst").read_text(encoding="utf-8")
    assert ".. briefing:quote:: ferry\n\n   Nobody \\*asked\\* us\\_\n" in page


@pytest.mark.usefixtures("stand_in")
def test_the_quotation_that_is_set_off_has_more_than_a_word_or_two_if_there_is_one(tmp_path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(
        FERRY + "\n“Gone,” said Ben Okoro.\n\n“We were on the last boat,” said Ben Okoro.\n", encoding="utf-8"
    )
    assert main(["new", str(tmp_path / "p"), str(article)]) == 0
    page = (tmp_path / "p/index.rst").read_text(encoding="utf-8")
    assert ".. briefing:quote:: ferry\n\n   We were on the last boat\n" in page


@pytest.mark.usefixtures("stand_in")
def test_sections_only_for_what_was_found(tmp_path) -> None:
    article = tmp_path / "dull.txt"
    article.write_text("A dull day in the harbour.\n", encoding="utf-8")
    assert main(["new", str(tmp_path / "p"), str(article)]) == 0
    page = (tmp_path / "p/index.rst").read_text(encoding="utf-8")
    assert "briefing:facts" in page
    assert "briefing:figures::" not in page
    assert "briefing:quotes::" not in page


@pytest.mark.usefixtures("no_model")
def test_without_a_model_the_page_shows_its_sources(tmp_path, harbour, capsys) -> None:
    assert main(["new", str(tmp_path / "p"), str(harbour)]) == 0
    page = (tmp_path / "p/index.rst").read_text(encoding="utf-8")
    assert "briefing:sources" in page
    assert "briefing:facts" not in page
    assert "pip install" in capsys.readouterr().err


@pytest.mark.usefixtures("stand_in")
def test_nothing_is_overwritten(tmp_path, harbour, capsys) -> None:
    target = tmp_path / "p"
    target.mkdir()
    assert main(["new", str(target), str(harbour)]) == 0
    before = {p: p.read_bytes() for p in target.rglob("*") if p.is_file()}
    assert main(["new", str(target)]) == 1
    assert "not empty" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in target.rglob("*") if p.is_file()} == before
    assert main(["new", str(harbour)]) == 1


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    "articles", [["nowhere.txt"], ["in/harbour.txt", "again/harbour.txt"], ["in/picture.png"], ["@none"]]
)
def test_nothing_is_made_of_articles_that_fail(tmp_path, harbour, capsys, articles) -> None:
    (tmp_path / "again").mkdir()
    (tmp_path / "again/harbour.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "in/picture.png").write_bytes(b"\x89PNG")
    given = [a.replace("@", f"@{tmp_path}/") if a.startswith("@") else str(tmp_path / a) for a in articles]
    assert main(["new", str(tmp_path / "p"), *given]) == 1
    assert not (tmp_path / "p").exists()
    assert articles[-1].rpartition("/")[2].lstrip("@") in capsys.readouterr().err


@pytest.mark.model
def test_the_sample_project_builds_without_a_warning(tmp_path) -> None:
    assert main(["new", str(tmp_path / "p")]) == 0
    page = (tmp_path / "p/index.rst").read_text(encoding="utf-8")
    for directive in ("bluf", "facts", "figures", "quotes", "quote", "sources"):
        assert f".. briefing:{directive}::" in page
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", str(tmp_path / "p"), str(tmp_path / "html")]
    subprocess.run(command, check=True, capture_output=True)
    assert "475 million" in (tmp_path / "html/index.html").read_text(encoding="utf-8")
