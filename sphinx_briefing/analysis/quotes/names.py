"""Where an article names people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from sphinx_briefing.analysis.quotes.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from spacy.tokens import Token

    from sphinx_briefing.analysis.quotes.reading import Reading

Gender = Literal["he", "she", ""]

SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PARTICLES: Final = frozenset(
    {
        "abu",
        "al",
        "ben",
        "bin",
        "da",
        "de",
        "del",
        "der",
        "di",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
        "y",
    }
)
#: A name has at most this many words after its title, or before its surname.
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A place where the article names a person.

    Attributes:
        start: the name's first token, after any title.
        end: the token after its last.
        parts: its words.
        gender: what a title before it tells.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    gender: Gender


def find_names(reading: Reading, speakers: Collection[int]) -> list[Name]:
    """All names of persons, in the order of the text, inside quotation marks too.

    The model's entities are not enough: it misses half the bare surnames. So what follows a title is a name,
    and so is a proper noun that speaks, and a surname known once, wherever it stands alone.

    Args:
        reading: the Doc.
        speakers: the heads of mentions of speakers.
    """
    doc = reading.doc
    speaking = [i for i in speakers if doc[i].pos_ == "PROPN"]
    spans = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
    spans += _after_titles(reading)
    spans += (_with_given_names(reading, i) for i in speaking if not doc[i].ent_type_)
    found = list(_beside_roles(reading))
    found += (name for span in dict.fromkeys(spans) if (name := _name(reading, *span)) is not None)
    alone = {name.parts[0] for name in found if len(name.parts) == 1} | {doc[i].text for i in speaking}
    found += _full_forms(reading, alone)
    return _without_overlaps([*found, *_bare(reading, found, speakers)])


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in order, the longest of those that overlap."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if out and name.start < out[-1].end:
            if name.end - name.start > out[-1].end - out[-1].start:
                out[-1] = name
        else:
            out.append(name)
    return out


def _name(reading: Reading, start: int, end: int) -> Name | None:
    start, end = _trimmed(reading, start, end)
    if start >= end:
        return None
    parts = tuple(reading.doc[start:end].text.split())
    if not all(part[0].isalpha() for part in parts):
        return None
    return Name(start, end, parts, _titled(reading, start))


def _after_titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Capitalised words after "Mr.", "Senator" and the like."""
    doc = reading.doc
    honorifics = words("titles", "honorific")
    for i in reading.places_of(*honorifics, *(f"{word}." for word in honorifics)):
        j = i + 1
        while j < min(len(doc), i + 1 + _LONGEST) and doc[j].text[0].isupper() and doc[j].pos_ == "PROPN":
            j += 1
        if j > i + 1 and doc[i].text[0].isupper():
            yield i + 1, j


def _beside_roles(reading: Reading) -> Iterator[Name]:
    """Full names beside a role, whatever the model takes them for: "its spokeswoman, Ada Lund"."""
    for noun in (reading.doc[i] for i in reading.nouns):
        if noun.tag_ == "NNS" or noun.lemma_.lower() not in words("role_nouns"):
            continue
        beside = beside_role(noun)
        name = None if beside is None else _name(reading, *_with_given_names(reading, beside.i))
        if name is not None and len(name.parts) > 1 and reading.doc[name.start - 1].lower_ != "the":
            title = noun.lower_
            gender: Gender = (
                "she"
                if title in words("titles", "female")
                else "he"
                if title in words("titles", "male")
                else ""
            )
            yield replace(name, gender=name.gender or gender)


def beside_role(noun: Token) -> Token | None:
    """The last word of the name that stands beside *noun*, a role: after it, or before it."""
    after = next((c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if after is None and noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i:
        return noun.head
    return after


def _with_given_names(reading: Reading, i: int) -> tuple[int, int]:
    """The capitalised words that end at token *i*."""
    doc, start = reading.doc, i
    while (
        start > 0
        and i - start < _LONGEST - 1
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].text[0].isupper()
    ):
        start -= 1
    return start, i + 1


def _bare(reading: Reading, found: Iterable[Name], speakers: Collection[int]) -> Iterator[Name]:
    """The places where the surname of a name found elsewhere stands alone."""
    doc, text = reading.doc, reading.text
    surnames: dict[str, set[str]] = {}  # by their last token: "Reyes-Holt" has three
    for name in found:
        surnames.setdefault(doc[name.end - 1].lower_, set()).add(name.parts[-1])
    for i in reading.places_of(*surnames):
        last = doc[i]
        if last.pos_ != "PROPN" or (last.dep_ == "compound" and i not in speakers):
            continue
        end = last.idx + len(last)
        for surname in surnames[last.lower_]:
            start = end - len(surname)
            if text[max(0, start) : end] == surname and not text[max(0, start - 1) : start].isalnum():
                first = reading.token_at(start)
                yield Name(first, i + 1, (surname,), _titled(reading, first))


def _full_forms(reading: Reading, surnames: Collection[str]) -> Iterator[Name]:
    """The places where a given name stands before a surname known only alone."""
    doc = reading.doc
    titles = words("titles")
    for i in reading.places_of(*(name.lower() for name in surnames)):
        before = [t for t in doc[max(0, i - 3) : i] if t.dep_ == "compound" and t.head.i == i]
        names = [t for t in before if t.lower_.rstrip(".") not in titles]
        if doc[i].dep_ == "compound" or len(names) != 1 or names[0].i != i - 1:
            continue  # more words are hardly a person's: "Operation Still Water"
        given = names[0]
        if given.is_title and given.is_alpha and given.ent_type_ in ("PERSON", "", "ORG", "GPE"):
            yield Name(given.i, i + 1, (given.text, doc[i].text), _titled(reading, given.i))


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The tokens of a name without titles before and possessives, suffixes and punctuation after it."""
    doc = reading.doc
    titles = words("titles")
    for k in range(start, end):
        if "\n" in doc[k].text:
            end = k
            break
    while start < end and (
        doc[start].lower_.rstrip(".") in titles
        or not doc[start].text[0].isalpha()
        or (doc[start].text[0].islower() and doc[start].lower_ not in _PARTICLES)
    ):
        start += 1
    while end > start and (
        doc[end - 1].lower_ in ("'s", "’s", "'", "’")
        or doc[end - 1].lower_ in SUFFIXES
        or not doc[end - 1].text[0].isupper()
    ):
        end -= 1
    return start, end


def _titled(reading: Reading, start: int) -> Gender:
    """What the titles before a name tell of its bearer."""
    for k in range(start - 1, max(-1, start - 4), -1):
        word = reading.doc[k].lower_.rstrip(".")
        if word in words("titles", "male"):
            return "he"
        if word in words("titles", "female"):
            return "she"
        if word not in words("titles", "neutral"):
            break
    return ""
