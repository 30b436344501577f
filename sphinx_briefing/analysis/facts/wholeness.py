"""Whether a text is whole: what it opens, it closes."""

from __future__ import annotations

import re
from typing import Final

#: Marks round a quotation that are apostrophes elsewhere.
_SINGLE_OPENING: Final = re.compile(r"(?<![\w’'])['‘](?=[\w(\[])")
_SINGLE_CLOSING: Final = re.compile(r"(?<=[\w.,!?…)\]])['’](?!\w)")
#: With a space on both sides, a mark may be either.
_SINGLE_SPACED: Final = re.compile(r"(?<!\S)['‘’](?!\S)")
#: "'90s", "'em", "'til": an apostrophe in the place of letters.
_ELISION: Final = re.compile(r"['‘’](?=\d\ds?\b|em\b|til\b|cause\b|n\b)", re.IGNORECASE)
#: "the drivers' union" closes nothing.
_PLURAL: Final = re.compile(r"(?<=s)['’](?=\s)")


def marks_pair(text: str) -> bool:
    """Whether each double quotation mark and bracket that opens in *text* closes in it."""
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in ("“”", "()", "[]"))


def single_marks_pair(text: str) -> bool:
    """The same for single marks, as far as what stands round them tells them from apostrophes."""
    if len(_SINGLE_SPACED.findall(text)) % 2:
        return False
    plain = _ELISION.sub("", text)
    opened, closed = len(_SINGLE_OPENING.findall(plain)), len(_SINGLE_CLOSING.findall(plain))
    plurals = len(_PLURAL.findall(plain))
    return closed - plurals <= opened <= closed if opened else closed <= plurals
