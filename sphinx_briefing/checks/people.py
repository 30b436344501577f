"""Whether a name on a page and a speaker of an article are one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx_briefing.models import Quote, Speaker

_WORD: Final = re.compile(r"\w+")
_TITLES: Final = frozenset(
    {"the", "a", "an", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor"}
    | {"gen", "col", "lt", "maj", "capt", "sgt", "adm"}
)


def is_speaker(name: str, quote: Quote) -> bool:
    """Whether *name* is that of a speaker of *quote*, as far as both tell: no word of the shorter is missing."""
    speakers = [s for s in (quote.speaker, *quote.co_speakers) if s is not None]
    return any(_same(name, speaker) for speaker in speakers)


def _same(name: str, speaker: Speaker) -> bool:
    wanted = _words(name)
    if not wanted:
        return False
    known = [_words(words) for words in (speaker.name, speaker.mention) if words]
    if any(wanted <= words or (words and words <= wanted) for words in known):
        return True
    return wanted <= _words(f"{speaker.name} {speaker.mention} {speaker.role}")


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return {w for w in _WORD.findall(letters.replace("’s", "").replace("'s", "")) if w not in _TITLES}
