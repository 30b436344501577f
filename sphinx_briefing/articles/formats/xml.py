"""XML from strangers: no document type, so no entities that fetch files or multiply until memory is full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable

#: Deeper documents are attacks: those who walk them recurse.
_DEEPEST: Final = 200


class UnsafeXmlError(ValueError):
    """The XML is not read, or not well-formed; the message says why.

    Attributes:
        line: where, 1-based.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def parse_xml(text: str) -> Element:
    """The root of *text*; names are ``{namespace}local`` as ElementTree has them.

    Raises:
        UnsafeXmlError: for a document type, too deep a nesting, or what is no XML.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate("utf-8", "}")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            msg = "it is nested too deeply"
            raise UnsafeXmlError(msg, parser.CurrentLineNumber)
        builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_named(name))

    def refuse(*_: Any) -> None:
        msg = "it has a DOCTYPE, which is not read; remove it"
        raise UnsafeXmlError(msg, parser.CurrentLineNumber)

    handlers: dict[str, Callable[..., None]] = {
        "StartElementHandler": start,
        "EndElementHandler": end,
        "CharacterDataHandler": builder.data,
        "StartDoctypeDeclHandler": refuse,
    }
    for handler, function in handlers.items():
        setattr(parser, handler, function)
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
        return builder.close()
    except expat.ExpatError as error:
        raise UnsafeXmlError(expat.ErrorString(error.code), error.lineno) from error


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
