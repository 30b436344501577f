"""What directives and roles share: which articles a page means, asking the corpus, noting what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_briefing.pages.canonical import Appearance
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.i18n import marks
from sphinx_briefing.pages.options import names
from sphinx_briefing.pages.rendering.items import Page, speaker_of, title_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus import Hit

#: The field of a page's field list that names the articles its directives and roles mean by default.
ARTICLES_FIELD = "briefing-articles"


def default_articles(document: nodes.document) -> tuple[str, ...]:
    """The articles that the page's field list names; none if it names none."""
    return names(field_of(document, ARTICLES_FIELD))


def field_of(document: nodes.document, name: str) -> str | None:
    """What the page's field list gives for *name*, ``None`` if it has no such field.

    The field list stands before everything else, so it has been read when a directive or role asks.
    """
    for node in document.children:
        if isinstance(node, (nodes.field_list, nodes.docinfo)):
            for field in node.findall(nodes.field):
                if field[0].astext() == name:
                    return field[1].astext().strip()
        elif isinstance(node, nodes.section):
            break
    return None


def page_of(env: BuildEnvironment, document: nodes.document) -> Page:
    """The page that is being read, for the renderers."""
    docname = env.docname
    domain = briefing_domain(env)

    def note(hit: Hit, anchor: str) -> None:
        domain.show(docname, hit.name, Appearance(anchor, hit.excerpt.type, title_of(hit), speaker_of(hit)))

    introduced = cast("set[str]", env.temp_data.setdefault("briefing_introduced", set()))
    return Page(document, docname, marks(env.config.language), note, introduced)
