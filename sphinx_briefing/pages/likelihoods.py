"""The words of likelihood of a page: they keep to one row of the scale, and the page has the key to it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_briefing.checks.likelihood import first_of_another_row, scale_of
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.config import briefing_config
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.nodes import sources_list
from sphinx_briefing.pages.rendering.authored import JUDGEMENT, LIKELIHOOD, key_of
from sphinx_briefing.pages.rendering.words import page_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.config import Config

    from sphinx_briefing.checks.likelihood import Scale, Term


def page_scale(config: Config) -> Scale | None:
    """The scale that the project keeps to, ``None`` if it keeps to none."""
    name = briefing_config(config).likelihood_scale
    return scale_of(name) if name else None


class TellLikelihoods(SphinxTransform):
    """Holds a page's words of likelihood against the rules of their scale, and puts the key to it on the page.

    The key comes once, after the last judgement: it is for looking up, and each term has its range with it, so a
    table after the first would only part that from the next. Where a page has no judgement, but such words in
    running text, it stands at the end of the section of the last one.
    """

    default_priority = 390  # before the references and lists of sources are put in place

    def apply(self, **kwargs: Any) -> None:
        """See the class."""
        del kwargs
        hosts = [node for node in self.document.findall(nodes.Element) if _bears_likelihood(node)]
        scale = page_scale(self.config) if hosts else None
        if scale is None:
            return
        used = [(term, host) for host in hosts for term in _terms(scale, host)]
        mixed = first_of_another_row([term for term, _host in used])
        if mixed is not None:
            first, (other, host) = used[0][0], used[mixed]
            message = (
                f"“{other.words}” is of another row of {scale.title} than “{first.words}” above; use one row"
            )
            warn(Problem(subtype="likelihood", message=f"{message} on a page"), host)
        for block in dict.fromkeys(block for host in hosts for block in _paragraphs(host)):
            sentence = scale.with_confidence(block.astext())
            if sentence:
                message = f"a likelihood and a level of confidence in one sentence: “{sentence}”; make it two"
                warn(Problem(subtype="likelihood", message=message), block)
        if used:
            key = key_of(scale, used[0][0].row)
            key["ids"] = [page_anchor(self.env.docname, "likelihoods")]
            self.document.note_implicit_target(key)
            _put(key, hosts)


def _bears_likelihood(node: nodes.Node) -> bool:
    if not isinstance(node, (nodes.admonition, nodes.inline)):
        return False
    return not {JUDGEMENT, LIKELIHOOD}.isdisjoint(node["classes"])


def _terms(scale: Scale, host: nodes.Element) -> Iterator[Term]:
    """The terms that a judgement, in its option or its body, or a role gives."""
    if isinstance(host, nodes.inline):
        given, bodies = host[0].astext(), []
    else:
        given, bodies = host["likelihood"], _paragraphs(host)
    term = scale.term(given)
    if term is not None:
        yield term
    for body in bodies:
        yield from (mention.term for mention in scale.mentions(body.astext()))


def _paragraphs(host: nodes.Element) -> list[nodes.Element]:
    """The paragraphs of a judgement, or the block that a role stands in."""
    if isinstance(host, nodes.inline):
        node: nodes.Element = host
        while isinstance(node, nodes.Inline):
            node = node.parent
        return [node]
    return [p for p in host.findall(nodes.paragraph) if not isinstance(p.parent, nodes.field_body)]


def _put(key: nodes.table, hosts: Sequence[nodes.Element]) -> None:
    """Put the key after the last judgement, else at the end of the section of the last role."""
    judgements = [host for host in hosts if isinstance(host, nodes.admonition)]
    if judgements:
        parent = judgements[-1].parent
        parent.insert(parent.index(judgements[-1]) + 1, key)
        return
    section: nodes.Element = hosts[-1]
    while not isinstance(section, (nodes.section, nodes.document)):
        section = section.parent
    after = [
        i for i, node in enumerate(section.children) if not isinstance(node, (nodes.section, sources_list))
    ]
    section.insert(after[-1] + 1, key)
