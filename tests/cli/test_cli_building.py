"""A project built by another process."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_briefing.cli.building import build


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/conf.py").write_text('extensions = ["sphinx_briefing"]\n')
    (tmp_path / "source/index.rst").write_text("Islands\n=======\n\nCalm.\n")
    return tmp_path / "source"


def test_pages_are_built_and_nothing_is_left_beside_them(source: Path, tmp_path: Path):
    assert build(source, "text", tmp_path / "out", tmp_path / "cache")
    assert "Calm." in (tmp_path / "out/index.txt").read_text()
    assert sorted(p.name for p in source.iterdir()) == ["conf.py", "index.rst"]


def test_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert not build(tmp_path, "text", tmp_path / "out")
    assert "has no conf.py" in capsys.readouterr().err


def test_a_project_that_cannot_be_built(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert not build(source, "no-such-builder", tmp_path / "out")
    assert "could not be built" in capsys.readouterr().err
