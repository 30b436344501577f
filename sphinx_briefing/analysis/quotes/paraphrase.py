"""Indirect quotes: what somebody said, in the article's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.quotes.cues import ACCORDING, Credit, credit_of_noun
from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.subjects import can_speak, is_somebody, own_subject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

_FEWEST_WORDS: Final = 3


class Paraphrase(NamedTuple):
    """What a credit says without marks.

    Attributes:
        credit: the cue and its speaker.
        segments: the tokens of the content, as half-open ranges in order.
    """

    credit: Credit
    segments: tuple[tuple[int, int], ...]


def find_paraphrases(reading: Reading, found: Sequence[Credit], used: Collection[int]) -> list[Paraphrase]:
    """The indirect quotes of a Doc, in the order of their content; none that holds anything in marks.

    Args:
        reading: the Doc.
        found: the credits outside marks, as ``find_credits`` gives them.
        used: the first tokens of cues that passages in marks belong to.
    """
    out: list[Paraphrase] = []
    taken = bytearray(len(reading.doc))
    for credit in (*found, *_nouns(reading)):
        if credit.speaker is None or not (can_speak(credit.speaker) or credit.speaker.lower_ == "it"):
            continue
        content = _content(reading, credit, used)
        segments = _segments(reading, credit, content)
        if not segments or any(taken[i] for a, b in segments for i in range(a, b)):
            continue
        segments = _cut_at_marks(reading, segments)
        if not segments:
            continue
        for a, b in segments:
            taken[a:b] = b"\x01" * (b - a)
        out.append(Paraphrase(credit, segments))
    return sorted(out, key=lambda p: p.segments)


def _cut_at_marks(reading: Reading, segments: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The content up to the clause that holds something in marks; nothing where that is the first one."""
    doc = reading.doc
    mark = next((i for a, b in segments for i in range(a, b) if reading.inside[i]), None)
    if mark is None:
        return segments
    cut = mark - 1
    has_verb = False
    while cut > segments[0][0] and not (
        has_verb and (doc[cut].text in (",", ";") or doc[cut].pos_ == "CCONJ")
    ):
        has_verb = has_verb or doc[cut].pos_ in ("VERB", "AUX")
        cut -= 1
    while cut > segments[0][0] and (doc[cut - 1].is_punct or doc[cut - 1].pos_ == "CCONJ"):
        cut -= 1
    kept = tuple((a, min(b, cut)) for a, b in segments if min(b, cut) - a >= _FEWEST_WORDS)
    return kept


def _nouns(reading: Reading) -> Iterator[Credit]:
    """Nouns of speech with a possessor and a clause ("her insistence that ...")."""
    for token in reading.doc:
        if token.pos_ == "NOUN" and not reading.inside[token.i]:
            found = credit_of_noun(reading, token)
            if found is not None:
                yield found


def _content(reading: Reading, credit: Credit, used: Collection[int]) -> tuple[int, int] | None:
    """The tokens, from first to last, of what a credit reports; the cue may stand among them."""
    doc = reading.doc
    cue = doc[credit.start]
    if credit.lemma == ACCORDING or (credit.stands_apart(reading) and credit.start not in used):
        return None if credit.start in used else _statement(reading, cue)
    for child in cue.children:
        if child.dep_ == "ccomp" and not reading.inside[child.i]:
            return child.left_edge.i, child.right_edge.i + 1
    if cue.lemma_.lower() in words("speech_verbs", "plain") or credit.start in used:
        return None
    if credit.speaker is None or not is_somebody(credit.speaker):
        return None
    for child in cue.rights:
        if child.dep_ in ("xcomp", "acl") and not reading.inside[child.i]:
            return child.left_edge.i, child.right_edge.i + 1
    rights = [c for c in cue.rights if _is_object(c) and not reading.inside[c.i]]
    if rights:
        return rights[0].left_edge.i, max(c.right_edge.i for c in rights) + 1
    return None


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


def _segments(
    reading: Reading, credit: Credit, content: tuple[int, int] | None
) -> tuple[tuple[int, int], ...]:
    """The content without the cue and the speaker, which may stand in the middle of it."""
    if content is None:
        return ()
    doc = reading.doc
    first, last = credit.extent(reading)
    if first >= content[1] or last <= content[0]:
        parts = [content]
    else:
        parts = [(content[0], first), (last, content[1])]
    out = []
    for start, end in parts:
        while start < end and (
            doc[start].is_punct or doc[start].is_space or doc[start].lower_ in ("that", "as")
        ):
            start += 1
        while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ == "as"):
            end -= 1
        if end - start >= _FEWEST_WORDS:
            out.append((start, end))
    return tuple(out)
