"""Which files are articles, and what tells a changed one."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from sphinx_briefing.articles import article_digest, distinct, find_articles, reader_digest
from sphinx_briefing.models import Article

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "articles/b.txt",
        "articles/A.TXT",
        "articles/a.md",
        "articles/page.html",
        "articles/page_files/frame.html",
        "articles/old.htm",
        "articles/a.yaml",
        "articles/notes.odt",
        "articles/.hidden.txt",
        "articles/.git/x.txt",
        "articles/sub/[draft] c.txt",
        "other/d.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    (tmp_path / "articles/dir.txt").mkdir()
    return tmp_path


def listed(folder: Path, *patterns: str) -> list[str]:
    listing = find_articles(patterns, folder)
    assert listing.problems == ()
    return [path.relative_to(folder).as_posix() for path in listing.paths]


def test_known_formats_in_order(folder: Path) -> None:
    assert listed(folder, "articles/*") == [
        *("articles/A.TXT", "articles/a.md", "articles/b.txt", "articles/old.htm", "articles/page.html"),
    ]


def test_folders_below(folder: Path) -> None:
    found = listed(folder, "articles/**/*")
    assert "articles/sub/[draft] c.txt" in found
    assert not any("_files" in path or ".git" in path for path in found)


def test_each_once(folder: Path) -> None:
    assert listed(folder, "articles/*.txt", "articles/b.txt", "./articles/../articles/b.txt") == [
        "articles/b.txt"
    ]


def test_a_folder_stands_for_its_files(folder: Path) -> None:
    assert listed(folder, "other") == ["other/d.txt"]


def test_a_file_whose_name_looks_like_a_glob(folder: Path) -> None:
    assert listed(folder, "articles/sub/[draft] c.txt") == ["articles/sub/[draft] c.txt"]


def test_absolute_patterns(folder: Path) -> None:
    assert find_articles([f"{folder}/other/*.txt"], folder / "articles").paths == (folder / "other/d.txt",)


def test_a_glob_may_match_nothing(folder: Path) -> None:
    assert listed(folder, "nothing/*", "**/*.md") == ["articles/a.md"]


@pytest.mark.parametrize(
    ("pattern", "says"), [("articles/notes.odt", ".txt, .md"), ("gone.txt", "not there")]
)
def test_files_named_outright_must_be_articles(folder: Path, pattern: str, says: str) -> None:
    (problem,) = find_articles([pattern], folder).problems
    assert problem.subtype == "article"
    assert pattern in problem.message
    assert says in problem.message


def test_of_two_articles_with_one_id_the_second_is_left_out() -> None:
    first, second, third = (
        Article(id=name, path=path, text="", sha256="")
        for name, path in (("a", "a.txt"), ("a", "x/a.md"), ("b", "b.txt"))
    )
    kept, (problem,) = distinct([first, second, third])
    assert kept == [first, third]
    assert problem.path == "x/a.md"
    assert "'a'" in problem.message
    assert "a.txt" in problem.message


def test_digest_follows_article_and_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert article_digest(path) == ""
    seen = set()
    for content, sidecar in (("text", None), ("texts", None), ("text", "a: b"), ("", "text")):
        path.write_text(content)
        if sidecar is not None:
            (tmp_path / "a.yaml").write_text(sidecar)
        assert article_digest(path) == article_digest(path)
        seen.add(article_digest(path))
    assert len(seen) == 4


def test_overrides_and_empty_sidecars_leave_the_digest_alone(tmp_path: Path) -> None:
    path, sidecar = tmp_path / "a.txt", tmp_path / "a.yaml"
    path.write_text("text")
    alone = article_digest(path)
    for content in ("", "overrides:\n  - fact: x\n    drop: yes\n", "\ufeffoverrides:\n- fact: x\n"):
        sidecar.write_text(content, "utf-8")
        assert article_digest(path) == alone
    sidecar.write_text("title: A\n")
    titled = article_digest(path)
    assert titled != alone
    sidecar.write_text("title: A\noverrides:\n- fact: x\n\n# why\n  drop: yes\n")
    assert article_digest(path) == titled
    sidecar.write_text("overrides:\n- fact: x\ntitle: A\n")
    assert article_digest(path) not in (
        alone,
        titled,
    )  # the title is on another line, as a warning of it would be


def test_reader_digest_is_stable() -> None:
    assert reader_digest() == reader_digest()
    assert len(reader_digest()) == 16


def test_reader_digest_changes_when_the_html_reader_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_version(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    reader_digest.cache_clear()
    before = reader_digest()
    reader_digest.cache_clear()
    monkeypatch.setattr(metadata, "version", no_version)
    without = reader_digest()
    reader_digest.cache_clear()
    assert without != before
