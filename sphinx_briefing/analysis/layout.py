"""An article's layout carried into its Doc: paragraphs, and sentences that never cut a quotation.

A Doc made by :func:`lay_out` has two span groups, so that every rule is a pure function of a Doc:
``paragraphs``, labelled with their role, and ``quoted``, what stands between paired quotation marks, marks
excluded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.marks import quoted_spans
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

    from sphinx_briefing.models import Article, Paragraph

PARAGRAPHS: Final = "paragraphs"
QUOTED: Final = "quoted"
_TEXT: Final = "briefing_text"
_SENTENCES: Final = "briefing_sentences"
#: No-break and narrow spaces: typography to a reader, tokens in the way of a
#: phrase to the parser. Between digits they group.
_SPACES: Final = re.compile(
    r"(?<!\d)[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u205f\u3000](?!\d)"
)


def lay_out(nlp: Language, article: Article) -> Doc:
    """The tokenised, not yet parsed Doc of an article's prose; offsets are those of the article's text."""
    doc = nlp.make_doc(_SPACES.sub(" ", article.prose))
    mark_layout(doc, [p for p in article.paragraphs if p.role != "boilerplate"])
    return doc


def mark_layout(doc: Doc, paragraphs: Iterable[Paragraph]) -> None:
    """Set the span groups of *doc*, and a sentence start at each paragraph's first token.

    The parser keeps sentence starts that are set before it runs, so no sentence runs over a paragraph's end. A
    Doc that is parsed already keeps its own.
    """
    doc.user_data.pop(_SENTENCES, None)
    parsed = doc.has_annotation("DEP")
    spans = []
    for paragraph in paragraphs:
        tokens = doc.char_span(*paragraph.span, label=paragraph.role, alignment_mode="expand")
        if tokens is not None and len(tokens):
            if not parsed:
                tokens[0].is_sent_start = True
            spans.append(tokens)
    doc.spans[PARAGRAPHS] = spans
    quoted = quoted_spans(text_of(doc), [Span(p.start_char, p.end_char) for p in spans])
    expanded = (doc.char_span(*span, alignment_mode="expand") for span in quoted)
    doc.spans[QUOTED] = [tokens for tokens in expanded if tokens is not None and len(tokens)]


def text_of(doc: Doc) -> str:
    """The text of *doc*, which itself joins its tokens anew each time it is asked."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def words_of(tokens: Tokens) -> str:
    """The text of *tokens*, cut out of that of their Doc."""
    return text_of(tokens.doc)[tokens.start_char : tokens.end_char]


def paragraphs(doc: Doc) -> Sequence[Tokens]:
    """The paragraphs in the order of the text; the whole Doc where nothing is marked."""
    return list(doc.spans[PARAGRAPHS]) if PARAGRAPHS in doc.spans else [doc[:]]


def sentences(doc: Doc) -> list[Tokens]:
    """The sentences of the paragraphs, white space trimmed; none cuts a quotation or takes its marks."""
    # Places are kept, not spans: these would hold on to the Doc that holds them.
    places: list[tuple[int, int]] | None = doc.user_data.get(_SENTENCES)
    if places is None:
        places = doc.user_data[_SENTENCES] = [(s.start, s.end) for s in _sentences(doc)]
    return [doc[start:end] for start, end in places]


def _sentences(doc: Doc) -> list[Tokens]:
    moved = _moved_boundaries(doc)
    found = (i for i, value in enumerate(doc.to_array("SENT_START").tolist()) if value == 1)
    starts = sorted({moved.get(i, i) for i in found} - {_NOWHERE})
    out: list[Tokens] = []
    for paragraph in paragraphs(doc):
        inner = starts[bisect_right(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        for start, end in pairwise((paragraph.start, *inner, paragraph.end)):
            out += _trimmed(doc, start, end)
    return out


_NOWHERE: Final = -1


def _moved_boundaries(doc: Doc) -> dict[int, int]:
    """Where a sentence's start belongs that the parser put in a quotation or just behind it.

    The first word of a quotation starts a sentence together with the mark before it. What follows the closing
    mark starts one unless the sentence goes on: ("Is it over?" he asked), ("It is over," Ruiz said).
    """
    moved: dict[int, int] = {}
    for quoted in doc.spans.get(QUOTED, ()):
        moved.update(dict.fromkeys(range(quoted.start + 1, quoted.end), _NOWHERE))
        moved[quoted.start] = quoted.start - 1
        after = quoted.end + 1
        goes_on = after >= len(doc) or doc[after].text[0].islower() or quoted[-1].text == ","
        moved[quoted.end] = moved[after] = _NOWHERE if goes_on else after
    return moved


def sentence_of(found: Sequence[Tokens], start: int, end: int) -> Span:
    """The span from the sentence that holds offset *start* to the one that holds *end*.

    Args:
        found: the sentences, as :func:`sentences` gives them.
        start: the first offset.
        end: the offset after the last.
    """
    first = bisect_right(found, start, key=lambda s: s.start_char) - 1
    last = bisect_left(found, end, key=lambda s: s.end_char)
    begin = found[first].start_char if first >= 0 and start < found[first].end_char else start
    stop = found[last].end_char if last < len(found) and found[last].start_char < end else end
    return Span(begin, stop)


def _trimmed(doc: Doc, start: int, end: int) -> list[Tokens]:
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return [doc[start:end]] if start < end else []
