"""The compiler's reports become records; what no font can show is found."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from sphinx_briefing.typst import child, glyphs
from sphinx_briefing.typst import compiler as compiler_module
from sphinx_briefing.typst.compiler import CompileError, Compiler, Diagnostic, parse_diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_reports_are_parsed() -> None:
    report = (
        "error: cannot add\n  ┌─ sub/main.typ:4:10\n  │\n4 │ x\n  = hint: try this\n  = hint: or that\n\n"
        "error: missing document title\n = hint: set it\n"
    )
    assert parse_diagnostics(report) == [
        Diagnostic("cannot add", "main.typ", 4, ("try this", "or that")),
        Diagnostic("missing document title", hints=("set it",)),
    ]


def test_an_unreadable_report_is_no_record() -> None:
    assert parse_diagnostics("something else") == []


def test_a_fault_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(CompileError, match="unknown variable: nothing") as fault:
        Compiler(tmp_path).pdf(b"a\n\n#nothing", [], NOW)
    assert fault.value.diagnostics[0].line == 3


def test_clusters_are_characters_with_their_marks() -> None:
    assert glyphs.clusters('"plain" "e\u0301" "漢é漢"') == ["e\u0301", "é", "漢"]
    assert glyphs.clusters('"plain"') == []


def test_what_no_font_can_show(tmp_path: Path) -> None:
    compiler = Compiler(tmp_path)
    assert glyphs.missing(compiler, ["é", "漢", "→", "😀", "x\u0323"], NOW) == ["漢", "😀"]
    assert glyphs.missing(compiler, ["é"], NOW) == []
    assert glyphs.missing(compiler, [], NOW) == []


def test_replacing() -> None:
    assert glyphs.replace("a漢b字", ["漢", "字"]) == "a\ufffdb\ufffd"
    assert glyphs.replace("a漢b", []) == "a漢b"


def test_naming() -> None:
    assert glyphs.name("x\u0323") == "U+0078 LATIN SMALL LETTER X + U+0323 COMBINING DOT BELOW"
    assert glyphs.name("\ue000") == "U+E000 without a name"


@pytest.fixture
def long_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A source that is compiled in a process of its own, however short."""
    monkeypatch.setattr(compiler_module, "LONG", 0)

    def write(text: str) -> Path:
        path = tmp_path / "long.typ"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_long_source_gives_the_same_pdf(long_source: Callable[[str], Path], tmp_path: Path) -> None:
    text = '#set document(title: "T")\n#set text(font: "Nothing")\né'
    source = long_source(text)
    pdf, warnings = Compiler(tmp_path).pdf(source, ["ua-1"], NOW)
    assert (pdf, warnings[0].message) == (
        Compiler(tmp_path).pdf(text.encode(), ["ua-1"], NOW)[0],
        "unknown font family: nothing",
    )
    assert [*tmp_path.iterdir()] == [source]


def test_a_fault_of_a_long_source_has_its_line(long_source: Callable[[str], Path], tmp_path: Path) -> None:
    with pytest.raises(CompileError, match="unknown variable: nothing") as fault:
        Compiler(tmp_path).pdf(long_source("a\n\n#nothing"), [], NOW)
    assert fault.value.diagnostics[0] == Diagnostic("unknown variable: nothing", "long.typ", 3)


def test_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.typ").write_text("a")
    order = {"source": f"{tmp_path}/a.typ", "root": str(tmp_path), "output": f"{tmp_path}/a.pdf"}
    order |= {"fonts": [], "standards": [], "timestamp": 0}
    for standards in ([], ["ua-1"]):
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(order | {"standards": standards})))
        child.main()
    good, bad = re.findall(r"\{.*?\}", capsys.readouterr().out)
    assert json.loads(good) == {"error": "", "warnings": []}
    assert "missing document title" in json.loads(bad)["error"]
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_compiler_that_dies_is_a_fault(
    long_source: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "dies.py"
    script.write_text("raise SystemExit('out of memory')")
    monkeypatch.setattr(compiler_module, "CHILD", script)
    with pytest.raises(CompileError, match="the compiler stopped: out of memory"):
        Compiler(tmp_path).pdf(long_source("a"), [], NOW)
