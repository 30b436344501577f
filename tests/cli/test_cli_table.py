"""The table: aligned, wrapped to the terminal, safe to print."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from project import FERRY, HARBOUR

from sphinx_briefing.cli import main
from sphinx_briefing.cli.table import Style, tables
from sphinx_briefing.cli.terminal import display_width, printable, wrapped
from sphinx_briefing.models import (
    Analysis,
    Article,
    Change,
    Figure,
    Level,
    Metadata,
    Paragraph,
    Quote,
    Span,
    Speaker,
)

TEXT = "渡轮 ferry carried between 5 and 10 goats"


def article(text: str = TEXT, title: str = "") -> Article:
    return Article(
        id="a", path="a.txt", text=text, sha256="", metadata=Metadata(title=title),
        paragraphs=(Paragraph(0, len(text)),),
    )  # fmt: skip


def figure(words: str, text: str = TEXT, **more) -> Figure:
    start = text.index(words)
    return Figure(text=words, start=start, end=start + len(words), sentence=Span(0, len(text)), **more)


def drawn(
    analysis: Analysis, width: int = 100, *, coloured: bool = False, text: str = TEXT, title: str = ""
) -> list[str]:
    kinds = [k for k in ("figures", "quotes", "facts", "changes") if getattr(analysis, k)]
    return tables(Path("a.txt"), article(text, title), analysis, kinds, Style(width, coloured)).splitlines()


@pytest.mark.usefixtures("stand_in")
def test_a_section_an_article(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert main(["extract", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert all(display_width(line) <= 100 for line in out.splitlines() if str(tmp_path) not in line)
    assert "Harbour watch draws down" in out
    assert "about 400 wardens" in out
    assert "~400" in out
    assert "Ada Vale, the chief warden" in out
    start = HARBOUR.index("about 400 wardens")
    assert f"{start}–{start + len('about 400 wardens')}" in out


def test_columns_stay_aligned_beside_wide_characters() -> None:
    lines = drawn(Analysis(figures=(figure("渡轮", value=2.0), figure("ferry", value=1234567.5, bound=">="))))
    head, wide, plain = lines[-4:-1] if lines[-1] == "" else lines[-3:]
    ends = {display_width(line) for line in (head, wide, plain)}
    assert len(ends) == 1
    assert "≥1,234,567.5" in plain


def test_ranges_and_trends() -> None:
    ranged = figure("between 5 and 10", low=5.0, high=10.0, trend="up")
    assert "↑5–10" in "\n".join(drawn(Analysis(figures=(ranged,))))


def test_changes() -> None:
    text = "The crew went from 50 to about 20, and costs fell 4%"

    def level(words: str) -> Level:
        start = text.index(words)
        return Level(start=start, end=start + len(words), low=1, high=1)

    place = {"text": "", "start": 0, "end": 5, "sentence": Span(0, len(text))}
    whole = Change(before=level("50"), after=level("about 20"), status="planned", subject="crew", **place)
    half = Change(after=level("about 20"), **place)
    amount = Change(amount=level("4%"), direction="down", subject="costs", **place)
    rows = drawn(Analysis(changes=(whole, half, amount)), text=text)
    assert [row.split("  ")[0] for row in rows if "–5" in row] == ["50 → about 20", "? → about 20", "↓ 4%"]
    assert any("planned" in row and "crew" in row for row in rows)


def test_a_table_that_cannot_be_narrowed_further_runs_over() -> None:
    ranged = figure(
        "between 5 and 10",
        low=1e14,
        high=2e14,
        unit="kilometre",
        subject="渡轮 ferry",
        attribution="nobody at all",
    )
    assert max(display_width(line) for line in drawn(Analysis(figures=(ranged,)), 40)) > 40


@pytest.mark.parametrize("width", [40, 60, 90])
def test_tables_are_wrapped_to_the_width(width) -> None:
    text = "Ada Vale, chief warden of the northern islands, said: " + "the lights stay on " * 12
    quote = Quote(
        text=text[54:], start=54, end=len(text), sentence=Span(0, len(text)), segments=(Span(54, len(text)),),
        speaker=Speaker(name="Ada Vale", mention="Ada Vale", end=8, role="chief warden of the northern islands"),
    )  # fmt: skip
    lines = drawn(
        Analysis(quotes=(quote,)), width, text=text, title="A title that is rather longer than forty columns"
    )
    assert max(map(display_width, lines)) <= width
    assert sum(line.count("lights") for line in lines) == 12


def test_colours_on_a_terminal_only_and_never_against_the_users_wish(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    plain = drawn(Analysis(figures=(figure("ferry"),)))
    coloured = drawn(Analysis(figures=(figure("ferry"),)), coloured=True)
    assert "\x1b[1ma.txt\x1b[0m" in coloured
    assert not any("\x1b" in line for line in plain)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("terminal", "no_color", "option", "coloured"),
    [
        (True, "", [], True),
        (False, "", [], False),
        (True, "1", [], False),
        (False, "", ["--color", "always"], True),
        (True, "", ["--color", "never"], False),
    ],
)
def test_when_to_colour(tmp_path, capsys, monkeypatch, terminal, no_color, option, coloured) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    main(["extract", *option, str(tmp_path / "ferry.txt")])
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_an_article_cannot_command_the_terminal() -> None:
    evil = "\x1b[2J red\x07 5 \u202egoats"
    (line,) = [x for x in drawn(Analysis(figures=(figure(evil, evil),)), text=evil) if "goats" in x]
    assert "\x1b" not in line
    assert "\x07" not in line
    assert "\u202e" not in line


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("渡轮", 4), ("e\u0301", 1), ("ｆ", 2), ("", 0)])
def test_display_width(text, columns) -> None:
    assert display_width(text) == columns


def test_wrapping() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("", 5) == [""]
    assert wrapped("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
    assert wrapped("渡轮渡轮", 5) == ["渡轮", "渡轮"]
    assert printable(" a\n\tb ") == "a b"
