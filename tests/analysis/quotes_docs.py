"""Parsed Docs for tests without a model: the parses of invented paragraphs stand in ``*_parses.txt``.

A parse is the paragraph itself and a line of tokens, ``text=lemma/POS:TAG/dep/+distance of head/entity``; a
``^`` after a token means that no space follows, a ``*`` before it that it begins a sentence (spaCy sees that
from the heads). To add paragraphs::

    python tests/analysis/quotes_docs.py "Some paragraph." >> tests/analysis/quotes_parses.txt
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc

from sphinx_briefing.analysis.layout import mark_layout
from sphinx_briefing.models import Paragraph

_VOCAB = spacy.blank("en").vocab
_FILES = sorted(Path(__file__).parent.glob("*_parses.txt"))
_TOKEN = re.compile(
    r"\*?(?P<text>.+?)(?:=(?P<lemma>[^=/]*))?/(?P<pos>[A-Z]+)(?::(?P<tag>[A-Z]+\$?))?/(?P<dep>\w+)"
    r"/(?P<head>[+-]\d+)(?:/(?P<ent>[BI]-\w+))?(?P<tight>\^?)"
)


@cache
def _parses():
    texts = [path.read_text(encoding="utf-8") for path in _FILES]
    lines = [line for text in texts for line in text.splitlines() if line and line[0] != "#"]
    return dict(zip(lines[::2], lines[1::2], strict=True))


def doc_of(*paragraphs, title=False):
    """The laid out and parsed Doc of an article of these paragraphs, all of them in the file of parses.

    Args:
        paragraphs: their texts.
        title: whether the first of them is the article's title.
    """
    words, spaces, rest = [], [], {"lemmas": [], "pos": [], "tags": [], "deps": [], "heads": [], "ents": []}
    for paragraph in paragraphs:
        if words:
            words.append("\n\n")
            spaces.append(False)
            _add(rest, "\n\n", "SPACE", "", "dep", len(words) - 1, "O")
        for raw in _parses()[paragraph].split(" "):
            token = _TOKEN.fullmatch(raw)
            words.append(token["text"])
            spaces.append(not token["tight"])
            lemma = token["text"] if token["lemma"] is None else token["lemma"]
            head = len(words) - 1 + int(token["head"])
            _add(rest, lemma, token["pos"], token["tag"] or "", token["dep"], head, token["ent"] or "O")
        spaces[-1] = False
    doc = Doc(_VOCAB, words=words, spaces=spaces, **rest)
    assert doc.text == "\n\n".join(paragraphs)
    at, spans = 0, []
    for i, paragraph in enumerate(paragraphs):
        spans.append(Paragraph(at, at + len(paragraph), "title" if title and i == 0 else "body"))
        at += len(paragraph) + 2
    _lay_out(doc, spans)
    return doc


def _lay_out(doc, paragraphs):
    """What the pipeline does before it parses."""
    blank = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    mark_layout(blank, paragraphs)
    for name, group in blank.spans.items():
        doc.spans[name] = [doc.char_span(s.start_char, s.end_char, label=s.label_) for s in group]


def _add(rest, *values):
    for name, value in zip(("lemmas", "pos", "tags", "deps", "heads", "ents"), values, strict=True):
        rest[name].append(value)


def _notation(text):
    from sphinx_briefing.analysis.pipeline import find_model

    doc = spacy.load(find_model())(text)
    for t in doc:
        lemma = f"={t.lemma_}" if t.lemma_.lower() != t.lower_ else ""
        tag = f":{t.tag_}" if t.tag_.strip("$").isalpha() else ""
        entity = f"/{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else ""
        tight = "" if t.whitespace_ else "^"
        start = "*" if t.is_sent_start and t.i else ""
        yield f"{start}{t.text}{lemma}/{t.pos_}{tag}/{t.dep_}/{t.head.i - t.i:+d}{entity}{tight}"


if __name__ == "__main__":
    for given in sys.argv[1:]:
        sys.stdout.write(f"{given}\n{' '.join(_notation(given))}\n")
