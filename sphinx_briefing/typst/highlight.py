"""Highlighted code: a Pygments formatter behind Sphinx's own bridge, which finds lexers and warns."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from pygments.formatter import Formatter
from sphinx.highlighting import PygmentsBridge

from sphinx_briefing.typst.literals import array, key, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pygments.style import Style
    from pygments.token import _TokenType


class TypstFormatter(Formatter[str]):
    """Writes a call of `code-block`: the code, its lines as highlighted content, line numbers, marked lines.

    Options are those that Sphinx gives to HTML: ``linenos``, ``linenostart``, ``hl_lines``.
    """

    name = "Typst"
    aliases = ("typst-content",)

    def format(self, tokensource: Iterable[tuple[_TokenType, str]], outfile: IO[str]) -> None:
        """Write the call."""
        tokens = [*tokensource]
        code = "".join(piece for _, piece in tokens).removesuffix("\n")
        lines = [*_lines(tokens)][: code.count("\n") + 1]
        first = self.options.get("linenostart", 1) if self.options.get("linenos") else None
        marked = array(str(one) for one in self.options.get("hl_lines", ()))
        outfile.write(
            f"code-block({verbatim(code)}, {array(map(self._line, lines))}, "
            f"first: {'none' if first is None else first}, marked: {marked})"
        )

    def _line(self, tokens: Iterable[tuple[_TokenType, str]]) -> str:
        return "{" + "".join(f"{self._styled(kind, piece)};" for kind, piece in tokens if piece) + "}"

    def _styled(self, kind: _TokenType, piece: str) -> str:
        while not self.style.styles_token(kind):  # a lexer's own kind looks like the one it is derived from
            kind = kind.parent
        return f"{_function(kind)}({verbatim(piece)})"


class TypstBridge(PygmentsBridge):
    """Sphinx's bridge to Pygments, with the Typst formatter in the place of the HTML one."""

    html_formatter: Any = TypstFormatter

    def token_functions(self) -> str:
        """Return definitions of the functions that colour tokens by the bridge's style."""
        style: type[Style] = self.formatter_args["style"]
        return "".join(
            f"#let {_function(token)} = {_text_function(rules)}\n"
            for token, rules in style
            if any(rules.values())
        ) + "".join(
            f"#let {_function(token)}(code) = code\n" for token, rules in style if not any(rules.values())
        )


def _function(token: _TokenType) -> str:
    return "-".join(("token", *(part.lower() for part in token)))


def _text_function(rules: Any) -> str:
    arguments = []
    if rules["color"]:
        arguments.append(f"fill: rgb({key('#' + rules['color'])})")
    if rules["bold"]:
        arguments.append('weight: "bold"')
    if rules["italic"]:
        arguments.append('style: "italic"')
    return f"text.with({', '.join(arguments)})"


def _lines(tokens: Iterable[tuple[_TokenType, str]]) -> Iterator[list[tuple[_TokenType, str]]]:
    """Part tokens into lines, a token of several lines into pieces of one kind."""
    line: list[tuple[_TokenType, str]] = []
    for kind, words in tokens:
        head, *tail = words.split("\n")
        line.append((kind, head))
        for piece in tail:
            yield line
            line = [(kind, piece)]
    yield line
