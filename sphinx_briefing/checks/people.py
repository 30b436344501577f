"""Whether a name on a page and a speaker of an article are one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.lexicon import entries
from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from sphinx_briefing.models import Article, Quote, Span, Speaker

_WORD: Final = re.compile(r"\w+")
_LEXICON: Final = Path(__file__).parent / "lexicon"
_TITLES: Final = entries(_LEXICON / "titles.txt")
_BESIDE: Final = entries(_LEXICON / "beside.txt")
_DESCRIBED: Final = re.compile(r"(?i:an?|the|one)\s|[a-z]")
_LONGEST_DESCRIPTION: Final = 60
#: How many paragraphs before that of a quotation may name its speaker.
_PARAGRAPHS_BEFORE: Final = 2


def is_speaker(name: str, quote: Quote) -> bool:
    """Whether *name* is that of a speaker of *quote*, as far as both tell: no word of the shorter is missing."""
    speakers = [s for s in (quote.speaker, *quote.co_speakers) if s is not None]
    return any(_same(name, speaker) for speaker in speakers)


def is_described_as(name: str, quote: Quote, article: Article) -> bool:
    """Whether *name* is in the words that describe a speaker without a name: "A spokesman for Nordbane said"."""
    speaker = quote.speaker
    if speaker is None or not _DESCRIBED.match(speaker.printed):
        return False
    end = speaker.end + _LONGEST_DESCRIPTION
    if quote.cue is not None and quote.cue.start >= speaker.end:
        end = min(end, quote.cue.start)
    wanted = _words(name)
    return bool(wanted) and wanted <= _words(article.prose[speaker.start : end])


def names_its_speaker(quote: Quote, article: Article) -> bool:
    """Whether the paragraph of *quote* has its speaker's name, instead of leaving it to "he" or to what went before."""
    speaker = quote.speaker
    return speaker is not None and is_named_near(
        speaker.name or speaker.mention, article, quote.span, paragraphs=0
    )


def is_named_near(name: str, article: Article, span: Span, paragraphs: int = _PARAGRAPHS_BEFORE) -> bool:
    """Whether the last word of *name* stands in the paragraph of *span*, or in some before it and the one after."""
    wanted = [w for w in _WORD.findall(_plain(_without_role(name))) if w not in _TITLES]
    number = article.paragraph_at(span.start)
    start = article.paragraphs[max(0, number - paragraphs)].start
    end = article.paragraphs[min(number + bool(paragraphs), len(article.paragraphs) - 1)].end
    return bool(wanted) and wanted[-1] in _words(article.prose[start:end])


def _same(name: str, speaker: Speaker) -> bool:
    wanted = _words(name)
    bare = _words(_without_role(name))
    if not wanted:
        return False
    # Where the article's mention is shorter than the name it stands for, "Holt" would let any Holt pass.
    known = [_words(words) for words in (speaker.name or speaker.mention, *speaker.candidates) if words]
    if any(bare <= words or (words and words <= bare and not (bare - words) & _BESIDE) for words in known):
        return True
    return wanted <= _words(f"{speaker.name} {speaker.mention} {speaker.role}")


def _without_role(name: str) -> str:
    """The name before its role: ``Ada Vale, the chief warden``, ``Ada Vale (Harbour Watch)``."""
    return re.split(r"[,(;]", name.strip(" ,(;"), maxsplit=1)[0]


def _words(name: str) -> set[str]:
    return {w for w in _WORD.findall(_plain(name)) if w not in _TITLES}


def _plain(name: str) -> str:
    return re.sub(r"['’]s\b", "", fold(name))
