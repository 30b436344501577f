"""Which statements come first: what stands high up, can be checked, and tells in few words what others don't."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_briefing.analysis.facts.merit import BEST, merit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Span as Tokens

    from sphinx_briefing.analysis.facts.candidates import Candidate
    from sphinx_briefing.models import Figure, Quote

#: What a statement loses that has all its content words in common with a better one.
_REPETITION: Final = 4.0
#: What it gains by telling the most news a word, against one that tells a tenth of that.
_NEWS: Final = 1.0
_LEAST_NEWS: Final = 0.05
#: A word's weight falls by this much over so many sentences, so that what stands above counts more.
_REACH: Final = 6.0
#: How many statements the beginning of an article has, and how many of the first are looked at for what it returns to.
_BEGINNING: Final = 5
_BODY: Final = 20
#: Below this share of words that a text returns to, its order says nothing; above the other, it is one story.
_UNRELATED: Final = 0.2
_ONE_STORY: Final = 0.4
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


class Ranked(NamedTuple):
    """A statement in its rank, and how much it matters: 1 at most."""

    candidate: Candidate
    salience: float


class _Statement(NamedTuple):
    """A candidate, the lemmas of its content words, its length and its score before others are chosen."""

    candidate: Candidate
    words: AbstractSet[str]
    length: int
    score: float


def ranked(
    found: Iterable[Candidate], most: int, figures: Sequence[Figure] = (), quotes: Sequence[Quote] = ()
) -> list[Ranked]:
    """The best of the candidates, best first; each is held against those that were chosen before it.

    Args:
        found: in the order of the text.
        most: how many to choose.
        figures: those of the article.
        quotes: those of the article.
    """
    candidates = list(found)
    contents = [_content(c.words) for c in candidates]
    trust = _is_one_story(contents)
    statements = [
        _Statement(c, words, len(c.words), merit(c, figures, quotes) - trust * math.log(1 + c.place))
        for c, words in zip(candidates, contents, strict=True)
    ]
    return _chosen(statements, most, trust)


def _chosen(statements: list[_Statement], most: int, trust: float) -> list[Ranked]:
    weights = _weights(statements)
    dense = max((_news(s, weights, frozenset()) for s in statements), default=0.0) or 1.0
    told: set[str] = set()
    overlaps = [0.0] * len(statements)
    left = list(range(len(statements)))
    out: list[Ranked] = []
    salience = 1.0

    def score(n: int) -> float:
        news = _news(statements[n], weights, told) / dense
        gain = trust * _NEWS * math.log(_LEAST_NEWS + (1 - _LEAST_NEWS) * news)
        return statements[n].score + gain - _REPETITION * overlaps[n]

    while left and len(out) < most:
        scores = {n: score(n) for n in left}
        best = max(left, key=lambda n: (scores[n], -n))
        left.remove(best)
        salience = min(salience * 0.99, math.exp(scores[best] - BEST))  # ranks never tie
        chosen = statements[best]
        out.append(Ranked(chosen.candidate, round(salience, 6)))
        told |= chosen.words
        for n in left:
            overlaps[n] = max(overlaps[n], _share(statements[n].words, chosen.words))
    return out


def _is_one_story(contents: Sequence[AbstractSet[str]]) -> float:
    """How far place counts: 1 where a text returns to what it begins with, 0 where its sentences are unrelated.

    A ticker or a list of briefs has no lead.
    """
    body = contents[:_BODY]
    times = Counter(word for words in body for word in words)
    shares = [sum(times[w] > 1 for w in words) / len(words) for words in body[:_BEGINNING] if words]
    if len(body) <= _BEGINNING or not shares:
        return 1.0
    returned = sum(shares) / len(shares)
    return min(1.0, max(0.0, (returned - _UNRELATED) / (_ONE_STORY - _UNRELATED)))


def _weights(statements: Iterable[_Statement]) -> Counter[str]:
    """How much each word matters: how often statements return to it, those above more than those below."""
    weights: Counter[str] = Counter()
    for statement in statements:
        weight = math.exp(-statement.candidate.place / _REACH)
        for word in statement.words:
            weights[word] += weight  # type: ignore[assignment] # a Counter of numbers, not of ints alone
    return weights


def _news(statement: _Statement, weights: Counter[str], told: AbstractSet[str]) -> float:
    """The weight a word of what a statement tells besides what is *told*."""
    return sum(weights[word] for word in sorted(statement.words - told)) / statement.length


def _content(words: Tokens) -> frozenset[str]:
    """The lemmas of the content words."""
    return frozenset(t.lemma_.lower() for t in words if t.pos_ in _CONTENT and not t.is_stop)


def _share(words: AbstractSet[str], other: AbstractSet[str]) -> float:
    return len(words & other) / max(1, min(len(words), len(other)))
