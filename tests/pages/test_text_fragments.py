"""Links to the words in the original, held against a small reading of the standard that shares nothing with ours."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.corpus.fragments import link_to, without_directive
from sphinx_briefing.models import Article, Metadata, Paragraph, Span

if TYPE_CHECKING:
    from project import Project

URL = "https://courier.example/harbour"
LONG = (
    "The first of many words is here, " + "and so they go on " * 20 + "until the very last of them is told."
)


def article(*paragraphs: str, url: str = URL) -> Article:
    text = "\n\n".join(paragraphs)
    starts = [m.start() for m in re.finditer(r"(?:\A|(?<=\n\n)).", text)]
    laid_out = tuple(Paragraph(s, s + len(p)) for s, p in zip(starts, paragraphs, strict=True))
    return Article(
        id="a", path="a.txt", text=text, sha256="", metadata=Metadata(url=url), paragraphs=laid_out
    )


def link(made: Article, words: str, nth: int = 0) -> str:
    start = [m.start() for m in re.finditer(re.escape(words), made.text)][nth]
    return link_to(made, Span(start, start + len(words)))


def directive(url: str) -> dict[str, str]:
    """The parts of the directive in *url*: the grammar of the standard, by hand."""
    terms = url.partition("#")[2].partition(":~:text=")[2].split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms[-1].startswith("-") else ""
    assert 1 <= len(terms) <= 2
    names = {"prefix": prefix, "start": terms[0], "end": terms[1] if len(terms) > 1 else "", "suffix": suffix}
    return {name: unquote(term) for name, term in names.items()}


def followed(url: str, text: str) -> list[str]:
    """All that a reader of *text* finds there: every place, though a browser shows only the first."""
    parts = directive(url)
    flat = " ".join(text.split()).lower()
    found = []
    for at in range(len(flat)):
        here = flat[at:]
        if at and flat[at - 1].isalnum() and here[:1].isalnum():
            continue
        if not here.startswith(parts["prefix"].lower()):
            continue
        here = here[len(parts["prefix"]) :]
        here = here.lstrip() if parts["prefix"] else here
        if not here.startswith(parts["start"].lower()):
            continue
        stop = len(parts["start"])
        if parts["end"]:
            stop = here.find(parts["end"].lower(), stop) + len(parts["end"])
        rest = here[stop:]
        if not rest[:1].isalnum() and rest.lstrip().startswith(parts["suffix"].lower()):
            found.append(here[:stop])
    return found


def test_words_that_stand_once_are_given_whole() -> None:
    made = article("Nothing here.", "The strait is calm, but it isn’t safe & dry - not yet.")
    url = link(made, "The strait is calm, but it isn’t safe & dry - not yet.")
    assert (
        url
        == f"{URL}#:~:text=The%20strait%20is%20calm%2C%20but%20it%20isn%E2%80%99t%20safe%20%26%20dry%20%2D%20not%20yet"
    )
    assert followed(url, made.text) == ["the strait is calm, but it isn’t safe & dry - not yet"]


def test_long_words_by_their_ends_even_across_paragraphs() -> None:
    made = article("Before.", LONG, "After that.")
    parts = directive(link(made, LONG))
    assert parts == {"prefix": "", "start": "The first of many", "end": "of them is told", "suffix": ""}
    two = article("It ends with the lights. Who knows?", "Nobody here does. That is all.")
    parts = directive(link_to(two, Span(0, len(two.text))))
    assert (parts["start"], parts["end"]) == ("It ends with the", "does. That is all")


def test_words_that_stand_twice_have_those_round_them() -> None:
    made = article(
        "He said he would stay here. The storm came.", "She said he would stay here. The sun came."
    )
    for nth, prefix in enumerate(("He said", "She said")):
        url = link(made, "he would stay here.", nth)
        assert directive(url)["prefix"].endswith(prefix)
        assert len(followed(url, made.text)) == 1


def test_few_words_have_those_round_them_always() -> None:
    made = article("The plan keeps about 400 wardens on the islands.")
    assert directive(link(made, "about 400 wardens")) == {
        "prefix": "plan keeps", "start": "about 400 wardens", "end": "", "suffix": "on the",
    }  # fmt: skip


def test_words_that_are_everywhere_lead_to_the_page() -> None:
    assert link(article(*["Spam and eggs and ham for us."] * 30), "Spam and eggs and ham for us.", 15) == URL


def test_only_the_web_has_links() -> None:
    assert link(article("The strait is calm now.", url=""), "strait is calm now") == ""
    assert link(article("The strait is calm now.", url="ftp://a.example/b"), "strait is calm now") == ""
    assert link_to(article("Some words. –"), Span(12, 13)) == URL


def test_an_element_of_the_page_stays_the_fall_back() -> None:
    url = link(article("The strait is calm now.", url=f"{URL}#part-2"), "The strait is calm now.")
    assert url == f"{URL}#part-2:~:text=The%20strait%20is%20calm%20now"


@given(
    st.lists(
        st.text(st.sampled_from("ab,.-& “”\n$%"), min_size=1, max_size=40).filter(str.strip),
        min_size=1,
        max_size=5,
    ),
    st.data(),
)
def test_whatever_is_linked_is_found_there_and_nowhere_else(
    paragraphs: list[str], data: st.DataObject
) -> None:
    made = article(*(" ".join(p.split()) for p in paragraphs))
    start = data.draw(st.integers(0, len(made.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(made.text))))
    cut = (
        made.text[span.start - 1 : span.start + 1].isalnum()
        or made.text[span.end - 1 : span.end + 1].isalnum()
    )
    url = link_to(made, span)
    if not cut and ":~:" in url:
        words = " ".join(made.text[slice(*span)].split()).lower()
        (found,) = followed(url, made.text)
        assert found in words
        assert not re.search(r"\w", words.replace(found, "", 1))


def test_passages_in_the_list_of_sources_lead_to_the_original(project: Project) -> None:
    project.sample()
    project.write("articles/harbour.yaml", f"url: {URL}\n")
    build = project.build("html")
    links = [
        unescape(href) for href in re.findall(r'href="(https://courier[^"]+)"', build.text("index.html"))
    ]
    assert URL in links
    texts = [unquote(href) for href in links]
    assert any("text=The plan leaves about 400 wardens behind, Ada Vale wrote" in href for href in texts)
    without = project.build("html", briefing_text_fragments=False)
    assert ":~:" not in without.text("index.html")


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub"])
def test_other_builders(project: Project, builder: str) -> None:
    project.sample()
    project.write("articles/harbour.yaml", f"url: {URL}\n")
    assert project.build(builder).warnings == []


def test_linkcheck_asks_for_the_page_alone(project: Project) -> None:
    assert without_directive(None, f"{URL}#:~:text=a,b") == URL
    assert without_directive(None, f"{URL}#part:~:text=a") == f"{URL}#part"
    assert without_directive(None, URL) is None
