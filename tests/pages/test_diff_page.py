"""What changed from one lock to another: as a table on a page, and from a shell."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace

import pytest
import stand_in
from project import FERRY, HARBOUR, PAGE, Project

from sphinx_briefing.cli import main
from sphinx_briefing.corpus import loader
from sphinx_briefing.corpus.lock.file import dumped, parsed

NEWS = (
    "News\n====\n\n.. briefing:diff:: old.yaml /locks/new.yaml\n   :caption: What is new\n   :class: news\n"
)


@pytest.fixture(scope="module")
def locks(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Those of two issues of a briefing: a figure was corrected, a quotation went, a paragraph came."""
    project = Project(tmp_path_factory.mktemp("issues") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "analyse_all", stand_in.analyse_all)
        patch.setattr(loader, "find_model", lambda configured: "stand-in")
        patch.setattr(loader, "fingerprint", lambda model: f"stand-in {model}")
        project.sample()
        project.write("index.rst", PAGE)
        old = parsed(json.loads(project.build("briefinglock").text("lock.json"))["lock"])
        key = "figure:harbour/2000-wardens"
        read = replace(old.entries[key].excerpt, modality="claimed", attribution="Ben Okoro")
        old = replace(old, entries={**old.entries, key: replace(old.entries[key], excerpt=read)})
        later = HARBOUR.replace("about 400", "about 300").replace("\n\nThe plan", "\n\nA day on.\n\nThe plan")
        project.article("harbour.txt", later)
        project.article("ferry.txt", FERRY.replace("“Nobody asked us,” said Ben Okoro. ", ""))
        project.write(
            "index.rst", PAGE.replace("400", "300") + "\nProse: :briefing:fact:`Costs rose <harbour>`.\n"
        )
        return dumped(old), json.loads(project.build("briefinglock").text("lock.json"))["lock"]


@pytest.fixture
def issues(project: Project, locks: tuple[str, str]) -> Project:
    """A page on what changed."""
    for name, text in zip(("old.yaml", "locks/new.yaml"), locks, strict=True):
        project.write(name, text)
    project.article("harbour.txt", HARBOUR)
    project.write("index.rst", NEWS)
    return project


def test_a_page_tells_what_changed(issues: Project):
    build = issues.build("html")
    assert build.warnings == []
    page = build.text("index.html")
    heads = [re.sub("<.*?>", "", head) for head in re.findall(r"<th [^>]*>(.*?)</th>", page)]
    assert heads == ["What", "Before", "Now"]
    assert (
        '<strong>Changed</strong>: figure, <span class="briefing-title">Harbour watch draws down</span>'
        in page
    )
    assert 'about <span class="briefing-went">400</span> wardens' in page
    assert 'about <strong class="briefing-came">300</strong> wardens' in page
    assert "status: claimed" in page
    assert "status: reported" in page
    assert "attribution: –" in page
    assert "<strong>No longer used</strong>: quotation" in page
    assert "<strong>New</strong>: fact" in page
    assert "The strait is calm" not in page
    assert re.search(r'<table class="[^"]*briefing-revisions[^"]*news', page)


@pytest.mark.parametrize("builder", ["latex", "man"])
def test_in_every_builder(issues: Project, builder: str):
    assert [w for w in issues.build(builder).warnings if "briefing" in w] == []


def test_nothing_changed(issues: Project):
    issues.write("index.rst", NEWS.replace("/locks/new.yaml", "old.yaml"))
    assert "Nothing changed." in issues.build("text").text("index.txt")


def test_the_page_is_read_again_when_a_lock_changes(issues: Project):
    issues.build("text")
    assert issues.build("text").read == []
    (issues.srcdir / "locks/new.yaml").write_bytes((issues.srcdir / "old.yaml").read_bytes())
    os.utime(issues.srcdir / "locks/new.yaml", (2**31, 2**31))
    again = issues.build("text")
    assert again.read == ["index"]
    assert "Nothing changed." in again.text("index.txt")


@pytest.mark.parametrize(("text", "reason"), [(None, "No such file"), ("{", "is not YAML")])
def test_a_file_that_is_no_lock(issues: Project, text: str | None, reason: str):
    path = issues.srcdir / "old.yaml"
    path.unlink() if text is None else path.write_text(text)
    (warning,) = issues.build("text").warnings
    assert reason in warning
    assert "index.rst:4: WARNING: old.yaml: " in warning
    assert "[briefing.lock]" in warning


def test_from_a_shell(issues: Project, capsys: pytest.CaptureFixture[str]):
    old, new = str(issues.srcdir / "old.yaml"), str(issues.srcdir / "locks/new.yaml")
    assert main(["diff", old, old]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", old, new]) == 1
    told = capsys.readouterr().out
    assert "changed: figure:harbour/about-300-wardens\n  about [-400-] {+300+} wardens\n" in told
    assert "modality: claimed -> reported" in told
    assert "removed: quote:ferry/okoro-nobody-asked-us\n  Nobody asked us,\n" in told
    assert "added: " in told
    assert "the-strait-is-calm" not in told
    assert main(["diff", old, str(issues.srcdir / "conf.py")]) == 2
    assert "conf.py: is " in capsys.readouterr().err
    assert main(["diff", "nowhere.yaml", new]) == 2
