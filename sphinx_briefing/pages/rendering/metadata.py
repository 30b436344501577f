"""What is known of an article, field by field; what is unknown has no field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.rendering.grades import grade_words
from sphinx_briefing.pages.rendering.words import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_briefing.models import Article

#: So many digits of a hash tell files apart; ``sphinx-briefing extract`` has all of them.
_DIGITS: Final = 12


def render_metadata(article: Article, goal: nodes.target | None) -> nodes.field_list:
    """A field for each thing that is known; *goal*, if there is one, stands before the title."""
    listed = nodes.field_list(classes=["briefing-metadata"])
    for label, shown in _fields(article, goal):
        if shown:
            body = nodes.field_body("", verbatim(nodes.paragraph("", "", *shown)))
            listed += nodes.field("", verbatim(nodes.field_name("", label)), body)
    return listed


def _fields(article: Article, goal: nodes.target | None) -> Iterable[tuple[str, list[nodes.Node]]]:
    known = article.metadata
    body = [p for p in article.paragraphs if p.role != "boilerplate"]
    words = sum(len(article.printed(paragraph.span).split()) for paragraph in body)
    yield _("Title"), [*([goal] if goal is not None else []), *_words(article.title)]
    yield _("Author"), _words(", ".join(known.authors))
    yield _("Publisher"), _words(known.publisher)
    yield _("Published"), _words(known.date)
    yield _("Updated"), _words(known.updated)
    yield _("Original"), _link(known.url)
    yield _("Archived copy"), _link(known.archive_url)
    yield _("Accessed"), _words(known.accessed)
    yield _("Licence"), _words(known.license)
    yield _("Marking"), _words(known.marking)
    yield _("Expires"), _words(known.expires)
    yield _("Grade"), _words(grade_words(known.reliability, known.credibility))
    yield _("Rests on"), _words(known.descriptor)
    yield (
        _("Length"),
        _words(_("%(words)d words in %(paragraphs)d paragraphs") % {"words": words, "paragraphs": len(body)}),
    )
    yield (
        _("File"),
        [nodes.literal(article.path, article.path), nodes.Text(f" (sha256 {article.sha256[:_DIGITS]})")],
    )


def _words(words: str) -> list[nodes.Node]:
    return [nodes.Text(words)] if words else []


def _link(url: str) -> list[nodes.Node]:
    """An address as a link to itself, if it is one of the web."""
    if not url.startswith(("http://", "https://")):
        return _words(url)
    return [nodes.reference("", url, refuri=url, internal=False)]
