"""The compiler's reports become records; what no font can show is found."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from sphinx_briefing.typst import glyphs
from sphinx_briefing.typst.compiler import CompileError, Compiler, Diagnostic, parse_diagnostics

if TYPE_CHECKING:
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
