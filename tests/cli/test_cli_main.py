"""The command as a whole: help, version, interruptions, the text command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from project import HARBOUR

import sphinx_briefing
from sphinx_briefing.analysis import pipeline
from sphinx_briefing.cli import main


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", "--help"], ["new", "--help"]])
def test_help_and_version_import_nothing_slow(arguments) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "sphinx_briefing", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "sphinx_briefing" in imported
    assert imported.isdisjoint({"spacy", "numpy", "sphinx", "docutils", "trafilatura"})


def test_version(capsys) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["--version"])
    assert raised.value.code == 0
    assert capsys.readouterr().out == f"sphinx-briefing {sphinx_briefing.__version__}\n"


def test_a_command_is_wanted(capsys) -> None:
    with pytest.raises(SystemExit) as raised:
        main([])
    assert raised.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_text_prints_just_what_spans_count_into(tmp_path, capsys) -> None:
    article = tmp_path / "harbour.txt"
    article.write_bytes(HARBOUR.replace("\n", "\r\n").encode() + b"no line end")
    assert main(["text", str(article)]) == 0
    assert capsys.readouterr().out == HARBOUR + "no line end"


def test_text_of_a_missing_file(tmp_path, capsys) -> None:
    assert main(["text", str(tmp_path / "nowhere.txt")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "nowhere.txt" in err


def test_text_is_utf8_whatever_the_locale(tmp_path) -> None:
    article = tmp_path / "harbour.txt"
    article.write_text(HARBOUR, encoding="utf-8", newline="\n")
    command = [sys.executable, "-m", "sphinx_briefing", "text", str(article)]
    done = subprocess.run(
        command,
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout == HARBOUR.encode()


@pytest.mark.usefixtures("stand_in")
def test_an_interrupt_is_no_traceback(tmp_path, capsys, monkeypatch) -> None:
    def interrupted(articles, model):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "analyse_all", interrupted)
    assert main(["extract", str(tmp_path / "a.txt")]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_closed_pipe_is_no_traceback(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("Some words.", encoding="utf-8")
    nobody, pipe = os.pipe()
    os.close(nobody)
    command = [sys.executable, "-m", "sphinx_briefing", "text", str(tmp_path / "a.txt")]
    done = subprocess.run(command, check=False, stdout=pipe, stderr=subprocess.PIPE)
    os.close(pipe)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_error_of_the_system_is_no_traceback(tmp_path, capsys, monkeypatch) -> None:
    def denied(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("sphinx_briefing.cli.text.read_article", denied)
    assert main(["text", "somewhere.txt"]) == 1
    assert capsys.readouterr().err == "sphinx-briefing: somewhere.txt: Permission denied\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("Some words.", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx_briefing", "text", str(tmp_path / "a.txt")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
