"""The proof that what a fact prints is its passage, but for edits that change nothing of what it says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sphinx_briefing.checks.verbatim import MOST_OMITTED, denies, is_pronoun
from sphinx_briefing.models import OMISSION, Problem, applied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.models import Article, Fact, Splice

_BRACKETED: Final = re.compile(r"(?P<kept>[^\[\]]*?) ?\[(?P<added>[^\[\]]+)\]")


def prove_edits(article: Article, fact: Fact) -> Problem | None:
    """What is wrong with the edits of *fact*; ``None`` if they make its text of its passage, and may."""
    if not fact.edits:
        return None
    why = next(_faults(article, fact), "")
    if not why:
        return None
    message = f"the fact {article.id}/{fact.id} is printed whole, since its edits do not hold: {why}"
    return Problem(subtype="fact", message=message)


def _faults(article: Article, fact: Fact) -> Iterator[str]:
    if not all(fact.span.contains(edit.span) for edit in fact.edits):
        yield "one lies outside its passage"
    if any(before.end > after.start for before, after in pairwise(fact.edits)):
        yield "two of them overlap"
    for edit in fact.edits:
        if why := _fault(article.text[slice(*edit.span)], edit):
            yield why
        if len(edit.text) != 1 and (_cuts(article.text, edit.start) or _cuts(article.text, edit.end)):
            yield f"“{article.text[slice(*edit.span)]}” is no whole words"
    printed = applied(article, fact)
    if " ".join(fact.text.split()) != printed:
        yield f"they make “{printed}”"


def _cuts(text: str, at: int) -> bool:
    """Whether a place lies inside a word or number."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _fault(passage: str, edit: Splice) -> str:
    """What is wrong with one edit of the words *passage*."""
    text = edit.text.strip()
    if text in ("", OMISSION):
        if denies(passage):
            return f"“{passage.strip()}” holds a negation and can't be left out"
        return f"“{passage.strip()}” is too long to be left out" if len(passage) > MOST_OMITTED else ""
    if len(text) == 1 and passage != text and passage.casefold() == text.casefold():
        return ""
    added = _BRACKETED.fullmatch(text)
    if added is None or denies(added["added"]) or not _may_stand_for(added["kept"], passage):
        return f"“{text}” can't stand for “{passage}”"
    return ""


def _may_stand_for(kept: str, passage: str) -> bool:
    """Whether what is printed before a bracket, all of the passage or nothing of it, leaves out a pronoun at most."""
    return kept == passage or (not kept and is_pronoun(passage))
