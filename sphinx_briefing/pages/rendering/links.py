"""Words that lead elsewhere, as far as the project has it: to a person, to an article, to a use of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.addnodes import pending_xref

from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from sphinx_briefing.models import Article

#: The reference types of an item of a page, and of the page that is an article's own.
USE: Final = "use"
OWN_PAGE: Final = "own-page"


def use_link(docname: str, anchor: str, words: str) -> pending_xref:
    """*words* as a reference to an item of a page, or with no anchor to the page itself."""
    label = verbatim(nodes.inline(words, words))
    return pending_xref(
        "", label, refdomain="briefing", reftype=USE, reftarget=anchor, usedoc=docname, refexplicit=True
    )


def own_page_link(article: Article, words: str) -> pending_xref:
    """*words* as a reference to the page of an article; nothing at all where the project has none."""
    label = nodes.inline("", words)
    return pending_xref(
        "",
        label,
        refdomain="briefing",
        reftype=OWN_PAGE,
        reftarget=article.id,
        refexplicit=True,
        refwarn=False,
    )


def person_link(article: Article, person: str, words: str) -> nodes.Node:
    """*words* as a reference to the entry of a person, which stays plain where no page has that entry.

    Args:
        article: where the person is named.
        person: the person's id there, ``""`` where it is open who is meant.
        words: what is printed.
    """
    if not person:
        return nodes.Text(words)
    return pending_xref(
        "",
        verbatim(nodes.inline(words, words, classes=["briefing-name"])),
        refdomain="briefing",
        reftype="person",
        reftarget=f"{article.id}/{person}",
        refexplicit=True,
        refwarn=False,
        optional=True,
    )


def article_link(article: str, words: str, **attributes: str) -> pending_xref:
    """*words* as a reference to an article's entry in a list of sources, plain where no page has that entry."""
    return pending_xref(
        "",
        nodes.inline(words, words),
        refdomain="briefing",
        reftype="source",
        reftarget=article,
        refexplicit=True,
        refwarn=False,
        optional=True,
        **attributes,
    )
