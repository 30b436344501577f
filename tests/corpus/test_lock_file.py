"""The lock as a file: it comes back as it was written, and what stays accepted stays as it is."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
import stand_in
from hypothesis import given
from hypothesis import strategies as st
from project import HARBOUR

from sphinx_briefing.articles import read_article
from sphinx_briefing.corpus import Hit, Query
from sphinx_briefing.corpus.lock.file import LockError, dumped, parsed, read_lock, write_lock
from sphinx_briefing.corpus.lock.making import brought_together, entry_of
from sphinx_briefing.corpus.lock.records import Lock, analysis_fields, question_name


def lock_of(folder: Path, text: str) -> Lock:
    path = folder / "harbour.txt"
    path.write_text(text, "utf-8")
    article = read_article(path, name="articles/harbour.txt")
    analysis = stand_in.analyse(article)
    entries = [entry_of(Hit(article, e)) for field in analysis_fields() for e in getattr(analysis, field)]
    return Lock(
        articles={article.id: article.sha256},
        questions={question_name(Query(wanted="figures")): tuple(entry.key for entry in entries)},
        entries={entry.key: entry for entry in entries},
    )


def test_it_comes_back_as_it_was(tmp_path: Path):
    lock = lock_of(tmp_path, HARBOUR)
    path = tmp_path / "lock.yaml"
    write_lock(lock, path)
    assert read_lock(path) == lock
    assert path.read_text("utf-8") == dumped(read_lock(path))
    assert [p.name for p in tmp_path.iterdir() if "lock" in p.name] == ["lock.yaml"]
    path.chmod(0o640)
    write_lock(lock, path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_selectors_hold_in_the_article(tmp_path: Path):
    for entry in lock_of(tmp_path, HARBOUR).entries.values():
        start, end = entry.span
        assert HARBOUR[start:end] == entry.exact
        assert HARBOUR[:start].endswith(entry.prefix)
        assert HARBOUR[end:].startswith(entry.suffix)
        assert all(HARBOUR[p.start : p.end] == p.exact for p in entry.passages)


@given(words=st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40))
def test_any_words_come_back(words: str):
    from sphinx_briefing.models import Excerpt, Span

    excerpt = Excerpt(id=words, text=words, start=0, end=len(words), sentence=Span(0, len(words)))
    from sphinx_briefing.corpus.lock.records import Entry

    entry = Entry(article="a", excerpt=excerpt, exact=words, prefix=words, suffix=words, reviewed_by=words)
    lock = Lock(questions={words: (entry.key,)}, entries={entry.key: entry})
    assert parsed(dumped(lock)) == lock


def test_what_stays_accepted_stays_as_it_is(tmp_path: Path):
    first = brought_together(Lock(), lock_of(tmp_path, HARBOUR), reviewer="Ada Vale", today="2026-11-22")
    assert {(e.reviewed_by, e.reviewed_on) for e in first.entries.values()} == {("Ada Vale", "2026-11-22")}
    assert brought_together(first, lock_of(tmp_path, HARBOUR), reviewer="Ben", today="2027-01-01") == first
    edited = lock_of(tmp_path, HARBOUR.replace("2,000 wardens", "twenty-two 2,100 wardens"))
    second = brought_together(first, edited)
    kept = first.entries["figure:harbour/12"]
    assert second.entries["figure:harbour/12"] == kept
    assert edited.entries["figure:harbour/12"].span != kept.span
    assert second.entries["figure:harbour/2100-wardens"].reviewed_by == ""
    lines = list(difflib.unified_diff(dumped(first).splitlines(), dumped(second).splitlines(), n=0))
    whole = list(difflib.unified_diff(dumped(first).splitlines(), dumped(edited).splitlines(), n=0))
    assert len(lines) < len(whole)


def test_another_reading_is_reviewed_anew(tmp_path: Path):
    new = lock_of(tmp_path, HARBOUR)
    key = "figure:harbour/12"
    other = replace(new.entries[key], excerpt=replace(new.entries[key].excerpt, modality="claimed"))
    old = brought_together(
        Lock(), replace(new, entries={**new.entries, key: other}), reviewer="Ada", today="2026-11-22"
    )
    again = brought_together(old, new, reviewer="Ben", today="2026-11-23")
    assert {k for k, e in again.entries.items() if e.reviewed_by == "Ben"} == {key}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("start: ", "start: x"),
        ("value: 12.0", "value: twelve"),
        ("type: figure", "type: number"),
        ("bound: '~'", "bound: about"),
        ("salience: 0.5", "surprise: 0.5"),
        ("excerpts:\n- article", "excerpts: 3\nrest:\n- article"),
        ("articles:\n", "articles: 5\nothers:\n"),
    ],
)
def test_a_file_that_was_edited_into_nonsense(tmp_path: Path, before: str, after: str):
    text = dumped(lock_of(tmp_path, HARBOUR))
    assert before in text
    with pytest.raises(LockError, match="is no lock"):
        parsed(text.replace(before, after))


def test_a_file_of_bytes(tmp_path: Path):
    (tmp_path / "lock.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LockError, match="UTF-8"):
        read_lock(tmp_path / "lock.yaml")


def test_nothing_is_left_of_an_interrupted_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(lock: Lock) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sphinx_briefing.corpus.lock.file.dumped", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_lock(Lock(), tmp_path / "lock.yaml")
    assert list(tmp_path.iterdir()) == []
