"""Links to the very words in the original: the text fragments of URLs, as browsers know them.

``#:~:text=[prefix-,]start[,end][,-suffix]``: a browser scrolls to the words and marks them; one that doesn't know them
opens the page. It compares whole words, whatever their case, and takes the first place that fits. So words that stand
in the article several times need some of those before and behind them; few words need them too, since what is round
the article on its page may hold them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.models import Article

#: Words of fewer characters are given whole, more by their first and last ones.
_EXACT: Final = 300
#: How many words stand for the beginning and the end of a longer passage: as few as tell it from others.
_ENDS: Final = range(4, 13)
#: Words so few are given with those round them, even where they stand only once.
_FEW: Final = 3
#: How many words of context are tried.
_AROUND: Final = range(2, 11)
#: What a passage may begin or end with that is no word: marks, brackets, stops.
_EDGES: Final = " “”„‟«»‹›\"'‘’‚()[]{}.,;:!?…–—-*_"
_WEB: Final = ("http://", "https://")


class Fragment(NamedTuple):
    """The parts of a text directive, as words; only *start* is never empty."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def directive(self) -> str:
        """The directive, percent-encoded."""
        parts = (
            f"{_encoded(self.prefix)}-" if self.prefix else "",
            _encoded(self.start),
            _encoded(self.end),
            f"-{_encoded(self.suffix)}" if self.suffix else "",
        )
        return ":~:text=" + ",".join(filter(None, parts))

    @property
    def pattern(self) -> re.Pattern[str]:
        """What a browser looks for; the group ``found`` is what it marks."""
        found = _of(self.start) + (rf".*?{_of(self.end)}" if self.end else "")
        before = rf"{_of(self.prefix)}\s*" if self.prefix else ""
        after = rf"(?=\s*{_of(self.suffix)})" if self.suffix else ""
        places = rf"(?<!\w)(?={before}(?P<found>{found})(?!\w){after})"  # looked ahead: two may overlap
        return re.compile(places, re.IGNORECASE)


def without_directive(app: object, uri: str) -> str | None:
    """The address that ``linkcheck`` asks for: words to look for are no anchor (``linkcheck-process-uri``)."""
    del app
    page, found, _directive = uri.partition(":~:")
    return page.rstrip("#") if found else None


def _encoded(words: str) -> str:
    """Words with all that has a meaning in a directive encoded, the hyphen too."""
    return quote(words, safe="").replace("-", "%2D")


def _of(words: str) -> str:
    return re.escape(words)


def link_to(article: Article, span: Span) -> str:
    """The address of a passage in the original, or of the page alone where nothing tells the passage from others.

    It is ``""`` where the article was not published on the web.
    """
    url = article.metadata.url
    if not url.startswith(_WEB):
        return ""
    fragment = fragment_of(article, span)
    return f"{url}{'' if '#' in url else '#'}{fragment.directive}" if fragment else url


def fragment_of(article: Article, span: Span) -> Fragment | None:
    """What leads to a passage and to nothing else in the article, ``None`` if nothing does."""
    printed = article.printed(span)
    words = printed.strip(_EDGES)
    if not any(map(str.isalnum, words)):
        return None
    one_block = article.paragraph_at(span.start) == article.paragraph_at(span.end - 1)
    bare = [Fragment(words)] if one_block and len(words) < _EXACT else list(_by_ends(words))
    before, after = _around(article, span, printed, words)
    with_context = [one for fragment in bare[:1] for one in _with_context(fragment, before, after)]
    few = len(words.split()) <= _FEW
    tried = [*with_context, *bare] if few else [*bare, *with_context]
    return next((one for one in tried if _leads_to(one, words, article)), None)


def _leads_to(fragment: Fragment, words: str, article: Article) -> bool:
    """Whether a browser that looks for *fragment* in the article finds *words*, and only there."""
    found = [match["found"] for match in fragment.pattern.finditer(article.printed_text)]
    return [one.casefold() for one in found] == [words.casefold()]


def _by_ends(words: str) -> Iterator[Fragment]:
    """The first and last words, ever more of them."""
    parts = words.split()
    for n in _ENDS:
        if len(parts) >= 2 * n:
            yield Fragment(" ".join(parts[:n]).rstrip(_EDGES), " ".join(parts[-n:]).lstrip(_EDGES))


def _around(article: Article, span: Span, printed: str, words: str) -> tuple[list[str], list[str]]:
    """The words before and behind a passage, and what of it is cut off at its edges."""
    first = article.paragraphs[max(0, article.paragraph_at(span.start) - 1)]
    last = article.paragraphs[article.paragraph_at(span.end - 1) :][:2][-1]
    before = article.printed(Span(min(first.start, span.start), span.start))
    after = article.printed(Span(span.end, max(last.end, span.end)))
    at = printed.index(words)
    spaced = article.text[max(0, span.start - 1) : span.start].isspace()
    before += (" " if spaced else "") + printed[:at]
    after = (
        printed[at + len(words) :] + (" " if article.text[span.end : span.end + 1].isspace() else "") + after
    )
    return before.split(), after.split()


def _with_context(fragment: Fragment, before: list[str], after: list[str]) -> Iterator[Fragment]:
    """The fragment with ever more of the words round it."""
    for n in _AROUND:
        prefix, suffix = " ".join(before[-n:]).lstrip(_EDGES), " ".join(after[:n]).rstrip(_EDGES)
        yield fragment._replace(prefix=prefix, suffix=suffix)
