"""Parsed Docs written by hand: ``word|tag|dependency|head`` for each word, no model needed."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from sphinx_briefing.analysis.layout import mark_layout
from sphinx_briefing.models import Paragraph

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "JJ": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "IN": "ADP", "TO": "PART", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "EX": "PRON", "CC": "CCONJ",
    "VB": "VERB", "VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBG": "VERB", "VBN": "VERB", "MD": "AUX",
    "_SP": "SPACE",
}  # fmt: skip
_LEMMAS = {"is": "be", "was": "be", "were": "be", "seems": "seem"}
_NO_SPACE_BEFORE = set(".,:;?!”)")
_VOCAB = spacy.blank("en").vocab


def parsed(*sentences: str, ents: tuple[str, ...] = (), roles: dict[int, str] | None = None) -> Doc:
    """A Doc of *sentences*, each with heads counted from its own first word; ``¶`` alone starts a paragraph,
    ``¶¶¶`` one after a wider gap.

    Args:
        sentences: in the notation above.
        ents: words that are entities, ``word=LABEL``.
        roles: of paragraphs that are not ``body``.
    """
    rows: list[tuple[str, str, str, int]] = []
    starts = [0]
    for sentence in sentences:
        if not sentence.strip("¶"):
            rows.append(("\n\n" * len(sentence), "_SP", "dep", len(rows) - 1))
            starts.append(len(rows))
            continue
        at = len(rows)
        for item in sentence.split():
            word, tag, dep, head = item.rsplit("|", 3)
            rows.append((word, tag, dep, at + int(head)))
    words = [r[0] for r in rows]
    labels = dict(e.split("=") for e in ents)
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=[_is_followed_by_space(words, n) for n in range(len(words))],
        tags=[r[1] for r in rows],
        pos=[_POS.get(r[1], "PUNCT") for r in rows],
        deps=[r[2] for r in rows],
        heads=[r[3] for r in rows],
        lemmas=[_LEMMAS.get(w.lower(), w.lower()) for w in words],
        ents=[f"B-{labels[w]}" if w in labels else "O" for w in words],
    )
    ends = [*(s - 1 for s in starts[1:]), len(words)]
    mark_layout(
        doc,
        [
            _paragraph(doc, a, b, (roles or {}).get(n, "body"))
            for n, (a, b) in enumerate(zip(starts, ends, strict=True))
        ],
    )
    return doc


def _paragraph(doc: Doc, start: int, end: int, role: str) -> Paragraph:
    return Paragraph(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), role)


def _is_followed_by_space(words: list[str], n: int) -> bool:
    after = words[n + 1] if n + 1 < len(words) else ""
    return (
        bool(after)
        and after[0] not in _NO_SPACE_BEFORE
        and words[n] not in ("“", "(")
        and "\n" not in words[n] + after
    )
