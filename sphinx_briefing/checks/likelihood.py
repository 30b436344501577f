"""Words of likelihood: the scales that give each a range, and the rules on their use."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: The names of the scales.
SCALES: Final = ("icd203", "phia")

_DATA: Final = Path(__file__).parent / "lexicon" / "likelihood.yaml"
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?])[”\"')\]]*\s+(?=[“\"'(\[]*[A-Z])")
_LEVEL: Final = r"(?:low|moderate|medium|high)"
_CONFIDENCE: Final = re.compile(
    rf"\b{_LEVEL}(?:(?:[- ]to)?[- ]{_LEVEL})?(?: analytic(?:al)?)? confidence\b"
    rf"|\bconfidence(?: level)?(?: is| remains| of|:)? {_LEVEL}\b",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(r"(?:\bnot|n['’]t|\bnever|\bhardly)\s+\Z", re.IGNORECASE)
#: What makes a comparison of a term ("less likely than"), or the ordinary word of it ("the most likely route").
_COMPARED: Final = re.compile(r"\b(?:more|less|most|least|as|how|equally|likely)\s+\Z", re.IGNORECASE)


class Term(NamedTuple):
    """A term of a scale.

    Attributes:
        words: the term.
        range: its range in per cent (``55–80``).
        row: which of the terms of its range it is, from 0; terms of other rows should not stand beside it.
    """

    words: str
    range: str
    row: int = 0


class Mention(NamedTuple):
    """A term in a running text; *negated* if the text says that it is not so."""

    term: Term
    negated: bool = False


class Scale:
    """A scale of words of likelihood.

    Attributes:
        title: what it is called in print.
        terms: from the least to the most likely.
    """

    def __init__(self, data: dict[str, Any], forms: dict[str, list[str]]) -> None:
        self.title: str = data["title"]
        self.terms: tuple[Term, ...] = tuple(
            Term(words, band["range"], row if data["rows"] else 0)
            for band in data["bands"]
            for row, words in enumerate(band["terms"])
        )
        self._forms = {form: term for term in self.terms for form in forms.get(term.words, [term.words])}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def term(self, words: str) -> Term | None:
        """The term that *words* are, in this or an adverb's form; ``None`` for words that are not on the scale."""
        wanted = " ".join(words.casefold().split())
        exact = next((term for term in self.terms if term.words == wanted), None)
        return exact or self._forms.get(wanted)

    def row(self, number: int) -> list[Term]:
        """The terms of one row."""
        return [term for term in self.terms if term.row == number]

    def unknown(self, words: str) -> str:
        """That *words* are not on the scale, with the term that comes nearest and all there are."""
        given = " ".join(words.split())
        near = get_close_matches(given.casefold(), [term.words for term in self.terms], 1, 0.0)[0]
        known = ", ".join(term.words for term in self.terms)
        return f"“{given}” is not on the scale of {self.title}; nearest: {near}; the terms are: {known}"

    def mentions(self, text: str) -> Iterator[Mention]:
        """The terms in a running *text*, in its order; comparisons ("less likely than") are none."""
        plain = " ".join(text.split())
        for found in self._pattern.finditer(plain):
            if not _COMPARED.search(plain, 0, found.start()):
                term = self._forms[found.group().casefold()]
                yield Mention(term, bool(_NEGATED.search(plain, 0, found.start())))

    def with_confidence(self, text: str) -> str:
        """The first sentence of *text* that gives both a likelihood and a level of confidence, ``""`` if none does."""
        sentences = _SENTENCE_ENDS.split(" ".join(text.split()))
        both = (s for s in sentences if _CONFIDENCE.search(s) and next(self.mentions(s), None))
        return next(both, "")


@cache
def scale_of(name: str) -> Scale:
    """The scale of that name, one of :data:`SCALES`."""
    data = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return Scale(data[name], data["forms"])


def differing(scale: Scale, term: Term, text: str) -> Term | None:
    """The likelihood that *text* gives instead of *term*: ``None`` if it gives that one too, or none at all."""
    mentions = list(scale.mentions(text))
    if any(mention.term.range == term.range and not mention.negated for mention in mentions):
        return None
    return mentions[0].term if mentions else None


def first_of_another_row(terms: Sequence[Term]) -> int | None:
    """The place of the first of *terms* that is of another row than those before it."""
    return next((at for at, term in enumerate(terms) if term.row != terms[0].row), None)
