"""The pages of one PDF as a single resolved doctree, and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import inline_all_toctrees

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_briefing.typst.config import PdfDocument

_NOT_PRINTED = (nodes.comment, nodes.target, nodes.meta, addnodes.index, nodes.substitution_definition)


def assemble(builder: Builder, entry: PdfDocument) -> nodes.document:
    """Return a page and all that its toctrees include as one tree with its references resolved.

    The tree carries the page's name (``docname``), in ``contents_depth`` how deep a table of contents should
    go, 0 if the PDF is a single page, and in ``contents_title`` its title, empty if no toctree gives one.
    """
    tree = builder.env.get_doctree(entry.docname)
    toctrees = [*tree.findall(addnodes.toctree)]
    captions = [one["caption"] for one in toctrees if one.get("caption")]
    depths = [one.get("maxdepth", -1) for one in toctrees if not one.get("hidden")] or [2]
    if entry.toctree_only:
        for child in [*tree.children]:
            tree.remove(child)
        tree += toctrees
    for toctree in toctrees:
        _keep_what_is_no_page(toctree, captions[:1])
    pages = {entry.docname}
    large = inline_all_toctrees(builder, pages, entry.docname, tree, str, [entry.docname])
    large["docname"] = entry.docname
    large["contents_depth"] = (depths[0] if depths[0] > 0 else 2) if len(pages) > 1 else 0
    large["contents_title"] = captions[0] if captions else ""
    builder.env.resolve_references(large, entry.docname, builder)
    return large


def _keep_what_is_no_page(toctree: addnodes.toctree, printed: list[str]) -> None:
    """Write before a toctree its caption, unless it is printed elsewhere, and its links to the web."""
    parent: nodes.Element = toctree.parent
    kept: list[nodes.Node] = []
    if toctree.get("caption") and toctree["caption"] not in printed:
        kept.append(nodes.rubric("", toctree["caption"]))
    links = [(title or target, target) for title, target in toctree["entries"] if "://" in target]
    if links:
        items = [
            nodes.paragraph("", "", nodes.reference("", title, refuri=target)) for title, target in links
        ]
        kept.append(nodes.bullet_list("", *(nodes.list_item("", item) for item in items)))
    at = parent.index(toctree)
    parent[at:at] = kept


def take_title(tree: nodes.document) -> nodes.title | None:
    """Take the title out of a tree whose only section bears it; the section's content moves up.

    A tree of several sections has no title of its own.
    """
    sections = [child for child in tree.children if isinstance(child, nodes.section)]
    rest = [child for child in tree.children if not isinstance(child, (nodes.section, *_NOT_PRINTED))]
    if len(sections) != 1 or any(isinstance(child, addnodes.start_of_file) for child in rest):
        return None
    section = sections[0]
    title = section.next_node(nodes.title, descend=True)
    if title is None or title.parent is not section:
        return None
    section.remove(title)
    tree["ids"] += section["ids"] + title["ids"]
    at = tree.index(section)
    tree[at : at + 1] = section.children
    return title


def take_fields(tree: nodes.document) -> nodes.field_list | None:
    """Take the field list out of a tree whose title is taken, if it opens with one."""
    first = next((child for child in tree.children if not isinstance(child, _NOT_PRINTED)), None)
    if not isinstance(first, nodes.field_list):
        return None
    tree.remove(first)
    return first
