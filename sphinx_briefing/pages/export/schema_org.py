"""schema.org data in the HTML: a page as a Report with the articles it cites, its quotations and its figures.

It tells what the page tells and not more: a plan or a claim is no observation, a paraphrase no quotation, and there is
never a ClaimReview, since nothing here judges what is true.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, cast

from sphinx_briefing.models import Figure, Quote
from sphinx_briefing.pages.asked import asked_on
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.domain import briefing_domain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus import Corpus, Hit
    from sphinx_briefing.models import Article, Speaker
    from sphinx_briefing.pages.canonical import Appearance

#: Builders of this format that put all pages into one file, or into one that is no web page.
_NO_PAGES: Final = frozenset({"singlehtml", "epub"})
_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T[\d:.+Z-]+)?")
#: What an article is, by its metadata's ``type``, where that is no news article.
_TYPES: Final = {"report": "Report", "webpage": "WebPage", "post-weblog": "BlogPosting"}
#: A character that could end the element the data stands in, or that JavaScript takes for a line break.
_UNSAFE: Final = re.compile("[<>&\u2028\u2029]")


def add_data(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Put the data of a page into its head (``html-page-context``)."""
    del templatename
    wanted = doctree is not None and app.builder.format == "html" and app.builder.name not in _NO_PAGES
    if not wanted or not briefing_config(app.config).jsonld:
        return
    data = report(app.env, pagename)
    if data:
        context["metatags"] = context.get("metatags", "") + script(data)


def script(data: Mapping[str, Any]) -> str:
    """The element that holds *data*, which can't get out of it whatever an article says."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return f'\n<script type="application/ld+json">{safe}</script>'


def report(env: BuildEnvironment, docname: str) -> dict[str, Any]:
    """What the page *docname* tells, as a Report; nothing if it cites no article."""
    domain = briefing_domain(env)
    shown = domain.shown.get(docname, {})
    hits = {hit.key: hit for asked in asked_on(env, docname) for hit in asked.hits if _is_shown(hit, shown)}
    articles = {hit.article.id: hit.article for hit in hits.values()}
    articles.update((name, domain.corpus.articles[name]) for name, a in shown.items() if a.kind == "article")
    if not articles:
        return {}
    items = [(hit, f"#{shown[hit.name].anchor}") for hit in hits.values()]
    date = str(env.metadata[docname].get("date", ""))
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "headline": env.titles[docname].astext() if docname in env.titles else docname,
            "datePublished": _date(date),
            "inLanguage": (env.config.language or "en").replace("_", "-"),
            "citation": [_article(articles[name], shown) for name in sorted(articles)],
            "hasPart": [_quotation(hit, at, domain.corpus) for hit, at in items if _is_quotation(hit)],
            "mentions": [_quantity(hit, at) for hit, at in items if isinstance(hit.excerpt, Figure)],
        }
    )


def _is_shown(hit: Hit, shown: Mapping[str, Appearance]) -> bool:
    return hit.name in shown and shown[hit.name].kind == hit.excerpt.type


def _is_quotation(hit: Hit) -> bool:
    return isinstance(hit.excerpt, Quote) and hit.excerpt.kind != "indirect"


def _reference(article: Article) -> str:
    """The id of an article in the data: where it was published, else a name of its own."""
    return article.metadata.url or f"#article-{article.id}"


def _article(article: Article, shown: Mapping[str, Appearance]) -> dict[str, Any]:
    known = article.metadata
    anchor = shown[article.id].anchor if article.id in shown else ""
    return _without_empty(
        {
            "@type": _TYPES.get(known.type, "NewsArticle"),
            "@id": _reference(article),
            "headline": article.title,
            "author": [{"@type": "Person", "name": name} for name in known.authors],
            "publisher": {"@type": "Organization", "name": known.publisher} if known.publisher else None,
            "datePublished": _date(known.date),
            "dateModified": _date(known.updated),
            "url": known.url or (f"#{anchor}" if anchor else ""),
            "archivedAt": known.archive_url,
            "inLanguage": known.language,
            "license": known.license,
            "correction": known.correction,
        }
    )


def _quotation(hit: Hit, at: str, corpus: Corpus) -> dict[str, Any]:
    quote = cast("Quote", hit.excerpt)
    speakers = [_speaker(s, hit, corpus) for s in (quote.speaker, *quote.co_speakers) if s and s.printed]
    return _without_empty(
        {
            "@type": "Quotation",
            "@id": at,
            "text": " … ".join(map(hit.article.printed, quote.segments or (quote.span,))).rstrip(","),
            "spokenByCharacter": speakers[0] if len(speakers) == 1 else speakers,
            "isBasedOn": {"@id": _reference(hit.article)},
        }
    )


def _speaker(speaker: Speaker, hit: Hit, corpus: Corpus) -> dict[str, Any]:
    """Who said it; a person unless the article has a body of that name."""
    people = corpus.analyses[hit.article.id].people
    body = any(p.id == speaker.person and p.kind == "organisation" for p in people)
    kind = "Organization" if body else "Person"
    return _without_empty({"@type": kind, "name": speaker.printed, "jobTitle": "" if body else speaker.role})


def _quantity(hit: Hit, at: str) -> dict[str, Any]:
    """A figure: an observation if the article states it as so, else only a quantity, and what sort of one it is."""
    figure = cast("Figure", hit.excerpt)
    reported = figure.modality == "reported"
    told: list[str] = [] if reported else [figure.modality]
    told += [f"according to {figure.attribution}"] if figure.attribution else []
    printed = hit.article.printed(figure.span)
    subject = figure.subject or figure.unit_phrase
    return _without_empty(
        {
            "@type": "Observation" if reported else "QuantitativeValue",
            "@id": at,
            "name": printed if not subject or subject in printed else f"{printed}: {subject}",
            "description": ", ".join([*told, *([figure.as_of] if figure.as_of else [])]),
            **_values(figure),
            "unitText": figure.unit_phrase or figure.unit,
            "subjectOf": {"@id": _reference(hit.article)},
        }
    )


def _values(figure: Figure) -> dict[str, float | None]:
    """The number, or what it is at least and at most; "more than 400" is no 400."""
    if figure.value is None:
        return {"minValue": figure.low, "maxValue": figure.high}
    name = {">": "minValue", ">=": "minValue", "<": "maxValue", "<=": "maxValue"}.get(figure.bound, "value")
    return {name: figure.value}


def _date(words: str) -> str:
    """A date if *words* are one."""
    return words if _DATE.fullmatch(words) else ""


def _without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [])}
