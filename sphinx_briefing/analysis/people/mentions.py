"""By which words an article means somebody: names with their titles, and titles alone where they are settled."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.quotes.lexicon import words
from sphinx_briefing.analysis.quotes.speakers import is_bare_title
from sphinx_briefing.models import Alias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.people import Person as Known
    from sphinx_briefing.analysis.quotes.reading import Reading
    from sphinx_briefing.analysis.quotes.speakers import Speakers

#: What makes a title alone somebody else's: "the president of the club", "the minister who resigned".
_NARROWING: Final = frozenset({"prep", "relcl", "acl", "appos", "compound", "amod", "poss"})
#: Words of a description that nobody is addressed by.
_DESCRIBING: Final = frozenset(
    {"the", "a", "an", "former", "ex", "then", "late", "acting", "deputy", "assistant", "state", "house"}
    | {"senate", "majority", "minority", "press", "campaign", "gop", "democratic", "democrat", "republican"}
    | {"conservative", "liberal", "rival", "candidate", "nominee"}
)
#: What belongs to the title to its right.
_BEFORE_TITLES: Final = frozenset({"compound", "amod", "poss", "nmod", "advmod", "npadvmod"})


def mentions_of(speakers: Speakers) -> dict[Known, list[Tokens]]:
    """Where each person is named, in the order of the text; a name that two could bear is nobody's mention."""
    found: dict[Known, list[Tokens]] = {}
    reading, people = speakers.reading, speakers.people
    for name in dict.fromkeys(people.names.values()):
        bearers = people.meant[name.start]
        if len(bearers) == 1:
            start = _with_titles(reading, name.start)
            found.setdefault(bearers[0], []).append(reading.doc[start : name.end])
    for token in (reading.doc[i] for i in reading.nouns):
        bearer = _bearer_of_title(speakers, token)
        if bearer is not None and bearer in found and found[bearer][0].start < token.i:
            found[bearer].append(reading.doc[token.i - 1 : token.i + 1])
    return {person: sorted(places, key=lambda place: place.start) for person, places in found.items()}


def _with_titles(reading: Reading, start: int) -> int:
    """The first of the titles directly before the name at *start*: ``President Vale``, ``Maj. Gen. Ada Vale``.

    A title is left out that other words make longer: in "Finance Minister Vale" nobody is called "Minister Vale".
    """
    titles, doc, first = _titles(), reading.doc, start
    if reading.homes[start] >= 0 and reading.titled[reading.homes[start]]:
        return start  # where every word has a capital, none tells
    while first > 0 and doc[first - 1].text[0].isupper() and doc[first - 1].lower_.rstrip(".") in titles:
        first -= 1
    longer = first > 0 and doc[first - 1].dep_ in _BEFORE_TITLES and doc[first - 1].head.i >= first
    return start if longer else first


@cache
def _titles() -> frozenset[str]:
    return words("titles") - _DESCRIBING


def _bearer_of_title(speakers: Speakers, token: Token) -> Known | None:
    """Whom a title without a name means: the only one in the article with that role, if there is just one."""
    before = token.i - 1
    if not is_bare_title(token) or before < 0 or token.doc[before].dep_ != "det":
        return None
    if any(child.dep_ in _NARROWING for child in token.children):
        return None
    bearers = speakers.titled(token)
    return bearers[0] if len(bearers) == 1 else None


def aliases_of(name: str, places: Sequence[Tokens]) -> tuple[Alias, ...]:
    """The wordings at *places* that are not *name*, each where it first stands; case makes no difference."""
    found: dict[str, Alias] = {}
    for place in places:
        wording = " ".join(place.text.split())
        if wording.casefold() != name.casefold():
            found.setdefault(wording.casefold(), Alias(wording, place.start_char, place.end_char))
    return tuple(found.values())
