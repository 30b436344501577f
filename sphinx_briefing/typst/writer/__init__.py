"""A doctree as Typst source: calls of the functions of ``templates/nodes.typ``, text as string literals."""

from __future__ import annotations

from sphinx_briefing.typst.writer.blocks import BlockTranslator
from sphinx_briefing.typst.writer.code import CodeTranslator
from sphinx_briefing.typst.writer.inline import InlineTranslator
from sphinx_briefing.typst.writer.lists import ListTranslator
from sphinx_briefing.typst.writer.media import MediaTranslator
from sphinx_briefing.typst.writer.notes import NoteTranslator
from sphinx_briefing.typst.writer.tables import TableTranslator


class TypstTranslator(
    CodeTranslator,
    NoteTranslator,
    ListTranslator,
    TableTranslator,
    MediaTranslator,
    BlockTranslator,
    InlineTranslator,
):
    """Writes every standard node of docutils and Sphinx."""


__all__ = ["TypstTranslator"]
