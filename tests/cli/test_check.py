"""``sphinx-briefing check``: a line for each finding, an exit status, no Sphinx."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import project
import pytest

from sphinx_briefing.cli import main

PAGE = """\
The islands
===========

It is :briefing:quote:`not safe <harbour>`, and
:briefing:quote:`not very safe <harbour>`. All 77 of them.
"""


@pytest.fixture
def folder(tmp_path: Path, stand_in: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("harbour", project.HARBOUR), ("ferry", project.FERRY)):
        path = tmp_path / "docs" / "articles" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "docs" / "index.rst").write_text(PAGE, "utf-8")
    return tmp_path


FOUND = (
    "docs/index.rst:5: quotation not found in harbour: “not very safe”; nearest there (¶2, Ada Vale): "
    "“not safe” - “very” is not there [briefing.misquote]\n"
)


def test_findings_and_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "docs/index.rst"]) == 1
    assert capsys.readouterr() == (FOUND, "")
    assert (folder / ".briefing-cache").is_dir()


def test_articles_prose_and_cache(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = [
        "check",
        "--articles",
        "docs/articles/h*",
        "--articles",
        "docs/articles/f*",
        "--cache-dir",
        "kept",
    ]
    assert main([*args, "--prose", "docs/index.rst"]) == 1
    told = capsys.readouterr().out
    assert told.startswith(FOUND)
    assert "docs/index.rst:5: the number “77” is not in ferry, harbour" in told
    assert list(Path("kept").iterdir())


def test_a_page_that_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder / "docs" / "index.md"
    page.write_text("It is {briefing:quote}`not safe <harbour>`.\n", "utf-8")
    assert main(["check", str(page)]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs" / "odd.rst").write_bytes(b"\xff\xfe\x00")
    (folder / "docs" / "articles" / "odd.txt").write_bytes(b"\x00\x01\xff" * 300)
    assert main(["check", "docs/none.rst", "docs/odd.rst"]) == 1
    told = capsys.readouterr().err
    assert "docs/none.rst: No such file or directory" in told
    assert "docs/odd.rst: is not UTF-8 text" in told
    assert "articles/odd.txt" in told


def test_it_needs_neither_sphinx_nor_spacy(folder: Path) -> None:
    main(["check", "docs/index.rst"])
    code = (
        "import sys; from sphinx_briefing.cli import main; main(['check', '--prose', 'docs/index.rst']); "
        "print([m for m in ('sphinx', 'docutils', 'spacy') if m in sys.modules], file=sys.stderr)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False,
        cwd=folder,
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] in ("[]", "['spacy']")


def test_a_bad_library_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "library.json").write_text("{}")
    assert main(["check", "docs/index.rst", "--bibliography", "library.json"]) == 1
    out, err = capsys.readouterr()
    assert out == FOUND
    assert "library.json: the bibliography is no list of items" in err


def test_an_article_that_was_retracted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs/articles/harbour.yaml").write_text("status: retracted\n")
    assert main(["check", "--prose", "docs/index.rst"]) == 1
    told = (
        "docs/index.rst:4: the article harbour was retracted; take out what rests on it [briefing.status]\n"
    )
    assert capsys.readouterr().out.startswith(told)
