"""Which characters of a source no font can show.

Under PDF/UA the compiler refuses text that has no glyph. A tiny document with each character of the source
once, compiled under that standard, tells which these are: what the fonts really hold, fallbacks included,
with no font file read here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.typst import log
from sphinx_briefing.typst.compiler import CompileError
from sphinx_briefing.typst.literals import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sphinx_briefing.typst.compiler import Compiler

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_NAMED = 12
_RUNS = re.compile(r"[!-~]?[^\x00-\x7f]+")
_HEAD = '#set document(title: "Glyphs")\n#set page(height: auto)\n'


def clusters(source: str) -> list[str]:
    """Return each character of a source that is not ASCII, with the marks that combine with it, sorted."""
    found: set[str] = set()
    for run in set(_RUNS.findall(source)):
        current = ""
        for char in run:
            if current and _combines(char):
                current += char
                continue
            found.add(current)
            current = char
        found.add(current)
    return sorted(one for one in found if not one.isascii())


def _combines(char: str) -> bool:
    return char == "\N{ZERO WIDTH JOINER}" or unicodedata.category(char).startswith("M")


def missing(compiler: Compiler, candidates: Iterable[str], timestamp: datetime) -> list[str]:
    """Return those of the candidates that no font of the compiler can show."""
    listed = list(candidates)
    if not listed:
        return []
    lines = "".join(f"#{verbatim(one)}#parbreak()\n" for one in listed)
    try:
        compiler.pdf((_HEAD + lines).encode(), ["ua-1"], timestamp)
    except CompileError as error:
        first = _HEAD.count("\n") + 1
        return sorted({listed[one.line - first] for one in error.diagnostics if one.line >= first})
    return []


def replace(source: str, lacking: Iterable[str]) -> str:
    """Put the replacement character for each cluster that lacks a glyph."""
    longest_first = sorted(lacking, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), REPLACEMENT, source) if longest_first else source


def name(cluster: str) -> str:
    """Name a cluster for a reader: ``U+6F22 CJK UNIFIED IDEOGRAPH-6F22``."""
    return " + ".join(f"U+{ord(c):04X} {unicodedata.name(c, 'without a name')}" for c in cluster)


def warn(tree: nodes.document, lacking: Iterable[str]) -> None:
    """Warn of each cluster that lacks a glyph, at the first place where the document has it.

    Of a whole script that is lacking some are named, and the number of the others.
    """
    every = list(lacking)
    left = every[:_NAMED]
    for words in tree.findall(nodes.Text):
        for one in [one for one in left if one in words]:
            left.remove(one)
            _warn_of(one, words.parent)
    for one in left:
        _warn_of(one, tree["docname"])
    if len(every) > _NAMED:
        message = "no font has a glyph for %d more characters: name a folder with fonts in briefing_pdf_fonts"
        log.warn("pdf_glyph", message, len(every) - _NAMED, location=tree["docname"])


def _warn_of(cluster: str, location: nodes.Node | str) -> None:
    log.warn("pdf_glyph", "no font has a glyph for %s (%s)", cluster, name(cluster), location=location)
