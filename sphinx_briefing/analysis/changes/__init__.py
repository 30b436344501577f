"""Changes: two figures of one subject, stated in a sentence or linked across the article.

Two passes over the figures: one reads what a sentence states ("fell 2.5 % to 400", "from 2,000 to 400"), the
other links figures that count the same thing where the text gives a reason to take one for the earlier value
and the other for the later. Two figures without such a reason are no change: they may be two groups, or two
accounts of one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_briefing.analysis.changes.difference import difference, direction_of, multiplied
from sphinx_briefing.analysis.changes.levels import counted_words
from sphinx_briefing.analysis.changes.lexicon import words
from sphinx_briefing.analysis.changes.linked import completed, linked_changes
from sphinx_briefing.analysis.changes.stated import stated_changes
from sphinx_briefing.analysis.figures.nouns import singular
from sphinx_briefing.analysis.figures.tokens import TokenIndex
from sphinx_briefing.analysis.layout import text_of
from sphinx_briefing.models import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sphinx_briefing.analysis.changes.found import Found
    from sphinx_briefing.models import Figure, Modality

_NOUNS: Final = words("nouns up") | words("nouns down")
_DIGIT: Final = re.compile(r"\d")
_PRONOUNS: Final = frozenset({"i", "he", "she", "we", "you", "they", "it", "her", "him", "them", "us", "me"})


def find_changes(doc: Doc, figures: Sequence[Figure]) -> list[Change]:
    """The changes of an article in the order of the text.

    Args:
        doc: the parsed article.
        figures: its figures with their ids in the order of the text, each place of a repeated one by itself.
    """
    if not figures:
        return []
    text = text_of(doc)
    index = TokenIndex(doc, text)
    stated = [f for f in completed(doc, figures, stated_changes(index, figures)) if f.after or f.amount]
    known = {(f.before.figure, f.after.figure) for f in stated if f.before and f.after}
    found = [*stated, *(f for f in linked_changes(index, figures) if _ids(f) not in known)]
    changes = [change for f in found if (change := _change(text, f)) is not None]
    return sorted(_distinct(changes), key=lambda change: change.start)


def _ids(found: Found) -> tuple[str, str]:
    return found.before.figure if found.before else "", found.after.figure if found.after else ""


def _distinct(changes: Sequence[Change]) -> list[Change]:
    """Each change once: said again with the same figures of the article, it is no other."""
    return list({tuple((r.figure, r.low, r.high) for r in c.levels): c for c in reversed(changes)}.values())


def _change(text: str, found: Found) -> Change | None:
    before, after = found.before, found.after
    direction = found.direction or (before and after and direction_of(before, after))
    if not direction:
        return None
    unit = _unit(found.figures)
    computed = None
    if before and after:
        computed = difference(before, after, unit)
    elif after and found.amount and found.factor:
        computed = multiplied(found.amount, after)
    return Change(
        text=text[found.start : found.end],
        start=found.start,
        end=found.end,
        sentence=found.figures[0].sentence,
        salience=max(figure.salience for figure in found.figures),
        before=before,
        after=after,
        amount=found.amount,
        direction=direction,
        subject=_subject(found),
        unit=unit,
        status=_status(found),
        attribution=next((f.attribution for f in found.figures if f.attribution), ""),
        basis=found.basis,
        evidence=tuple(sorted({figure.sentence for figure in found.figures})),
        computed=computed,
    )


def _status(found: Found) -> Modality:
    """That of the later value; a claim about either end makes a claim of the change."""
    modalities = [figure.modality for figure in found.figures]
    if found.supposed or modalities[0] == "planned":
        return "planned"
    return "claimed" if "claimed" in modalities else "reported"


def _subject(found: Found) -> str:
    """What changed: the fullest name of what is counted, else what the words of change name."""
    counted = [said for f in found.figures if _is_level(found, f) and (said := counted_words(f))]
    subjects = [f.subject for f in found.figures if _names_something(f.subject)]
    naming = [s for s in subjects if any(w.split()[-1] in s for w in counted)]
    points = found.subject and counted and counted[0].lower() in ("point", "points")
    if counted and not points:
        return max(naming or counted, key=len)
    return found.subject or next(iter(subjects), "")


def _names_something(subject: str) -> bool:
    """Whether a figure's subject names what changes, rather than the change, a speaker's "we" or a number."""
    last = subject.lower().rpartition(" ")[2]
    return bool(last) and last not in _PRONOUNS | _NOUNS and not _DIGIT.search(subject)


def _is_level(found: Found, figure: Figure) -> bool:
    return any(r is not None and r.figure == figure.id for r in (found.before, found.after))


def _unit(figures: Sequence[Figure]) -> str:
    """The unit of the values, of a range that has it in its midst also."""
    units = [f.unit or singular(counted_words(f).rpartition(" ")[2].lower()) for f in figures]
    return next(filter(None, units), "")
