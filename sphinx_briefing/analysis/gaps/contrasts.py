"""Tensions: a claim, and in the same passage its denial or what speaks against it.

Only what the article itself sets against each other counts: two clauses of one sentence joined by "but" or the like, or
a denial of what the sentence before claims.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.clauses import SUBJECTS, clause_of, has_subject, is_negated, trimmed
from sphinx_briefing.analysis.context import joined, span_of, speaker_of
from sphinx_briefing.analysis.gaps.lexicon import lists, words
from sphinx_briefing.models import Span, Tension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.context import Context
    from sphinx_briefing.models import Gap, Quote

_DENYING: Final = words("denying")
#: What their forms begin with: "denies", "denying".
_DENYING_STEMS: Final = tuple(verb[:-1] for verb in _DENYING)
_CLAIMS: Final = words("claims")
_CONTRASTING: Final = words("contrasting")
_LATER: Final = frozenset({"conj", "advcl", "ccomp", "ROOT", "parataxis"})


def find_tensions(context: Context, gaps: Sequence[Gap] = ()) -> list[Tension]:
    """The tensions of a Doc in the order of the text.

    Args:
        context: the Doc with its quotations: a claim is something that somebody says.
        gaps: what it tells as unconfirmed, which speaks against a claim beside it.
    """
    promising = context.marked(lambda word: word.lower() in _CONTRASTING or _may_deny(word))
    out: list[Tension] = []
    before: Tokens | None = None
    for sentence in context.sentences:
        if any(promising[sentence.start : sentence.end]):
            telling = [at for at in range(sentence.start, sentence.end) if promising[at]]
            out += _within(context, sentence, telling, gaps) or _across(context, before, sentence, telling)
        before = sentence
    return out


def _may_deny(word: str) -> bool:
    return word.lower().startswith(_DENYING_STEMS)


def _within(context: Context, sentence: Tokens, telling: Sequence[int], gaps: Sequence[Gap]) -> list[Tension]:
    """A claim before the joint, its answer behind it: "The firm says it paid, but the union denies that"."""
    for joint in (context.doc[at] for at in telling if sentence.start < at < sentence.end - 1):
        if joint.lower_ in _CONTRASTING and not _is_inside(context, joint):
            claim = _claim_before(context, span_of(sentence).start, joint.idx)
            cue = _answer_cue(context, joint, sentence, gaps) if claim is not None else None
            if claim is not None and cue is not None:
                answer = trimmed(context.doc, joint.i + 1, sentence.end)
                return [_tension(context, claim, context.whole(*answer), cue, sentence)]
    return []


def _is_inside(context: Context, token: Token) -> bool:
    return any(start <= token.i < end for start, end in context.quoted)


def _claim_before(context: Context, start: int, end: int) -> Quote | None:
    """What somebody says last between two offsets."""
    found = (q for q in context.quotes if start <= q.start < end and q.segments and q.segments[0].start < end)
    return max(found, key=lambda quote: quote.start, default=None)


def _answer_cue(context: Context, joint: Token, sentence: Tokens, gaps: Sequence[Gap]) -> Tokens | None:
    """The words behind a joint that set what follows against a claim; ``None`` if none do."""
    rest = context.doc[joint.i + 1 : sentence.end]
    found = _against().match(rest.text)
    if found is not None:
        return rest.char_span(0, found.end(), alignment_mode="contract")
    denial = next((t for t in rest if _denies(t)), None)
    if denial is not None and denial.dep_ in _LATER:
        return context.doc[denial.i : denial.i + 1]
    gap = next(
        (g for g in gaps if g.kind == "unconfirmed" and rest.start_char <= g.cue_span.start < rest.end_char),
        None,
    )
    return context.tokens(gap.cue_span) if gap is not None else None


@cache
def _against() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in lists()["against"])
    return re.compile(rf",?\s?(?:{phrases})\b", re.IGNORECASE)


def _denies(token: Token) -> bool:
    """Whether a verb denies a claim: "denied that", "disputes the figure", not "rejected the offer"."""
    if token.lemma_.lower() not in _DENYING or token.pos_ != "VERB" or is_negated(token):
        return False
    if not has_subject(token) or any(c.dep_ == "auxpass" for c in token.lefts):
        return False
    objects = [c for c in token.rights if c.dep_ in ("dobj", "ccomp", "xcomp", "prep")]
    if not objects:
        return token.lemma_.lower() == "disagree"
    return any(c.dep_ in ("ccomp", "xcomp") or c.lemma_.lower() in _CLAIMS for c in objects)


def _across(
    context: Context, before: Tokens | None, sentence: Tokens, telling: Sequence[int]
) -> list[Tension]:
    """A sentence that denies what the one before claims: "The union says he knew. He denied that"."""
    if before is None or "\n" in context.text[before.end_char : sentence.start_char]:
        return []
    denial = next(
        (
            t
            for t in (context.doc[at] for at in telling)
            if _denies(t) and t.dep_ == "ROOT" and not _is_inside(context, t)
        ),
        None,
    )
    if denial is None or not (denial.lemma_ == "disagree" or any(_points_back(c) for c in denial.rights)):
        return []
    claim = _claim_before(context, before.start_char, before.end_char)
    if claim is None:
        return []
    start, end = clause_of(denial)
    answer = context.whole(start, end)
    return [_tension(context, claim, answer, context.doc[denial.i : denial.i + 1], sentence)]


def _points_back(token: Token) -> bool:
    """Whether what is denied is what was just said: "that", "this", "the claim"."""
    if token.dep_ != "dobj":
        return False
    if token.pos_ == "PRON":
        return token.lower_ in ("that", "this", "it")
    return token.lemma_.lower() in _CLAIMS and any(
        c.lower_ in ("the", "this", "that", "these", "those") for c in token.lefts
    )


def _tension(context: Context, claim: Quote, answer: Tokens, cue: Tokens, sentence: Tokens) -> Tension:
    told = span_of(answer)
    said = _words_of(context, claim, told.start)
    whole = joined(said, told)
    return Tension(
        text=context.text[whole.start : whole.end],
        start=whole.start,
        end=whole.end,
        sentence=joined(claim.sentence, span_of(sentence)),
        claim=said,
        answer=told,
        cue=cue.text,
        claimed_by=speaker_of(claim),
        answered_by=_denier(cue.root),
        salience=round(0.5 + 0.4 * (1 - whole.start / len(context.text)), 3),
    )


def _words_of(context: Context, claim: Quote, before: int) -> Span:
    """The words of a claim that stand before its answer: of a fragment in marks the clause round it."""
    start, end = claim.segments[0].start, claim.segments[-1].end
    if claim.clause is not None:
        start, end = joined(claim.clause, Span(start, end))
    tokens = context.tokens(Span(start, min(end, before)))
    return span_of(context.doc[slice(*trimmed(context.doc, tokens.start, tokens.end))])


def _denier(verb: Token) -> str:
    """Who denies it in the words of the denial, ``""`` where that is a pronoun or no one."""
    if verb.lemma_.lower() not in _DENYING:
        return ""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ == "PRON":
        return ""
    return subject.doc[subject.left_edge.i : subject.right_edge.i + 1].text
