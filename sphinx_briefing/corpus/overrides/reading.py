"""Overrides as written in YAML become records; what can't be used becomes a problem at its line."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import yaml

from sphinx_briefing.articles.front_matter import LOADER, check_depth
from sphinx_briefing.corpus.overrides.entries import ADDABLE, COMMON, Override, correctable, kinds
from sphinx_briefing.models import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_GRADE: Final = re.compile(r"([A-F]?)([1-6]?)", re.IGNORECASE)
_TRUE: Final = frozenset({"true", "yes", "on"})
_FALSE: Final = frozenset({"false", "no", "off"})
#: What an author might want to correct, and can't: the words of the article prove it.
_PROVED: Final = frozenset({"value", "low", "high", "bound", "hedge", "text", "words", "start", "end"})


class Read(NamedTuple):
    """What a file of overrides holds."""

    overrides: tuple[Override, ...]
    problems: tuple[Problem, ...]


class _WrongError(Exception):
    """Something that can't be used, and the node where it stands."""

    def __init__(self, node: yaml.Node, message: str) -> None:
        super().__init__(message)
        self.line = node.start_mark.line + 1


def read_overrides(text: str, path: str, *, shared: bool) -> Read:
    """The overrides in *text*.

    Args:
        text: of a sidecar, ``overrides: [...]``, or of a shared file, which has a list for the id of each article.
        path: what to call the file in problems.
        shared: which of the two it is.
    """
    try:
        check_depth(text)
        root = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Read((), (_yaml_problem(error, path),))
    reader = _Reader(path)
    if root is not None:
        reader.read(root, shared=shared)
    return Read(tuple(reader.found), tuple(reader.problems))


class _Reader:
    """Reads one file, and goes on behind what is wrong."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.found: list[Override] = []
        self.problems: list[Problem] = []

    def read(self, root: yaml.Node, *, shared: bool) -> None:
        """Read the list under each key of *root*."""
        try:
            lists = list(_pairs(root, "give each article's id a list of overrides"))
        except _WrongError as error:
            self._report(error)
            return
        for article, entries in lists:
            name = cast("str", article.value)
            if not isinstance(entries, yaml.SequenceNode):
                self._report(_WrongError(entries, f"{name!r} takes a list; begin each override with a dash"))
                continue
            for entry in entries.value:
                self._entry(entry, name if shared else "")

    def _entry(self, entry: yaml.Node, article: str) -> None:
        told = len(self.problems)
        try:
            pairs = list(_pairs(entry, "write an override as keys, beginning with 'quote:' or another kind"))
            key, value = _named(entry, pairs)
            made = Override(
                kind=key.value,
                words=_text(key, value),
                article=article,
                path=self._path,
                line=entry.start_mark.line + 1,
                **self._fields(key.value, [pair for pair in pairs if pair[0] is not key]),
            )
            self._keep(entry, made, wrong=len(self.problems) > told)
        except _WrongError as error:
            self._report(error)

    def _keep(self, entry: yaml.Node, made: Override, *, wrong: bool) -> None:
        """Keep an override that makes sense; where something of it was *wrong*, that nothing is left is no news."""
        if not made.words:
            raise _WrongError(entry, f"{made.kind!r} takes the id or the words of the excerpt")
        if made.add and made.kind not in ADDABLE:
            raise _WrongError(entry, f"a {made.kind} can't be added; only {', '.join(ADDABLE)} can")
        if made.add and made.drop:
            raise _WrongError(entry, "an excerpt can't be both added and dropped; leave one of them out")
        if made.does_something:
            self.found.append(made)
        elif not wrong:
            keys = ", ".join(("drop", "add", *correctable(made.kind), "grade", "note"))
            raise _WrongError(entry, f"the override of “{made.words}” does nothing; give one of {keys}")

    def _fields(self, kind: str, pairs: list[tuple[yaml.Node, yaml.Node]]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        corrections: list[tuple[str, str]] = []
        for key, value in pairs:
            try:
                name = _known(kind, key)
                read = _READERS.get(name, _text)(key, value)
            except _WrongError as error:
                self._report(error)
                continue
            if name in correctable(kind):
                corrections.append((name, read))
            else:
                fields[name] = read
        return {**fields, "corrections": tuple(corrections)}

    def _report(self, error: _WrongError) -> None:
        self.problems.append(
            Problem(subtype="override", message=str(error), path=self._path, line=error.line)
        )


def _pairs(node: yaml.Node, otherwise: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _WrongError(node, f"this is no mapping of keys and was left out; {otherwise}")
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _WrongError(key, f"a key has to be a word; {otherwise}")
        yield key, value


def _named(entry: yaml.Node, pairs: list[tuple[yaml.Node, yaml.Node]]) -> tuple[yaml.Node, yaml.Node]:
    """The key that names a kind, and the excerpt it names."""
    named = [pair for pair in pairs if pair[0].value in kinds()]
    if len(named) != 1:
        raise _WrongError(entry, f"an override names one excerpt by one of the keys {', '.join(kinds())}")
    return named[0]


def _known(kind: str, key: yaml.Node) -> str:
    """The key that is meant, underscores for hyphens."""
    name = key.value.replace("-", "_").replace(" ", "_").lower()
    known = (*correctable(kind), *COMMON)
    if name in known:
        return str(name)
    if name in _PROVED:
        remedy = "drop the excerpt and add the right words" if kind in ADDABLE else "drop the excerpt"
        raise _WrongError(
            key, f"{key.value!r} can't be overridden: the article's own words prove it; {remedy}"
        )
    near = get_close_matches(name, known, n=1)
    meant = f"did you mean {near[0]!r}?" if near else f"a {kind} takes {', '.join(known)}"
    raise _WrongError(key, f"the key {key.value!r} of a {kind} is not known and was left out; {meant}")


def _text(key: yaml.Node, value: yaml.Node) -> str:
    if not isinstance(value, yaml.ScalarNode):
        raise _WrongError(value, f"{key.value!r} takes text and was left out; put it in quotation marks")
    return " ".join(value.value.split())


def _truth(key: yaml.Node, value: yaml.Node) -> bool:
    word = _text(key, value).lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise _WrongError(value, f"{key.value!r} takes true or false, not {word!r}")


def _number(key: yaml.Node, value: yaml.Node) -> int:
    word = _text(key, value).removeprefix("¶")
    if word.isascii() and word.isdecimal() and len(word) < 9:
        return int(word)
    raise _WrongError(value, f"{key.value!r} takes the number that a page prints behind ¶, not {word!r}")


def _grade(key: yaml.Node, value: yaml.Node) -> tuple[str, str]:
    word = _text(key, value)
    match = _GRADE.fullmatch(word)
    if match is None or not word:
        remedy = "write a letter A to F, a number 1 to 6, or both: B2"
        raise _WrongError(value, f"{key.value!r} can't be {word!r} and was left out; {remedy}")
    return match[1].upper(), match[2]


def _yaml_problem(error: Exception, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
    message = f"the overrides are not valid YAML and were left out ({reason}); correct them"
    return Problem(
        subtype="override", message=message, path=path, line=mark.line + 1 if mark is not None else 1
    )


_READERS: Final[dict[str, Callable[[yaml.Node, yaml.Node], Any]]] = {
    "add": _truth,
    "drop": _truth,
    "paragraph": _number,
    "grade": _grade,
}
