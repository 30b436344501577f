"""Where references lead: of the pages that show an object, the one that counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sphinx_briefing.naming import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


class Appearance(NamedTuple):
    """An object on a page.

    Attributes:
        anchor: the id of its node there.
        kind: an object type of the domain.
        title: what a reference to it prints.
        speaker: whose words it is, for the index of speakers.
        own: whether the page is the object's own, and so the one to lead to.
    """

    anchor: str
    kind: str
    title: str
    speaker: str = ""
    own: bool = False


class Target(NamedTuple):
    """What a reference resolves to."""

    docname: str
    anchor: str
    title: str
    own: bool


@dataclass(frozen=True, slots=True)
class Canonical:
    """The canonical appearances of all objects.

    Attributes:
        objects: by name, each with its page.
        people: the targets by full names, folded; ``None`` where a page lists two of that name.
    """

    objects: Mapping[str, tuple[str, Appearance]]
    people: Mapping[str, Target | None]

    def target(self, name: str) -> Target | None:
        """What a reference to *name* resolves to: an object, else the person of that full name."""
        if name in self.objects:
            return _target(*self.objects[name])
        return self.people.get(fold(name))


def canonical(shown: Mapping[str, Mapping[str, Appearance]]) -> Canonical:
    """Of what the pages show, what counts: an object on its own page, else on the first by name.

    Args:
        shown: appearances by object name, by page.
    """
    objects: dict[str, tuple[str, Appearance]] = {}
    people: dict[str, Target | None] = {}
    for docname in sorted(shown):
        here: dict[str, dict[str, Target]] = {}
        for name, appearance in shown[docname].items():
            if name not in objects or (appearance.own and not objects[name][1].own):
                objects[name] = docname, appearance
            if appearance.kind == "person":
                namesakes = here.setdefault(fold(appearance.title), {})
                namesakes[appearance.anchor] = _target(docname, appearance)
        for person, targets in here.items():
            people.setdefault(person, next(iter(targets.values())) if len(targets) == 1 else None)
    return Canonical(objects, people)


def _target(docname: str, shown: Appearance) -> Target:
    return Target(docname, shown.anchor, shown.title, shown.own)
