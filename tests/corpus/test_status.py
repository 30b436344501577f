"""Whether an article may be used as it is: its own status, its day of expiry, and newer articles."""

from __future__ import annotations

import pytest

from sphinx_briefing.corpus import Corpus, Status, StatusQuery, status_of
from sphinx_briefing.corpus.clock import today
from sphinx_briefing.models import Article, Metadata


def status(today: str = "2026-04-01", supersedes: dict[str, str] | None = None, **metadata: str) -> Status:
    """The status of the article ``old`` among some that supersede others."""
    known = {"old": Metadata(**metadata)}
    known |= {new: Metadata(title=f"The {new}", supersedes=olds) for new, olds in (supersedes or {}).items()}
    articles = {i: Article(id=i, path=i, text="", sha256="", metadata=m) for i, m in known.items()}
    return status_of(Corpus(articles=articles, today=today), StatusQuery(article="old"))


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ({"status": "retracted"}, "was retracted; take out what rests on it"),
        (
            {"status": "withheld"},
            "is withheld; take out what rests on it until the article is released",
        ),
        ({"status": "superseded"}, "is superseded; use the newer article"),
        (
            {"expires": "2026-03-31"},
            "expired on 2026-03-31; use a newer article, or correct its `expires`",
        ),
        (
            {"expires": "2026-03", "status": "retracted", "correction": "All of it was invented."},
            "was retracted (“All of it was invented.”) and expired in 2026-03; take out what rests on it",
        ),
        (
            {"supersedes": {"new": "older, old"}, "status": "corrected"},
            "was corrected and is superseded by new; hold what the page says against the correction, "
            "then give the article `status: usable`",
        ),
        ({"supersedes": {"new": "old", "newest": "new"}}, "is superseded by newest; use newest"),
    ],
)
def test_one_problem_says_all(metadata: dict, message: str):
    (problem,) = status(**metadata).problems
    assert (problem.subtype, problem.message) == ("status", f"the article old {message}")


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"status": "usable", "correction": "Costs rose 10 %."},
        {"expires": "2026-04-01"},
        {"expires": "2026-04"},
        {"expires": "2026"},
        {"expires": "some day"},
        {"expires": "1999", "today": ""},
        {"supersedes": {"new": "another"}},
    ],
)
def test_what_may_be_used(metadata: dict):
    assert status(**metadata).problems == ()


def test_versions_in_a_circle_end():
    articles = {
        i: Article(id=i, path=i, text="", sha256="", metadata=Metadata(supersedes=other))
        for i, other in (("a", "b"), ("b", "a"), ("c", "c"))
    }
    corpus = Corpus(articles=articles)
    assert [status_of(corpus, StatusQuery(article=i)).newer for i in "abc"] == ["b", "a", ""]


def test_the_day_can_be_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774958400")
    assert today() == "2026-03-31"


@pytest.mark.parametrize("epoch", ["", "never", "9" * 30])
def test_a_day_that_is_none_is_passed_over(monkeypatch: pytest.MonkeyPatch, epoch: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() > "2026-03-31"
