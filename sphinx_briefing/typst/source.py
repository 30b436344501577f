"""The main Typst source of a PDF, and the way back from a line of it to a line of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.locale import _
from sphinx.util.i18n import format_date

from sphinx_briefing.typst import words
from sphinx_briefing.typst.literals import array, dictionary, key, text, value

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.typst.compiler import Diagnostic
    from sphinx_briefing.typst.frontmatter import FrontMatter
    from sphinx_briefing.typst.writer import TypstTranslator

_MARK = re.compile(r'^//@ "(?P<docname>.*)" (?P<line>\d+)$')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


def today(config: Config) -> str:
    """Return today's date as the project prints it; SOURCE_DATE_EPOCH stops the clock."""
    given: str = config.today
    return given or format_date(config.today_fmt or str(_("%b %d, %Y")), language=config.language)


def main_source(translator: TypstTranslator, front: FrontMatter, back: str, moment: datetime) -> str:
    """Return the source of a whole PDF.

    Args:
        translator: it has walked its document.
        front: the title block and metadata.
        back: statements that follow the document: indices.
        moment: the date of the PDF's metadata.
    """
    config = translator.config
    known = dictionary(dict.fromkeys(sorted(translator.labels), "none"))
    return (
        '#import "nodes.typ": *\n'
        '#import "template.typ": *\n'
        f"#let known-labels = {known}\n"
        "#let styled(classes, body) = classes.fold(body, "
        "(it, one) => class-styles.at(one, default: it => it)(it))\n"
        "#let internal-link(name, body) = if name in known-labels { link(label(name), body) } else { body }\n"
        f"{translator.highlighter.token_functions()}"
        f"{_metadata(front, moment)}{_language(config.language)}"
        f"#show: briefing.with({', '.join(_variables(translator, front))})\n"
        "#{\n" + "".join(translator.body) + back + "}\n"
    )


def _metadata(front: FrontMatter, moment: datetime) -> str:
    subject = key(front.subject) if front.subject else "none"
    date = f"datetime(year: {moment.year}, month: {moment.month}, day: {moment.day})"
    return (
        f"#set document(title: {key(front.title)}, author: {array(map(key, front.authors))}, "
        f"keywords: {array(map(key, front.keywords))}, description: {subject}, date: {date})\n"
    )


def _language(code: str) -> str:
    language, _, region = code.replace("-", "_").partition("_")
    place = f", region: {key(region)}" if re.fullmatch(r"[A-Za-z]{2}", region) else ""
    return f"#set text(lang: {key(language.lower())}{place})\n"


def _variables(translator: TypstTranslator, front: FrontMatter) -> list[str]:
    config = translator.config
    fields = (
        dictionary({"name": text(one.name), "label": text(one.label), "body": one.body})
        for one in front.fields
        if one.name != "subtitle"
    )
    contents = text(translator.document["contents_title"] or words.label(config, "contents", "Contents"))
    return [
        f"title: {front.shown_title}",
        f"subtitle: {front.field('subtitle')}",
        f"fields: {array(fields)}",
        f"status: {front.field('status')}",
        f"distribution: {front.field('distribution')}",
        f"paper: {key(config.briefing_pdf_paper)}",
        f"contents: {translator.document['contents_depth']}",
        f"words: (contents: {contents}, page: {words.page_function()})",
        f"variables: {value(config.briefing_pdf_variables)}",
    ]


class Origins:
    """Finds the line of a page that a diagnostic is about, by the marks that the writer left in the sources.

    Args:
        folder: where the sources are.
        env: knows the files of the pages.
    """

    def __init__(self, folder: Path, env: BuildEnvironment) -> None:
        self._folder = folder
        self._env = env

    def find(self, diagnostic: Diagnostic) -> str | None:
        """Return the place as Sphinx prints it, ``page.rst:12``; None if it is in no page."""
        path = self._folder / diagnostic.path
        if not diagnostic.line or not path.is_file():
            return None
        lines = path.read_text(encoding="utf-8").split("\n")[: diagnostic.line]
        for line in reversed(lines):
            if found := _MARK.fullmatch(line):
                docname = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), found["docname"])
                return f"{self._env.doc2path(docname)}:{found['line']}"
        return None

    def message(self, diagnostic: Diagnostic) -> str:
        """Return what the compiler says, with its hints."""
        return "; ".join((diagnostic.message, *diagnostic.hints))

    def describe(self, diagnostic: Diagnostic) -> str:
        """Return the message with the place before it: that of the page, else that of the Typst file."""
        place = self.find(diagnostic) or (f"{diagnostic.path}:{diagnostic.line}" if diagnostic.path else "")
        return f"{place}: {self.message(diagnostic)}" if place else self.message(diagnostic)
