"""The source of a page held against the articles, as the build would, without Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from sphinx_briefing.checks.claims import Claim, claim_of
from sphinx_briefing.checks.markup.inline import hidden, roles
from sphinx_briefing.checks.markup.markdown import read_markdown
from sphinx_briefing.checks.markup.restructured import read_restructured
from sphinx_briefing.checks.statements import statements
from sphinx_briefing.checks.tracing import trace, trace_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_briefing.checks.claims import ClaimKind
    from sphinx_briefing.checks.markup.source import Call, Page, Piece, Syntax
    from sphinx_briefing.checks.prover import Prover
    from sphinx_briefing.models import Problem

_DOMAIN: Final = "briefing:"
_CLAIMS: Final = frozenset({"quote", "figure", "fact"})
_TRUE: Final = frozenset({"", "yes", "on", "true"})


class Finding(NamedTuple):
    """What is wrong on a line of a page."""

    line: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class _Reader:
    """Holds one page against the articles."""

    prover: Prover
    page: Page

    @property
    def articles(self) -> tuple[str, ...]:
        """The page's default articles."""
        return _names(self.page.fields.get("briefing-articles", ""))

    def checks_prose(self, *, default: bool) -> bool:
        """Whether the page asks for a check of its prose, or else *default*."""
        given = self.page.fields.get("briefing-check")
        return default if given is None else given.casefold() in _TRUE

    def findings(self, *, prose: bool) -> Iterator[Finding]:
        """What is wrong, in no order."""
        for problem in self.prover.unknown(self.articles):
            yield Finding(1, problem)
        for call in self.page.calls:
            for problem in self._of_call(call):
                yield Finding(call.line, problem)
        for piece in self.page.pieces:
            yield from self._of_roles(piece)
            if piece.prose and (prose or piece.strict):
                yield from self._of_prose(piece)

    def _of_call(self, call: Call) -> tuple[Problem, ...]:
        articles = _names(call.argument) or self.articles
        if call.name == "quote" and call.body:
            speaker = call.options.get("speaker", "")
            words = " ".join(call.body.split())
            return self._of_claim(Claim(kind="quote", words=words, articles=articles, speaker=speaker))
        return tuple(self.prover.unknown(_names(call.argument))) if call.name != "unsourced" else ()

    def _of_roles(self, piece: Piece) -> Iterator[Finding]:
        for role in roles(piece.text, piece.syntax):
            name = role.name.removeprefix(_DOMAIN)
            if role.name.startswith(_DOMAIN) and name in _CLAIMS:
                kind = cast("ClaimKind", name)
                claim = claim_of(kind, role.content, self.articles, self.prover.ids)
                for problem in self._of_claim(claim):
                    yield Finding(piece.line_at(role.span.start), problem)

    def _of_claim(self, claim: Claim) -> tuple[Problem, ...]:
        """The verdicts against a claim, or what is to be said of the article that proves it."""
        proof = self.prover.prove(claim)
        if proof.problems or proof.article is None:
            return proof.problems
        return self.prover.status(proof.article.id).problems

    def _of_prose(self, piece: Piece) -> Iterator[Finding]:
        for statement in statements(piece.text, hidden(piece.text, piece.syntax)):
            traced = trace(self.prover, trace_of(statement, self.articles))
            status = self.prover.status(traced.article).problems if traced.article else ()
            for problem in (*traced.problems, *status):
                yield Finding(piece.line_at(statement.start), problem)


def check_source(prover: Prover, text: str, syntax: Syntax, *, prose: bool) -> list[Finding]:
    """What is wrong with a page, by line.

    Args:
        prover: holds the articles.
        text: the page's source.
        syntax: its markup.
        prose: whether to trace what it states by hand, unless it says so itself.
    """
    page = read_restructured(text) if syntax == "rst" else read_markdown(text)
    reader = _Reader(prover, page)
    found = reader.findings(prose=reader.checks_prose(default=prose))
    return sorted(dict.fromkeys(found), key=lambda finding: finding.line)


def _names(argument: str) -> tuple[str, ...]:
    return tuple(argument.replace(",", " ").split())
