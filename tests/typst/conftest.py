"""Fixtures: projects built to PDF."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pdf_project import Built, run

from sphinx_briefing.typst import formulas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOTS = Path(__file__).parent / "roots"
EPOCH = "1767225600"  # 1 January 2026


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Build pages given as text: ``build("index's text", page="another's", conf={...}, files={...})``."""

    def make(
        index: str = "",
        *,
        builder: str = "briefingpdf",
        conf: dict[str, Any] | None = None,
        files: dict[str, bytes] | None = None,
        **pages: str,
    ) -> Built:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "conf.py").write_text('project = "Project"\nextensions = ["sphinx_briefing.typst"]\n')
        for name, text in {"index": index, **pages}.items():
            (source / f"{name}.rst").write_text(text, encoding="utf-8")
        for name, content in (files or {}).items():
            (source / name).write_bytes(content)
        return run(source, builder=builder, **(conf or {}))

    return make


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The root `test-everything`, with every standard node, built once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setattr(
            formulas, "find_spec", lambda _: None
        )  # formulas as source, whether or not they could be drawn
        target = tmp_path_factory.mktemp("everything") / "source"
        shutil.copytree(ROOTS / "test-everything", target)
        yield run(target)
