"""Libraries in CSL-JSON: what they say of an article, and what they can't."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_briefing.articles import Bibliography, read_articles, read_bibliography

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_briefing.models import Article

FERRY = {
    "id": "ferry",
    "type": "article-newspaper",
    "title": "The ferry <i>stops</i>",
    "author": [
        {"family": "Berg", "given": "Mia", "non-dropping-particle": "van den"},
        {"literal": "Ministry of Food and Agriculture"},
        {"family": "Roe", "given": "John", "suffix": "Jr."},
    ],
    "container-title": "Strait Gazette",
    "publisher": "Strait Holding",
    "issued": {"date-parts": [[2025, 5, 16]]},
    "accessed": {"date-parts": [["2025", "6", "1"]]},
    "URL": "https://gazette.example/ferry",
    "language": "en",
    "abstract": "The last ferry.",
    "keyword": "transport, islands",
    "custom": {"reliability": "B", "id": "not-this"},
}


@pytest.fixture
def cited(tmp_path: Path) -> Callable[..., Article]:
    """The article read with a library that holds *items*."""

    def read(
        items: Any, article: str = "About 90 wait.\n", name: str = "ferry.txt", sidecar: str = ""
    ) -> Article:
        (tmp_path / name).write_text(article, "utf-8")
        if sidecar:
            (tmp_path / name).with_suffix(".yaml").write_text(sidecar)
        (tmp_path / "library.json").write_text(items if isinstance(items, str) else json.dumps(items))
        (found,) = read_articles(tmp_path / name, name, read_bibliography(["library.json"], tmp_path))
        return found

    return read


def test_an_item_with_the_articles_id_fills_in(cited: Callable[..., Article]) -> None:
    article = cited([{"id": "other", "title": "Not this"}, FERRY])
    metadata = article.metadata
    assert metadata.title == "The ferry stops"
    assert metadata.authors == ("Mia van den Berg", "Ministry of Food and Agriculture", "John Roe Jr.")
    assert (metadata.publisher, metadata.date) == ("Strait Gazette", "2025-05-16")
    assert (metadata.accessed, metadata.url) == ("2025-06-01", "https://gazette.example/ferry")
    assert (metadata.language, metadata.type) == ("en", "article-newspaper")
    assert (metadata.description, metadata.tags) == ("The last ferry.", ("transport", "islands"))
    assert metadata.reliability == "B"
    assert (article.id, article.problems) == ("ferry", ())


@pytest.mark.parametrize("wrapped", [lambda items: {"items": items}, lambda items: {"references": items}])
def test_lists_may_be_wrapped(cited: Callable[..., Article], wrapped: Callable[[Any], Any]) -> None:
    assert cited(wrapped([FERRY])).metadata.publisher == "Strait Gazette"


@pytest.mark.parametrize("key", ["id", "citation-key"])
def test_ids_are_compared_as_slugs(cited: Callable[..., Article], key: str) -> None:
    assert (
        cited([{**FERRY, "id": "x", key: "Tarn_Ferry"}], name="tarn ferry.txt").metadata.date == "2025-05-16"
    )


@pytest.mark.parametrize(
    "url",
    ["https://gazette.example/ferry", "http://www.gazette.example/ferry/", "https://gazette.example/ferry#x"],
)
def test_an_item_with_the_articles_address_fills_in(cited: Callable[..., Article], url: str) -> None:
    assert cited([{**FERRY, "id": "x"}], sidecar=f"url: {url}\n").metadata.date == "2025-05-16"
    assert cited([{**FERRY, "id": "x"}], sidecar="url: https://gazette.example/\n").metadata.date == ""


def test_front_matter_and_sidecar_go_before_it(cited: Callable[..., Article]) -> None:
    metadata = cited(
        [FERRY], "---\ntitle: Own\n---\nAbout 90 wait.\n", sidecar="title: No\ndate: 2024\n"
    ).metadata
    assert (metadata.title, metadata.date, metadata.publisher) == ("Own", "2024", "Strait Gazette")


def test_it_goes_before_what_a_file_says_of_itself(cited: Callable[..., Article]) -> None:
    mail = "From: Ada Vale <a@x.example>\nSubject: Ferry\nDate: Sat, 17 May 2025 08:00:00 +0000\n\nAbout 90 wait.\n"
    metadata = cited([{**FERRY, "title": ""}], mail, "ferry.eml").metadata
    assert (metadata.title, metadata.date) == ("Ferry", "2025-05-16")
    assert metadata.authors[0] == "Mia van den Berg"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2025]]}, "2025"),
        ({"date-parts": [[2025, 5]]}, "2025-05"),
        ({"date-parts": [["2025", "x", 3]]}, "2025"),
        ({"date-parts": [[2025, 3], [2025, 4]]}, "2025"),
        ({"date-parts": [[2025, 3, 1], [2025, 3, 7]]}, "2025-03"),
        ({"date-parts": [[2025, 3, 1], [0]]}, ""),
        ({"date-parts": [[], []]}, ""),
        ({"date-parts": "2025"}, ""),
        ({"raw": "16 May 2025"}, "2025-05-16"),
        ({"literal": "2025-05"}, "2025-05"),
        ({"literal": "Spring 2025"}, "Spring 2025"),
        ({"edtf": "2025-05~"}, "2025-05"),
        ("2025-05-16", "2025-05-16"),
        ("2025-05-XX", "2025-05"),
        ("2025-XX-XX", "2025"),
        ("2025-05-16/2025-05-18", "2025-05"),
        (2025, ""),
        (None, ""),
    ],
)
def test_dates(cited: Callable[..., Article], issued: object, date: str) -> None:
    assert cited([{**FERRY, "issued": issued}]).metadata.date == date


def test_unusable_values_name_the_item(cited: Callable[..., Article]) -> None:
    (problem,) = cited([{**FERRY, "URL": "gazette"}]).problems
    assert (problem.subtype, problem.path) == ("metadata", "library.json#ferry")


def test_of_two_items_the_first_counts_and_both_are_named(cited: Callable[..., Article]) -> None:
    article = cited([FERRY, {**FERRY, "title": "Another"}, {**FERRY, "id": "x", "title": "A third"}])
    assert article.metadata.title == "The ferry stops"
    (problem,) = article.problems
    assert problem.path == "library.json#ferry"
    assert "library.json#ferry was left out" in problem.message
    assert cited([FERRY, dict(FERRY)]).problems == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "not valid JSON"),
        ("[1]", "no list of items"),
        ("{}", "no list"),
        ('"x"', "no list"),
        ("[" * 10**5, "no list"),
    ],
)
def test_bad_libraries_are_told(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "library.json").write_text(content)
    (problem,) = read_bibliography(["library.json"], tmp_path).problems
    assert (problem.path, problem.subtype) == ("library.json", "metadata")
    assert says in problem.message


def test_a_missing_library_is_told(tmp_path: Path) -> None:
    (problem,) = read_bibliography(["gone.json"], tmp_path).problems
    assert (problem.path, problem.subtype) == ("gone.json", "config")


@pytest.mark.parametrize(
    "odd",
    [
        None,
        True,
        7,
        1.5,
        "",
        "x",
        "/",
        [],
        [None],
        [[]],
        [{}],
        ["x"],
        [{"family": 7}],
        {},
        {"date-parts": [[None]]},
        {"date-parts": [7]},
        {"raw": 7},
        {"x": []},
        {"literal": "2025/"},
    ],
)
def test_odd_values_are_passed_over(odd: object) -> None:
    item: dict[str, Any] = {**dict.fromkeys(FERRY, odd), "id": "ferry", "title": "Ferry"}
    header = Bibliography([("library.json", item)]).item_of("ferry", "")
    assert header.values["title"] == "Ferry"
    assert "id" not in header.values
