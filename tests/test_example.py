"""The example, which is also the manual: it builds without a warning, and what it says is so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sphinx_briefing.pages.directives import DIRECTIVES
from sphinx_briefing.pages.roles import ROLES

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "example_docs"

pytestmark = pytest.mark.model


class Page(HTMLParser):
    """The ids of a page, its links within itself, and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a" and (values.get("href") or "").startswith("#"):
            self.links.append(str(values["href"])[1:])

    def handle_data(self, data: str) -> None:
        self.text += data


def build(source: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "--keep-going", *options]
    return subprocess.run([*command, str(source), str(out)], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The built pages of the example by name."""
    for needed in ("myst_parser", "trafilatura"):
        pytest.importorskip(needed)
    out = tmp_path_factory.mktemp("example")
    done = build(EXAMPLE, out, "-W")
    assert (done.returncode, done.stderr) == (0, "")
    return {path.stem: Page(path) for path in out.glob("*.html")}


def test_every_reference_leads_to_a_passage_and_back(pages: dict[str, Page]) -> None:
    page = pages["briefing"]
    assert len(page.links) > 40
    assert set(page.links) - {""} <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)


def test_the_briefing_shows_what_the_articles_disagree_on(pages: dict[str, Page]) -> None:
    text = pages["briefing"].text
    for words in ("2,000 troops", "about 400 troops", "some 500", "79-member coalition", "$4.1 billion"):
        assert words in text


def test_boilerplate_of_the_articles_is_on_no_page(pages: dict[str, Page]) -> None:
    shown = " ".join(page.text for page in pages.values())
    for words in ("The Morning Tide", "contributing editor", "long winter", "18,000 readers", "Ned Okonra"):
        assert words not in shown


def test_markdown_and_restructuredtext_give_the_same_items(pages: dict[str, Page]) -> None:
    assert "“everything you see on this island" in pages["briefing-myst"].text
    assert "Marta Oyelane, the auditor general" in pages["briefing-myst"].text


def test_the_manual_prints_the_warnings_of_the_failing_page(tmp_path: Path) -> None:
    done = build(EXAMPLE / "failing", tmp_path / "html", "-d", str(tmp_path / "doctrees"))
    told = done.stderr.replace(f"{EXAMPLE / 'failing'}/", "")
    assert told == (EXAMPLE / "failing" / "warnings.txt").read_text("utf-8")


def test_the_readme_s_page_builds_and_is_the_quick_start_s(tmp_path: Path) -> None:
    page = _code_block(ROOT / "README.md", "rst")
    assert page == _code_block(EXAMPLE / "quickstart.md", "rst")
    (tmp_path / "articles").mkdir()
    shutil.copy(EXAMPLE / "articles" / "drawdown.txt", tmp_path / "articles")
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_briefing"]\n', "utf-8")
    (tmp_path / "index.rst").write_text(page, "utf-8")
    done = build(tmp_path, tmp_path / "html", "-W")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_manual_has_every_directive_and_role() -> None:
    directives, roles = ((EXAMPLE / page).read_text("utf-8") for page in ("directives.rst", "roles.rst"))
    assert set(re.findall(r"^\.\. options:: (\w+)$", directives, re.MULTILINE)) == set(DIRECTIVES)
    assert set(re.findall(r":briefing:(\w+):`", roles)) == set(ROLES)


def _code_block(path: Path, language: str) -> str:
    """The first code block of *language* in a Markdown file, outdented."""
    found = re.search(rf"^( *)```{language}\n(.*?)^\1```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    indent, block = found.groups()
    return "".join(line.removeprefix(indent) for line in block.splitlines(keepends=True))
