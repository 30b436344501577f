"""Diagrams of `sphinx.ext.graphviz` as images, drawn by the same command as in HTML; their source without it."""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util.nodes import get_node_line

from sphinx_briefing.typst import log

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.builders import Builder

_SVG: Final = "image/svg+xml"
_NODE: Final = "graphviz"  # by name: the extension, and with it the node, is there in few projects


def draw(builder: Builder, tree: nodes.document, folder: Path) -> None:
    """Put an image in place of each diagram of a tree; one that cannot be drawn is a warning and printed as code.

    Args:
        builder: the builder, which is told of the images.
        tree: the doctree.
        folder: where the images go.
    """
    for node in list(tree.findall(lambda one: type(one).__name__ == _NODE)):
        if isinstance(node, nodes.Element):
            node.replace_self(_image(builder, tree["docname"], node, folder) or _code(node))


def _image(builder: Builder, docname: str, node: nodes.Element, folder: Path) -> nodes.image | None:
    drawn = _drawn(builder, node)
    if drawn is None:
        return None
    path = folder / f"graphviz-{hashlib.sha256(drawn).hexdigest()[:16]}.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(drawn)
    uri = str(path)
    builder.env.images.add_file(docname, uri)
    kept = {name: node[name] for name in ("align", "classes", "ids") if name in node}
    return nodes.image("", uri=uri, candidates={_SVG: uri}, alt=node.get("alt", node["code"]), **kept)


def _drawn(builder: Builder, node: nodes.Element) -> bytes | None:
    """A diagram as SVG, drawn in the folder of the file that holds its code: it may name images there."""
    program = node["options"].get("graphviz_dot") or builder.config.graphviz_dot
    held_by = node.get("filename") or builder.env.doc2path(node["options"]["docname"])
    try:
        done = subprocess.run(  # noqa: S603 - the program that the project's conf.py names
            [program, *builder.config.graphviz_dot_args, "-Tsvg"],
            input=node["code"].encode(),
            capture_output=True,
            cwd=(builder.srcdir / held_by).parent,
            check=True,
        )
    except OSError:
        reason = "there is no such program; install Graphviz or set graphviz_dot"
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip()
    else:
        return bytes(done.stdout)
    place = (node["options"]["docname"], get_node_line(node))
    log.warn("pdf_image", "%s cannot draw the diagram: %s", program, reason, location=place)
    return None


def _code(node: nodes.Element) -> nodes.Element:
    code: str = node["code"]
    if isinstance(node.parent, nodes.TextElement):
        return nodes.literal(code, code, ids=node["ids"])
    return nodes.literal_block(code, code, language="dot", ids=node["ids"])
