"""What the rules for events, gaps and tensions look things up in, computed once for a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.analysis.clauses import clause_of, trimmed, widened
from sphinx_briefing.analysis.figures.attribution import QuoteIndex, source_of
from sphinx_briefing.analysis.figures.tokens import TokenIndex
from sphinx_briefing.analysis.layout import QUOTED, sentences, text_of
from sphinx_briefing.models import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.clauses import Clause
    from sphinx_briefing.models import Quote


class Source(NamedTuple):
    """Who says something: the name, and whether it is said at all, be it by somebody unnamed."""

    name: str
    is_said: bool


class Context:
    """A Doc with its sentences, quotations and offsets."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote] = ()) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.index = TokenIndex(doc, self.text)
        self.quotes = quotes
        self.sentences = sentences(doc) if doc.has_annotation("DEP") else []
        self.quoted = [(span.start, span.end) for span in doc.spans.get(QUOTED, ())]
        self._said = QuoteIndex(quotes)
        self._words: list[int] = doc.to_array("ORTH").tolist()
        strings = doc.vocab.strings
        self._spelt = {word: strings[word] for word in set(self._words)}

    def marked(self, test: Callable[[str], bool]) -> list[bool]:
        """For each token whether its words pass *test*, which is asked once for each different word."""
        passing = {word for word, spelt in self._spelt.items() if test(spelt)}
        return [word in passing for word in self._words]

    def tokens(self, span: Span) -> Tokens:
        """The tokens that hold *span*."""
        return self.doc[self.index.at(span.start) : self.index.at(span.end - 1) + 1]

    def clause(self, verb: Token, words: Tokens) -> Tokens:
        """The clause of *verb* with *words* in it; it stays inside a quotation that holds both, and cuts none."""
        start, end = clause_of(verb)
        start, end = min(start, words.start), max(end, words.end)
        for first, last in self.quoted:
            if first <= words.start and words.end <= last and first <= verb.i < last:
                start, end = trimmed(self.doc, max(start, first), min(end, last))
                return self.doc[start:end]
        return self.whole(start, end)

    def whole(self, start: int, end: int) -> Tokens:
        """The tokens with the whole of each quotation that they would cut."""
        clause: Clause = widened(start, end, self.quoted)
        return self.doc[clause.start : clause.end]

    def is_quoted(self, tokens: Tokens) -> bool:
        """Whether they stand between quotation marks, all of them."""
        return any(start <= tokens.start and tokens.end <= end for start, end in self.quoted)

    def quote_at(self, span: Span) -> Quote | None:
        """The quotation or paraphrase that holds *span*."""
        return self._said.at(*span)

    def source(self, verb: Token, span: Span, sentence: Tokens) -> Source:
        """Who says what *span* tells, by the quotation that holds it, else by the words round its *verb*."""
        quote = self.quote_at(span)
        name = speaker_of(quote) or source_of(self.index, verb, span_of(sentence)) or _sayer(verb)
        return Source(name, quote is not None or bool(name))


def _sayer(verb: Token) -> str:
    """Who says a clause that the parser took for the object of "say": of "Vale said the fleet left" Vale."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "dobj" or noun.head.lemma_ != "say":
        return ""
    subject = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None)
    return verb.doc[subject.left_edge.i : subject.right_edge.i + 1].text if subject is not None else ""


def speaker_of(quote: Quote | None) -> str:
    """What the article calls the speaker of a quotation, ``""`` where it names none."""
    return quote.speaker.printed if quote is not None and quote.speaker is not None else ""


def span_of(tokens: Tokens) -> Span:
    """The range of code points."""
    return Span(tokens.start_char, tokens.end_char)


def joined(first: Span, second: Span) -> Span:
    """The stretch that holds both."""
    return Span(min(first.start, second.start), max(first.end, second.end))
