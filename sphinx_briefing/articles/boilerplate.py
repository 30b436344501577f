"""Paragraphs that are no part of the story: links, credits, author notes, plugs.

The patterns are in ``boilerplate.yaml``. Between the first and the last words of a story only what can be
nothing else counts; before and after it, where such things stand, the patterns are wider.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from sphinx_briefing.articles.front_matter import LOADER
from sphinx_briefing.articles.names import NAME, is_person, split_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.models import Metadata

_MONTH: Final = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_PLATFORM: Final = (
    "(?:twitter|x|facebook|instagram|linkedin|tiktok|youtube|threads|mastodon|bluesky|telegram|whatsapp|snapchat"
    "|tumblr|pinterest|medium|google news|apple news)"
)
_PERSON_SOMEWHERE: Final = rf"(?-i:{NAME})(?: in (?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+)*)?"
_PLACEHOLDERS: Final = {
    "{NAME}": f"(?-i:{NAME})",
    "{PEOPLE}": rf"{_PERSON_SOMEWHERE}(?:(?:,? and|,|/)\s*{_PERSON_SOMEWHERE})*",
    "{PLATFORM}": _PLATFORM,
    "{MONTH}": _MONTH,
}
#: Longer paragraphs are never boilerplate; the patterns need not look at them.
_LONGEST: Final = 900
#: A story has begun with the first sentence of this many words, at the latest after so many paragraphs.
_LEAD_WORDS: Final = 12
_HEAD_PARAGRAPHS: Final = 10
#: An author note may be followed by one paragraph that no pattern knows.
_STRAY_TAIL: Final = 1
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\Z")
#: Words in quotation marks that somebody says are the story's, whatever else the paragraph looks like.
_SAYS: Final = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|replied|warned|argued|according)\b")
_MARKS: Final = re.compile(r"[\"“”«»]|''|``")
#: ... but not in a link's headline.
_LABEL: Final = re.compile(r"[\[(]|[\w’' ]{2,25}[:|]\s")
#: Bullets and brackets round a paragraph.
_WRAPPING: Final = re.compile(r"\A(?:[-–—•*▪►▶>→]+\s*|[\[(]\s*)+|[\])]+\Z")
_NOTE: Final = re.compile(
    rf"(?:[–—-]+\s*)?(?P<name>{NAME}|[A-Z][\w’-]+)(?:(?:,|,? and|,? &) {NAME})*"
    r"(?:\s*\([^)]{1,60}\))?(?:,[^.]{1,80},)?"
    r"\s+(?:are|(?:is|was|serves as|works as)\s+(?:an?\b|the\b|one of|[A-Z][\w.& -]{1,60}?['’]s?))\s"
    r"(?P<rest>.*)",
    re.DOTALL,
)


class _Rules(NamedTuple):
    anywhere: re.Pattern[str]
    start: re.Pattern[str]
    end: re.Pattern[str]
    links: re.Pattern[str]
    trades: re.Pattern[str]
    nobody: frozenset[str]


def find_boilerplate(words: Sequence[str], metadata: Metadata) -> list[bool]:
    """For each paragraph of an article whether it is boilerplate.

    Args:
        words: the paragraphs' words, white space folded, markup left out.
        metadata: ``skip`` names line beginnings that are boilerplate here; authors and publisher are
            recognised where they stand alone above the story.
    """
    skipped = tuple(prefix.casefold() for prefix in metadata.skip)
    flags = [bool(skipped) and one.casefold().startswith(skipped) for one in words]
    if len(words) < 2:
        return flags
    rules = _rules()
    flags = [flag or _is_anywhere(one, rules) for flag, one in zip(flags, words, strict=True)]
    _flag_head(words, flags, rules, metadata)
    _flag_links(words, flags, rules)
    _flag_tail(words, flags, rules)
    return flags


def stated_authors(words: Sequence[str], flags: Sequence[bool]) -> tuple[str, ...]:
    """The authors whom a byline above the story names; nobody where no byline leaves no doubt."""
    for one, flag in zip(words[:_HEAD_PARAGRAPHS], flags, strict=False):
        byline = re.match(r"(?:written )?by:?\s+(?P<names>[^|•·]+)", one, re.IGNORECASE) if flag else None
        if byline is not None:
            names = _names_in(byline["names"])
            if names:
                return names
    return ()


def _names_in(byline: str) -> tuple[str, ...]:
    """The people in a byline without its ``By``; what follows a comma may be their outlet."""
    nobody = _rules().nobody
    for words in (byline, byline.rpartition(",")[0], byline.partition(",")[0], byline.partition(" in ")[0]):
        names = split_names(words.strip(" .,"))
        if names and all(is_person(name) and nobody.isdisjoint(name.lower().split()) for name in names):
            return tuple(name.title() if name.isupper() else name for name in names)
    return ()


@cache
def _rules() -> _Rules:
    raw = yaml.load((Path(__file__).parent / "boilerplate.yaml").read_text("utf-8"), Loader=LOADER)  # noqa: S506

    def pattern(name: str) -> re.Pattern[str]:
        joined = "|".join(f"(?:{one})" for one in raw[name])
        for word, stands_for in _PLACEHOLDERS.items():
            joined = joined.replace(word, stands_for)
        return re.compile(joined, re.IGNORECASE)

    trades = "|".join(map(re.escape, raw["trades"].split()))
    return _Rules(
        pattern("anywhere"),
        pattern("start"),
        pattern("end"),
        pattern("links"),
        re.compile(rf"\b(?:{trades})s?\b", re.IGNORECASE),
        frozenset(raw["nobody"].split()),
    )


def _is_anywhere(words: str, rules: _Rules) -> bool:
    if len(words) > _LONGEST or _is_said(words):
        return False
    bare = _WRAPPING.sub("", words)
    return rules.anywhere.match(words) is not None or rules.anywhere.match(bare) is not None


def _is_said(words: str) -> bool:
    return _MARKS.search(words) is not None and _SAYS.search(words) is not None and not _LABEL.match(words)


def _flag_head(words: Sequence[str], flags: list[bool], rules: _Rules, metadata: Metadata) -> None:
    own = {name.casefold() for name in (*metadata.authors, metadata.publisher) if name}
    for i, one in enumerate(words[:_HEAD_PARAGRAPHS]):
        if i and len(one.split()) >= _LEAD_WORDS and _SENTENCE_END.search(one) and not rules.start.match(one):
            return
        if one.casefold() in own or (len(one) <= _LONGEST and rules.start.match(one)):
            flags[i] = True


def _flag_links(words: Sequence[str], flags: list[bool], rules: _Rules) -> None:
    in_list = False
    for i, one in enumerate(words):
        if i and rules.links.match(one):
            flags[i] = in_list = True
        elif in_list and len(one) <= 160 and not _SENTENCE_END.search(one):
            flags[i] = True
        else:
            in_list = False


def _flag_tail(words: Sequence[str], flags: list[bool], rules: _Rules) -> None:
    strays = 0
    for i in range(len(words) - 1, 0, -1):
        one = words[i]
        if flags[i]:
            continue
        if len(one) <= _LONGEST and not _is_said(one) and _is_tail(i, words, rules):
            flags[i] = True
        elif strays == _STRAY_TAIL:
            return
        else:
            strays += 1


def _is_tail(i: int, words: Sequence[str], rules: _Rules) -> bool:
    if rules.end.match(words[i]) or rules.start.match(words[i]):
        return True
    return _is_author_note(i, words, rules)


def _is_author_note(i: int, words: Sequence[str], rules: _Rules) -> bool:
    """Whether paragraph *i* introduces somebody by trade of whom the story says nothing."""
    note = _NOTE.match(words[i])
    if note is None or not rules.trades.search(note["rest"][:200]):
        return False
    surname = re.compile(rf"\b{re.escape(note['name'].split()[-1])}\b")
    bylines = re.compile(r"\W*by\b", re.IGNORECASE)
    return not any(surname.search(one) for j, one in enumerate(words) if j != i and not bylines.match(one))
