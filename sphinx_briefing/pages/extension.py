"""Registration of everything that Sphinx has to know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.corpus.fragments import without_directive
from sphinx_briefing.pages import checking, config, drawings, freshness, locking
from sphinx_briefing.pages.article_pages import ShowUses
from sphinx_briefing.pages.directives import DIRECTIVES
from sphinx_briefing.pages.domain import BriefingDomain
from sphinx_briefing.pages.export import schema_org
from sphinx_briefing.pages.export.builder import JsonBuilder
from sphinx_briefing.pages.export.downloads import offer_values
from sphinx_briefing.pages.i18n import add_catalog
from sphinx_briefing.pages.indices import ArticlesIndex, SpeakersIndex
from sphinx_briefing.pages.keeping import PACKAGE, KeepQuotationsWhole, add_latex_package
from sphinx_briefing.pages.likelihoods import TellLikelihoods
from sphinx_briefing.pages.one_sided import TellOneSided
from sphinx_briefing.pages.prose import CheckProse
from sphinx_briefing.pages.quotation_links import LinkQuotations
from sphinx_briefing.pages.roles import ROLES
from sphinx_briefing.pages.structure import CheckStructure
from sphinx_briefing.pages.transforms import (
    CiteSources,
    LeaveOutBacklinks,
    PlainAbbreviations,
    PlainBacklinks,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STYLESHEET = "sphinx_briefing.css"


def register(app: Sphinx) -> None:
    """Add values, domain, directives, roles, transforms and assets to *app*."""
    app.setup_extension("sphinx_briefing.typst")
    config.declare(app)
    app.add_domain(BriefingDomain)
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain(BriefingDomain.name, name, directive)
    for name, role in ROLES.items():
        app.add_role_to_domain(BriefingDomain.name, name, role)
    for index in (SpeakersIndex, ArticlesIndex):
        app.add_index_to_domain(BriefingDomain.name, index)
    app.add_transform(CheckProse)
    app.add_transform(CheckStructure)
    app.add_transform(TellLikelihoods)
    app.add_transform(LinkQuotations)
    app.add_transform(CiteSources)
    app.add_transform(TellOneSided)
    app.add_post_transform(ShowUses)
    app.add_post_transform(LeaveOutBacklinks)
    app.add_post_transform(PlainBacklinks)
    app.add_post_transform(PlainAbbreviations)
    app.add_post_transform(KeepQuotationsWhole)
    app.add_latex_package(PACKAGE)
    app.connect("config-inited", config.validate)
    app.connect("config-inited", config.exclude_articles, priority=501)
    app.connect("builder-inited", add_assets)
    app.connect("builder-inited", add_latex_package)
    app.connect("env-get-outdated", freshness.refresh)
    app.connect("env-updated", freshness.stale_output)
    app.add_builder(checking.CheckBuilder)
    app.add_builder(locking.LockBuilder)
    app.add_builder(JsonBuilder)
    app.connect("doctree-resolved", offer_values)
    app.connect("linkcheck-process-uri", without_directive)
    app.connect("html-page-context", schema_org.add_data)
    app.connect("env-before-read-docs", checking.note_read)
    app.connect("build-finished", checking.fail)
    drawings.register(app)
    add_catalog(app)


def add_assets(app: Sphinx) -> None:
    """Add the stylesheet to builders that write HTML."""
    if app.builder.format == "html":
        static = Path(__file__).parent.parent / "static"
        app.config.html_static_path.append(str(static))
        app.add_css_file(STYLESHEET)
