"""Plain text: every character is a word's, only blank lines and front matter are layout."""

from __future__ import annotations

import re
from typing import Final

from sphinx_briefing.articles.decoding import decode
from sphinx_briefing.articles.draft import Block, Draft
from sphinx_briefing.articles.formats.blocks import text_blocks
from sphinx_briefing.articles.front_matter import split_front_matter
from sphinx_briefing.models import Problem

_PAGE: Final = re.compile(r"[\ufeff\s]*<(?:!doctype html|html)\b", re.IGNORECASE)


def read_plain(raw: bytes, name: str) -> Draft:
    """Read the bytes of a ``.txt`` file."""
    text, problems = decode(raw, name)
    if text is None:
        return Draft("", problems=problems)
    if _PAGE.match(text):
        message = "the file is a web page; name it .html to have only its article read"
        problems = (*problems, Problem(subtype="article", message=message, path=name, line=1))
    header = split_front_matter(text, name)
    blocks = tuple(Block(*span) for span in text_blocks(text, header.end))
    return Draft(text, blocks, (), header, problems)
