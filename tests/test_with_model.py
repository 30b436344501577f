"""The whole way with the real model: from an article file to a page, and warm without spaCy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from project import CONF, HARBOUR, PAGE

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    (folder / "articles").mkdir()
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "articles/harbour.txt").write_text(HARBOUR, "utf-8")
    (folder / "index.rst").write_text(PAGE, "utf-8")
    return folder


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "sphinx", "-n", "-W", "--keep-going", *options]
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [*command, "-b", "text", ".", "out"], cwd=folder, env={**os.environ, "PYTHONPATH": paths}, text=True,
        capture_output=True, check=True,
    )  # fmt: skip


@pytest.mark.model
def test_cold_then_warm(project: Path):
    cold = build(project)
    page = (project / "out/index.txt").read_text("utf-8")
    assert "| spacy\n" in cold.stderr
    assert "analysing articles" in cold.stdout
    assert "**about 400 wardens**" in page
    assert "-- Ada Vale, chief warden" in page
    warm = build(project, "-E")
    assert (project / "out/index.txt").read_text("utf-8") == page
    assert "spacy" not in {
        line.rpartition("|")[2].strip().partition(".")[0] for line in warm.stderr.splitlines()
    }
    assert "analysing articles" not in warm.stdout
    again = build(project)
    assert "no targets are out of date" in again.stdout


@pytest.mark.model
def test_a_build_needs_no_network(project: Path):
    guard = "import socket; socket.socket.connect = None; socket.getaddrinfo = None\n"
    (project / "sitecustomize.py").write_text(guard, "utf-8")
    paths = os.pathsep.join([str(project), str(ROOT)])
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "-d", "cold", "-b", "html", ".", "html"], cwd=project,
        env={**os.environ, "PYTHONPATH": paths}, text=True, capture_output=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.model
def test_the_page_of_the_sample_article(tmp_path: Path):
    seed = ROOT.parent / "shared/seed/isis-caliphate.txt"
    if not seed.is_file():
        pytest.skip("the sample article is not here")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_briefing"]\n', "utf-8")
    (tmp_path / "index.rst").write_text(
        "Sample\n======\n\n.. briefing:facts::\n   :limit: 5\n\n.. briefing:figures:: isis-caliphate\n"
        "   :about: troops, coalition\n\n.. briefing:quotes::\n   :speaker: James Jeffrey\n\n.. briefing:sources::\n",
        "utf-8",
    )
    build(tmp_path)
    page = (tmp_path / "out/index.txt").read_text("utf-8")
    for figure in ("2,000 U.S. troops", "about 400 troops", "79-country and"):
        assert f"| **{figure}" in page
    assert page.count("-- James Jeffrey") >= 7
