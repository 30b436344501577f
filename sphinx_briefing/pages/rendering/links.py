"""Names and titles that lead to an entry of a who-is-who or of a list of sources, wherever a page has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from sphinx_briefing.models import Article


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
