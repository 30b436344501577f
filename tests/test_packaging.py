"""What is installed: the wheel's contents, the import's cost, and the commands that the README promises."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import sphinx_briefing

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sphinx_briefing"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    pytest.importorskip("flit_core")
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from flit_core.buildapi import build_wheel; build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_has_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    files = {p.relative_to(ROOT).as_posix() for p in PACKAGE.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    assert files <= set(wheel.namelist())


def test_the_wheel_is_typed_and_licensed_and_has_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert "sphinx_briefing/py.typed" in names
    assert any(name.endswith("LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"sphinx_briefing"}
    assert not [name for name in names if name.endswith(".pyc")]


def test_the_import_needs_neither_spacy_nor_a_builder() -> None:
    heavy = ["spacy", "trafilatura", "sphinx.builders", "sphinx.application"]
    code = f"import sys, sphinx_briefing; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_the_wheel_has_the_version_of_the_package(wheel: zipfile.ZipFile) -> None:
    recorded = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    assert f"\nVersion: {sphinx_briefing.__version__}\n" in wheel.read(recorded).decode()


def test_ci_runs_the_readme_s_test_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    command = next(line for line in readme.splitlines() if line.endswith("tox -e py"))
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_the_paths_that_the_guides_name_exist(page: str) -> None:
    named = re.findall(
        r"`([\w.-]+(?:/[\w.-]+)*(?:/|\.(?:py|rst|md|toml)))`", (ROOT / page).read_text("utf-8")
    )
    places = [ROOT, PACKAGE, *(p for p in PACKAGE.iterdir() if p.is_dir())]
    planned = {"sphinx_briefing/analysis/places/"}  # what a contributor of a new kind would add
    assert [n for n in named if n not in planned and not any((place / n).exists() for place in places)] == []


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_the_links_within_the_repository_lead_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)]+)\)", (ROOT / page).read_text("utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []
