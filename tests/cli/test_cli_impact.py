"""``sphinx-briefing impact``: what rests on an article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_briefing.cli import impact, main

EXPORTED = {
    "articles": [
        {"id": "ferry", "path": "articles/ferry.txt", "title": "Ferries", "status": None, "expired": True},
        {"id": "harbour", "path": "articles/harbour.txt", "title": "Draws down", "status": "retracted", "expired": False},
    ],
    "excerpts": [
        {"key": "figure:harbour/400-wardens", "article": "harbour", "text": "about 400\n wardens"},
        {"key": "fact:harbour/long", "article": "harbour", "text": "The watch goes on and on. " * 9},
        {"key": "figure:ferry/90", "article": "ferry", "text": "90 passengers"},
    ],
    "pages": [
        {
            "page": "index",
            "questions": [
                {"file": "index.rst", "line": 4, "by": "figures", "articles": ["harbour", "ferry"],
                 "excerpts": ["figure:ferry/90", "figure:harbour/400-wardens"]},
                {"file": "index.rst", "line": 4, "by": "status", "articles": ["harbour"], "excerpts": []},
                {"file": "index.rst", "line": 9, "by": "articles", "articles": ["harbour"], "excerpts": []},
                {"file": "index.rst", "line": 9, "by": "articles", "articles": ["harbour"], "excerpts": []},
                {"file": "index.rst", "line": None, "by": "articles", "articles": ["harbour"], "excerpts": []},
            ],
        },
        {
            "page": "list",
            "questions": [
                {"file": "list.rst", "line": None, "by": "articles", "articles": ["harbour"], "excerpts": []},
                {"file": "list.rst", "line": 5, "by": "facts", "articles": ["ferry"], "excerpts": []},
            ],
        },
        {
            "page": "other",
            "questions": [
                {"file": "other.md", "line": 7, "by": "facts", "articles": ["harbour"], "excerpts": ["fact:harbour/long"]}
            ],
        },
    ],
}  # fmt: skip

TABLE = """\
harbour: Draws down (retracted)
2 excerpts on 3 pages

place        asks for  what it uses
index.rst:4  figures   about 400 wardens
index.rst:9  articles  the article
list.rst     articles  the article
other.md:7   facts     The watch goes on and on. The watch goes on and on. The
                       watch goes on and on. The watch goes on and on. The watch
                       goes …
"""


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that was built before."""

    def build(source: Path, builder: str, outdir: Path, cache_dir: Path | None) -> bool:
        assert (builder, cache_dir) == ("briefingjson", None)
        (outdir / "briefing.json").write_text(json.dumps(EXPORTED), "utf-8")
        return True

    monkeypatch.setattr(impact, "build", build)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("name", ["harbour", "docs/articles/harbour.txt", "articles/harbour.txt"])
def test_the_places_of_an_article(exported: None, capsys: pytest.CaptureFixture[str], name: str):
    assert main(["impact", name, "docs"]) == 0
    assert capsys.readouterr() == (TABLE, "")


def test_as_json(exported: None, capsys: pytest.CaptureFixture[str]):
    assert main(["impact", "ferry", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["article"]["id"] == "ferry"
    assert told["uses"] == [
        {"page": "index", "file": "index.rst", "line": 4, "by": "figures", "excerpt": "figure:ferry/90",
         "text": "90 passengers"},
        {"page": "list", "file": "list.rst", "line": 5, "by": "facts", "excerpt": None, "text": None},
    ]  # fmt: skip


def test_an_article_that_has_expired(exported: None, capsys: pytest.CaptureFixture[str]):
    assert main(["impact", "ferry"]) == 0
    assert capsys.readouterr().out.startswith("ferry: Ferries (expired)\n1 excerpt on 2 pages\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [("harbor", "did you mean harbour?"), ("lights", "used are: ferry, harbour")],
)
def test_an_article_that_nobody_uses(
    exported: None, capsys: pytest.CaptureFixture[str], name: str, told: str
):
    assert main(["impact", name]) == 1
    assert capsys.readouterr().err == f"sphinx-briefing: no page uses an article called {name!r}; {told}\n"


def test_a_folder_without_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["impact", "harbour", str(tmp_path)]) == 1
    assert "has no conf.py" in capsys.readouterr().err


def test_a_real_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """What the builder exports is what the command reads: words are proved without a model."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/harbour.txt").write_text("Lights\n\n“It is dark,” said Ada Vale.\n", "utf-8")
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_briefing"]\n')
    (tmp_path / "index.rst").write_text("Islands\n=======\n\nIt is :briefing:quote:`dark <harbour>`.\n")
    assert main(["impact", "harbour", str(tmp_path), "--format", "json"]) == 0
    (use,) = json.loads(capsys.readouterr().out)["uses"]
    assert (use["file"], use["line"], use["by"]) == ("index.rst", 4, "quote")
