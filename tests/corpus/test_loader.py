"""From files to a corpus, through the cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_briefing.analysis.pipeline import ModelNotFoundError
from sphinx_briefing.corpus import Cache, load, loader, scan

ARTICLE = "Lights out\n\n“It is dark,” said Ada Vale. About 30 lamps failed.\n"


@pytest.fixture
def base(tmp_path: Path, stand_in: None) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/lights.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "articles/boats.txt").write_text("Boats\n\nThey carry 90 passengers.\n", "utf-8")
    return tmp_path


def test_articles_are_analysed_once(base: Path, monkeypatch: pytest.MonkeyPatch):
    cache = Cache(base / "cache")
    seen: list[int] = []

    def progress(pairs, total):
        seen.append(total)
        return pairs

    first = load(scan(["articles/*"], base), base, cache, progress)
    assert list(first.articles) == ["boats", "lights"]
    assert [f.text for f in first.analyses["lights"].figures] == ["About 30 lamps"]
    assert seen == [2]
    monkeypatch.setattr(loader, "analyse_all", None)
    monkeypatch.setattr(loader, "read_articles", None)
    again = load(scan(["articles/*"], base), base, cache, progress)
    assert (again.articles, again.analyses) == (first.articles, first.analyses)
    assert seen == [2]


def test_an_edit_is_another_version(base: Path):
    before = scan(["articles/*"], base)
    (base / "articles/lights.txt").write_text(ARTICLE.replace("30", "31"), "utf-8")
    after = scan(["articles/*"], base)
    assert [name for name, _ in after.files] == [name for name, _ in before.files]
    assert after.files[0] == before.files[0]
    assert after.files[1] != before.files[1]


def test_the_cache_key_has_the_model(base: Path):
    assert scan(["articles/*"], base).analysis != scan(["articles/*"], base, "other").analysis


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"article": 1}', '{"article": {"id": 3}}', "null", "\ud800"]
)
def test_a_damaged_entry_is_a_miss(base: Path, damage: str):
    cache = Cache(base / "cache")
    whole = load(scan(["articles/*"], base), base, cache)
    for entry in (base / "cache").rglob("*.json"):
        entry.write_bytes(damage.encode("utf-8", "surrogatepass"))
    assert load(scan(["articles/*"], base), base, cache).analyses == whole.analyses


def test_an_entry_of_another_shape_is_a_miss(base: Path):
    cache = Cache(base / "cache")
    whole = load(scan(["articles/*"], base), base, cache)
    for entry in (base / "cache").rglob("*.json"):
        raw = json.loads(entry.read_text())
        raw["articles"][0]["analysis"]["figures"] = [{"surprise": 1}]
        entry.write_text(json.dumps(raw))
    assert load(scan(["articles/*"], base), base, cache).analyses == whole.analyses


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(base: Path):
    (base / "cache").write_text("a file where the folder should be")
    assert list(load(scan(["articles/*"], base), base, Cache(base / "cache")).articles) == ["boats", "lights"]


def test_nothing_is_left_of_an_interrupted_write(base: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("sphinx_briefing.corpus.cache.json.dump", interrupted)
    with pytest.raises(KeyboardInterrupt):
        load(scan(["articles/*"], base), base, Cache(base / "cache"))
    assert [p for p in (base / "cache").rglob("*") if p.is_file()] == []


def test_without_a_model_texts_are_there_and_the_cache_still_serves(
    base: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(loader, "fingerprint", lambda model: "expected")
    monkeypatch.setattr(loader, "expected_fingerprint", lambda model: "expected")
    cache = Cache(base / "cache")
    load(scan(["articles/l*"], base), base, cache)

    def missing(configured: str) -> str:
        raise ModelNotFoundError("no model: install it")

    monkeypatch.setattr(loader, "find_model", missing)
    corpus = load(scan(["articles/*"], base), base, cache)
    assert corpus.analyses["lights"].figures
    assert corpus.analyses["boats"].figures == ()
    assert "passengers" in corpus.articles["boats"].text
    assert [p.subtype for p in corpus.problems] == ["model"]


def test_no_articles_need_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        loader, "find_model", lambda configured: (_ for _ in ()).throw(ModelNotFoundError("x"))
    )
    assert scan(["articles/*"], tmp_path).problems == ()


def test_articles_elsewhere_keep_their_whole_path(base: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "dark.txt"
    elsewhere.write_text(ARTICLE, "utf-8")
    corpus = load(scan([str(elsewhere)], base), base, Cache(base / "cache"))
    assert corpus.articles["dark"].path == elsewhere.as_posix()


def test_problems_of_articles_come_out_of_the_cache_too(base: Path):
    (base / "articles/empty.txt").write_text("")
    cache = Cache(base / "cache")
    first = load(scan(["articles/*"], base), base, cache)
    assert [p.subtype for p in first.problems] == ["article"]
    assert load(scan(["articles/*"], base), base, cache).problems == first.problems


FEED = """<rss version="2.0"><channel><title>Gazette</title>
<item><title>Lamps</title><description>About 30 lamps failed.</description></item>
<item><title>Boats</title><description>They carry 90 passengers.</description></item></channel></rss>"""


def test_each_entry_of_a_feed_is_an_article(base: Path, monkeypatch: pytest.MonkeyPatch):
    (base / "articles/gazette.xml").write_text(FEED)
    cache = Cache(base / "cache")
    first = load(scan(["articles/*"], base), base, cache)
    assert list(first.articles) == ["boats", "gazette-boats", "gazette-lamps", "lights"]
    assert [f.text for f in first.analyses["gazette-lamps"].figures] == ["About 30 lamps"]
    monkeypatch.setattr(loader, "read_articles", None)
    again = load(scan(["articles/*"], base), base, cache)
    assert (again.articles, again.analyses) == (first.articles, first.analyses)


def test_overrides_of_an_entry_stand_under_its_id(base: Path):
    (base / "articles/gazette.xml").write_text(FEED)
    (base / "articles/gazette.yaml").write_text("overrides:\n  - figure: About 30 lamps\n    drop: true\n")
    (base / "edits.yaml").write_text("gazette-boats:\n  - figure: 90 passengers\n    drop: true\n")
    corpus = load(scan(["articles/*"], base, overrides=["edits.yaml"]), base, Cache(base / "cache"))
    assert corpus.analyses["gazette-boats"].figures == ()
    assert [f.text for f in corpus.analyses["gazette-lamps"].figures] == ["About 30 lamps"]
    (problem,) = corpus.problems
    assert "briefing_overrides" in problem.message
    assert problem.path == "articles/gazette.yaml"


def test_a_library_fills_in_and_only_what_it_changes_is_read_again(
    base: Path, monkeypatch: pytest.MonkeyPatch
):
    cache = Cache(base / "cache")
    read: list[str] = []
    original = loader.read_articles

    def noted(path, name, bibliography):
        read.append(name)
        return original(path, name, bibliography)

    monkeypatch.setattr(loader, "read_articles", noted)

    def publishers(*items: dict[str, str]) -> list[str]:
        read.clear()
        (base / "library.json").write_text(json.dumps(items))
        manifest = scan(["articles/*"], base, bibliography=["library.json"])
        return [a.metadata.publisher for a in load(manifest, base, cache).articles.values()]

    boats = {"id": "boats", "container-title": "Gazette", "URL": "https://x.example/b"}
    assert publishers(boats) == ["Gazette", ""]
    assert read == ["articles/boats.txt", "articles/lights.txt"]
    assert publishers(boats, {"id": "other", "container-title": "Post"}) == ["Gazette", ""]
    assert read == []
    assert publishers({**boats, "container-title": "Post"}) == ["Post", ""]
    assert read == ["articles/boats.txt"]
    assert publishers({**boats, "id": "another"}) == ["", ""], "its address was the item's, not its own"
    assert read == ["articles/boats.txt"]
    assert publishers({**boats, "id": "another"}) == ["", ""]
    assert read == []


def test_a_changed_library_is_another_manifest(base: Path):
    manifests = set()
    for content in ("[]", "[{}]"):
        (base / "library.json").write_text(content)
        manifests.add(scan(["articles/*"], base, bibliography=["library.json"]))
    assert len({*manifests, scan(["articles/*"], base)}) == 3


def test_a_bad_library_is_told_and_the_articles_are_there(base: Path):
    corpus = load(scan(["articles/*"], base, bibliography=["gone.json"]), base, Cache(base / "cache"))
    assert [p.path for p in corpus.problems] == ["gone.json"]
    assert list(corpus.articles) == ["boats", "lights"]
