"""Fixtures for all stages: a stand-in for the model, articles of our own, and projects that are built."""

from __future__ import annotations

import pytest
from project import Project
from stand_in import analyse_all


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Analyse by simple rules instead of with the model, so that tests of later stages are fast and exact."""
    from sphinx_briefing.corpus import loader

    monkeypatch.setattr(loader, "analyse_all", analyse_all)
    monkeypatch.setattr(loader, "find_model", lambda configured: configured or "stand-in")
    monkeypatch.setattr(loader, "fingerprint", lambda model: f"stand-in {model}")


@pytest.fixture
def project(tmp_path, stand_in) -> Project:
    """An empty project, built with the stand-in for the model."""
    return Project(tmp_path / "project")
