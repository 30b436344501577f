"""Whatever a file holds, reading it gives text, paragraphs and located problems, never an exception."""

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_briefing.articles import read_article
from sphinx_briefing.articles.limits import MAX_PROSE
from sphinx_briefing.articles.readers import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.articles.conftest import Reader

STORY = "Mission to shrink\n\nThe envoy said that “about 400 troops” would stay in Halden.\n"


def problem(article):
    """The only problem, as file, line and message."""
    (only,) = article.problems
    return only.path, only.line, only.message


def test_article_without_metadata(read: Reader) -> None:
    article = read(STORY)
    assert article.id == "halden"
    assert article.path == "halden.txt"
    assert article.text == STORY
    assert article.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert article.title == "Mission to shrink"
    assert [p.role for p in article.paragraphs] == ["title", "body"]
    assert article.problems == ()


def test_path_is_the_name_given_or_the_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    assert read_article(path).path == path.as_posix()
    assert read_article(path, "articles/a.txt").path == "articles/a.txt"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_are_universal(read: Reader, newline: str) -> None:
    article = read(STORY.replace("\n", newline))
    assert article.text == STORY
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Isis Caliphate_2", "isis-caliphate-2"),
        ("Ålesund–Größe", "alesund-grosse"),
        ("статья 1", "статья-1"),
        ("__", "article"),
    ],
)
def test_id_is_a_slug_of_the_stem(read: Reader, stem: str, expected: str) -> None:
    assert read(STORY, f"{stem}.txt").id == expected


def test_front_matter_names_another_id(read: Reader) -> None:
    assert read(f"---\nid: Halden 2\n---\n{STORY}").id == "halden-2"


class TestEncodings:
    def test_byte_order_mark_is_in_the_text_and_in_no_paragraph(self, read: Reader, tmp_path: Path) -> None:
        article = read("\ufeff" + STORY)
        assert article.text == (tmp_path / "halden.txt").read_text("utf-8")
        assert article.paragraphs[0].start == 1
        assert article.title == "Mission to shrink"
        assert "\ufeff" not in article.prose

    def test_front_matter_after_a_byte_order_mark(self, read: Reader) -> None:
        article = read("\ufeff---\ntitle: Given\n---\n" + STORY)
        assert article.metadata.title == "Given"
        assert article.paragraphs[0].start == len("\ufeff---\ntitle: Given\n---\n")

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf16_with_mark(self, read: Reader, encoding: str) -> None:
        content = STORY if encoding == "utf-16" else "\ufeff" + STORY
        article = read(content.encode(encoding))
        assert article.text == STORY
        assert article.problems == ()

    def test_damaged_utf16(self, read: Reader) -> None:
        article = read(STORY.encode("utf-16") + b"\x00")
        assert article.paragraphs == ()
        assert "damaged" in problem(article)[2]

    def test_windows_encoding_is_read_and_located(self, read: Reader) -> None:
        article = read(STORY.encode("cp1252"))
        assert article.text == STORY
        path, line, message = problem(article)
        assert (path, line) == ("halden.txt", 3)
        assert "Windows-1252" in message
        assert "save it as UTF-8" in message

    def test_one_bad_byte_does_not_spoil_the_rest(self, read: Reader) -> None:
        article = read(STORY.encode() + "\n“No,” she said.".encode("cp1252"))
        assert article.text == STORY + "\n“No,” she said."
        assert problem(article)[1] == 5

    def test_byte_undefined_everywhere(self, read: Reader) -> None:
        assert "\ufffd" in read(STORY.encode() + b"\x81").text


class TestNoText:
    @pytest.mark.parametrize("content", ["", " \n\n\t\n", "---\ntitle: T\n---\n", "\ufeff"])
    def test_empty(self, read: Reader, content: str) -> None:
        article = read(content)
        assert article.paragraphs == ()
        assert problem(article)[2].startswith("the file has no text")

    @pytest.mark.parametrize(
        ("content", "kind"),
        [
            (b"%PDF-1.7\nstream", "a PDF"),
            (b"PK\x03\x04word/document.xml", "an Office document"),
            (b"{\\rtf1 text}", "an RTF document"),
            (bytes(range(256)) * 8, "a binary file"),
            (STORY.encode("utf-16-le"), "a binary file"),
        ],
    )
    def test_binary(self, read: Reader, content: bytes, kind: str) -> None:
        article = read(content)
        assert (article.text, article.paragraphs) == ("", ())
        assert kind in problem(article)[2]

    def test_missing_file(self, tmp_path: Path) -> None:
        article = read_article(tmp_path / "gone.txt", "gone.txt")
        assert (article.id, article.text, article.paragraphs) == ("gone", "", ())
        assert "can't be read" in problem(article)[2]

    def test_folder(self, tmp_path: Path) -> None:
        assert "can't be read" in problem(read_article(tmp_path))[2]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_no_permission(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.txt"
        path.write_text(STORY)
        path.chmod(0)
        assert "permission" in problem(read_article(path))[2].lower()

    def test_unknown_format(self, read: Reader) -> None:
        assert ".txt, .md, .html" in problem(read(STORY, "halden.odt"))[2]

    def test_too_large_to_read(self, tmp_path: Path) -> None:
        path = tmp_path / "vast.txt"
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        assert "larger than" in problem(read_article(path))[2]


def test_a_web_page_named_as_text(read: Reader) -> None:
    article = read("<!DOCTYPE html>\n<html><script>alert(1)</script></html>\n")
    assert ".html" in problem(article)[2]
    assert "<script>" in article.prose


class TestLimits:
    def test_stray_nul_is_told_and_blanked(self, read: Reader) -> None:
        article = read(STORY.replace("troops", "troops\0"))
        path, line, message = problem(article)
        assert (path, line) == ("halden.txt", 3)
        assert "U+0000" in message
        assert "\0" not in article.prose
        assert "\0" not in article.printed(article.paragraphs[1].span)

    def test_direction_override_is_blanked_silently(self, read: Reader) -> None:
        article = read(STORY.replace("400", "\u202e400"))
        assert article.problems == ()
        assert "\u202e" not in article.prose

    def test_endless_word_is_data(self, read: Reader) -> None:
        article = read(STORY + "\n" + "A" * 4000 + " of it.\n")
        assert problem(article)[1] == 5
        assert article.printed(article.paragraphs[2].span) == "of it."

    def test_five_megabytes_on_a_line(self, read: Reader) -> None:
        line = "The envoy said that about 400 troops would stay. " * 100_000
        started = time.perf_counter()
        article = read(line)
        prose = article.prose
        assert time.perf_counter() - started < 20, "this takes a fraction of a second"
        assert len(article.text) == len(prose) == len(line)
        (paragraph,) = article.paragraphs
        assert MAX_PROSE - 100 < paragraph.end <= MAX_PROSE
        assert article.text[paragraph.end] == " "
        assert "more than" in problem(article)[2]

    def test_five_megabytes_without_a_space(self, read: Reader) -> None:
        article = read("x" * 5_000_000 + "\n\n" + STORY)
        assert problem(article)[2].startswith("the text has 5000000 characters without a space")
        assert article.prose.strip().startswith("Mission to shrink")

    @pytest.mark.parametrize("piece", ["*a [b ", "![a ", "<a ", "<!-- ", "` ", "[", "| "])
    def test_markdown_that_never_closes(self, read: Reader, piece: str) -> None:
        started = time.perf_counter()
        read(piece * (60_000 // len(piece)), "halden.md")
        assert time.perf_counter() - started < 10

    @pytest.mark.parametrize("block", ["a\n", "Jane Doe is a reporter.\n\n", "Jane Doe\n\n"])
    def test_many_paragraphs(self, read: Reader, block: str) -> None:
        started = time.perf_counter()
        read(block * (60_000 // len(block)))
        assert time.perf_counter() - started < 10

    def test_cut_between_paragraphs(self, read: Reader) -> None:
        block = "The envoy said that about 400 troops would stay. " * 2000
        article = read(f"{block}\n\n" * 5)
        assert len(article.paragraphs) == 3
        assert problem(article)[1] == 5


def test_offsets_of_the_sample_article(shared_seed: Path) -> None:
    gold = yaml.safe_load((shared_seed / "gold.yaml").read_text("utf-8"))
    article = read_article(shared_seed / gold["file"])
    assert [list(p.span) for p in article.paragraphs] == gold["paragraphs"]
    assert article.sha256 == gold["sha256"]
    boilerplate = [(b["start"], b["end"]) for b in gold["boilerplate"]]
    assert [tuple(p.span) for p in article.paragraphs if p.role == "boilerplate"] == boilerplate
    assert [p.role for p in article.paragraphs].count("body") == 24
    assert article.title == gold["metadata"]["title"]["text"]
    assert article.problems == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    suffix=st.sampled_from([".txt", ".md", ".eml", ".mht", ".json", ".xml"]),
)
def test_no_content_raises(read: Reader, content: bytes, suffix: str) -> None:
    article = read(content, f"any{suffix}", sidecar=content)
    assert len(article.prose) == len(article.text)
    assert article.prose.count("\n") == article.text.count("\n")
    ends = [0]
    for paragraph in article.paragraphs:
        assert ends[-1] <= paragraph.start < paragraph.end <= len(article.text)
        ends.append(paragraph.end)
    marks = [0]
    for mark in article.markup:
        assert marks[-1] <= mark.start < mark.end
        marks.append(mark.end)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.text(alphabet="ab *_[]()`!<>#|-=:\\\n.~^&;/1\"' ", max_size=120))
def test_markdown_keeps_letters_and_offsets(read: Reader, content: str) -> None:
    article = read(content, "any.md")
    for paragraph in article.paragraphs:
        assert article.text[paragraph.start : paragraph.end].strip()
    kept = [c for c in article.prose if not c.isspace()]
    assert all(c in content for c in kept)
