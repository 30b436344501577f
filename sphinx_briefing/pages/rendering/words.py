"""Words of an article on a page: anchored, never smartened, never offered for translation."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

from docutils import nodes

from sphinx_briefing.models import Change, Fact, Figure, Person, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_briefing.models import Article, Excerpt

N = TypeVar("N", bound=nodes.Element)


def page_anchor(docname: str, *parts: str) -> str:
    """An id that is unique over all pages, so that they can be put into one; made of names, not of counters."""
    return nodes.make_id("-".join(("briefing", docname, *parts)))


def digest6(text: str) -> str:
    """Six hexadecimal digits that tell *text* from others in an id."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def target(document: nodes.document, anchor: str) -> nodes.target | None:
    """An inline target, which every builder can link to; ``None`` if the page has this id already."""
    if anchor in document.ids:
        return None
    node = nodes.target("", "", ids=[anchor])
    document.note_explicit_target(node)
    return node


def verbatim(node: N) -> N:
    """Keep *node* as it is: no smart quotes, and for a block no translation."""
    node["support_smartquotes"] = False
    if not isinstance(node, nodes.Inline):  # on an inline, Sphinx takes the attribute for a mark of its own
        node["translatable"] = False
    return node


def marked_words(article: Article, span: Span, marks: Sequence[Span]) -> Iterable[nodes.Node]:
    """The words of *span* as text nodes, those of *marks* in inlines of the class ``briefing-mark``."""
    at = span.start
    for mark in _merged([_bare(article, mark) for mark in marks], span):
        yield from _text(article, Span(at, mark.start))
        words = article.printed(mark)
        if words:
            yield verbatim(nodes.inline(words, words, classes=["briefing-mark"]))
        at = mark.end
    yield from _text(article, Span(at, span.end))


def _bare(article: Article, mark: Span) -> Span:
    """*mark* without white space at its ends, which belongs to the words around it."""
    words = article.text[mark.start : mark.end]
    return Span(mark.end - len(words.lstrip()), mark.start + len(words.rstrip())) if words.strip() else mark


def _text(article: Article, span: Span) -> Iterable[nodes.Text]:
    words = article.printed(span)
    if words:
        before = " " if article.text[span.start].isspace() else ""
        after = " " if article.text[span.end - 1].isspace() else ""
        yield nodes.Text(f"{before}{words}{after}")
    elif span.start < span.end:
        yield nodes.Text(" ")


def _merged(marks: Sequence[Span], within: Span) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(marks):
        clipped = Span(max(start, within.start), min(end, within.end))
        if out and clipped.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, clipped.end))
        elif clipped.start < clipped.end:
            out.append(clipped)
    return out


def excerpt_spans(excerpt: Excerpt) -> tuple[Span, ...]:
    """The spans of the words that an excerpt shows."""
    if isinstance(excerpt, Change):
        return tuple(level.span for level in excerpt.levels)
    if isinstance(excerpt, Figure):
        return excerpt.spans
    if isinstance(excerpt, Fact):
        return excerpt.kept()
    if isinstance(excerpt, Person):
        return (excerpt.span, *excerpt.role_spans)
    return excerpt.segments if isinstance(excerpt, Quote) and excerpt.segments else (excerpt.span,)


def cited_passages(excerpt: Excerpt) -> dict[Span, list[Span]]:
    """The passages that an excerpt rests on, and what it shows of each."""
    spans = excerpt_spans(excerpt)
    return {p: [span for span in spans if p.overlaps(span)] for p in excerpt.passages}


def in_marks(words: str, marks: tuple[str, str], *, goes_on: bool = False) -> str:
    """*words* between quotation marks, without the comma that only the sentence round them needed.

    Args:
        words: what somebody said.
        marks: the opening and the closing one.
        goes_on: whether more words of the same quotation follow; then the comma is part of it.
    """
    opening, closing = marks
    words = words.strip()
    return f"{opening}{words if goes_on else words.rstrip(',').rstrip()}{closing}"
