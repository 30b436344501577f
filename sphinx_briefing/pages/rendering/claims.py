"""Words that the author wrote and the build proved, in a line or as a block.

Words that failed their proof are shown, without a reference and in a class of their own: nothing that failed
may look as if it had passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_briefing.corpus import Hit
from sphinx_briefing.models import Excerpt, Quote
from sphinx_briefing.pages.nodes import cite
from sphinx_briefing.pages.rendering.items import shortened, with_remarks
from sphinx_briefing.pages.rendering.quotes import CONTEXTS, credit, quotation_block, quoted_text
from sphinx_briefing.pages.rendering.words import digest6, in_marks, page_anchor, target, verbatim

if TYPE_CHECKING:
    from sphinx_briefing.checks import Claim, Proof
    from sphinx_briefing.pages.rendering.items import Page

UNPROVED = "briefing-unproved"


def render_inline(page: Page, claim: Claim, proof: Proof) -> list[nodes.Node]:
    """The words in a line, with the reference to their passage."""
    words = proof.text if claim.kind != "quote" else _quoted(page, claim, proof)
    classes = [f"briefing-{claim.kind}-words"]
    if proof.problems or proof.article is None:
        return [verbatim(nodes.inline(words, words, classes=[*classes, UNPROVED]))]
    anchor, reference = _cited(page, claim, proof)
    return [*anchor, verbatim(nodes.inline(words, words, classes=classes)), reference]


def render_block(page: Page, claim: Claim, proof: Proof, context: str) -> nodes.block_quote:
    """A quotation as a block quote, attributed as the article has it, else as the author does.

    Args:
        page: the page.
        claim: what the author wrote.
        proof: what became of it.
        context: one of :data:`~sphinx_briefing.pages.rendering.quotes.CONTEXTS`.
    """
    words = in_marks(proof.text, page.marks)
    said_by: list[nodes.Node] = [nodes.Text(claim.speaker)] if claim.speaker else []
    if proof.problems or proof.article is None:
        text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
        block = quotation_block([text], said_by)
        block["classes"] = ["briefing-quotes", "briefing-quote", UNPROVED]
        return block
    if isinstance(proof.excerpt, Quote):
        hit = Hit(proof.article, proof.excerpt)
        said_by = credit(page, hit) or said_by
        if context == "sentence" and proof.excerpt.kind != "direct":
            words = quoted_text(page, hit, context)
    anchor, reference = _cited(page, claim, proof)
    text = verbatim(nodes.inline(words, words, classes=["briefing-text"]))
    block = quotation_block([*anchor, text], said_by, reference)
    block["classes"] = ["briefing-quotes", "briefing-quote"]
    return block


def _quoted(page: Page, claim: Claim, proof: Proof) -> str:
    """The words of a quotation in marks: one named by its id as a directive prints it, else as the author joined it."""
    if not claim.words and proof.article is not None and isinstance(proof.excerpt, Quote):
        return quoted_text(page, Hit(proof.article, proof.excerpt), CONTEXTS[0])
    return proof.text if _in_marks_already(proof.text) else in_marks(proof.text, page.marks)


def _in_marks_already(words: str) -> bool:
    return words[:1] in '“"„«' and words[-1:] in '”"“»'


def _cited(page: Page, claim: Claim, proof: Proof) -> tuple[list[nodes.Node], nodes.Node]:
    """The target of the words, and their reference."""
    article = proof.article
    if article is None:
        msg = "only words that were found can be cited"
        raise ValueError(msg)
    name = proof.excerpt.id if isinstance(proof.excerpt, Excerpt) else digest6(proof.text)
    anchor = page_anchor(page.docname, article.id, name)
    title = shortened(_quoted(page, claim, proof) if claim.kind == "quote" else proof.text)
    reference = cite(article, {proof.passage: proof.spans}, anchor, origin=claim, title=title)
    if proof.excerpt is not None:
        page.note(Hit(article, proof.excerpt), anchor)
        reference = with_remarks(reference, proof.excerpt)
    node = target(page.document, anchor)
    return ([node] if node is not None else [], reference)
