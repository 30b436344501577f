"""Plain text: every character is a word's, only blank lines and front matter are layout."""

from __future__ import annotations

from sphinx_briefing.articles.blocks import text_blocks
from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.draft import Block, Draft
from sphinx_briefing.articles.front_matter import split_front_matter


def read_plain(raw: bytes, name: str) -> Draft:
    """Read the bytes of a ``.txt`` file."""
    text, problems = decode(raw, name)
    if text is None:
        return Draft("", problems=problems)
    header = split_front_matter(text, name)
    blocks = tuple(Block(*span) for span in text_blocks(text, header.end))
    return Draft(text, blocks, (), header, problems)
