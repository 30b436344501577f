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
from sphinx_briefing.articles.names import NAME

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
HEAD_PARAGRAPHS: Final = 10
_TAIL_PARAGRAPHS: Final = 40
#: An author note may be followed by one paragraph that no pattern knows.
_STRAY_TAIL: Final = 1
#: So few words without an end are a label or a name.
_FRAGMENT_WORDS: Final = 6
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
    credits: re.Pattern[str]
    start: re.Pattern[str]
    under_title: re.Pattern[str]
    end: re.Pattern[str]
    links: re.Pattern[str]
    trades: re.Pattern[str]


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
    # A title may well begin as links do ("Opinion: …", "Watch: …").
    flags = [
        flag or (_is_anywhere(one, rules) and not (i == 0 and ":" in one))
        for i, (flag, one) in enumerate(zip(flags, words, strict=True))
    ]
    _flag_head(words, flags, rules, metadata)
    _flag_links(words, flags, rules)
    _flag_tail(words, flags, rules)
    return flags


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
        pattern("credits"),
        pattern("start"),
        pattern("under_title"),
        pattern("end"),
        pattern("links"),
        re.compile(rf"\b(?:{trades})s?\b", re.IGNORECASE),
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
    for i, one in enumerate(words[:HEAD_PARAGRAPHS]):
        if one.casefold() in own or (len(one) <= _LONGEST and _is_head(one, rules, under_title=i > 0)):
            flags[i] = True
        elif i and len(one.split()) >= _LEAD_WORDS and _SENTENCE_END.search(one):
            return


def _is_head(words: str, rules: _Rules, *, under_title: bool) -> bool:
    patterns = (
        (rules.credits, rules.start, rules.under_title) if under_title else (rules.credits, rules.start)
    )
    return any(pattern.match(words) for pattern in patterns)


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
    fragments: list[int] = []
    for i in range(len(words) - 1, max(0, len(words) - 1 - _TAIL_PARAGRAPHS), -1):
        one = words[i]
        if flags[i]:
            continue
        if len(one) <= _LONGEST and not _is_said(one) and _is_tail(i, words, flags, rules):
            flags[i] = True
        elif _is_fragment(one):
            fragments.append(i)
        elif strays == _STRAY_TAIL:
            break
        else:
            strays += 1
    _flag_fragments(words, flags, fragments)


def _flag_fragments(words: Sequence[str], flags: list[bool], fragments: Sequence[int]) -> None:
    """Flag the labels and names after a story's last sentence, unless that announces them as a list."""
    below = set(fragments)
    last = next((i for i in range(len(words) - 1, 0, -1) if not flags[i] and i not in below), 0)
    below = {i for i in below if i > last}
    if last == 0 or words[last].endswith(":") or (len(below) == 1 and not any(flags[last + 1 :])):
        return
    for i in below:
        flags[i] = True


def _is_fragment(words: str) -> bool:
    count = len(words.split())
    return (
        count <= (2 if words.endswith(":") else _FRAGMENT_WORDS)
        and not any(c.isdigit() for c in words)
        and not _SENTENCE_END.search(words)
        and not _MARKS.search(words)
    )


def _is_tail(i: int, words: Sequence[str], flags: Sequence[bool], rules: _Rules) -> bool:
    if rules.end.match(words[i]) or rules.credits.match(words[i]):
        return True
    return _is_author_note(i, words, flags, rules)


def _is_author_note(i: int, words: Sequence[str], flags: Sequence[bool], rules: _Rules) -> bool:
    """Whether paragraph *i* introduces somebody by trade of whom the story says nothing."""
    note = _NOTE.match(words[i])
    if note is None or not rules.trades.search(note["rest"][:200]):
        return False
    surname = re.compile(rf"\b{re.escape(note['name'].split()[-1])}\b")
    story = (
        one for j, one in enumerate(words) if j != i and not flags[j] and len(one.split()) > _FRAGMENT_WORDS
    )
    return not any(surname.search(one) for one in story)
