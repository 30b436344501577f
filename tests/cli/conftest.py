"""The stand-in for the model, where the command looks for the real one."""

from __future__ import annotations

import pytest
import stand_in as rules

from sphinx_briefing.analysis import pipeline


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Analyse by simple rules instead of with the model."""
    monkeypatch.setattr(pipeline, "analyse_all", rules.analyse_all)
    monkeypatch.setattr(pipeline, "find_model", lambda configured="": configured or "stand-in")


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that could analyse is installed."""
    monkeypatch.setattr(pipeline, "MODEL_PACKAGES", ("no_such_model",))
