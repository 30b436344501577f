"""Directives that keep the manual true: markup is shown beside its result, and tables come from the code.

Where words have to be written by hand (what an option is for), the build fails when the code has one more or less.
"""

from __future__ import annotations

import io
import json
import os
from contextlib import redirect_stdout, suppress
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing import cli
from sphinx_briefing.articles.metadata_keys import ALIASES
from sphinx_briefing.pages.config import BriefingConfig, default_of
from sphinx_briefing.pages.directives import DIRECTIVES
from sphinx_briefing.pages.export.document import SCHEMA
from sphinx_briefing.problems import SUBTYPES
from sphinx_briefing.typst.config import VALUES as PDF_VALUES
from sphinx_briefing.typst.log import SUBTYPES as PDF_SUBTYPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Shown(SphinxDirective):
    """Show the content as markup, then what it makes."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        markup = "\n".join(self.content)
        return [nodes.literal_block(markup, markup, language="rst"), *self.parse_content_to_nodes()]


class Explained(SphinxDirective):
    """A field or definition list whose names must be those that the code knows."""

    has_content = True

    def known(self) -> Iterable[str]:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        made = self.parse_content_to_nodes()
        named = [
            name for node in made for kind in (nodes.field_name, nodes.term) for name in node.findall(kind)
        ]
        written = [name.astext() for name in named]
        if differing := set(written) ^ set(self.known()):
            raise self.error(f"the code and the manual differ in {', '.join(sorted(differing))}")
        return made


class Options(Explained):
    """The options of the directive that the argument names."""

    required_arguments = 1

    def known(self) -> Iterable[str]:
        return DIRECTIVES[self.arguments[0]].option_spec or {}


class Keys(Explained):
    """The metadata keys; their other names are added."""

    def known(self) -> Iterable[str]:
        return ALIASES

    def run(self) -> list[nodes.Node]:
        made = super().run()
        for item in [item for node in made for item in node.findall(nodes.definition_list_item)]:
            names = ALIASES[item[0].astext()]
            for n, name in enumerate(names):
                item[-1][-1] += [nodes.Text(", " if n else " Also: "), nodes.literal(name, name)]
        return made


class Values(SphinxDirective):
    """The configuration values."""

    def run(self) -> list[nodes.Node]:
        made = [
            _value(
                f"briefing_{value.name}",
                str(value.type),
                repr(default_of(value.name)),
                value.metadata["about"],
            )
            for value in fields(BriefingConfig)
        ]
        return self.parse_text_to_nodes("".join(made))


class PdfValues(SphinxDirective):
    """The configuration values of the PDF builder."""

    def run(self) -> list[nodes.Node]:
        made = [
            _value(
                name, value.wanted, "" if callable(value.default) else repr(value.default), value.description
            )
            for name, value in PDF_VALUES.items()
        ]
        return self.parse_text_to_nodes("".join(made))


def _value(name: str, kind: str, default: str, about: str) -> str:
    told = f"   :default: ``{default}``\n" if default else ""
    return f".. confval:: {name}\n   :type: {kind}\n{told}\n   {_literals(about)}\n\n"


def _literals(words: str) -> str:
    """Markdown's marks of code as reStructuredText has them."""
    return words.replace("`", "``")


class Subtypes(SphinxDirective):
    """The warning subtypes."""

    def run(self) -> list[nodes.Node]:
        known = {**SUBTYPES, **PDF_SUBTYPES}
        made = [f"``briefing.{subtype}``\n   {_literals(told)}\n\n" for subtype, told in known.items()]
        return self.parse_text_to_nodes("".join(made))


class Usage(SphinxDirective):
    """What the command that the argument names says of itself."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        os.environ["COLUMNS"] = "75"  # argparse's own way to be told the width
        said = io.StringIO()
        with redirect_stdout(said), suppress(SystemExit):
            cli.main([self.arguments[0], "--help"])
        return [nodes.literal_block(said.getvalue(), said.getvalue(), language="none")]


class Schema(SphinxDirective):
    """The JSON schema of the export: each of its objects with each of its fields."""

    def run(self) -> list[nodes.Node]:
        schema = json.loads(SCHEMA.read_text("utf-8"))
        objects = [schema, *schema["$defs"].values()]
        return self.parse_text_to_nodes("\n".join(_object(one) for one in objects if "properties" in one))


def _object(schema: dict[str, Any]) -> str:
    also = ", and what any excerpt has" if "allOf" in schema else ""
    told = [f".. rubric:: {schema['title']}\n\n{schema['description'].rstrip('.')}{also}.\n\n"]
    for name, field in schema["properties"].items():
        told.append(f"``{name}`` : {_type(field)}\n   {field.get('description', '')}\n\n")
    return "".join(told)


def _type(field: dict[str, Any]) -> str:
    """The values that a field takes, as words."""
    if "$ref" in field:
        return str(field["$ref"].rpartition("/")[2].replace("_", " "))
    if "const" in field:
        return f"``{json.dumps(field['const'])}``"
    if "enum" in field:
        return " or ".join(f"``{json.dumps(value)}``" for value in field["enum"])
    if "anyOf" in field:
        return " or ".join(_type(one) for one in field["anyOf"])
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    items = field.get("items", {})
    told = "array of " + _type(items) if kinds == ["array"] and "oneOf" not in items else " or ".join(kinds)
    return str(told)


MANUAL: dict[str, type[SphinxDirective]] = {
    "keys": Keys,
    "options": Options,
    "pdf-values": PdfValues,
    "schema": Schema,
    "shown": Shown,
    "subtypes": Subtypes,
    "usage": Usage,
    "values": Values,
}


def setup(app: Sphinx) -> ExtensionMetadata:
    for name, directive in MANUAL.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
