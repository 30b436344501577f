"""Hand-written prose: each quotation and number of a page is traced to its articles, or declared, or warned about.

It is done as the page is read, before substitutions are replaced and marks are made smart, so that every builder
tells the same and a page is read again when a verdict would be another. Headings, code, field lists and what other
markup generates are not looked at; the output of our own roles and directives is proved already.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_briefing.checks import statements, trace_of
from sphinx_briefing.corpus import ArticleQuery
from sphinx_briefing.models import Problem, Span
from sphinx_briefing.pages.asking import default_articles, field_of
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.domain import briefing_domain
from sphinx_briefing.pages.lines import line_of
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.rendering.authored import AUTHORED, BLUF

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The field of a page's field list that turns the check on or off for the page.
CHECK_FIELD: Final = "briefing-check"

_SWITCH: Final = {"": True, "yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}
#: Blocks of text in which an author states something.
_PROSE: Final = (
    nodes.paragraph,
    nodes.line,
    nodes.term,
    nodes.caption,
    nodes.attribution,
    nodes.substitution_definition,
)
#: What is passed over with all it holds.
_NO_PROSE: Final = (
    nodes.Invisible,
    nodes.FixedTextElement,
    nodes.field_list,
    nodes.docinfo,
    nodes.citation,
    nodes.decoration,
    nodes.system_message,
    nodes.raw,
    addnodes.desc_signature,
    addnodes.index,
    addnodes.toctree,
    addnodes.productionlist,
)
#: What stands in a line of prose without being the author's words.
_NO_WORDS: Final = (
    nodes.literal,
    nodes.math,
    nodes.raw,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.substitution_reference,
    nodes.problematic,
    nodes.superscript,
    nodes.subscript,
    nodes.generated,
)
_NO_WORDS_CLASSES: Final = frozenset({"pep", "rfc", "versionmodified", "guilabel", "menuselection", "kbd"})


class CheckProse(SphinxTransform):
    """Traces what a page states by hand."""

    default_priority = 205  # before Sphinx puts the version in the place of |version|, at 210

    def apply(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        wanted = [self.document] if self._wanted() else self._bottom_lines()
        if not wanted:
            return
        articles = default_articles(self.document)
        domain = briefing_domain(self.env)
        docname = self.env.docname
        if articles:
            for problem in domain.ask(docname, ArticleQuery(articles=articles)).problems:
                warn(problem, (docname, 1))
        for block in (block for node in wanted for block in _blocks(node)):
            text = _Text(block)
            for statement in statements(text.prose, text.hidden):
                place = self._location(block, text.lines_before(statement.start), statement.words)
                for problem in domain.ask(docname, trace_of(statement, articles), place).problems:
                    warn(problem, place)

    def _wanted(self) -> bool:
        """Whether the page, or else the project, asks for the check."""
        given = field_of(self.document, CHECK_FIELD)
        if given is None:
            return briefing_config(self.config).check_prose
        if given.casefold() not in _SWITCH:
            message = f":{CHECK_FIELD}: takes one of {', '.join(filter(None, _SWITCH))}, not {given!r}"
            warn(Problem(subtype="option", message=message), (self.env.docname, 1))
        return _SWITCH.get(given.casefold(), True)

    def _bottom_lines(self) -> list[nodes.Element]:
        """The page's bottom line, which is checked whatever else is not."""
        return [node for node in self.document.findall(nodes.admonition) if BLUF in node["classes"]]

    def _location(self, block: nodes.Element, lines: int, words: str) -> str:
        """The file and line of *words* that stand so many lines below the beginning of their block."""
        ancestors = list(_ancestors(block))
        source = next(
            (n.source for n in (block, *ancestors) if n.source), str(self.env.doc2path(self.env.docname))
        )
        least = max((n.line or 1 for n in ancestors), default=1)
        line = block.line or 0
        if line <= least and any(isinstance(node, nodes.table) for node in ancestors):
            # The cells of CSV tables count their lines anew, those of Markdown tables have none.
            return f"{source}:{line_of(words.split(maxsplit=1)[0], source, least)}"
        return f"{source}:{max(line, least) + lines}"


def _ancestors(node: nodes.Element) -> Iterator[nodes.Element]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _blocks(node: nodes.Element) -> Iterator[nodes.Element]:
    """The blocks of prose in *node*, in their order."""
    for child in node.children:
        if not isinstance(child, nodes.Element) or _is_ours(child):
            continue
        if isinstance(child, _PROSE) or (isinstance(child, nodes.title) and isinstance(node, nodes.table)):
            yield child
        elif not isinstance(child, _NO_PROSE):
            yield from _blocks(child)


def _is_ours(node: nodes.Element) -> bool:
    """Whether one of our roles or directives made *node*, and not of the author's words: it is proved, or declared."""
    classes: list[str] = node.get("classes", [])
    return any(name.startswith("briefing-") for name in classes) and AUTHORED.isdisjoint(classes)


class _Text:
    """The words of a block as one string, with what of it is hidden and where its lines end.

    Attributes:
        prose: the words.
        hidden: the spans of what are not the author's words.
    """

    def __init__(self, block: nodes.Element) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._line_ends: list[int] = []
        self.hidden: list[Span] = []
        self._take(block)
        self.prose = "".join(self._parts)

    def lines_before(self, offset: int) -> int:
        """How many lines of the block end before *offset*."""
        return bisect_right(self._line_ends, offset)

    def _take(self, node: nodes.Element) -> None:
        for child in node.children:
            if isinstance(child, nodes.Text):
                words = str(child)
                self._line_ends += [self._length + i + 1 for i, c in enumerate(words) if c == "\n"]
                self._append(words)
            elif isinstance(child, nodes.Element) and _is_hidden(child):
                words = child.astext() or "\N{OBJECT REPLACEMENT CHARACTER}"
                self.hidden.append(Span(self._length, self._length + len(words)))
                self._append(words)
                self._line_ends += [self._length] * (child.rawsource or words).count("\n")
            elif isinstance(child, nodes.Element):
                self._take(child)

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _is_hidden(node: nodes.Element) -> bool:
    """Whether what *node* shows are not the author's words in this place."""
    if (
        isinstance(node, _NO_WORDS)
        or _is_ours(node)
        or not _NO_WORDS_CLASSES.isdisjoint(node.get("classes", ()))
    ):
        return True
    if isinstance(node, addnodes.pending_xref):
        return not node.get("refexplicit")
    return isinstance(node, nodes.reference) and "://" in node.astext()
