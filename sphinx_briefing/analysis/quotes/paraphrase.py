"""Indirect quotes: what somebody said, in the article's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from sphinx_briefing.analysis.quotes.cues import ACCORDING, Credit, credit_of_noun
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import can_speak, is_somebody, own_subject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

_FEWEST_WORDS: Final = 3
_LEADING: Final = frozenset({"that", "as"})
#: Half-open ranges of tokens, in order.
Segments: TypeAlias = tuple[tuple[int, int], ...]


class Paraphrase(NamedTuple):
    """What a credit says without marks.

    Attributes:
        credit: the cue and its speaker.
        segments: the tokens of the content.
    """

    credit: Credit
    segments: Segments


def find_paraphrases(reading: Reading, found: Sequence[Credit], used: Collection[int]) -> list[Paraphrase]:
    """The indirect quotes of a Doc, in the order of their content; none that holds anything in marks.

    Args:
        reading: the Doc.
        found: the credits outside marks, as ``find_credits`` gives them.
        used: the first tokens of cues that passages in marks belong to.
    """
    reported: list[Paraphrase] = []
    for credit in (*found, *_nouns(reading)):
        if _speaks(reading, credit):
            content = _content(reading, credit, used)
            segments = _segments(reading, credit, content) if content else ()
            segments = _cut_at_marks(reading, segments)
            if segments:
                reported.append(Paraphrase(credit, segments))
    return sorted(_outermost(reported, len(reading.doc)), key=lambda p: p.segments)


def _speaks(reading: Reading, credit: Credit) -> bool:
    """Whether somebody does say it: nobody does who "would not say that"."""
    is_denied = any(c.dep_ == "neg" for c in reading.doc[credit.start].children)
    return not is_denied and (can_speak(credit.speaker) or credit.speaker.lower_ == "it")


def _outermost(reported: Sequence[Paraphrase], size: int) -> Iterator[Paraphrase]:
    """Those that are no part of another: "critics say" within what the mayor said is the mayor's."""
    taken = bytearray(size)
    for paraphrase in sorted(reported, key=lambda p: p.segments[0][0] - p.segments[-1][1]):
        if not any(1 in taken[a:b] for a, b in paraphrase.segments):
            yield paraphrase
            for a, b in paraphrase.segments:
                taken[a:b] = b"\x01" * (b - a)


def _cut_at_marks(reading: Reading, segments: Segments) -> Segments:
    """The content up to the clause that holds something in marks; nothing where that is the first one."""
    mark = next((i for a, b in segments for i in range(a, b) if reading.inside[i]), None)
    if mark is None:
        return segments
    doc, first = reading.doc, segments[0][0]
    cut, has_verb = mark - 1, False
    while cut > first and not (has_verb and (doc[cut].text in (",", ";") or doc[cut].pos_ == "CCONJ")):
        has_verb = has_verb or doc[cut].pos_ in ("VERB", "AUX")
        cut -= 1
    while cut > first and (doc[cut - 1].is_punct or doc[cut - 1].pos_ == "CCONJ"):
        cut -= 1
    return tuple((a, min(b, cut)) for a, b in segments if min(b, cut) - a >= _FEWEST_WORDS)


def _nouns(reading: Reading) -> Iterator[Credit]:
    """Nouns of speech with a possessor and a clause ("her insistence that ...")."""
    for i in reading.nouns:
        found = credit_of_noun(reading, reading.doc[i])
        if found is not None:
            yield found


def _content(reading: Reading, credit: Credit, used: Collection[int]) -> tuple[int, int] | None:
    """The tokens, from first to last, of what a credit reports; the cue may stand among them."""
    cue = reading.doc[credit.start]
    is_used = credit.start in used
    if credit.lemma == ACCORDING or credit.stands_apart(reading):
        return None if is_used else _statement(reading, cue)
    for child in cue.children:
        if child.dep_ == "ccomp" and not reading.inside[child.i]:
            return child.left_edge.i, child.right_edge.i + 1
    if is_used or cue.lemma_.lower() in words("speech_verbs", "plain") or not is_somebody(credit.speaker):
        return None
    return _object(reading, cue)


def _object(reading: Reading, cue: Token) -> tuple[int, int] | None:
    """What "promise to", "accuse", "call for" or "propose" are about."""
    rights = [c for c in cue.rights if not reading.inside[c.i]]
    clause = next((c for c in rights if c.dep_ in ("xcomp", "acl")), None)
    if clause is not None:
        return clause.left_edge.i, clause.right_edge.i + 1
    objects = [c for c in rights if _is_object(c)]
    return (objects[0].left_edge.i, max(c.right_edge.i for c in objects) + 1) if objects else None


def _statement(reading: Reading, cue: Token) -> tuple[int, int]:
    """The sentence round a cue that stands apart, up to a "but" that goes on in the article's own voice."""
    sentence = cue.sent
    for token in sentence.root.conjuncts:
        but = next((c for c in token.head.children if c.lower_ == "but" and cue.i < c.i < token.i), None)
        if but is not None and own_subject(reading, token) is not None:
            return sentence.start, but.i
    return sentence.start, sentence.end


def _is_object(token: Token) -> bool:
    """Whether *token* begins what a verb like "accuse", "call for" or "propose" is about."""
    if token.dep_ in ("dobj", "oprd", "attr"):
        return True
    if token.dep_ != "prep":
        return False
    return token.lower_ in ("of", "for", "about", "against", "as") or (
        token.lower_ == "to" and token.head.lemma_.lower() in ("point", "respond", "refer", "reply", "object")
    )


def _segments(reading: Reading, credit: Credit, content: tuple[int, int]) -> Segments:
    """The content without the cue and the speaker, which may stand in the middle of it."""
    first, last = credit.extent(reading)
    apart = first >= content[1] or last <= content[0]
    parts = [content] if apart else [(content[0], first), (last, content[1])]
    trimmed = (_trimmed(reading, start, end) for start, end in parts)
    whole = tuple((a, b) for a, b in trimmed if a < b)
    return whole if sum(b - a for a, b in whole) >= _FEWEST_WORDS else ()


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The range without punctuation, spaces and the conjunction that leads to it or to the cue."""
    doc = reading.doc
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in _LEADING):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ == "as"):
        end -= 1
    return start, end
