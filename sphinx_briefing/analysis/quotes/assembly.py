"""From passages and paraphrases to Quotes: parts joined, the clause around, the salience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.layout import sentence_of
from sphinx_briefing.analysis.quotes.cues import is_neutral
from sphinx_briefing.analysis.quotes.kinds import kind_of
from sphinx_briefing.analysis.quotes.subjects import coordinated, own_subject
from sphinx_briefing.models import Cue, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.cues import Credit
    from sphinx_briefing.analysis.quotes.paraphrase import Paraphrase
    from sphinx_briefing.analysis.quotes.place import Attribution
    from sphinx_briefing.analysis.quotes.reading import Passage, Reading
    from sphinx_briefing.analysis.quotes.speakers import Speakers
    from sphinx_briefing.models import QuoteKind, Speaker

_NOT_LEADING: Final = frozenset({",", ":", ".", "that"})
#: A quotation of so many words says something and can still be shown whole.
_TELLING: Final = range(8, 41)


class Assembly:
    """Makes the Quotes of one Doc."""

    def __init__(self, reading: Reading, speakers: Speakers, sentences: Sequence[Tokens]):
        self._reading = reading
        self._speakers = speakers
        self._sentences = sentences

    def marked(self, parts: Sequence[Passage], credit: Credit) -> Quote:
        """The quote made of passages that one credit holds together."""
        kind = kind_of(self._reading, parts[0])
        clause = clause_round(self._reading, parts[0]) if kind == "mixed" else None
        return self._quote(kind, [part.marked.span for part in parts], credit, clause)

    def indirect(self, paraphrase: Paraphrase) -> Quote:
        """The quote made of a paraphrase."""
        doc = self._reading.doc
        segments = [Span(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in paraphrase.segments]
        return self._quote("indirect", segments, paraphrase.credit, None)

    def _quote(self, kind: QuoteKind, segments: Sequence[Span], credit: Credit, clause: Span | None) -> Quote:
        text = self._reading.text
        start, end = segments[0].start, segments[-1].end
        speaker, others = self._credited(credit)
        said = " ".join(text[s.start : s.end] for s in segments)
        return Quote(
            text=said,
            start=start,
            end=end,
            sentence=sentence_of(self._sentences, start, end),
            segments=tuple(segments),
            kind=kind,
            speaker=speaker,
            co_speakers=others,
            cue=self._cue(credit),
            clause=clause,
            salience=_salience(kind, said, speaker, start / (len(text) or 1)),
        )

    def _credited(self, credit: Credit) -> tuple[Speaker, tuple[Speaker, ...]]:
        others = coordinated(self._reading, credit.speaker)
        return self._speakers.speaker(credit.speaker), tuple(self._speakers.speaker(o) for o in others)

    def _cue(self, credit: Credit) -> Cue:
        words = self._reading.doc[credit.start : credit.end]
        return Cue(
            text=words.text,
            start=words.start_char,
            end=words.end_char,
            lemma=credit.lemma,
            neutral=is_neutral(credit.lemma),
        )


def joined(passages: Sequence[tuple[Passage, Attribution]]) -> list[tuple[list[Passage], Credit]]:
    """Passages that are one quotation together: interrupted by their credit, or run on over paragraphs."""
    out: list[tuple[list[Passage], Credit]] = []
    for passage, found in passages:
        if out and _goes_on(out[-1], passage, found):
            out[-1][0].append(passage)
        else:
            out.append(([passage], found.credit))
    return out


def _goes_on(last: tuple[list[Passage], Credit], passage: Passage, found: Attribution) -> bool:
    before = last[0][-1]
    if found.credit is not last[1]:
        return False
    if found.rule in ("interrupted", "second_part"):
        return passage.paragraph == before.paragraph
    return not before.marked.closed and passage.paragraph == before.paragraph + 1


def clause_round(reading: Reading, passage: Passage) -> Span:
    """The clause that a fragment in marks is part of, marks included."""
    doc = reading.doc
    top = next(
        (t for t in doc[passage.start : passage.end] if not passage.start <= t.head.i < passage.end), None
    )
    verb = _clause_head(reading, doc[passage.start] if top is None else top)
    start = min(verb.left_edge.i, passage.start)
    end = max(verb.right_edge.i + 1, passage.end)
    lo, hi = reading.paragraphs[passage.paragraph]
    start, end = max(start, lo), min(end, hi)
    while start < passage.start and (doc[start].lower_ in _NOT_LEADING or doc[start].is_space):
        start += 1
    while end > passage.end and (doc[end - 1].text in (",", ":", ".", ";") or doc[end - 1].is_space):
        end -= 1
    return Span(
        min(doc[start].idx, passage.marked.outer_start),
        max(doc[end - 1].idx + len(doc[end - 1]), passage.marked.outer_end),
    )


def _clause_head(reading: Reading, token: Token) -> Token:
    """The nearest verb above *token* that has a subject of its own, else the root."""
    while token.head.i != token.i:
        if token.pos_ in ("VERB", "AUX") and own_subject(reading, token):
            return token
        token = token.head
    return token


def _salience(kind: QuoteKind, said: str, speaker: Speaker, place: float) -> float:
    """How much a quote matters: who says it, whether it says something, and how early it stands."""
    length = len(said.split())
    value = 0.2 * (1.0 - place)
    value += 0.25 if length in _TELLING else 0.15 if length > _TELLING[-1] else 0.05 * length / _TELLING[0]
    value += {"direct": 0.15, "mixed": 0.1, "indirect": 0.0}[kind]
    value += 0.2 if speaker.name else 0.0
    value += 0.2 if speaker.role else 0.0
    return round(min(value, 1.0), 4)
