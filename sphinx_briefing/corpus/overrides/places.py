"""Where words stand in an article, and which sentence is round them, without a parse."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.marks import marked_passages
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.analysis.marks import Marked
    from sphinx_briefing.models import Analysis, Article, Excerpt

_DOUBLE: Final = '"“”„‟«»'
_SINGLE: Final = "'’‘`"
_DASHES: Final = "-‐‑–—"
_SAME: Final = {sign: f"[{re.escape(signs)}]" for signs in (_DOUBLE, _SINGLE, _DASHES) for sign in signs}
_EDGE: Final = f"{_DOUBLE}{_SINGLE} .,;:"
_WORD: Final = re.compile(r"[\w%$€£]+(?:[.,]\d+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")


def plain(words: str) -> str:
    """*words* as they are compared: one case, without punctuation, one space before each and behind the last."""
    return "".join(f" {word}" for word in _WORD.findall(words.casefold())) + " "


def find_words(article: Article, words: str) -> list[Span]:
    """Where *words* stand in the article, whole at both ends; typography and white space make no difference."""
    tokens = ["".join(_SAME.get(c, re.escape(c)) for c in token) for token in words.strip(_EDGE).split()]
    if not tokens:
        return []
    wanted = re.compile(r"(?<!\w)" + r"\s+".join(tokens) + r"(?!\w)")
    return [Span(*match.span()) for match in wanted.finditer(article.prose)]


def sentence_round(article: Article, analysis: Analysis, span: Span) -> Span:
    """The sentence that *span* stands in: one that the analysis knows, else what the stops of the paragraph part.

    A quotation is never cut by it.
    """
    known = [e.sentence for e in _excerpts(analysis) if e.sentence.contains(span)]
    if known:
        return min(known, key=lambda sentence: sentence.end - sentence.start)
    paragraph = article.paragraphs[article.paragraph_at(span.start)].span
    marked = [Span(m.outer_start, m.outer_end) for m in marked_in(article, paragraph)]
    ends = [m.end() for m in _SENTENCE_END.finditer(article.prose, *paragraph)]
    cuts = [cut for cut in ends if not any(m.start < cut < m.end for m in marked)]
    start = max((cut for cut in cuts if cut <= span.start), default=paragraph.start)
    end = min((cut for cut in cuts if cut >= span.end), default=paragraph.end)
    return Span(start, start + len(article.text[start:end].rstrip()))


def marked_in(article: Article, within: Span) -> list[Marked]:
    """What stands between quotation marks in the paragraph that *within* stands in, as far as the two overlap."""
    paragraph = article.paragraphs[article.paragraph_at(within.start)].span
    return [m for m in marked_passages(article.prose, [paragraph]) if m.span.overlaps(within)]


def sentences(article: Article) -> Iterator[str]:
    """The sentences of the article's prose, by their stops."""
    for paragraph in article.paragraphs:
        if paragraph.role != "boilerplate":
            words = article.printed(paragraph.span)
            cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(words)), len(words)]
            yield from (words[a:b].strip(f"{_DOUBLE} ") for a, b in pairwise(cuts))


def _excerpts(analysis: Analysis) -> Iterator[Excerpt]:
    yield from (*analysis.figures, *analysis.quotes, *analysis.facts)
