"""Fixtures for all stages: a stand-in for the model, articles of our own, and projects that are built."""

from __future__ import annotations

import pytest
from hypothesis import settings
from project import Project
from stand_in import analyse_all

#: Each run tries the same examples, at its own pace; ``pytest --hypothesis-profile=explore`` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile("repeatable")


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
